// Everything that is not an upright rectangle: round corners, soft edges, lines.
#pragma once

#include <cstdint>

#include "client/render/canvas.h"
#include "client/render/sampler.h"

namespace aandacht::render {

/// A corner: pixels, texture coordinates (0–1), ImGui's packed colour.
struct Corner {
  float x, y;
  float u, v;
  std::uint32_t colour;
};

/// Fills a triangle of any orientation; the colour runs evenly between the corners. `clip` lies within the canvas.
void fill_triangle(const Corner& a, const Corner& b, const Corner& c, const Rect& clip, Canvas& canvas);

/// The same with a texture under the colour.
void draw_triangle(const Corner& a, const Corner& b, const Corner& c, const Sampler& sampler, const Rect& clip,
                   Canvas& canvas);

}  // namespace aandacht::render
