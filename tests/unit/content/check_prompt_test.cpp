// What is said of a prompt while it is typed.
#include "shared/content/check_prompt.h"

#include <algorithm>
#include <regex>

#include "shared/content/load.h"
#include "tests/support/catch.h"

using namespace aandacht;
using domain::PromptFinding;
using domain::PromptFlaw;

namespace {

const domain::Library& shipped() {
  static const domain::Library library = content::load_library(AANDACHT_SOURCE_DIR "/service/content").value();
  return library;
}

std::vector<PromptFinding> check(const std::string& text, const std::string& language = "nl",
                                 const std::string& reason = "") {
  return content::check_prompt_words(text, reason, language, shipped().jargon);
}

bool finds(const std::vector<PromptFinding>& findings, PromptFlaw flaw) {
  return std::any_of(findings.begin(), findings.end(), [&](const PromptFinding& each) { return each.flaw == flaw; });
}

}  // namespace

TEST_CASE("orders are found, offers and questions are none", "[prompts]") {
  for (const char* order :
       {"U moet de klant terugbellen.", "Je moet nu sneller werken.", "Jullie moeten nu langer wachten.",
        "Zeg dat het morgen komt.", "De rij is lang. Bel iedereen terug."}) {
    CAPTURE(order);
    CHECK(finds(check(order), PromptFlaw::kOrder));
  }
  for (const char* fine : {"Je kan de klant morgen terugbellen.", "Bel gerust even terug.", "Neem gerust de tijd.",
                           "Wij zoeken het uit.", "Moet je dat nu doen?"}) {
    CAPTURE(fine);
    CHECK_FALSE(finds(check(fine), PromptFlaw::kOrder));
  }
  CHECK(finds(check("You must call them back.", "en"), PromptFlaw::kOrder));
  CHECK(finds(check("Tell them it comes tomorrow.", "en"), PromptFlaw::kOrder));
  CHECK_FALSE(finds(check("You can call them back.", "en"), PromptFlaw::kOrder));
}

TEST_CASE("they about colleagues, a sentence without anybody, and too many words are found", "[prompts]") {
  const auto they = check("De afdeling facturatie heeft een fout gemaakt, zij lossen het op.");
  REQUIRE(finds(they, PromptFlaw::kThey));
  const auto found =
      std::find_if(they.begin(), they.end(), [](const auto& each) { return each.flaw == PromptFlaw::kThey; });
  CHECK(found->part == "zij");
  CHECK(found->instead == "wij");
  for (const char* apart : {"Zij hebben dat fout gedaan.", "Dat doen zij van Retouren."}) {
    CAPTURE(apart);
    CHECK(finds(check(apart), PromptFlaw::kThey));
  }
  CHECK_FALSE(finds(check("Klanten bellen hierover, help ze gerust verder."), PromptFlaw::kThey));
  CHECK(finds(check("Er wordt naar gekeken."), PromptFlaw::kPassive));
  std::string long_text;
  for (int i = 0; i < 41; ++i) long_text += "een ";
  const auto length = check(long_text);
  REQUIRE(finds(length, PromptFlaw::kLength));
  CHECK(std::find_if(length.begin(), length.end(), [](const auto& e) {
          return e.flaw == PromptFlaw::kLength;
        })->words == 41);
}

TEST_CASE("jargon is found with its plain word, in the reason too, and an open slot is", "[prompts]") {
  const domain::JargonTerm& term = *std::find_if(shipped().jargon.begin(), shipped().jargon.end(),
                                                 [](const auto& each) { return each.language == "nl"; });
  const auto findings = check("Wij lossen het op.", "nl", "Het gaat om " + term.word + " en {plaats}.");
  REQUIRE(finds(findings, PromptFlaw::kJargon));
  CHECK(findings.front().in_reason);
  CHECK(findings.front().part == term.word);
  CHECK(findings.front().instead == term.plain);
  CHECK(finds(findings, PromptFlaw::kSlot));
  CHECK(findings.back().part == "{plaats}");
}

TEST_CASE("nothing is found in nothing, and the shipped templates have no order in them", "[prompts]") {
  CHECK(check("").empty());
  for (const domain::PromptTemplate& each : shipped().prompts) {
    CAPTURE(each.id, each.text);
    CHECK_FALSE(finds(content::check_prompt_words(each.text, each.reason, each.language, shipped().jargon),
                      PromptFlaw::kOrder));
  }
}

TEST_CASE("the shipped Dutch prompts say je to a colleague, never u", "[prompts]") {
  const std::regex polite(R"((^|[^a-z])(u|uw)([^a-z]|$))", std::regex::icase);
  for (const domain::PromptTemplate& each : shipped().prompts) {
    if (each.language != "nl") continue;
    CAPTURE(each.id, each.text, each.reason);
    CHECK_FALSE(std::regex_search(each.text, polite));
    CHECK_FALSE(std::regex_search(each.reason, polite));
  }
}
