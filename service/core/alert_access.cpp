#include "service/core/alert_access.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::core {

bool AlertCaller::leads(const std::string& team) const {
  return std::any_of(teams.begin(), teams.end(), [&](const std::string& led) { return led == team || led == "*"; });
}

bool sees(const AlertCaller& caller, const domain::AlertRule& rule) {
  if (!rule.team.empty()) return caller.leads(rule.team);
  return (!rule.owner_id.empty() && rule.owner_id == caller.id) ||
         std::any_of(rule.led.begin(), rule.led.end(),
                     [&](const std::string& led) { return led == "*" || caller.leads(led); });
}

bool may_change(const AlertCaller& caller, const domain::AlertRule& rule) {
  if (!rule.team.empty()) return caller.leads(rule.team);
  return std::all_of(rule.led.begin(), rule.led.end(), [&](const std::string& led) { return caller.leads(led); });
}

absl::Status refuse_change() {
  return absl::PermissionDeniedError(
      "this rule looks at a team that you do not lead; make one of your own for your team");
}

std::vector<std::string> led_teams(const Teams& teams, const AlertCaller& caller) {
  std::vector<std::string> led;
  for (const auto& [team, size] : teams.sizes()) {
    if (caller.leads(team)) led.push_back(team);
  }
  return led;
}

bool is_team_gone(const Teams& teams, const domain::AlertRule& rule) {
  return !rule.team.empty() && !teams.sizes().contains(rule.team);
}

absl::Status check_team(const Teams& teams, const AlertCaller& caller, const domain::AlertRule& rule,
                        const domain::AlertRule* before) {
  if (!is_team_gone(teams, rule)) return absl::OkStatus();
  if (before != nullptr && before->team == rule.team && !rule.on) return absl::OkStatus();
  const std::vector<std::string> led = led_teams(teams, caller);
  return absl::InvalidArgumentError(absl::StrCat(
      "there is no team \"", rule.team, "\"; ",
      led.empty() ? "there is none that you lead, so leave team empty"
                  : absl::StrCat("choose ", absl::StrJoin(led, ", "), ", or leave it empty for all your teams")));
}

absl::Status check_base(const domain::AlertRule& rule, std::int64_t base) {
  if (rule.version == base) return absl::OkStatus();
  return absl::AbortedError(absl::StrCat(rule.changed_by.empty() ? "somebody" : rule.changed_by,
                                         " changed this rule at ",
                                         absl::FormatTime(absl::RFC3339_sec, rule.changed, absl::UTCTimeZone()),
                                         "; look at theirs and put yours over it, or leave it"));
}

absl::StatusOr<domain::AlertRule> put_over(const domain::AlertRule* before, domain::AlertRule rule, std::int64_t base,
                                           const AlertCaller& caller, absl::Time now) {
  // Rights first: who sees a rule and may not change it learns no more of it.
  if (before != nullptr && !may_change(caller, *before)) return refuse_change();
  rule.owner_id = before == nullptr ? caller.id : before->owner_id;
  rule.owner = before == nullptr ? caller.name : before->owner;
  rule.led = before == nullptr || before->led.empty() ? caller.teams : before->led;
  rule.version = base + 1;
  rule.changed = now;
  rule.changed_by = caller.name;
  rule.snoozed_until = before == nullptr ? absl::InfinitePast() : before->snoozed_until;
  rule.snoozed_by = before == nullptr ? "" : before->snoozed_by;
  if (!may_change(caller, rule)) return refuse_change();
  if (before == nullptr && base != 0) {
    return absl::AbortedError("this rule was deleted; put it as a new one with base_version 0, or leave it");
  }
  if (before != nullptr) {
    if (absl::Status status = check_base(*before, base); !status.ok()) return status;
  }
  return rule;
}

}  // namespace aandacht::core
