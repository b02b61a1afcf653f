#include "client/overlay/in_sight.h"

namespace aandacht::overlay {

bool covers_rest(const model::OverlayModel& model) {
  const bool card = model.card && !model.rest.before_card;
  return card || model.search.open || model.keys.open || model.rest.causes_open;
}

bool shows_reset(const model::OverlayModel& model) {
  return model.rest.runs && model.screen == model::Screen::kIdle && !covers_rest(model);
}

bool shows_card(const model::OverlayModel& model) {
  if (!model.card || model.pill || model.keys.open || model.search.open || model.rest.causes_open) return false;
  if (model.card_presence < 1) return false;
  if (model.screen == model::Screen::kIdle) return !model.rest.before_card;
  const bool asked = model.card->kind == domain::CardKind::kWhy && model.card->budget.empty();
  if (model.wrap_up && !asked) return false;
  return model.screen != model::Screen::kDisconnected && !(model.journey_open && model.journey.size() > 1);
}

bool runs_covered(const model::OverlayModel& model) { return model.rest.runs && !shows_reset(model); }

}  // namespace aandacht::overlay
