// What the pointer does to a part of the window.
#pragma once

#include <string>
#include <string_view>

#include "client/ui/shapes.h"

namespace aandacht::ui {

struct Hit {
  bool hovered = false;
  bool held = false;
  bool clicked = false;
};

/// A part that can be pressed, by mouse or where the keyboard is (see FocusOrder). `id` is unique within the window.
[[nodiscard]] Hit press(std::string_view id, const Box& box);

/// A part that only explains itself: true while the pointer rests on it. Takes no clicks.
[[nodiscard]] bool rests_on(const Box& box);

/// A note beside the pointer, at most 320 pixels of the design wide and never outside the window. Call while the
/// pointer rests on what it explains. Lines of `text` after the first are softer.
void draw_tooltip(Look& look, std::string_view text);

/// The same beside a part that the keyboard is on.
void draw_tooltip_at(Look& look, std::string_view text, const Box& part);

}  // namespace aandacht::ui
