// What must hold of every frame: nothing clips, nothing overlaps, and what is shortened tells the whole of it.
#pragma once

#include "tests/ui/view_fixture.h"

namespace aandacht::test {

/// All text lies inside a window of so many pixels.
void check_within(const DrawnText& text, float width, float height);

/// No two texts lie over each other.
void check_apart(const DrawnText& text);

/// No letter is cut by the window's edge. What scrolls may be cut at its own.
void check_uncut(const ImDrawData& frame);

/// Wherever "…" stands for something that was left out, the pointer that rests on it brings the whole text.
void check_explained(OverlayFixture& overlay, model::Language language);

}  // namespace aandacht::test
