// What the agent notes in a call by themselves.
#include "shared/domain/apply_parts.h"
#include "shared/domain/late_turns.h"

namespace aandacht::domain {

void apply_pin(DeskDraft& draft, const HeardPinned& pinned) {
  const Call* known = find_call(draft.desk(), pinned.call_id);
  const LateTurn* turn = known == nullptr ? nullptr : find_turn(*known, pinned.utterance_id);
  if (turn == nullptr) return;
  Call after = *known;
  if (pin(after, *turn)) *draft.edit_call(pinned.call_id) = std::move(after);
}

void apply_heavy(DeskDraft& draft, const CallMarkedHeavy& marked) {
  const Call* known = find_call(draft.desk(), marked.call_id);
  if (known == nullptr || known->heavy == marked.heavy) return;
  draft.edit_call(marked.call_id)->heavy = marked.heavy;
}

}  // namespace aandacht::domain
