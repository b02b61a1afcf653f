#include "client/model/alert_words.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/model/bilingual.h"
#include "client/model/refusal_words.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kNegativeTurns{"klant was $0 beurten achter elkaar $1", "customer was $1 for $0 turns in a row"};
constexpr Bilingual kNegativeTurn{"klant was $0", "customer was $0"};
constexpr Bilingual kOnHold{"klant staat al $0 in de wacht", "customer has been on hold for $0"};
constexpr Bilingual kContact{"$0e contact in $1 dagen over “$2”", "contact $0 in $1 days about “$2”"};
constexpr Bilingual kPhraseSaid{"“$0” viel in het gesprek", "“$0” was said in the call"};
constexpr Bilingual kLongCall{"gesprek duurt al $0", "call has lasted $0"};
constexpr Bilingual kWaits{"klant wacht al $0 op antwoord", "customer has been waiting for $0"};

constexpr Bilingual kTellMe{"Laat het me weten als $0.", "Tell me when $0."};
constexpr Bilingual kIfNegative{"de klant $0 beurten achter elkaar $1 is", "the customer is $1 for $0 turns in a row"};
constexpr Bilingual kIfNegativeOnce{"de klant $0 is", "the customer is $0"};
constexpr Bilingual kNegative{"negatief", "negative"};
constexpr Bilingual kVeryNegative{"heel negatief", "very negative"};
constexpr Bilingual kIfHold{"een klant langer dan $0 in de wacht staat", "a customer is on hold for longer than $0"};
constexpr Bilingual kIfContact{"iemand binnen $1 dagen voor de $0e keer over hetzelfde belt",
                               "somebody calls $0 times about the same within $1 days"};
constexpr Bilingual kIfCall{"een gesprek langer dan $0 duurt", "a call lasts longer than $0"};
constexpr Bilingual kIfWait{"een klant langer dan $0 op antwoord wacht", "a customer waits for longer than $0"};
constexpr Bilingual kIfCustomerSays{"de klant dit zegt: $0", "the customer says: $0"};
constexpr Bilingual kIfSaid{"dit in een gesprek valt: $0", "this is said in a call: $0"};
constexpr Bilingual kIfAgentSays{"de medewerker dit zegt: $0", "the agent says: $0"};

constexpr Bilingual kAndMore{"$0 en nog $1", "$0 and $1 more"};

constexpr Bilingual kSeconds{"$0 seconden", "$0 seconds"};
constexpr Bilingual kMinute{"1 minuut", "1 minute"};
constexpr Bilingual kMinutes{"$0 minuten", "$0 minutes"};
constexpr Bilingual kHours{"$0 uur", "$0 hours"};
constexpr Bilingual kHour{"1 uur", "1 hour"};

constexpr Bilingual kBadName{"Geef de regel een naam van hoogstens 80 tekens.",
                             "Give the rule a name of at most 80 characters."};
constexpr Bilingual kBadCount{"Kies een aantal dat mag.", "Choose a number that is allowed."};
constexpr Bilingual kBadSpan{"Kies een tijd van 5 seconden tot 8 uur.", "Choose a time from 5 seconds to 8 hours."};
constexpr Bilingual kBadCooldown{"Kies hoogstens 24 uur, en voor woorden minstens een minuut.",
                                 "Choose at most 24 hours, and for words at least a minute."};
constexpr Bilingual kNoPhrases{"Schrijf minstens één en hoogstens 50 woorden of zinnen, elk op een eigen regel.",
                               "Write at least one and at most 50 words or phrases, each on its own line."};
constexpr Bilingual kEmptyPart{"“$0”: hier staat geen woord. Schrijf er een of haal het weg.",
                               "“$0”: there is no word here. Write one or take it out."};
constexpr Bilingual kTooLong{"“$0…” is te lang; maak het korter.", "“$0…” is too long; make it shorter."};
constexpr Bilingual kGapAtEnd{"“$0”: zet … tussen woorden, niet aan het begin of het eind.",
                              "“$0”: put … between words, not at the beginning or the end."};
constexpr Bilingual kOpenQuote{"$0: er mist een aanhalingsteken.", "$0: a quote is missing."};
constexpr Bilingual kBadRegex{"“$0”: hier klopt de expressie niet (teken $1): $2",
                              "“$0”: the expression is wrong here (character $1): $2"};
