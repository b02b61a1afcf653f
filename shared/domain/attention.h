// The attention budget: never more than an agent can take in during a call.
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "shared/domain/card.h"
#include "shared/domain/desk.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// How often one rule may speak in a call.
struct RuleLimits {
  absl::Duration cooldown = absl::Seconds(60);
  int maximum_per_call = 1;       ///< 0: no maximum.
  std::vector<CallPhase> phases;  ///< Empty: all.
};

/// The limits of the rule, why or built-in kind that a card was made from.
[[nodiscard]] RuleLimits limits_of(const Card& card, const Library& library);

/// Why this unsolicited card may not be shown at `now`; absent: it may. Reasons in order: silenced, its answer was on
/// screen already (kRuleMaximum), phase, rule maximum, cooldown, call budget, too soon. Only kTooSoon passes by itself.
[[nodiscard]] std::optional<HoldBackReason> hold_back(const Desk& desk, const Call& call, const Card& card,
                                                      const Library& library, absl::Time now);

/// Whether this rule or why was on screen in the call, unasked or because the agent looked it up.
[[nodiscard]] bool was_shown(const Call& call, const std::string& rule_id);

/// When the budget of this call allows the next unsolicited card: its last one plus the minimum gap.
[[nodiscard]] absl::Time next_allowed(const Call& call, const AttentionRules& rules);

}  // namespace aandacht::domain
