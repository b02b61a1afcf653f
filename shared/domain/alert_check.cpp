#include "shared/domain/alert_check.h"

#include "absl/strings/str_cat.h"
#include "shared/base/utf8.h"
#include "shared/domain/alert_breadth.h"

namespace aandacht::domain {
namespace {

constexpr absl::Duration kLongestCooldown = absl::Hours(24);

AlertProblem problem(AlertField field) { return {field, -1, PhraseFault::kNone, 0, 0, ""}; }

void check_figures(const AlertRule& rule, std::vector<AlertProblem>& problems) {
  const auto expect = [&](bool fits, AlertField field) {
    if (!fits) problems.push_back(problem(field));
  };
  switch (rule.kind) {
    case AlertKind::kNegative:
      expect(rule.count >= 1 && rule.count <= kMostAlertTurns, AlertField::kCount);
      expect(rule.score >= -1 && rule.score < 0, AlertField::kScore);
      return;
    case AlertKind::kRepeatContact:
      expect(rule.count >= 2 && rule.count <= kMostAlertContacts, AlertField::kCount);
      expect(rule.days >= 1 && rule.days <= kMostAlertDays, AlertField::kDays);
      return;
    case AlertKind::kLongHold:
    case AlertKind::kLongCall:
    case AlertKind::kLongWait:
      expect(rule.span >= absl::Seconds(5) && rule.span <= absl::Hours(8), AlertField::kSpan);
      return;
    case AlertKind::kPhrase:
      expect(!rule.phrases.empty() && rule.phrases.size() <= kMostAlertPhrases, AlertField::kPhrases);
      return;
  }
}

void check_phrases(const AlertRule& rule, std::vector<AlertProblem>& problems) {
  if (rule.kind != AlertKind::kPhrase || rule.phrases.size() > kMostAlertPhrases) return;
  bool readable = true;
  for (std::size_t i = 0; i < rule.phrases.size(); ++i) {
    const ReadPhrase read = rule.regex ? read_regex(rule.phrases[i]) : read_phrase(rule.phrases[i]);
    if (read.fault == PhraseFault::kNone) continue;
    readable = false;
    problems.push_back({AlertField::kPhrases, static_cast<int>(i), read.fault, read.begin, read.end, read.detail});
  }
  if (!readable) return;
  const AlertBreadth breadth = breadth_of(rule);
  for (const std::size_t i : breadth.phrases) {
    problems.push_back(
        {AlertField::kPhrases, static_cast<int>(i), PhraseFault::kFitsAll, 0, rule.phrases[i].size(), ""});
  }
  if (breadth.together) problems.push_back({AlertField::kPhrases, -1, PhraseFault::kFitsAll, 0, 0, ""});
}

std::string of_phrase(const AlertProblem& problem) {
  const bool together = problem.phrase < 0 && problem.fault != PhraseFault::kNone;
  const std::string which = together ? "the phrases together" : absl::StrCat("phrase ", problem.phrase + 1);
  switch (problem.fault) {
    case PhraseFault::kNone:
      return absl::StrCat("write 1 to ", kMostAlertPhrases, " words or phrases to listen for");
    case PhraseFault::kEmpty:
      return absl::StrCat(which, " has a part without a letter or digit; write a word there or take it out");
    case PhraseFault::kTooLong:
      return absl::StrCat(which, " is too long; at most ", problem.begin, " bytes are taken");
    case PhraseFault::kGapAtEnd:
      return absl::StrCat(which, " begins or ends with \"...\"; put it between words");
    case PhraseFault::kOpenQuote:
      return absl::StrCat(which, " has one quote; write both or none");
    case PhraseFault::kRegex:
      return absl::StrCat(which, ": RE2 says at character ", problem.begin + 1, ": ", problem.detail);
    case PhraseFault::kTooLarge:
      return absl::StrCat(which, " needs more than 1 MB; write fewer repeats");
    case PhraseFault::kFitsAll:
      return absl::StrCat(which, together ? " fit" : " fits",
                          " nearly everything that is said; write words for what you want to hear of");
  }
  return which;
}

}  // namespace

std::vector<AlertProblem> problems_of(const AlertRule& rule) {
  std::vector<AlertProblem> problems;
  const bool blank = rule.name.find_first_not_of(' ') == std::string::npos;
  if (blank || !base::is_printable(rule.name) || base::count_code_points(rule.name) > kLongestAlertName) {
    problems.push_back(problem(AlertField::kName));
  }
  if (!rule.language.empty() && rule.language != "nl" && rule.language != "en") {
    problems.push_back(problem(AlertField::kLanguage));
  }
  check_figures(rule, problems);
  check_phrases(rule, problems);
  const auto fits = [](absl::Duration span) { return span >= absl::ZeroDuration() && span <= kLongestCooldown; };
  const bool often = rule.kind == AlertKind::kPhrase && rule.cooldown < kLeastWordsCooldown;
  if (!fits(rule.cooldown) || often) problems.push_back(problem(AlertField::kCooldown));
  if (!fits(rule.team_cooldown)) problems.push_back(problem(AlertField::kTeamCooldown));
  return problems;
}

std::string sentence(const AlertProblem& problem) {
  switch (problem.field) {
    case AlertField::kName:
      return absl::StrCat("give the rule a name of 1 to ", kLongestAlertName, " characters");
    case AlertField::kCount:
      return absl::StrCat("count must be 1 to ", kMostAlertTurns, " turns, or 2 to ", kMostAlertContacts, " contacts");
    case AlertField::kScore:
      return "score must be from -1 to below 0; -0.2 is negative, -0.6 very negative";
    case AlertField::kSpan:
      return "the time must be 5 seconds to 8 hours";
    case AlertField::kDays:
      return absl::StrCat("days must be 1 to ", kMostAlertDays);
    case AlertField::kPhrases:
      return of_phrase(problem);
    case AlertField::kCooldown:
      return "cooldown must be 0 to 24 hours; of a rule for words at least 1 minute";
    case AlertField::kTeamCooldown:
      return "team_cooldown must be 0 to 24 hours";
    case AlertField::kLanguage:
      return "language must be nl, en, or empty for all calls";
  }
  return "";
}

absl::Status check(const AlertRule& rule) {
  const std::vector<AlertProblem> problems = problems_of(rule);
  return problems.empty() ? absl::OkStatus() : absl::InvalidArgumentError(sentence(problems.front()));
}

}  // namespace aandacht::domain
