// What an editor would say of a library.
#include "shared/content/check.h"

#include <algorithm>

#include "tests/support/catch.h"

namespace aandacht::content {
namespace {

std::vector<Finding> check(const std::string& text, const std::string& language = "nl") {
  const SourceFile file{language + "/test.toml", language, text};
  return check_content(std::span(&file, 1));
}

std::string told(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& one : findings) text += std::to_string(one.line) + " " + one.kind + ": " + one.what + "\n";
  return text;
}

bool has(const std::vector<Finding>& findings, const std::string& kind, std::size_t line) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& one) { return one.kind == kind && one.line == line; });
}

const std::string kJargon =
    "[[term]]\nword = \"SEPA-incasso\"\nforms = [\"sepa\"]\nplain = \"automatisch afschrijven\"\n";

struct WhyText {
  std::string emotion = "Wachten is vervelend.";
  std::string customer = "Zo weet u zeker dat het klopt.";
  std::string employee = "Ik zie het meteen.";
  std::string organisation = "Wij maken zo minder fouten.";
};

std::string why(const WhyText& text = {}) {
  return "[[why]]\nid = \"a\"\ntopic = \"wachten\"\nrule = \"Het duurt drie dagen.\"\nemotion = \"" + text.emotion +
         "\"\ncustomer = \"" + text.customer + "\"\nemployee = \"" + text.employee + "\"\norganisation = \"" +
         text.organisation + "\"\n";
}

std::string we_line(const std::string& own, const std::string& act) {
  return "[[we_line]]\nlabel = \"blame\"\naddress_form = \"u\"\nown = \"" + own + "\"\nact = \"" + act + "\"\n";
}

TEST_CASE("the shipped content has nothing to mend") {
  const auto findings = check_folder(AANDACHT_SOURCE_DIR "/service/content");
  REQUIRE(findings.ok());
  for (const Finding& one : *findings) {
    FAIL_CHECK(one.file << ":" << one.line << ": " << one.what << ". " << one.advice);
  }
}

TEST_CASE("a plain why and a plain line have nothing to mend") {
  CHECK(told(check(why() + we_line("Dat hebben wij niet goed gedaan.", "Ik zoek het nu voor u uit."))).empty());
}

TEST_CASE("each thing that cannot be said to a customer is found where it stands") {
  struct Case {
    std::string text;
    std::string kind;
    std::size_t line;
  };
  const std::string many = "een twee drie vier vijf zes zeven acht negen tien. ";
  const std::vector<Case> cases = {
      {why({.emotion = ""}), "emotion", 5},
      {why({.customer = "Daarvoor moet u een formulier invullen."}), "order", 6},
      {why({.customer = "U moet eerst inloggen."}), "order", 6},
      {why({.employee = "Mijn collega's kijken het na en dan bellen ze u."}), "they", 7},
      {why({.organisation = "Het magazijn is klein, zij kunnen niet meer aan."}), "they", 8},
      {why({.customer = "Dat staat bij {topic}."}), "slot", 6},
      {why({.emotion = many + many + many, .customer = many + "elf"}), "breath", 6},
      {we_line("Er wordt naar gekeken.", "Ik bel u morgen."), "passive", 4},
      {we_line("Wij hebben u laten wachten.", "Ik bel je morgen."), "form", 5},
      {kJargon + we_line("Die SEPA was fout.", "Ik herstel het."), "jargon", 8},
      {"[[warmth_line]]\nphase = \"opening\"\ntext = \"Je moet even geduld hebben.\"\n", "order", 3},
      {"[[habit]]\nid = \"a\"\nafter = \"ik ophang\"\nwill = \"één keer ademen\"\nwhy = \"Dan begin ik fris.\"\n",
       "habit", 1},
      {"[[prompt]]\nid = \"a\"\ntext = \"Er is een storing.\"\nreason = \"Nu.\"\nfields = [\"plaats\"]\n", "slot", 5},
      {"[[rule]]\nid = \"a\"\nlabel = \"blame\"\nphrases = [\"niet mijn (fout\"]\n", "unreadable", 4},
      {"[[rule]]\nid = \"a\"\nlabel = \"boos\"\nphrases = [\"niet mijn fout\"]\n", "unreadable", 3},
      {why() + why(), "unreadable", 10},
      {"[[we_line]\n", "unreadable", 1},
  };
  for (const Case& c : cases) {
    const std::vector<Finding> findings = check(c.text);
    INFO(c.text << "\nfound:\n" << told(findings));
    CHECK(has(findings, c.kind, c.line));
    for (const Finding& one : findings) CHECK((one.kind == "unreadable" || !one.advice.empty()));
  }
}

