#include "client/model/alert_blanks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/model/alert_words.h"
#include "client/model/bilingual.h"
#include "shared/domain/alert_check.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kKinds[] = {{"de klant een tijd negatief is", "the customer is negative for a while"},
                                {"een klant lang in de wacht staat", "a customer is on hold for long"},
                                {"iemand terugbelt over hetzelfde", "somebody calls again about the same"},
                                {"een woord of zin valt", "a word or phrase is said"},
                                {"een gesprek lang duurt", "a call lasts long"},
                                {"een klant lang op antwoord wacht", "a customer waits long for an answer"}};
constexpr Bilingual kTurns{"$0 beurten achter elkaar", "$0 turns in a row"};
constexpr Bilingual kOneTurn{"één beurt", "one turn"};
constexpr Bilingual kLevels[] = {{"negatief", "negative"}, {"heel negatief", "very negative"}};
constexpr Bilingual kLongerThan{"langer dan $0", "longer than $0"};
constexpr Bilingual kContacts{"voor de $0e keer", "$0 times"};
constexpr Bilingual kDays{"binnen $0 dagen", "within $0 days"};
constexpr Bilingual kSpeakers[] = {{"wie dan ook het zegt", "whoever says it"},
                                   {"als de klant het zegt", "when the customer says it"},
                                   {"als de medewerker het zegt", "when the agent says it"}};
constexpr Bilingual kLanguages[] = {{"alle gesprekken", "all calls"},
                                    {"Nederlandse gesprekken", "Dutch calls"},
                                    {"Engelse gesprekken", "English calls"}};
constexpr Bilingual kAtMostOnce{"eens per $0", "once in $0"};
constexpr Bilingual kEveryTime{"elke keer", "every time"};
constexpr Bilingual kOncePerCall{"eens per gesprek", "once a call"};
constexpr Bilingual kOfCalls{"Welke gesprekken", "Which calls"};
constexpr Bilingual kPerCall{"Per gesprek", "For each call"};
constexpr Bilingual kPerTeam{"Voor het hele team", "For the whole team"};

constexpr const char* kLanguageTags[] = {"", "nl", "en"};
constexpr absl::Duration kWholeDay = absl::Hours(24);

std::vector<std::int64_t> with(std::vector<std::int64_t> usual, std::int64_t present) {
  if (std::find(usual.begin(), usual.end(), present) == usual.end()) usual.push_back(present);
  std::sort(usual.begin(), usual.end());
  return usual;
}

std::int64_t least_cooldown(const domain::AlertRule& rule) {
  return rule.kind == domain::AlertKind::kPhrase ? absl::ToInt64Seconds(domain::kLeastWordsCooldown) : 0;
}

// All in what they are counted in: turns, contacts, days, or seconds.
std::vector<std::int64_t> values_of(const domain::AlertRule& rule, AlertBlank blank) {
  switch (blank) {
    case AlertBlank::kTurns:
      return with({1, 2, 3, 4, 5, 6, 8}, rule.count);
    case AlertBlank::kContacts:
      return with({2, 3, 4, 5, 6}, rule.count);
    case AlertBlank::kDays:
      return with({7, 14, 30, 60, 90}, rule.days);
    case AlertBlank::kSpan:
      return with({15, 30, 60, 120, 180, 300, 600, 900, 1800, 2700, 3600}, absl::ToInt64Seconds(rule.span));
    case AlertBlank::kCooldown:
      return with({least_cooldown(rule), 300, 900, 1800, 3600, absl::ToInt64Seconds(kWholeDay)},
                  absl::ToInt64Seconds(rule.cooldown));
    case AlertBlank::kTeamCooldown:
      return with({0, 300, 900, 1800, 3600}, absl::ToInt64Seconds(rule.team_cooldown));
    case AlertBlank::kKind:
    case AlertBlank::kLevel:
    case AlertBlank::kSpeaker:
    case AlertBlank::kLanguage:
      return {};
  }
  return {};
}

std::int64_t value_of(const domain::AlertRule& rule, AlertBlank blank) {
  switch (blank) {
    case AlertBlank::kTurns:
    case AlertBlank::kContacts:
      return rule.count;
    case AlertBlank::kDays:
      return rule.days;
    case AlertBlank::kSpan:
      return absl::ToInt64Seconds(rule.span);
    case AlertBlank::kCooldown:
      return absl::ToInt64Seconds(rule.cooldown);
    case AlertBlank::kTeamCooldown:
      return absl::ToInt64Seconds(rule.team_cooldown);
    case AlertBlank::kKind:
    case AlertBlank::kLevel:
    case AlertBlank::kSpeaker:
    case AlertBlank::kLanguage:
      return 0;
  }
  return 0;
}

std::string said(AlertBlank blank, std::int64_t value, Language language) {
  const absl::Duration span = absl::Seconds(value);
  switch (blank) {
    case AlertBlank::kTurns:
      return value == 1 ? kOneTurn.in(language) : kTurns.fill(language, value);
    case AlertBlank::kContacts:
      return kContacts.fill(language, value);
    case AlertBlank::kDays:
      return kDays.fill(language, value);
    case AlertBlank::kSpan:
      return kLongerThan.fill(language, spoken_span(span, language));
    case AlertBlank::kCooldown:
    case AlertBlank::kTeamCooldown:
      if (value == 0) return kEveryTime.in(language);
      if (blank == AlertBlank::kCooldown && span >= kWholeDay) return kOncePerCall.in(language);
      return kAtMostOnce.fill(language, spoken_span(span, language));
    case AlertBlank::kKind:
    case AlertBlank::kLevel:
    case AlertBlank::kSpeaker:
    case AlertBlank::kLanguage:
      return "";
  }
  return "";
}

