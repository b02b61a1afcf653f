// Stories of customers, between calls.
#include <algorithm>

#include "shared/domain/apply_own.h"
#include "shared/domain/apply_parts.h"

namespace aandacht::domain {

void serve_stories(DeskDraft& /*draft*/) {}

void apply_story_withdrawn(DeskDraft& draft, const StoryWithdrawn& withdrawn) {
  const auto& card = draft.desk().card;
  if (card && card->kind == CardKind::kEmpathy && card->source_id == withdrawn.story_id) {
    draft.take_card_off(CardGoneReason::kRecalled);
  }
}

}  // namespace aandacht::domain
