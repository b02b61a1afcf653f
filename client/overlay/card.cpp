#include "client/cards/card.h"

#include "client/overlay/views.h"

namespace aandacht::overlay {

void write_card(ui::Pen& pen, const model::CardModel& card, float bottom, model::Language language, Actions& actions) {
  if (card.kind == domain::CardKind::kEmpathy) return write_story(pen, card, bottom, language, actions);
  const std::optional<domain::CardAnswer> answer = cards::write_card(pen, card, bottom, language);
  if (answer) actions.push_back(AnswerCard{card.id, *answer});
}

}  // namespace aandacht::overlay