constexpr Bilingual kLargeRegex{"“$0” is te zwaar; schrijf minder herhalingen.",
                                "“$0” is too heavy; write fewer repeats."};
constexpr Bilingual kFitsAll{"“$0” past op bijna alles wat gezegd wordt; schrijf waar het over moet gaan.",
                             "“$0” fits nearly everything that is said; write what it is to be about."};
constexpr Bilingual kFitAll{"Samen passen deze woorden op bijna alles wat gezegd wordt; laat de gewone woorden weg.",
                            "Together these words fit nearly everything that is said; leave out the plain ones."};

constexpr Bilingual kNotReached{
    "De dienst is even niet bereikbaar. Wat je hier schreef blijft staan; probeer het zo opnieuw.",
    "The service cannot be reached. What you wrote stays here; try again in a moment."};
constexpr Bilingual kNotReachedNow{
    "De dienst is even niet bereikbaar. De meldingen hier zijn van daarvoor; probeer het zo opnieuw.",
    "The service cannot be reached. The alerts here are from before; try again in a moment."};
constexpr Bilingual kNotYours{"Deze melding is van een team dat je niet leidt.",
                              "This alert is of a team that you do not lead."};
constexpr Bilingual kNotAllowed{
    "Deze regel kijkt naar een team dat je niet leidt. Maak er zelf een voor je eigen team.",
    "This rule looks at a team that you do not lead. Make one for your own team."};
constexpr Bilingual kGone{"Dit is er niet meer; iemand heeft het verwijderd.", "This is gone; somebody deleted it."};
constexpr Bilingual kBusy{"Het is even te druk daarvoor. Probeer het over een minuut opnieuw.",
                          "It is too busy for that. Try again in a minute."};
constexpr Bilingual kOther{"Dat lukte niet: $0", "That did not work: $0"};

constexpr std::array<Bilingual, 9> kNumbers{{{"twee", "two"},
                                             {"drie", "three"},
                                             {"vier", "four"},
                                             {"vijf", "five"},
                                             {"zes", "six"},
                                             {"zeven", "seven"},
                                             {"acht", "eight"},
                                             {"negen", "nine"},
                                             {"tien", "ten"}}};

std::string number(int count, Language language) {
  if (count < 2 || count > 10) return absl::StrCat(count);
  return kNumbers[static_cast<std::size_t>(count) - 2].in(language);
}

std::string quoted(const domain::AlertRule& rule, Language language) {
  constexpr std::size_t kShown = 4;
  std::vector<std::string> shown;
  for (const std::string& phrase : rule.phrases) {
    if (shown.size() == kShown) break;
    shown.push_back(absl::StrCat("“", phrase, "”"));
  }
  const std::string words = absl::StrJoin(shown, ", ");
  return rule.phrases.size() > kShown ? kAndMore.fill(language, words, rule.phrases.size() - kShown) : words;
}

std::string level_of(double score, Language language) {
  return (score <= domain::kVeryNegativeScore ? kVeryNegative : kNegative).in(language);
}

std::string condition(const domain::AlertRule& rule, Language language) {
  const std::string span = spoken_span(rule.span, language);
  switch (rule.kind) {
    case domain::AlertKind::kNegative: {
      const std::string level = level_of(rule.score, language);
      if (rule.count == 1) return kIfNegativeOnce.fill(language, level);
      return kIfNegative.fill(language, number(rule.count, language), level);
    }
    case domain::AlertKind::kLongHold:
      return kIfHold.fill(language, span);
    case domain::AlertKind::kRepeatContact:
      return kIfContact.fill(language, rule.count, rule.days);
    case domain::AlertKind::kLongCall:
      return kIfCall.fill(language, span);
    case domain::AlertKind::kLongWait:
      return kIfWait.fill(language, span);
    case domain::AlertKind::kPhrase:
      break;
  }
  switch (rule.speaker) {
    case domain::AlertSpeaker::kEither:
      return kIfSaid.fill(language, quoted(rule, language));
    case domain::AlertSpeaker::kCustomer:
      return kIfCustomerSays.fill(language, quoted(rule, language));
    case domain::AlertSpeaker::kAgent:
      return kIfAgentSays.fill(language, quoted(rule, language));
  }
  return "";
}

