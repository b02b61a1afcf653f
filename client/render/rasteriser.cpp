#include "client/render/rasteriser.h"

#include <algorithm>

#include "client/render/primitives.h"
#include "client/render/quads.h"
#include "client/render/sampler.h"
#include "client/render/triangles.h"

namespace aandacht::render {
namespace {

/// Sends each primitive to the cheapest way of drawing it.
class Painter {
 public:
  Painter(const AtlasPixels& atlas, const Textures& textures, const Rect& region, Canvas& canvas)
      : atlas_(atlas), textures_(textures), region_(region), canvas_(canvas) {}

  void quad(const Batch& batch, const ImDrawVert& a, const ImDrawVert& c) {
    const Rect clip = batch.clip.intersected(region_);
    if (clip.empty() || unpack(a.col).alpha == 0) return;
    const Quad quad{a.pos.x - batch.origin.x,
                    a.pos.y - batch.origin.y,
                    c.pos.x - batch.origin.x,
                    c.pos.y - batch.origin.y,
                    a.uv.x,
                    a.uv.y,
                    c.uv.x,
                    c.uv.y};
    if (quad.right <= static_cast<float>(clip.left) || quad.left >= static_cast<float>(clip.right) ||
        quad.bottom <= static_cast<float>(clip.top) || quad.top >= static_cast<float>(clip.bottom)) {
      return;
    }
    if (same(a.uv, c.uv)) {
      fill_quad(quad, unpack(a.col), clip, canvas_);
    } else if (batch.texture == kAtlasTexture) {
      draw_glyph(quad, unpack(a.col), atlas_, clip, canvas_);
    } else if (const Picture* picture = textures_.find(batch.texture)) {
      draw_picture(quad, unpack(a.col), *picture, clip, canvas_);
    }
  }

  void triangle(const Batch& batch, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    const Rect clip = batch.clip.intersected(region_);
    if (clip.empty()) return;
    const Extent extent = extent_of(a, b, c, batch.origin);
    if (extent.bottom <= static_cast<float>(clip.top) || extent.top >= static_cast<float>(clip.bottom)) return;
    const auto corner = [&batch](const ImDrawVert& v) {
      return Corner{v.pos.x - batch.origin.x, v.pos.y - batch.origin.y, v.uv.x, v.uv.y, v.col};
    };
    const bool plain = same(a.uv, b.uv) && same(b.uv, c.uv);
    if (plain) {
      fill_triangle(corner(a), corner(b), corner(c), clip, canvas_);
    } else if (batch.texture == kAtlasTexture) {
      draw_triangle(corner(a), corner(b), corner(c), Sampler(atlas_), clip, canvas_);
    } else if (const Picture* picture = textures_.find(batch.texture)) {
      draw_triangle(corner(a), corner(b), corner(c), Sampler(*picture), clip, canvas_);
    }
  }

 private:
  const AtlasPixels& atlas_;
  const Textures& textures_;
  const Rect region_;
  Canvas& canvas_;
};

}  // namespace

void Rasteriser::draw(const ImDrawData& frame, Pixel background, const Rect& region, Canvas& canvas) const {
  const Rect target = region.intersected(canvas.bounds());
  if (target.empty()) return;
  for (int y = target.top; y < target.bottom; ++y) std::fill_n(canvas.row(y) + target.left, target.width(), background);
  Painter painter(atlas_, textures_, target, canvas);
  for_each_primitive(frame, painter);
}

}  // namespace aandacht::render
