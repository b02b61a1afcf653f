// Upright rectangles: boxes, glyphs, pictures.
#pragma once

#include <cstdint>
#include <optional>

#include "client/render/blend.h"
#include "client/render/canvas.h"
#include "client/render/imgui_compat.h"
#include "client/render/textures.h"

namespace aandacht::render {

/// A rectangle of the canvas (pixels, left < right, top < bottom) and the part of a texture (0–1) that lies on it.
struct Quad {
  float left, top, right, bottom;
  float u0, v0, u1, v1;
};

/// Fills the pixels whose centres are in `quad` and in `clip`, which lies within the canvas.
void fill_quad(const Quad& quad, const Colour& colour, const Rect& clip, Canvas& canvas);

/// Lays a glyph of `atlas` in `colour`. At the atlas' own size it is copied to the nearest whole pixel, else sampled.
void draw_glyph(const Quad& quad, const Colour& colour, const AtlasPixels& atlas, const Rect& clip, Canvas& canvas);

/// Lays a part of `picture`, tinted, stretched bilinearly.
void draw_picture(const Quad& quad, const Colour& tint, const Picture& picture, const Rect& clip, Canvas& canvas);

/// Where a glyph lies that is shown at its own size: pixels of the canvas, and its first texel.
struct WholeGlyph {
  int left, top, wide, high;
  int u, v;
};

/// The whole pixels nearest to `quad`, when it shows a part of an atlas of this size one to one.
[[nodiscard]] std::optional<WholeGlyph> whole_glyph(const Quad& quad, int atlas_width, int atlas_height);

/// Moves the glyphs of `frame` that are drawn from texture `atlas` to where the rasteriser lays them: another renderer
/// would smear a glyph between two pixels over both.
void lay_glyphs_on_whole_pixels(ImDrawData& frame, std::uint64_t atlas, int atlas_width, int atlas_height);

/// The first pixel whose centre is at or right of `edge`.
[[nodiscard]] int first_pixel(float edge);

}  // namespace aandacht::render
