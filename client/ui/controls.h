// Parts to choose with. Each is at least 36 pixels of the design high and writes itself down at the pen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/pen.h"

namespace aandacht::ui {

/// Labels side by side, in as many rows as they need; the chosen one carries a filled ring. Returns which was pressed,
/// or -1. `id` is unique within the window.
[[nodiscard]] int draw_choices(Pen& pen, std::string_view id, const std::vector<std::string>& labels, int chosen);

/// A label with a switch at its right; pressing either is pressing it. True when it was pressed.
[[nodiscard]] bool draw_toggle(Pen& pen, std::string_view id, std::string_view label, bool on);

/// A label, and at its right a value between less and more. -1: less was pressed, 1: more, 0: neither.
[[nodiscard]] int draw_stepper(Pen& pen, std::string_view id, std::string_view label, std::string_view value,
                               bool can_less, bool can_more);

/// What happened to a field in one frame.
struct TypedEvent {
  bool done = false;  ///< Enter, or something else was pressed.
  std::string text;   ///< What is in it then; at most 200 bytes.
};

/// A field that shows `value` until it is pressed; then it holds the keyboard until Enter, Escape (which keeps the
/// value) or a press elsewhere. One at a time is open, see Look::typed.
[[nodiscard]] TypedEvent draw_text_field(Pen& pen, std::string_view id, const std::string& value);

/// Scrolls the window that is drawn so that the part `id` is seen, once after the keyboard has come to it.
void follow_keyboard(Look& look, std::string_view id, const Box& box);

/// A wheel with teeth.
void draw_gear(ImDrawList& list, ImVec2 centre, float size, Colour colour, Colour under);

}  // namespace aandacht::ui
