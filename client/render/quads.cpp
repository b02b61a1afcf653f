#include "client/render/quads.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "client/render/edges.h"
#include "client/render/primitives.h"
#include "client/render/sampler.h"

namespace aandacht::render {
namespace {

Rect covered(const Quad& quad, const Rect& clip) {
  return Rect{first_pixel(quad.left), first_pixel(quad.top), first_pixel(quad.right), first_pixel(quad.bottom)}
      .intersected(clip);
}

/// One row of a glyph. Most of a glyph is empty, so four texels are passed over at once where they can be.
void lay_coverage(const unsigned char* coverage, int count, Pixel colour, unsigned alpha, Pixel* out) {
  for (int x = 0; x < count; ++x) {
    if (x + 4 <= count) {
      std::uint32_t four = 0;
      std::memcpy(&four, coverage + x, 4);
      if (four == 0) {
        x += 3;
        continue;
      }
    }
    const unsigned a = alpha == 255 ? coverage[x] : times(coverage[x], alpha);
    if (a == 255) {
      out[x] = colour;
    } else if (a != 0) {
      out[x] = blend(out[x], colour, a);
    }
  }
}

/// True when the quad shows its texels one to one.
bool at_own_size(const Quad& quad, int texels_wide, int texels_high) {
  return std::abs((quad.right - quad.left) - static_cast<float>(texels_wide)) < 0.02F &&
         std::abs((quad.bottom - quad.top) - static_cast<float>(texels_high)) < 0.02F;
}

void stretch(const Quad& quad, const Colour& tint, const Sampler& sampler, const Rect& clip, Canvas& canvas) {
  const Rect area = covered(quad, clip);
  const auto texel = [](float from, float to, float low, float high, int pixel_at, int size) {
    const double part = (pixel_at + 0.5 - low) / (static_cast<double>(high) - low);
    return Sampler::to_texels(static_cast<float>(from + (static_cast<double>(to) - from) * part), size);
  };
  for (int y = area.top; y < area.bottom; ++y) {
    const std::int64_t v = texel(quad.v0, quad.v1, quad.top, quad.bottom, y, sampler.height());
    Pixel* out = canvas.row(y);
    for (int x = area.left; x < area.right; ++x) {
      const std::int64_t u = texel(quad.u0, quad.u1, quad.left, quad.right, x, sampler.width());
      const Colour colour = tinted(sampler.at(u, v), tint);
      if (colour.alpha != 0) out[x] = blend(out[x], colour.opaque(), colour.alpha);
    }
  }
}

}  // namespace

int first_pixel(float edge) {
  // On the grid of triangles: a box and its two halves hold the same pixels.
  return static_cast<int>(floor_div(to_fixed(edge) + 127, 256));
}

void fill_quad(const Quad& quad, const Colour& colour, const Rect& clip, Canvas& canvas) {
  const Rect area = covered(quad, clip);
  if (area.empty()) return;
  const Pixel solid = colour.opaque();
  for (int y = area.top; y < area.bottom; ++y) {
    Pixel* out = canvas.row(y) + area.left;
    if (colour.alpha == 255) {
      std::fill_n(out, area.width(), solid);
    } else {
      for (int x = 0; x < area.width(); ++x) out[x] = blend(out[x], solid, colour.alpha);
    }
  }
}

std::optional<WholeGlyph> whole_glyph(const Quad& quad, int atlas_width, int atlas_height) {
  const auto texel = [](float coordinate, int size) {
    return static_cast<int>(std::lround(bounded(coordinate * static_cast<float>(size))));
  };
  WholeGlyph glyph{};
  glyph.u = texel(quad.u0, atlas_width);
  glyph.v = texel(quad.v0, atlas_height);
  glyph.wide = texel(quad.u1, atlas_width) - glyph.u;
  glyph.high = texel(quad.v1, atlas_height) - glyph.v;
  const bool inside =
      glyph.u >= 0 && glyph.v >= 0 && glyph.u + glyph.wide <= atlas_width && glyph.v + glyph.high <= atlas_height;
  if (!inside || !at_own_size(quad, glyph.wide, glyph.high)) return std::nullopt;
  glyph.left = static_cast<int>(std::floor(bounded(quad.left) + 0.5F));
  glyph.top = static_cast<int>(std::floor(bounded(quad.top) + 0.5F));
  return glyph;
}

void draw_glyph(const Quad& quad, const Colour& colour, const AtlasPixels& atlas, const Rect& clip, Canvas& canvas) {
  const std::optional<WholeGlyph> glyph = whole_glyph(quad, atlas.width, atlas.height);
  if (!glyph) {
    if (atlas.coverage != nullptr) stretch(quad, colour, Sampler(atlas), clip, canvas);
    return;
  }
  const Rect area =
      Rect{glyph->left, glyph->top, glyph->left + glyph->wide, glyph->top + glyph->high}.intersected(clip);
  if (area.empty()) return;
  for (int y = area.top; y < area.bottom; ++y) {
    const unsigned char* row =
        atlas.coverage + static_cast<std::ptrdiff_t>(glyph->v + y - glyph->top) * atlas.width + glyph->u;
    lay_coverage(row + (area.left - glyph->left), area.width(), colour.opaque(), colour.alpha,
                 canvas.row(y) + area.left);
  }
}

void lay_glyphs_on_whole_pixels(ImDrawData& frame, std::uint64_t atlas, int atlas_width, int atlas_height) {
  const ImVec2 origin = frame.DisplayPos;
  for_each_list(frame, [&](ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr || texture_of(command) != atlas) continue;
      ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
      for (unsigned i = 0; i + 6 <= command.ElemCount; i += is_upright_quad(vertices, index + i) ? 6 : 3) {
        if (!is_upright_quad(vertices, index + i)) continue;
        ImDrawVert& a = vertices[index[i]];
        ImDrawVert& c = vertices[index[i + 2]];
        if (same(a.uv, c.uv)) continue;
        const auto glyph = whole_glyph({a.pos.x - origin.x, a.pos.y - origin.y, c.pos.x - origin.x, c.pos.y - origin.y,
                                        a.uv.x, a.uv.y, c.uv.x, c.uv.y},
                                       atlas_width, atlas_height);
        if (!glyph) continue;
        a.pos = {static_cast<float>(glyph->left) + origin.x, static_cast<float>(glyph->top) + origin.y};
        c.pos = {a.pos.x + static_cast<float>(glyph->wide), a.pos.y + static_cast<float>(glyph->high)};
        vertices[index[i + 1]].pos = {c.pos.x, a.pos.y};
        vertices[index[i + 5]].pos = {a.pos.x, c.pos.y};
      }
    }
  });
}

void draw_picture(const Quad& quad, const Colour& tint, const Picture& picture, const Rect& clip, Canvas& canvas) {
  stretch(quad, tint, Sampler(picture), clip, canvas);
}

}  // namespace aandacht::render
