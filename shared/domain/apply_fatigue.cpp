// Counters of what calls ask of the agent.
#include <algorithm>

#include "shared/domain/apply_own.h"

namespace aandacht::domain {

void note_fatigue(DeskDraft& /*draft*/) {}

void act(DeskDraft& draft, const SensitivitySet& set) {
  if (set.sensitivity >= 0.5 && set.sensitivity <= 1.5) draft.edit_fatigue().sensitivity = set.sensitivity;
}

void act(DeskDraft& draft, const EnergyShared& shared) {
  constexpr absl::Duration kLongest = absl::Hours(8);
  const absl::Duration span = std::clamp(shared.span, absl::ZeroDuration(), kLongest);
  draft.edit_fatigue().shared_until = span > absl::ZeroDuration() ? draft.now() + span : absl::InfinitePast();
}

}  // namespace aandacht::domain
