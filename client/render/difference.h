// Which pixels changed, for screens to which every byte has to travel.
#pragma once

#include <vector>

#include "client/render/canvas.h"

namespace aandacht::render {

/// The tiles in which two pictures are compared: small enough that a changed digit costs little, large enough that a
/// changed line is one rectangle.
inline constexpr int kTileWidth = 16;
inline constexpr int kTileHeight = 8;

/// Rectangles within `area` that hold every pixel in which `now` differs from `before`; they do not overlap, and each
/// tile of theirs holds a difference. Both canvases have the same size; what `area` has outside of it is ignored.
[[nodiscard]] std::vector<Rect> difference(const Canvas& before, const Canvas& now, const Rect& area);

/// Copies `area` of `from` to the same place of `to`; both have the same size and hold `area`.
void copy(const Canvas& from, const Rect& area, Canvas& to);

}  // namespace aandacht::render
