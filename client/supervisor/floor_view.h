// The floor: who is in a call, since when, with whom, and how the customer feels.
#pragma once

#include "client/model/floor_model.h"
#include "client/supervisor/page_frame.h"

namespace aandacht::supervisor {

/// Draws one frame. Columns that do not fit are left out, the least needed first; rows beyond the page are reached with
/// the wheel.
void draw_floor(const model::FloorModel& model, PageFrame& frame);

}  // namespace aandacht::supervisor