TEST_CASE("what looks like an order, jargon or \"they\" but is none stays unmentioned") {
  for (const char* said : {"Vervelend dat u moet wachten.", "Wij moeten van de wet goed op uw gegevens passen.",
                           "Dan hoeft u niets te doen.", "Als u lang moet wachten, bel ik u terug.",
                           "Twee mensen kijken ernaar, zodat ze niets missen.",
                           "Een SEPA-incasso is automatisch afschrijven: wij halen het bedrag zelf op."}) {
    INFO(said);
    CHECK(told(check(kJargon + why({.customer = said}))).empty());
  }
  for (const char* said : {"You should have heard from us sooner.", "Then you have to wait, and that is hard.",
                           "I will tell you when you have to be home."}) {
    INFO(said);
    CHECK(told(check("[[warmth_line]]\nphase = \"opening\"\ntext = \"" + std::string(said) + "\"\n", "en")).empty());
  }
  CHECK(has(check("[[warmth_line]]\nphase = \"opening\"\ntext = \"You must call them first.\"\n", "en"), "order", 3));
}

TEST_CASE("a rule with examples is held against them, phrase by phrase") {
  const auto findings = check(R"([[rule]]
id = "a"
label = "blame"
phrases = [
  "niet mijn fout",
  "weet ik veel",
]
unless = ["ik los het op"]
examples = [
  "dat is niet mijn fout hoor",
  "niet mijn fout maar ik los het op",
]
counter_examples = [
  "het is niet mijn fout maar ik bel u",
  "goedemorgen",
]
)");
  INFO(told(findings));
  CHECK(findings.size() == 3);
  CHECK(has(findings, "example", 6));
  CHECK(has(findings, "example", 11));
  CHECK(has(findings, "example", 14));
}

TEST_CASE("what one language has and another lacks is named") {
  const std::vector<SourceFile> files = {
      {"nl/a.toml", "nl", why() + we_line("Dat hebben wij niet goed gedaan.", "Ik zoek het nu voor u uit.")},
      {"en/a.toml", "en", "[[warmth_line]]\nphase = \"opening\"\ntext = \"I hear you.\"\n"}};
  const std::vector<Finding> findings = check_content(files);
  INFO(told(findings));
  CHECK(findings.size() == 3);
  for (const Finding& one : findings) CHECK(one.kind == "languages");
}

TEST_CASE("findings come in the order of file and line") {
  const auto findings = check(why({.emotion = "", .customer = "U moet wachten.", .organisation = "U moet wachten."}));
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].line == 5);
  CHECK(findings[1].line == 6);
  CHECK(findings[2].line == 8);
}

TEST_CASE("jargon, habits and prompts become part of the library") {
  const SourceFile file{"nl/test.toml", "nl",
                        kJargon +
                            "[[habit]]\nid = \"a\"\nafter = \"ik ophang\"\nwill = \"één keer ademen\"\n"
                            "[[prompt]]\nid = \"b\"\ntext = \"Storing in {plaats}.\"\nreason = \"Nu.\"\n"
                            "urgency = \"urgent\"\nfields = [\"plaats\"]\n"};
  const auto library = parse_library(std::span(&file, 1));
  INFO(library.status().ToString());
  REQUIRE(library.ok());
  CHECK(library->jargon ==
        std::vector<domain::JargonTerm>{{"nl", "SEPA-incasso", "automatisch afschrijven", "", {"sepa"}}});
  CHECK(library->habits == std::vector<domain::Habit>{{"nl/a", "nl", "ik ophang", "één keer ademen", "", ""}});
  CHECK(library->prompts ==
        std::vector<domain::PromptTemplate>{{"nl/b", "nl", "Storing in {plaats}.", "Nu.", true, {"plaats"}}});
}

}  // namespace
}  // namespace aandacht::content
