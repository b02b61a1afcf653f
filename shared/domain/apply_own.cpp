// What agents do for themselves.
#include "shared/domain/apply_own.h"

#include <variant>

#include "shared/domain/apply_parts.h"

namespace aandacht::domain {

void apply_own_act(DeskDraft& draft, const OwnActed& acted) {
  std::visit([&](const auto& each) { act(draft, each); }, acted.act);
}

void act(DeskDraft& draft, const OwnSideForgotten& /*forgotten*/) {
  const double sensitivity = draft.desk().fatigue.sensitivity;  // A setting, not a memory.
  const std::int64_t count = draft.desk().resets.count;         // Ids stay unique.
  draft.edit_fatigue() = Fatigue{};
  draft.edit_fatigue().sensitivity = sensitivity;
  draft.edit_resets() = ResetBook{};
  draft.edit_resets().count = count;
  draft.edit_habits() = HabitBook{};
}

}  // namespace aandacht::domain
