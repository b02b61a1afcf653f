// Phrases as people write them for alerts.
#include "shared/domain/alert_check.h"
#include "shared/domain/alert_rules.h"
#include "tests/support/catch.h"

using namespace aandacht::domain;

namespace {

bool hears(const std::string& phrase, const std::string& text, bool regex = false) {
  AlertRule rule;
  rule.kind = AlertKind::kPhrase;
  rule.phrases = {phrase};
  rule.regex = regex;
  const auto rules = AlertRules::create({rule});
  REQUIRE(rules.ok());
  return !(*rules)->hear(Speaker::kCustomer, text).empty();
}

AlertProblem problem_of(const std::string& phrase, bool regex = false) {
  AlertRule rule;
  rule.name = "Woorden";
  rule.kind = AlertKind::kPhrase;
  rule.phrases = {"advocaat", phrase};
  rule.regex = regex;
  const auto problems = problems_of(rule);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].phrase == 1);
  CHECK_FALSE(sentence(problems[0]).empty());
  return problems[0];
}

}  // namespace

TEST_CASE("a phrase is found whatever its capitals, accents, punctuation, plain endings and joins") {
  CHECK(hears("klacht", "Ik dien een KLACHT in!"));
  CHECK(hears("klacht", "dan komen er klachten"));
  CHECK(hears("café", "in het cafe"));
  CHECK(hears("cafe", "in het café,"));
  CHECK(hears("klachten commissie", "naar de klachtencommissie"));
  CHECK(hears("e-mail", "stuur een email"));
}

TEST_CASE("a slash is either word, a star any ending, dots are up to four other words") {
  CHECK(hears("advocaat/rechter", "ik ga naar de rechter"));
  CHECK(hears("advocaat/rechter", "mijn advocaat belt"));
  CHECK(hears("rechter / rechtbank", "naar de rechtbank"));
  CHECK(hears("de rechter /rechtbank", "naar de rechter"));
  CHECK(hears("opzeg*", "ik wil opzeggen"));
  CHECK(hears("opzeg*", "de opzegging"));
  CHECK(hears("wil ... opzeggen", "ik wil mijn contract vandaag nog opzeggen"));
  CHECK(hears("wil ... opzeggen", "ik wil opzeggen"));
  CHECK_FALSE(hears("wil ... opzeggen", "ik wil a b c d e opzeggen"));
}

TEST_CASE("words are whole words, and between quotes they are exactly as written") {
  CHECK_FALSE(hears("recht", "de rechter"));
  CHECK_FALSE(hears("de", "den haag"));
  CHECK(hears("boek", "twee boeken"));
  CHECK_FALSE(hears("\"boek\"", "twee boeken"));
  CHECK(hears("\"boek\"", "een boek"));
  CHECK(hears("“nooit meer”", "dat wil ik nooit meer"));
  CHECK(hears("1.5%", "dat is 1.5% meer"));  // A point between digits is one character, not any.
  CHECK_FALSE(hears("1.5", "dat is 125 meer"));
}

TEST_CASE("of a rule with many phrases the first that fits is told, with where it stands in the words") {
  AlertRule rule;
  rule.kind = AlertKind::kPhrase;
  rule.phrases = {"jurist", "Ombudsman"};
  const auto rules = AlertRules::create({rule});
  REQUIRE(rules.ok());
  const std::string text = "Dan bel ik de ombudsman, of een jurist.";
  const auto hits = (*rules)->hear(Speaker::kCustomer, text);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].phrase == "jurist");
  CHECK(text.substr(hits[0].where.begin, hits[0].where.end - hits[0].where.begin) == "jurist");
}

TEST_CASE("a rule listens to whom it is to listen to") {
  AlertRule rule;
  rule.kind = AlertKind::kPhrase;
  rule.phrases = {"storing"};
  for (const auto& [speaker, customer, agent] :
       {std::tuple(AlertSpeaker::kEither, 1U, 1U), std::tuple(AlertSpeaker::kCustomer, 1U, 0U),
        std::tuple(AlertSpeaker::kAgent, 0U, 1U)}) {
    rule.speaker = speaker;
    for (const bool regex : {false, true}) {
      rule.regex = regex;
      const auto rules = AlertRules::create({rule});
      REQUIRE(rules.ok());
      CHECK((*rules)->hear(Speaker::kCustomer, "er is een storing").size() == customer);
      CHECK((*rules)->hear(Speaker::kAgent, "er is een storing").size() == agent);
    }
  }
}

