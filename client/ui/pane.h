// Parts of a page beside each other, each of which scrolls by itself.
#pragma once

#include <functional>
#include <string_view>

#include "client/ui/pen.h"

namespace aandacht::ui {

/// A page in two: what is chosen from, and what explains the chosen.
struct Split {
  Box left;
  Box right;  ///< Below `left` where the page is too narrow for both.
  bool stacked = false;
};

/// `right` has `width` pixels of the design, but at most half of `box`; under `least` pixels of the design in all, the
/// two stand above each other, half and half. Draws the line between them.
///
/// In a wide window `right` is at least `share` of `box`.
[[nodiscard]] Split draw_split(const Look& look, const Box& box, float width, float least = 760, float share = 0);

/// Writes down a column in `box` and scrolls what does not fit, by the wheel and to where the keyboard goes. Comes
/// after what was drawn before in the order of the keyboard. Ids of what is drawn in it are unique within the page.
void draw_pane(Look& look, std::string_view id, const Box& box, const std::function<void(Pen&)>& write);

/// A card with an outline around what is written, inset by 16 pixels of the design.
void draw_card(Pen& pen, const std::function<void(Pen&)>& write);

enum class Confirmed { kNotYet, kYes, kNo };

/// A question where the thing to be done was pressed: no window over the window. The one that does nothing is `no`,
/// and Escape presses it.
[[nodiscard]] Confirmed draw_confirmation(Pen& pen, std::string_view id, std::string_view question,
                                          std::string_view yes, std::string_view no);

}  // namespace aandacht::ui
