// The pages of the agent's own side, drawn. They report what was done and decide nothing.
#pragma once

#include "client/model/own_page.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {

/// Draws one frame over the whole window, between NewFrame and Render. Scrolls by wheel, and by Page up, Page down,
/// Home and End while the window has the keyboard.
void draw_own_page(const model::OwnPageModel& page, ui::Look& look, bool keyboard, Actions& actions);

/// The ways in, at the bottom of the box while nothing else is there; returns where they begin. `shared`: that the
/// ring is shared, which ends when it is pressed; empty: it is not.
float draw_own_ways(ui::Look& look, const ui::Box& box, const std::string& shared, model::Language language,
                    Actions& actions);

}  // namespace aandacht::overlay
