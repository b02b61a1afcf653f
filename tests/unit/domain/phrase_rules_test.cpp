// Phrases and rules over what was said.
#include "shared/domain/phrase_rules.h"

#include "shared/domain/abbreviations.h"
#include "shared/domain/phrase.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

CoachRule rule(const std::string& id, CoachLabel label, std::vector<std::string> phrases,
               std::vector<std::string> unless = {}) {
  CoachRule made;
  made.id = id;
  made.language = "nl";
  made.label = label;
  made.phrases = std::move(phrases);
  made.unless = std::move(unless);
  made.source = "nl/coach.toml:7";
  return made;
}

std::vector<CoachMatch> find(const Library& library, const std::string& text) {
  const auto rules = PhraseRules::create(library);
  REQUIRE(rules.ok());
  return (*rules)->find(folded(normalise(text)), text, "nl");
}

TEST_CASE("a phrase is found on whole words, whatever its case, accents and punctuation", "[phrases]") {
  Library library;
  library.coach_rules = {rule("a", CoachLabel::kBlame, {"een potje"})};
  CHECK(find(library, "Ze maken er ÉÉN, potje van!").at(0).evidence == "ÉÉN, potje");
  CHECK(find(library, "dat is een potjes verhaal").empty());
}

TEST_CASE("an unless phrase anywhere in the line cancels its rule and no other", "[phrases]") {
  Library library;
  library.coach_rules = {rule("a", CoachLabel::kBlame, {"andere afdeling"}, {"ik bel"}),
                         rule("b", CoachLabel::kInstitute, {"de regel"})};
  const auto found = find(library, "dat is de regel van een andere afdeling, ik bel ze");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule_id == "b");
}

TEST_CASE("the worst label comes first, then the priority", "[phrases]") {
  Library library;
  library.coach_rules = {rule("jargon", CoachLabel::kJargon, {"ticket"}),
                         rule("low", CoachLabel::kHelpless, {"kan niet"}),
                         rule("high", CoachLabel::kHelpless, {"helaas"}), rule("blame", CoachLabel::kBlame, {"zij"})};
  library.coach_rules[2].priority = 80;
  const auto found = find(library, "helaas kan niet zij ticket");
  REQUIRE(found.size() == 4);
  CHECK(found[0].rule_id == "blame");
  CHECK(found[1].rule_id == "high");
  CHECK(found[2].rule_id == "low");
  CHECK(found[3].rule_id == "jargon");
}

TEST_CASE("a bad phrase is refused with where its rule stands", "[phrases]") {
  Library library;
  library.coach_rules = {rule("a", CoachLabel::kBlame, {"(open"})};
  const auto rules = PhraseRules::create(library);
  REQUIRE_FALSE(rules.ok());
  CHECK(rules.status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(std::string(rules.status().message()).find("nl/coach.toml:7: the phrase \"(open\"") == 0);
}

TEST_CASE("a phrase that is whole only between other parentheses, or fits everything, is refused", "[phrases]") {
  CHECK_FALSE(check_phrase("a)(b").ok());
  CHECK_FALSE(check_phrase("(?:ja)?").ok());
  CHECK_FALSE(check_phrase("").ok());
  CHECK(check_phrase("zo (?:werkt|gaat) het").ok());
}

TEST_CASE("a phrase that can do without an abbreviation is found where there is none", "[phrases]") {
  Library library;
  library.coach_rules = {rule("a", CoachLabel::kJargon, {"(?:ACRONYM|zulke termen)"}),
                         rule("b", CoachLabel::kBlame, {"de ACRONYM"})};
  const auto rules = PhraseRules::create(library);
  REQUIRE(rules.ok());
  const auto found = [&](const std::string& text) {
    std::string ids;
    for (const CoachMatch& match : (*rules)->find(folded(normalise(text)), text, "nl")) ids += match.rule_id;
    return ids;
  };
  CHECK(found("u kent zulke termen niet") == "a");
  CHECK(found("dan reset ik de SNR even") == "ba");
  CHECK(found("dan reset ik de lijn even").empty());
}

TEST_CASE("abbreviations are marked when nobody outside knows them", "[phrases]") {
  const base::WordSet known = {"sms", "pdf", "btw"};
  const auto marked = [&](const std::string& text) {
    return mark_abbreviations(folded(normalise(text)), text, known).text;
  };
  CHECK(marked("De SNR is laag") == "de ACRONYM is laag");
  CHECK(marked("ik maak een r m a aan") == "ik maak een ACRONYM aan");
  CHECK(marked("de pnr klopt niet") == "de ACRONYM klopt niet");
  CHECK(marked("Ik stuur een SMS of een pdf") == "ik stuur een sms of een pdf");
  CHECK(marked("ik stuur een s m s") == "ik stuur een s m s");
  CHECK(marked("postcode 7811 QR") == "postcode 7811 qr");
  CHECK(marked("dat schrijf je h o e k s t r a") == "dat schrijf je h o e k s t r a");
  CHECK(marked("DAT IS ECHT ALLES WAT IK WEET") == "dat is echt alles wat ik weet");
  CHECK(marked("het is 3PM") == "het is 3pm");
}

TEST_CASE("the evidence of an abbreviation is the abbreviation as it was said", "[phrases]") {
  Library library;
  library.coach_rules = {rule("a", CoachLabel::kJargon, {"ACRONYM"})};
  CHECK(find(library, "de SNR-waarde is laag").at(0).evidence == "SNR");
  CHECK(find(library, "er komt een r m a voor").at(0).evidence == "r m a");
}

TEST_CASE("a line in a language without rules sets off nothing", "[phrases]") {
  const auto rules = PhraseRules::create(Library{});
  REQUIRE(rules.ok());
  CHECK((*rules)->find(folded(normalise("x")), "x", "fr").empty());
}

}  // namespace
}  // namespace aandacht::domain
