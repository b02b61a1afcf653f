// Small shapes that say by form what colour says too. All filled, so that they are as crisp as the pixels allow.
#pragma once

#include "client/ui/look.h"
#include "shared/domain/customer.h"

namespace aandacht::ui {

/// Screen pixels: left and top inside, right and bottom outside.
struct Box {
  ImVec2 low;
  ImVec2 high;

  [[nodiscard]] float width() const { return high.x - low.x; }
  [[nodiscard]] float height() const { return high.y - low.y; }
  [[nodiscard]] ImVec2 centre() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
};

/// A rectangle with round corners and an outline inside its edge. `rounding` in pixels of the screen.
void draw_frame(ImDrawList& list, const Look& look, const Box& box, Colour fill, Colour outline, float rounding);

/// A line of one outline's width across `box` at its top.
void draw_hairline(ImDrawList& list, const Look& look, ImVec2 from, float width);

/// ● good, ○ neutral, ▼ bad, about `size` pixels of the screen. `under`: what lies beneath, for the hollow one.
void draw_feeling(ImDrawList& list, const Look& look, domain::Feeling feeling, ImVec2 centre, float size, Colour under);

/// ◌: now.
void draw_now(ImDrawList& list, const Look& look, ImVec2 centre, float size);

/// ◇ open (ink), ◆ kept (good), × broken (bad).
void draw_promise(ImDrawList& list, const Look& look, domain::PromiseState state, ImVec2 centre, float size,
                  Colour under);

/// A ring whose band is `band` pixels wide.
void draw_ring(ImDrawList& list, ImVec2 centre, float radius, float band, Colour colour, Colour under);

/// Two bars.
void draw_pause(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour);

/// A telephone receiver.
void draw_handset(ImDrawList& list, ImVec2 centre, float size, Colour colour);

/// A small card with two lines on it.
void draw_note(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour, Colour under);

/// A short bar: what makes the window small.
void draw_minimise(ImDrawList& list, ImVec2 centre, float size, Colour colour);

/// An eye.
void draw_eye(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour, Colour under);

void draw_magnifier(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour, Colour under);

[[nodiscard]] Colour colour_of(const Theme& theme, domain::Feeling feeling);

}  // namespace aandacht::ui
