#include "shared/domain/fatigue.h"

namespace aandacht::domain {

FatigueScore fatigue_score(const Fatigue& /*fatigue*/, const FatigueRules& /*rules*/, absl::Time /*now*/) { return {}; }

absl::Duration own_after_call_work(const Fatigue& /*fatigue*/, const FatigueRules& /*rules*/) {
  return absl::InfiniteDuration();
}

FatigueRules shipped_fatigue_rules() { return {}; }

}  // namespace aandacht::domain
