// The whole window of the agent.
#pragma once

#include <vector>

#include "client/model/overlay_model.h"
#include "client/overlay/action.h"
#include "client/ui/look.h"

namespace aandacht::overlay {

/// How wide the column is at 100 %, pixels of the design. Everything fits from 300 on.
inline constexpr float kColumn = 380;

/// Draws one frame over the whole window, between NewFrame and Render, and appends what the agent did.
///
/// Nothing of it decides: the same model draws the same frame. A card comes in a place that is kept free for it, so
/// what is being read stays where it is.
void draw(const model::OverlayModel& model, ui::Look& look, std::vector<Action>& actions);

}  // namespace aandacht::overlay
