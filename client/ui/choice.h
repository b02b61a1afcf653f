// One of many, folded into one line until it is pressed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/pen.h"

namespace aandacht::ui {

/// Over the pen's column, 36 pixels of the design high. `chosen`: an index into `options`, or -1, and then `hint` is
/// shown softly. Returns the index that was chosen in this frame, or -1.
///
/// Pressed, or by Enter, Space or Alt+Down while the keyboard is on it, the list opens over the window: arrows, Page Up
/// and Down, Home and End, Enter takes, Escape or a press elsewhere closes; what is typed leaves only what contains it.
[[nodiscard]] int draw_choice(Pen& pen, std::string_view id, const std::vector<std::string>& options, int chosen,
                              std::string_view hint = {});

}  // namespace aandacht::ui
