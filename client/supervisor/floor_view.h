// The floor: who is in a call, since when, with whom, and how the customer feels.
#pragma once

#include "client/model/floor_model.h"
#include "client/ui/look.h"

namespace aandacht::supervisor {

/// Draws one frame over the whole window, between NewFrame and Render. Columns that do not fit are left out, the least
/// needed first; rows beyond the window are reached with the wheel.
void draw_floor(const model::FloorModel& model, ui::Look& look);

}  // namespace aandacht::supervisor
