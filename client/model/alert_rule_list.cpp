// Rules in a list, those that are not saved yet among them.
#include <algorithm>

#include "client/model/alert_times.h"
#include "client/model/alerts_parts.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kOn{"aan", "on"};
constexpr Bilingual kOff{"uit", "off"};
constexpr Bilingual kQuietUntil{"stil tot $0", "quiet until $0"};
constexpr Bilingual kAllTeams{"alle", "all"};
constexpr Bilingual kGoneState{"team bestaat niet", "no such team"};
constexpr Bilingual kNoRuleName{"Nieuwe regel", "New rule"};

AlertRuleRow row_of(const domain::AlertRule& rule, Language language, absl::Time now, absl::TimeZone zone) {
  const bool snoozed = rule.snoozed_until > now;
  std::string state = (rule.on ? kOn : kOff).in(language);
  if (rule.on && snoozed) state = kQuietUntil.fill(language, alert_moment(rule.snoozed_until, now, zone));
  return {rule.id, rule.name, rule.team.empty() ? kAllTeams.in(language) : rule.team, state, !rule.on || snoozed};
}

AlertRuleRow row_of(const AlertRuleData& each, Language language, absl::Time now, absl::TimeZone zone) {
  AlertRuleRow row = row_of(each.rule, language, now, zone);
  if (!each.team_gone) return row;
  row.state = kGoneState.in(language);
  row.quiet = false;
  return row;
}

AlertRuleRow row_of(const AlertDraft& draft, Language language, absl::Time now, absl::TimeZone zone) {
  AlertRuleRow row = row_of(draft.rule, language, now, zone);
  if (row.name.empty()) row.name = kNoRuleName.in(language);
  row.state = kNotSavedYet.in(language);
  row.quiet = false;
  return row;
}

}  // namespace

void add_rule_rows(const AlertsData& data, Language language, absl::Time now, absl::TimeZone zone, AlertsModel& model) {
  const auto is_kept = [&](const std::string& id) {
    return std::any_of(data.rules.begin(), data.rules.end(), [&](const auto& each) { return each.rule.id == id; });
  };
  const auto add_draft = [&](const AlertDraft& draft) {
    if (is_unsaved(draft) && !is_kept(draft.rule.id)) model.rules.push_back(row_of(draft, language, now, zone));
  };
  for (const AlertDraft& draft : data.kept) add_draft(draft);
  if (data.draft) add_draft(*data.draft);
  for (const AlertRuleData& each : data.rules) {
    const auto waits = [&](const AlertDraft& draft) { return draft.rule.id == each.rule.id && is_unsaved(draft); };
    const auto draft = std::find_if(data.kept.begin(), data.kept.end(), waits);
    const bool written = data.draft && waits(*data.draft);
    if (written) {
      model.rules.push_back(row_of(*data.draft, language, now, zone));
    } else {
      model.rules.push_back(draft == data.kept.end() ? row_of(each, language, now, zone)
                                                     : row_of(*draft, language, now, zone));
    }
  }
  if (!data.draft) return;
  for (std::size_t i = 0; i < model.rules.size(); ++i) {
    if (model.rules[i].id == data.draft->rule.id) model.selected_rule = static_cast<int>(i);
  }
}

}  // namespace aandacht::model
