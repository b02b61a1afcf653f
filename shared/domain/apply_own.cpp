// What agents do for themselves.
#include "shared/domain/apply_own.h"

#include <string>
#include <variant>
#include <vector>

#include "shared/domain/apply_parts.h"

namespace aandacht::domain {

void apply_own_act(DeskDraft& draft, const OwnActed& acted) {
  std::visit([&](const auto& each) { act(draft, each); }, acted.act);
}

void act(DeskDraft& draft, const OwnSideForgotten& /*forgotten*/) {
  const double sensitivity = draft.desk().fatigue.sensitivity;  // A setting, not a memory.
  draft.edit_fatigue() = Fatigue{};
  draft.edit_fatigue().sensitivity = sensitivity;
  draft.edit_resets() = ResetBook{};
  draft.edit_habits() = HabitBook{};
  draft.edit_questions() = QuestionTally{};
  draft.edit_stories() = StoryBook{};
  draft.edit_refusals().clear();
  std::vector<std::string> own;  // Calls that carry something of the agent.
  for (const Call& call : draft.desk().calls) {
    if (call.heavy || call.guess != ThreeEs{}) own.push_back(call.id);
  }
  for (const std::string& call_id : own) {
    Call& call = *draft.edit_call(call_id);
    call.heavy = false;
    call.guess = ThreeEs{};
  }
}

}  // namespace aandacht::domain
