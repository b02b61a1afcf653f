// Alerts in a list, and the selected one.
#include <algorithm>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "client/model/alert_times.h"
#include "client/model/alert_words.h"
#include "client/model/alerts_parts.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kOpen{"open", "open"};
constexpr Bilingual kSeenBy{"gezien door $0", "seen by $0"};
constexpr Bilingual kAside{"later, $0", "later, $0"};
constexpr Bilingual kOver{"gesprek voorbij", "call is over"};
constexpr Bilingual kRuleFact{"Regel", "Rule"};
constexpr Bilingual kTimeFact{"Wanneer", "When"};
constexpr Bilingual kStateFact{"Status", "State"};
constexpr Bilingual kAsideFact{"Later gezet", "Put aside"};
constexpr Bilingual kAsideBy{"tot $0, door $1", "until $0, by $1"};
constexpr Bilingual kOverAt{"gesprek was om $0 voorbij", "the call was over at $0"};
constexpr Bilingual kGo{"Ga naar het gesprek", "Go to the call"};
constexpr Bilingual kSeen{"Gezien", "Seen"};
constexpr Bilingual kDone{"Klaar", "Done"};
constexpr Bilingual kBack{"Zet terug", "Bring back"};
constexpr Bilingual kLater{"Later", "Later"};
constexpr Bilingual kKeys{"Enter: naar het gesprek · G: gezien · K: klaar · L: kwartier later",
                          "Enter: to the call · G: seen · K: done · L: 15 minutes later"};

std::string state_of(const domain::Alert& alert, Language language, absl::Time now, absl::TimeZone zone) {
  if (is_aside(alert, now)) return kAside.fill(language, alert_moment(alert.snoozed_until, now, zone));
  if (alert.stage == domain::AlertStage::kSeen) return kSeenBy.fill(language, alert.handled_by);
  if (alert.call_ended != absl::InfinitePast()) return kOver.in(language);
  return kOpen.in(language);
}

AlertRow row_of(const domain::Alert& alert, Language language, absl::Time now, absl::TimeZone zone) {
  const bool quiet = is_aside(alert, now) || alert.call_ended != absl::InfinitePast();
  return {alert.id,
          alert_moment(alert.finding.time, now, zone),
          alert.finding.agent_id,
          alert_sentence(alert.finding, language),
          state_of(alert, language, now, zone),
          quiet};
}

AlertDetail detail_of(const domain::Alert& alert, const absl::Status& failure, Language language, absl::Time now,
                      absl::TimeZone zone) {
  AlertDetail detail;
  detail.id = alert.id;
  detail.agent = alert.finding.agent_id;
  detail.what = alert_reason(alert.finding, language);
  if (!alert.finding.words.empty()) detail.words = absl::StrCat("“", alert.finding.words, "”");
  const bool over = alert.call_ended != absl::InfinitePast();
  detail.facts.push_back({kTimeFact.in(language), alert_moment(alert.finding.time, now, zone)});
  detail.facts.push_back({kRuleFact.in(language), alert.finding.rule_name});
  std::string state = alert.stage == domain::AlertStage::kSeen ? kSeenBy.fill(language, alert.handled_by)
                                                               : std::string(kOpen.in(language));
  if (over) absl::StrAppend(&state, "; ", kOverAt.fill(language, alert_moment(alert.call_ended, now, zone)));
  detail.facts.push_back({kStateFact.in(language), state});
  if (is_aside(alert, now)) {
    detail.facts.push_back({kAsideFact.in(language),
                            kAsideBy.fill(language, alert_moment(alert.snoozed_until, now, zone), alert.snoozed_by)});
    detail.back = kBack.in(language);
  }
  if (!over) detail.go = kGo.in(language);
  detail.seen = kSeen.in(language);
  detail.can_see = alert.stage == domain::AlertStage::kOpen;
  detail.done = kDone.in(language);
  detail.later = kLater.in(language);
  detail.snoozes = alert_snoozes(language);
  detail.keys = kKeys.in(language);
  if (!failure.ok()) detail.failure = alert_failure(failure, language);
  return detail;
}

}  // namespace

int waiting_alerts(const std::vector<domain::Alert>& alerts, absl::Time now) {
  return static_cast<int>(std::count_if(alerts.begin(), alerts.end(), [&](const domain::Alert& alert) {
    return alert.stage == domain::AlertStage::kOpen && !is_aside(alert, now);
  }));
}

void add_alerts(const AlertsData& data, Language language, absl::Time now, absl::TimeZone zone, AlertsModel& model) {
  std::vector<domain::Alert> alerts = data.alerts;
  std::sort(alerts.begin(), alerts.end(), [&](const domain::Alert& a, const domain::Alert& b) {
    return std::tuple(is_aside(a, now), b.finding.time, a.id) < std::tuple(is_aside(b, now), a.finding.time, b.id);
  });
  for (const domain::Alert& alert : alerts) {
    if (alert.id == data.selected_alert) {
      model.selected_alert = static_cast<int>(model.alerts.size());
      model.detail = detail_of(alert, data.alert_failure, language, now, zone);
    }
    model.alerts.push_back(row_of(alert, language, now, zone));
  }
}

}  // namespace aandacht::model
