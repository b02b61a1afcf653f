// Who may see and change which alert rule.
#pragma once

#include "service/core/alerts.h"

namespace aandacht::core {

/// The rule looks at a team that the caller leads, or is their own.
[[nodiscard]] bool sees(const AlertCaller& caller, const domain::AlertRule& rule);

/// The caller leads every team that the rule looks at.
[[nodiscard]] bool may_change(const AlertCaller& caller, const domain::AlertRule& rule);

/// The teams that exist and that the caller leads, by name.
[[nodiscard]] std::vector<std::string> led_teams(const Teams& teams, const AlertCaller& caller);

/// A rule is for a team that no configuration names (any more): it hears nothing.
[[nodiscard]] bool is_team_gone(const Teams& teams, const domain::AlertRule& rule);

/// INVALID_ARGUMENT: the rule's team does not exist; the sentence says which do, of those that the caller leads. A rule
/// of which the team went away can still be turned off.
///
/// \param before  as it is kept; nullptr: it is new.
[[nodiscard]] absl::Status check_team(const Teams& teams, const AlertCaller& caller, const domain::AlertRule& rule,
                                      const domain::AlertRule* before);

/// PERMISSION_DENIED with what to do.
[[nodiscard]] absl::Status refuse_change();

/// What `rule` becomes when the caller puts it: only what people choose is taken of it.
///
/// \param before  as it is kept, and the caller sees it; nullptr: it is new.
/// ABORTED, PERMISSION_DENIED: alerts.proto, PutAlertRule.
[[nodiscard]] absl::StatusOr<domain::AlertRule> put_over(const domain::AlertRule* before, domain::AlertRule rule,
                                                         std::int64_t base, const AlertCaller& caller, absl::Time now);

/// ABORTED: `rule` is not of version `base`; the message says who changed it when.
[[nodiscard]] absl::Status check_base(const domain::AlertRule& rule, std::int64_t base);

}  // namespace aandacht::core