AlertBlankModel counted(const domain::AlertRule& rule, AlertBlank blank, const char* label, Language language) {
  AlertBlankModel model{blank, label, {}, 0};
  const std::int64_t present = value_of(rule, blank);
  for (const std::int64_t value : values_of(rule, blank)) {
    if (value == present) model.chosen = static_cast<int>(model.options.size());
    model.options.push_back(said(blank, value, language));
  }
  return model;
}

template <std::size_t N>
AlertBlankModel named(AlertBlank blank, const Bilingual (&words)[N], int chosen, const char* label, Language language) {
  AlertBlankModel model{blank, label, {}, chosen};
  for (const Bilingual& word : words) model.options.emplace_back(word.in(language));
  return model;
}

void start_with_usual(domain::AlertRule& rule, domain::AlertKind kind) {
  rule.kind = kind;
  rule.count = 3;
  if (kind == domain::AlertKind::kLongHold) rule.span = absl::Minutes(5);
  if (kind == domain::AlertKind::kLongCall) rule.span = absl::Minutes(30);
  if (kind == domain::AlertKind::kLongWait) rule.span = absl::Minutes(1);
  rule.cooldown = std::max(rule.cooldown, absl::Seconds(least_cooldown(rule)));
}

}  // namespace

std::vector<AlertBlankModel> alert_blanks(const domain::AlertRule& rule, Language language) {
  std::vector<AlertBlankModel> blanks = {named(AlertBlank::kKind, kKinds, static_cast<int>(rule.kind), "", language)};
  const auto add = [&](AlertBlank blank) { blanks.push_back(counted(rule, blank, "", language)); };
  switch (rule.kind) {
    case domain::AlertKind::kNegative:
      add(AlertBlank::kTurns);
      blanks.push_back(
          named(AlertBlank::kLevel, kLevels, rule.score <= domain::kVeryNegativeScore ? 1 : 0, "", language));
      break;
    case domain::AlertKind::kLongHold:
    case domain::AlertKind::kLongCall:
    case domain::AlertKind::kLongWait:
      add(AlertBlank::kSpan);
      break;
    case domain::AlertKind::kRepeatContact:
      add(AlertBlank::kContacts);
      add(AlertBlank::kDays);
      break;
    case domain::AlertKind::kPhrase:
      blanks.push_back(named(AlertBlank::kSpeaker, kSpeakers, static_cast<int>(rule.speaker), "", language));
      break;
  }
  return blanks;
}

std::vector<AlertBlankModel> alert_limits(const domain::AlertRule& rule, Language language) {
  int tag = 0;
  for (int i = 0; i < 3; ++i) tag = rule.language == kLanguageTags[i] ? i : tag;
  return {named(AlertBlank::kLanguage, kLanguages, tag, kOfCalls.in(language), language),
          counted(rule, AlertBlank::kCooldown, kPerCall.in(language), language),
          counted(rule, AlertBlank::kTeamCooldown, kPerTeam.in(language), language)};
}

void fill_alert_blank(domain::AlertRule& rule, AlertBlank blank, int chosen) {
  const std::vector<std::int64_t> values = values_of(rule, blank);
  const auto at = static_cast<std::size_t>(std::max(chosen, 0));
  if (!values.empty() && at >= values.size()) return;
  switch (blank) {
    case AlertBlank::kKind:
      return start_with_usual(rule, static_cast<domain::AlertKind>(std::clamp(chosen, 0, 5)));
    case AlertBlank::kTurns:
    case AlertBlank::kContacts:
      rule.count = static_cast<int>(values[at]);
      return;
    case AlertBlank::kLevel:
      rule.score = chosen == 1 ? domain::kVeryNegativeScore : domain::kNegativeScore;
      return;
    case AlertBlank::kSpan:
      rule.span = absl::Seconds(values[at]);
      return;
    case AlertBlank::kDays:
      rule.days = static_cast<int>(values[at]);
      return;
    case AlertBlank::kSpeaker:
      rule.speaker = static_cast<domain::AlertSpeaker>(std::clamp(chosen, 0, 2));
      return;
    case AlertBlank::kLanguage:
      rule.language = kLanguageTags[std::clamp(chosen, 0, 2)];
      return;
    case AlertBlank::kCooldown:
      rule.cooldown = absl::Seconds(values[at]);
      return;
    case AlertBlank::kTeamCooldown:
      rule.team_cooldown = absl::Seconds(values[at]);
      return;
  }
}

std::vector<std::string> phrases_of(const std::string& typed) {
  std::vector<std::string> lines;
  for (const absl::string_view line : absl::StrSplit(typed, '\n')) {
    const absl::string_view words = absl::StripAsciiWhitespace(line);
    if (!words.empty()) lines.emplace_back(words);
  }
  return lines;
}

std::string as_phrase_lines(const std::vector<std::string>& phrases) { return absl::StrJoin(phrases, "\n"); }

}  // namespace aandacht::model
