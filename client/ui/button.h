// Buttons made of text.
#pragma once

#include <string_view>
#include <vector>

#include "client/ui/pen.h"

namespace aandacht::ui {

enum class ButtonKind {
  kMain,  ///< The one that is meant most: semibold.
  kPlain,
  kBare,  ///< No outline: least of all.
};

/// True when it was pressed. The label is centred and never wider than the box.
[[nodiscard]] bool draw_button(Look& look, std::string_view id, std::string_view label, const Box& box,
                               ButtonKind kind);

struct ButtonLabel {
  std::string_view id;
  std::string_view label;
  ButtonKind kind = ButtonKind::kPlain;
};

/// A row of buttons over the pen's column; in two or more rows when the labels do not fit into one. Each is at least
/// 36 pixels of the design high. Returns which was pressed, or -1.
[[nodiscard]] int draw_buttons(Pen& pen, const std::vector<ButtonLabel>& buttons);

/// The same for a desk-wide column: each as wide as its label, from the left on.
[[nodiscard]] int draw_button_row(Pen& pen, const std::vector<ButtonLabel>& buttons);

}  // namespace aandacht::ui
