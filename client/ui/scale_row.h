// A scale to tap on.
#pragma once

#include <string_view>

#include "client/ui/pen.h"

namespace aandacht::ui {

/// The numbers from 1 to `most` side by side over the pen's column; the one that was told is filled. 36 pixels of the
/// design high. Returns which was pressed, or 0.
[[nodiscard]] int draw_scale(Pen& pen, std::string_view id, int most, int told);

}  // namespace aandacht::ui
