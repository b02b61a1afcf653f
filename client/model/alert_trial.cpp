// What a rule would have said of the days that passed.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/model/alert_times.h"
#include "client/model/alert_words.h"
#include "client/model/alerts_parts.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kTrying{"Kijkt terug: $0%", "Looking back: $0%"};
constexpr Bilingual kTried{"Zou $0 keer iets hebben gezegd, over $1 beurten in 7 dagen",
                           "Would have spoken $0 times, over $1 turns in 7 days"};
constexpr Bilingual kTriedOnce{"Zou één keer iets hebben gezegd, over $0 beurten in 7 dagen",
                               "Would have spoken once, over $0 turns in 7 days"};
constexpr Bilingual kTriedOther{"De regel is sindsdien veranderd. Probeer hem opnieuw voor de nieuwe cijfers.",
                                "The rule was changed since. Try it again for the new figures."};
constexpr Bilingual kDays[] = {{"zo", "Sun"}, {"ma", "Mon"}, {"di", "Tue"}, {"wo", "Wed"},
                               {"do", "Thu"}, {"vr", "Fri"}, {"za", "Sat"}};

// What counts for what a rule says: not its name, nor whether it is on.
bool says_the_same(domain::AlertRule a, const domain::AlertRule& b) {
  a.id = b.id;
  a.name = b.name;
  a.on = b.on;
  a.owner = b.owner;
  a.version = b.version;
  a.changed = b.changed;
  a.changed_by = b.changed_by;
  a.snoozed_until = b.snoozed_until;
  a.snoozed_by = b.snoozed_by;
  return a == b;
}

}  // namespace

void add_trial(const AlertDraft& draft, const AlertTrialData& trial, Language language, absl::Time now,
               absl::TimeZone zone, AlertRuleEditor& editor) {
  if (trial.stage == AlertTrialStage::kNone) return;
  int total = 0;
  int most = 1;
  for (const auto& [day, count] : trial.days) {
    total += count;
    most = std::max(most, count);
  }
  for (const auto& [day, count] : trial.days) {
    const auto weekday = (static_cast<std::size_t>(absl::GetWeekday(day)) + 1) % 7;
    editor.bars.push_back({absl::StrCat(kDays[weekday].in(language), " ", day.day()), absl::StrCat(count),
                           static_cast<double>(count) / most});
  }
  for (const domain::Alert& alert : trial.alerts) {
    editor.would_say.push_back(absl::StrCat(alert_moment(alert.finding.time, now, zone), " · ", alert.finding.agent_id,
                                            " · ", alert_sentence(alert.finding, language)));
  }
  switch (trial.stage) {
    case AlertTrialStage::kNone:
      return;
    case AlertTrialStage::kRunning:
      editor.trial = kTrying.fill(language, static_cast<int>(trial.progress * 100));
      return;
    case AlertTrialStage::kFailed:
      editor.trial = alert_rule_failure(trial.failure, language);
      return;
    case AlertTrialStage::kDone: {
      const std::string turns = amount_text(trial.turns, language);
      editor.trial = total == 1 ? kTriedOnce.fill(language, turns) : kTried.fill(language, total, turns);
      if (!says_the_same(draft.rule, trial.of)) editor.trial = kTriedOther.in(language);
      return;
    }
  }
}

}  // namespace aandacht::model