TEST_CASE("what is wrong with a phrase is told with the phrase and the place") {
  CHECK(problem_of("").fault == PhraseFault::kEmpty);
  CHECK(problem_of("?!").fault == PhraseFault::kEmpty);
  CHECK(problem_of("rechter/").fault == PhraseFault::kEmpty);
  CHECK(problem_of("... opzeggen").fault == PhraseFault::kGapAtEnd);
  const AlertProblem gap = problem_of("wil …");
  CHECK(gap.fault == PhraseFault::kGapAtEnd);
  CHECK(gap.begin == 4);
  CHECK(problem_of("\"boek").fault == PhraseFault::kOpenQuote);
  CHECK(problem_of(std::string(121, 'a')).fault == PhraseFault::kTooLong);
}

TEST_CASE("a regular expression is one only when asked for, and says where it is wrong") {
  CHECK(hears("kl(a|o)cht", "een klocht", true));
  CHECK(hears("KLACHT", "een klachtje", true));
  CHECK_FALSE(hears("kla.ht", "een klacht"));
  const AlertProblem open = problem_of("advocaat|(jurist", true);
  CHECK(open.fault == PhraseFault::kRegex);
  CHECK_FALSE(open.detail.empty());
  const AlertProblem repeat = problem_of("ab**", true);
  CHECK(repeat.fault == PhraseFault::kRegex);
  CHECK(repeat.begin == 2);
  CHECK(repeat.end == 4);
  CHECK(problem_of("a*", true).fault == PhraseFault::kFitsAll);
  CHECK(problem_of("((a{100}){100}){100}", true).fault != PhraseFault::kNone);
  CHECK(problem_of(std::string(501, 'a'), true).fault == PhraseFault::kTooLong);
}

TEST_CASE("what fits one letter, a third of everyday words or turns, or with the others half, cannot be kept") {
  for (const char* expression :
       {".", "e", "[a-z]", "\\w", "\\w\\w", "[aeiou].*", "(\\w+ ){6}", "\\b(de|the)\\b", "[[:alpha:]]{3}", "\\S"}) {
    INFO(expression);
    CHECK(problem_of(expression, true).fault == PhraseFault::kFitsAll);
  }
  for (const char* phrase : {"u", "a*", "ik/de/het/een", "the/and/you", "dat"}) {
    INFO(phrase);
    CHECK(problem_of(phrase).fault == PhraseFault::kFitsAll);
  }
  AlertRule rule;
  rule.name = "Woorden";
  rule.kind = AlertKind::kPhrase;
  rule.phrases = {"komt", "gisteren", "maandag", "rekening", "vandaag", "pakket", "contract"};
  const auto together = problems_of(rule);
  REQUIRE(together.size() == 1);
  CHECK(together[0].phrase == -1);
  CHECK(together[0].fault == PhraseFault::kFitsAll);
  CHECK_FALSE(sentence(together[0]).empty());
  rule.phrases = {"contract", "klacht ... indienen", "advocaat/jurist", "opzeg*", "geen reactie", "bedankt",
                  "ombudsman"};
  CHECK(problems_of(rule).empty());
}

TEST_CASE("a rule for words speaks of a call once a minute at most") {
  AlertRule rule;
  rule.name = "Woorden";
  rule.kind = AlertKind::kPhrase;
  rule.phrases = {"klacht"};
  rule.cooldown = absl::Seconds(59);
  REQUIRE(problems_of(rule).size() == 1);
  CHECK(problems_of(rule)[0].field == AlertField::kCooldown);
  rule.cooldown = absl::Minutes(1);
  CHECK(problems_of(rule).empty());
  rule.kind = AlertKind::kLongHold;
  rule.cooldown = absl::ZeroDuration();
  CHECK(problems_of(rule).empty());
}

TEST_CASE("each field that is out of its bounds is a problem of its own, and fields that are not used are not") {
  AlertRule rule;
  rule.name = "  ";
  rule.count = 0;
  rule.score = 0.5;
  rule.cooldown = absl::Hours(25);
  rule.language = "de";
  std::vector<AlertField> fields;
  for (const AlertProblem& each : problems_of(rule)) {
    fields.push_back(each.field);
    CHECK_FALSE(sentence(each).empty());
  }
  CHECK(fields == std::vector<AlertField>{AlertField::kName, AlertField::kLanguage, AlertField::kCount,
                                          AlertField::kScore, AlertField::kCooldown});
  CHECK(absl::IsInvalidArgument(check(rule)));
  AlertRule hold;
  hold.name = "Lang in de wacht";
  hold.kind = AlertKind::kLongHold;
  hold.count = 99;
  CHECK(check(hold).ok());
  hold.span = absl::Seconds(4);
  CHECK_FALSE(check(hold).ok());
  AlertRule words;
  words.name = "Woorden";
  words.kind = AlertKind::kPhrase;
  CHECK(problems_of(words).size() == 1);
  words.phrases.assign(51, "klacht");
  CHECK(problems_of(words).size() == 1);
}
