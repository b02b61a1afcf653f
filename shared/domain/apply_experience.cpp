// The agent's guess of the three E's.
#include "shared/domain/apply_own.h"
#include "shared/domain/experience.h"

namespace aandacht::domain {
namespace {

void take(Grade& known, Grade told) {
  if (told != Grade::kUnknown) known = told;
}

}  // namespace

void act(DeskDraft& draft, const ExperienceGuessed& guessed) {
  const Call* known = find_call(draft.desk(), guessed.call_id);
  if (known == nullptr || known->state != CallState::kWrapUp) return;
  ThreeEs guess = known->guess;
  take(guess.effectiveness, guessed.guess.effectiveness);
  take(guess.ease, guessed.guess.ease);
  take(guess.emotion, guessed.guess.emotion);
  if (guess == known->guess) return;
  draft.edit_call(guessed.call_id)->guess = guess;
  draft.note(ExperienceGiven{guessed.call_id, guess, read_experience(*find_call(draft.desk(), guessed.call_id))});
}

}  // namespace aandacht::domain
