// Mistakes in content are told with file, line and what to write instead.
#include "shared/content/load.h"

#include <filesystem>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht {
namespace {

absl::StatusOr<domain::Library> parse(const std::string& text, const std::string& language = "nl") {
  const content::SourceFile file{language.empty() ? "attention.toml" : language + "/test.toml", language, text};
  return content::parse_library(std::span(&file, 1));
}

/// The message of content that must be refused.
std::string refusal(const std::string& text, const std::string& language = "nl") {
  const auto library = parse(text, language);
  REQUIRE_FALSE(library.ok());
  CHECK(library.status().code() == absl::StatusCode::kInvalidArgument);
  return std::string(library.status().message());
}

void check_told(const std::string& message, const std::string& part) {
  INFO(message);
  CHECK(message.find(part) != std::string::npos);
}

const std::string kRule = "[[rule]]\nid = \"a\"\nlabel = \"blame\"\nphrases = [\"daar ga ik niet over\"]\n";

TEST_CASE("a rule is read with its defaults, its full id and where it stands") {
  const auto library = parse("\n" + kRule);
  REQUIRE(library.ok());
  REQUIRE(library->coach_rules.size() == 1);
  const domain::CoachRule& rule = library->coach_rules[0];
  CHECK(rule.id == "nl/a");
  CHECK(rule.source == "nl/test.toml:2");
  CHECK(rule.cooldown == absl::Seconds(60));
  CHECK(rule.once_per_call);
  CHECK(rule.phases.empty());
}

TEST_CASE("every field of a rule is read") {
  const auto library = parse(kRule +
                             "unless = [\"maar ik\"]\ncooldown = \"2m\"\nonce_per_call = false\nmaximum_per_call = 3\n"
                             "priority = 70\nphases = [\"opening\", \"closing\"]\nauthor = \"team noord\"\n");
  REQUIRE(library.ok());
  const domain::CoachRule& rule = library->coach_rules[0];
  CHECK(rule.unless == std::vector<std::string>{"maar ik"});
  CHECK(rule.cooldown == absl::Minutes(2));
  CHECK_FALSE(rule.once_per_call);
  CHECK(rule.maximum_per_call == 3);
  CHECK(rule.priority == 70);
  CHECK(rule.phases == std::vector<domain::CallPhase>{domain::CallPhase::kOpening, domain::CallPhase::kClosing});
  CHECK(rule.author == "team noord");
}

TEST_CASE("a syntax error is told with file and line") {
  check_told(refusal("[[rule]]\nid = \"a\"\nlabel = blame\n"), std::string("nl/test.toml:3: "));
}

TEST_CASE("an unknown label is told with the labels there are") {
  check_told(refusal("[[rule]]\nid = \"a\"\nlabel = \"blaem\"\nphrases = [\"x\"]\n"),
             std::string(
                 "nl/test.toml:3: unknown label \"blaem\"; write one of blame, helpless, institute, faceless, jargon"));
}

TEST_CASE("an unknown field is told with the fields there are") {
  const std::string message = refusal(kRule + "phrase = [\"x\"]\n");
  check_told(message, std::string("nl/test.toml:5: a rule has no field \"phrase\""));
  check_told(message, std::string("phrases"));
}

TEST_CASE("an unknown table is told with the tables there are") {
  check_told(refusal("[[rules]]\nid = \"a\"\n"), std::string("nl/test.toml:1: unknown key \"rules\""));
}

TEST_CASE("a phrase that RE2 refuses is told on its own line, with the reason") {
  const std::string message =
      refusal("[[rule]]\nid = \"a\"\nlabel = \"blame\"\nphrases = [\n  \"goed\",\n  \"(mis\",\n]\n");
  check_told(message, std::string("nl/test.toml:6: the phrase \"(mis\""));
  check_told(message, std::string("missing )"));
}

TEST_CASE("a phrase that would fit every text is refused") {
  check_told(refusal("[[rule]]\nid = \"a\"\nlabel = \"blame\"\nphrases = [\"(?:ja)?\"]\n"),
             std::string("fits every text"));
}

TEST_CASE("an id that is used twice is told at the second") {
  check_told(refusal(kRule + kRule), std::string("nl/test.toml:6: the id \"nl/a\" is used twice"));
}

TEST_CASE("a missing field is told at the item") {
  check_told(refusal("[[rule]]\nlabel = \"blame\"\nphrases = [\"x\"]\n"),
             std::string("nl/test.toml:1: a rule needs id"));
  check_told(refusal("[[why]]\nid = \"a\"\ntopic = \"b\"\nrule = \"c\"\ncustomer = \"d\"\nemployee = \"e\"\n"),
             std::string("a why needs organisation"));
}

TEST_CASE("a corner of more than 40 words is refused") {
  std::string corner;
  for (int i = 0; i < 41; ++i) corner += "woord ";
  check_told(refusal("[[why]]\nid = \"a\"\ntopic = \"b\"\nrule = \"c\"\ncustomer = \"" + corner +
                     "\"\nemployee = \"e\"\norganisation = \"f\"\n"),
             std::string("nl/test.toml:5: customer has 41 words; write at most 40"));
}

TEST_CASE("an unknown slot in a line is told with the slots there are") {
  check_told(
      refusal("[[we_line]]\nlabel = \"blame\"\nown = \"Bij {afdeling}.\"\nact = \"Ik bel.\"\n"),
      std::string("nl/test.toml:3: unknown slot {afdeling}; write one of {colleague}, {department}, {name}, {plain}, "
                  "{promise}, {term}, {topic}"));
}

TEST_CASE("a warmth line is an opening or belongs to a phase, not both and not neither") {
  check_told(refusal("[[warmth_line]]\ntext = \"x\"\n"), std::string("needs either opening"));
  check_told(refusal("[[warmth_line]]\nopening = \"known\"\nphase = \"opening\"\ntext = \"x\"\n"),
             std::string("needs either opening"));
}

TEST_CASE("a value of the wrong kind is told with an example") {
  check_told(refusal(kRule + "priority = 101\n"),
             std::string("nl/test.toml:5: priority must be a whole number from 0 to 100"));
  check_told(refusal(kRule + "cooldown = 60\n"), std::string("60s"));
  check_told(refusal(kRule + "once_per_call = \"yes\"\n"), std::string("true or false"));
}

TEST_CASE("all mistakes of a file are told at once") {
  const std::string message = refusal("[[rule]]\nid = \"a\"\nlabel = \"x\"\n[[rule]]\nid = \"b\"\nlabel = \"y\"\n");
  check_told(message, std::string("test.toml:3: "));
  check_told(message, std::string("test.toml:6: "));
}

TEST_CASE("named words and gaps are written out in phrases") {
  const auto library = parse("[words]\nwie = [\"zij\", \"de <deel>\"]\ndeel = [\"planning\"]\n" +
                             std::string("[[rule]]\nid = \"a\"\nlabel = \"blame\"\nphrases = [\"<wie> ... fout\"]\n"));
  REQUIRE(library.ok());
  CHECK(library->coach_rules[0].phrases[0] == "(?:zij|de (?:planning))(?: \\S+){0,4} fout");
}

TEST_CASE("words that are not there, and words that use themselves, are told") {
  check_told(refusal("[words]\nwie = [\"zij\"]\n[[rule]]\nid = \"a\"\nlabel = \"blame\"\nphrases = [\"<wat> fout\"]\n"),
             std::string("test.toml:6: the phrase \"<wat> fout\": no words are called <wat>"));
  check_told(refusal("[words]\nwie = [\"<wie> x\"]\n[phrases]\na = [\"<wie>\"]\n"), std::string("use themselves"));
}

TEST_CASE("words by which somebody doubts are plain, in a list that is known") {
  const auto library = parse("[phrases]\n\"why.doubt\" = [\"nog steeds\", \"belachelijk\\\\S*\"]\n");
  REQUIRE(library.ok());
  CHECK(library->lexicons.at("nl").phrases.at("why.doubt") ==
        std::vector<std::string>{"nog steeds", "belachelijk\\S*"});
  check_told(refusal("[phrases]\n\"why.doubt\" = [\n  \"maar\",\n  \"(?:nog|toch)\",\n]\n"),
             std::string("nl/test.toml:4"));
  check_told(refusal("[phrases]\n\"why.doubts\" = [\"maar\"]\n"), std::string("write one of why.doubt"));
}

TEST_CASE("phrases of the same name in two files are merged, words of one file serve the other") {
  const std::vector<content::SourceFile> files = {
      {"nl/a.toml", "nl", "[phrases]\nclose = [\"<groet>\"]\n"},
      {"nl/b.toml", "nl", "[words]\ngroet = [\"doei\"]\n[phrases]\nclose = [\"dag hoor\"]\n"}};
  const auto library = content::parse_library(files);
  REQUIRE(library.ok());
  CHECK(library->lexicons.at("nl").phrases.at("close") == std::vector<std::string>{"(?:doei)", "dag hoor"});
}

TEST_CASE("the figures of the attention budget are read with their units") {
  const auto library = parse("minimum_gap = \"90s\"\ncards_per_call = 2\nwhy_threshold = 0.75\n", "");
  REQUIRE(library.ok());
  CHECK(library->attention.minimum_gap == absl::Seconds(90));
  CHECK(library->attention.cards_per_call == 2);
  CHECK(library->attention.why_threshold == 0.75);
  check_told(refusal("minimum_gap = 90\n", ""), std::string("attention.toml:1: "));
}

TEST_CASE("a folder without languages is no content") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "aandacht-empty-content-test";
  std::filesystem::create_directories(folder / "demo");
  CHECK(content::load_library(folder).status().code() == absl::StatusCode::kNotFound);
  CHECK(content::load_library(folder / "nowhere").status().code() == absl::StatusCode::kNotFound);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a rule file in a folder with a syntax error is told with its file and line") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "aandacht-broken-content-test";
  std::filesystem::create_directories(folder / "en");
  std::ofstream(folder / "en" / "coach.toml") << "# rules\n[[rule]]\nid = \"x\nlabel = \"blame\"\n";
  const auto library = content::load_library(folder);
  std::filesystem::remove_all(folder);
  REQUIRE_FALSE(library.ok());
  check_told(std::string(library.status().message()), std::string("en/coach.toml:3: "));
}

TEST_CASE("a folder in the place of a content file is told, and ends nothing") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder.file("nl/whys.toml"));
  const auto sources = content::load_sources(folder.path());
  REQUIRE_FALSE(sources.ok());
  CHECK(absl::IsUnavailable(sources.status()));
  check_told(std::string(sources.status().message()), "whys.toml is no file");
}

TEST_CASE("a content file of over a gibibyte is refused by its name, and not read into memory first") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder.file("nl"));
  const std::string file = folder.file("nl/whys.toml");
  std::ofstream(file) << "# a sparse file\n";
  std::filesystem::resize_file(file, (std::uintmax_t{1} << 30) + 1);
  const auto sources = content::load_sources(folder.path());
  REQUIRE_FALSE(sources.ok());
  CHECK(absl::IsInvalidArgument(sources.status()));
  check_told(std::string(sources.status().message()), file + " is over 1073741824 bytes");
}

}  // namespace
}  // namespace aandacht
