#include "shared/domain/attention.h"

#include <algorithm>

namespace aandacht::domain {

bool was_shown(const Call& call, const std::string& rule_id) {
  const auto use = call.rule_uses.find(rule_id);
  return use != call.rule_uses.end() && use->second.shown > 0;
}

RuleLimits limits_of(const Card& card, const Library& library) {
  switch (card.kind) {
    case CardKind::kWe: {
      const CoachRule* rule = find_rule(library, card.evidence.rule_id);
      if (rule == nullptr) return {};
      return {rule->cooldown, rule->once_per_call ? 1 : rule->maximum_per_call, rule->phases};
    }
    case CardKind::kWhy:
      return {absl::Seconds(60), 1, {}};
    case CardKind::kHeard:
      return {absl::Seconds(60), 1, {CallPhase::kSolving, CallPhase::kClosing}};
    case CardKind::kWarmth:
      return {absl::Minutes(2), 2, {}};
    case CardKind::kFirstTime:
      return {absl::Seconds(60), 1, {CallPhase::kOpening, CallPhase::kSolving}};
    case CardKind::kPrompt:
    case CardKind::kEmpathy:
      return {absl::ZeroDuration(), 0, {}};
  }
  return {};
}

absl::Time next_allowed(const Call& call, const AttentionRules& rules) {
  return call.attention.shown == 0 ? absl::InfinitePast() : call.attention.last + rules.minimum_gap;
}

std::optional<HoldBackReason> hold_back(const Desk& desk, const Call& call, const Card& card, const Library& library,
                                        absl::Time now) {
  const std::string& rule = card.evidence.rule_id;
  const auto refused = desk.refusals.find(rule);
  if (refused != desk.refusals.end() && refused->second >= library.attention.refusals_to_silence) {
    return HoldBackReason::kSilenced;
  }
  // A card that waited may have been overtaken by its own answer.
  if (card.kind == CardKind::kFirstTime && was_shown(call, card.source_id)) return HoldBackReason::kRuleMaximum;
  const RuleLimits limits = limits_of(card, library);
  if (!limits.phases.empty() &&
      std::find(limits.phases.begin(), limits.phases.end(), call.phase) == limits.phases.end()) {
    return HoldBackReason::kPhase;
  }
  const auto use = call.rule_uses.find(rule);
  if (use != call.rule_uses.end()) {
    if (limits.maximum_per_call > 0 && use->second.shown >= limits.maximum_per_call)
      return HoldBackReason::kRuleMaximum;
    if (now < use->second.last + limits.cooldown) return HoldBackReason::kCooldown;
  }
  if (call.attention.shown >= call.attention.budget) return HoldBackReason::kCallBudget;
  if (now < next_allowed(call, library.attention)) return HoldBackReason::kTooSoon;
  return std::nullopt;
}

}  // namespace aandacht::domain
