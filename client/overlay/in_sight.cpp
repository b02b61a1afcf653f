#include "client/overlay/in_sight.h"

namespace aandacht::overlay {

bool covers_rest(const model::OverlayModel& model) {
  const bool card = model.card && !model.rest.before_card;
  return card || model.search.open || model.keys.open || model.rest.causes_open;
}

bool shows_reset(const model::OverlayModel& model) {
  return model.rest.runs && model.screen == model::Screen::kIdle && !covers_rest(model);
}

bool runs_covered(const model::OverlayModel& model) { return model.rest.runs && !shows_reset(model); }

}  // namespace aandacht::overlay
