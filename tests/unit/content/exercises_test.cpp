// Exercises for a reset: what is shipped, and what is told about one that does not fit.
#include <map>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "shared/content/check.h"
#include "shared/content/load.h"
#include "tests/support/catch.h"

namespace aandacht::content {
namespace {

constexpr const char* kKinds[] = {"influence", "kind-act", "customers-eyes", "breathing"};

std::string exercise(const std::string& id, const std::string& kind,
                     const std::string& steps = "[\"Adem in.\", \"Adem uit.\"]") {
  return absl::StrCat("[[exercise]]\nid = \"", id, "\"\nkind = \"", kind, "\"\ntitle = \"Even rust\"\nsteps = ", steps,
                      "\n");
}

/// Six of each kind, but for what `change` says about the first: five lines from line 1 on.
std::string complete(const std::string& first) {
  std::string text = first;
  for (const char* kind : kKinds) {
    const int from = std::string(kind) == "influence" ? 1 : 0;
    for (int i = from; i < 6; ++i) text += exercise(absl::StrCat(kind, i), kind);
  }
  return text;
}

absl::StatusOr<domain::Library> parse(const std::string& text) {
  const SourceFile file{"nl/resets.toml", "nl", text};
  return parse_library(std::span(&file, 1));
}

std::string refusal(const std::string& text) {
  const auto library = parse(text);
  REQUIRE_FALSE(library.ok());
  return std::string(library.status().message());
}

}  // namespace

TEST_CASE("the shipped exercises are four kinds in six wordings or more, as many in either language") {
  const auto library = load_library(AANDACHT_SOURCE_DIR "/service/content");
  REQUIRE(library.ok());
  std::map<std::pair<std::string, domain::Exercise>, int> counts;
  std::set<std::string> ids;
  std::set<std::string> titles;
  for (const domain::ResetExercise& each : library->exercises) {
    ++counts[{each.language, each.kind}];
    CHECK(ids.insert(each.id).second);
    INFO(each.id << " " << each.title);
    CHECK(titles.insert(each.language + each.title).second);
    CHECK(each.steps.size() >= 2);
    CHECK(each.steps.size() <= 5);
    CHECK(each.author == "Aandacht");
  }
  CHECK(counts.size() == 8);
  for (const auto& [where, count] : counts) CHECK(count >= 6);
  CHECK(counts[{"nl", domain::Exercise::kBreathing}] == counts[{"en", domain::Exercise::kBreathing}]);
}

TEST_CASE("every shipped breathing exercise has something green to look at, and one line for each of three breaths") {
  const auto library = load_library(AANDACHT_SOURCE_DIR "/service/content");
  REQUIRE(library.ok());
  for (const domain::ResetExercise& each : library->exercises) {
    if (each.kind != domain::Exercise::kBreathing) continue;
    std::string all;
    for (const std::string& step : each.steps) all += step + " ";
    INFO(each.id << ": " << all);
    CHECK(each.steps.size() == 3);
    const bool green = all.find(each.language == "nl" ? "groen" : "green") != std::string::npos ||
                       all.find(each.language == "nl" ? "Groen" : "Green") != std::string::npos;
    CHECK(green);
  }
}

TEST_CASE("a full set of exercises is read") {
  const auto library = parse(complete(exercise("eerste", "influence")));
  INFO(library.status());
  REQUIRE(library.ok());
  REQUIRE(library->exercises.size() == 24);
  CHECK(library->exercises[0].id == "nl/eerste");
  CHECK(library->exercises[0].kind == domain::Exercise::kInfluence);
  CHECK(library->exercises[0].steps == std::vector<std::string>{"Adem in.", "Adem uit."});
}

TEST_CASE("what is wrong with an exercise is told with file and line") {
  const std::string long_step(91, 'a');
  const std::tuple<std::string, std::string, std::string> cases[] = {
      {exercise("a", "puzzle"), "nl/resets.toml:3: ", "breathing"},
      {exercise("a", "influence", "[]"), "nl/resets.toml:5: ", "2 to 5 steps"},
      {exercise("a", "influence", "[\"Alleen dit.\"]"), "nl/resets.toml:5: ", "2 to 5 steps"},
      {exercise("a", "influence", absl::StrCat("[\"Kort.\",\n\"", long_step, "\"]")),
       "nl/resets.toml:6: ", "91 characters"},
      {"[[exercise]]\nid = \"a\"\nkind = \"influence\"\ntitle = \"T\"\n", "nl/resets.toml:1: ", "steps"},
      {exercise("breathing1", "influence"), "nl/resets.toml:", "used twice"},
  };
  for (const auto& [first, where, what] : cases) {
    const std::string message = refusal(complete(first));
    INFO(message);
    CHECK(message.find(where) != std::string::npos);
    CHECK(message.find(what) != std::string::npos);
  }
}

TEST_CASE("a line of ninety characters fits, also when some take two bytes") {
  std::string step;
  for (int i = 0; i < 90; ++i) step += "é";
  const auto library = parse(complete(exercise("a", "influence", absl::StrCat("[\"", step, "\", \"Kort.\"]"))));
  INFO(library.status());
  CHECK(library.ok());
}

TEST_CASE("a language with too few wordings of a kind is told at its first exercise") {
  std::string text = "\n";
  for (const char* kind : kKinds) {
    for (int i = 0; i < (std::string(kind) == "kind-act" ? 5 : 6); ++i) text += exercise(absl::StrCat(kind, i), kind);
  }
  const std::string message = refusal(text);
  INFO(message);
  CHECK(message.find("nl/resets.toml:2: nl has 5 wordings of the exercise \"kind-act\"") != std::string::npos);
  CHECK(message.find("breathing") == std::string::npos);
}

TEST_CASE("the check names formal words, shouting and too much to read in thirty seconds") {
  std::string sentence;
  for (int i = 0; i < 20; ++i) sentence += "een ";
  const std::string many =
      absl::StrCat("[\"", sentence, "\", \"", sentence, "\", \"", sentence, "\", \"", sentence, "\"]");
  const std::pair<std::string, std::string> cases[] = {
      {exercise("a", "influence", "[\"Adem in.\", \"U mag nu rusten.\"]"), "form"},
      {exercise("a", "influence", "[\"Adem in!\", \"Adem uit.\"]"), "calm"},
      {exercise("a", "influence", many), "breath"},
  };
  for (const auto& [first, kind] : cases) {
    const std::string text = complete(first);
    const SourceFile file{"nl/resets.toml", "nl", text};
    const auto findings = check_content(std::span(&file, 1));
    INFO(kind);
    CHECK(std::any_of(findings.begin(), findings.end(),
                      [&, wanted = kind](const Finding& f) { return f.kind == wanted && f.line <= 5; }));
  }
}

}  // namespace aandacht::content