std::string phrase_problem(const domain::AlertProblem& problem, const std::string& phrase, Language language) {
  switch (problem.fault) {
    case domain::PhraseFault::kNone:
      return kNoPhrases.in(language);
    case domain::PhraseFault::kEmpty:
      return kEmptyPart.fill(language, phrase);
    case domain::PhraseFault::kTooLong:
      return kTooLong.fill(language, phrase.substr(0, 20));
    case domain::PhraseFault::kGapAtEnd:
      return kGapAtEnd.fill(language, phrase);
    case domain::PhraseFault::kOpenQuote:
      return kOpenQuote.fill(language, phrase);
    case domain::PhraseFault::kRegex:
      return kBadRegex.fill(language, phrase, problem.begin + 1, problem.detail);
    case domain::PhraseFault::kTooLarge:
      return kLargeRegex.fill(language, phrase);
    case domain::PhraseFault::kFitsAll:
      return problem.phrase < 0 ? kFitAll.in(language) : kFitsAll.fill(language, phrase);
  }
  return "";
}

}  // namespace

std::string spoken_span(absl::Duration span, Language language) {
  const std::int64_t seconds = absl::ToInt64Seconds(span);
  if (seconds < 60 || (seconds % 60 != 0 && seconds < 120)) return kSeconds.fill(language, seconds);
  const std::int64_t minutes = seconds / 60;
  if (minutes == 1) return kMinute.in(language);
  if (minutes < 60 || minutes % 60 != 0) return kMinutes.fill(language, minutes);
  return minutes == 60 ? kHour.in(language) : kHours.fill(language, minutes / 60);
}

std::string alert_reason(const domain::AlertFinding& finding, Language language) {
  const std::string span = spoken_span(finding.span, language);
  switch (finding.kind) {
    case domain::AlertKind::kNegative:
      return finding.count <= 1
                 ? kNegativeTurn.fill(language, level_of(finding.score, language))
                 : kNegativeTurns.fill(language, number(finding.count, language), level_of(finding.score, language));
    case domain::AlertKind::kLongHold:
      return kOnHold.fill(language, span);
    case domain::AlertKind::kRepeatContact:
      return kContact.fill(language, finding.count, absl::ToInt64Hours(finding.span) / 24, finding.about);
    case domain::AlertKind::kPhrase:
      return kPhraseSaid.fill(language, finding.matched);
    case domain::AlertKind::kLongCall:
      return kLongCall.fill(language, span);
    case domain::AlertKind::kLongWait:
      return kWaits.fill(language, span);
  }
  return "";
}

std::string alert_sentence(const domain::AlertFinding& finding, Language language) {
  const std::string reason = alert_reason(finding, language);
  return finding.words.empty() ? reason : absl::StrCat(reason, ": “", finding.words, "”");
}

std::string alert_rule_sentence(const domain::AlertRule& rule, Language language) {
  return kTellMe.fill(language, condition(rule, language));
}

std::string alert_problem_sentence(const domain::AlertProblem& problem, const domain::AlertRule& rule,
                                   Language language) {
  switch (problem.field) {
    case domain::AlertField::kName:
      return kBadName.in(language);
    case domain::AlertField::kCount:
    case domain::AlertField::kScore:
    case domain::AlertField::kDays:
    case domain::AlertField::kLanguage:
      return kBadCount.in(language);
    case domain::AlertField::kSpan:
      return kBadSpan.in(language);
    case domain::AlertField::kCooldown:
    case domain::AlertField::kTeamCooldown:
      return kBadCooldown.in(language);
    case domain::AlertField::kPhrases: {
      const bool known = problem.phrase >= 0 && static_cast<std::size_t>(problem.phrase) < rule.phrases.size();
      return phrase_problem(problem, known ? rule.phrases[static_cast<std::size_t>(problem.phrase)] : "", language);
    }
  }
  return "";
}

std::string alert_rule_failure(const absl::Status& status, Language language) {
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status)) return kNotReached.in(language);
  if (absl::IsPermissionDenied(status)) return kNotAllowed.in(language);
  if (absl::IsNotFound(status)) return kGone.in(language);
  if (absl::IsResourceExhausted(status)) return kBusy.in(language);
  return kOther.fill(language, refusal_words(status, language));
}

std::string alert_failure(const absl::Status& status, Language language) {
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status)) return kNotReachedNow.in(language);
  if (absl::IsPermissionDenied(status)) return kNotYours.in(language);
  return alert_rule_failure(status, language);
}

}  // namespace aandacht::model
