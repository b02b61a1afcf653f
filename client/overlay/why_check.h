// The row of the why check.
#pragma once

#include "client/overlay/views.h"

namespace aandacht::overlay {

/// At the bottom of the box, which loses at most half its height to it; returns where it begins (pixels of the screen),
/// box.high.y when there is no room for it. Keys 1 to 4 answer while the window has the keyboard.
float draw_why_check(ui::Look& look, const model::WhyCheckModel& check, const ui::Box& box, bool has_keyboard,
                     Actions& actions);

}  // namespace aandacht::overlay
