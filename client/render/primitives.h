// What ImGui draws, as it was meant: upright quads, and triangles for the rest.
#pragma once

#include <imgui.h>

#include "client/render/canvas.h"
#include "client/render/imgui_compat.h"

namespace aandacht::render {

/// What every primitive of one draw command shares.
struct Batch {
  Rect clip;                  ///< pixels of the canvas
  std::uint64_t texture = 0;  ///< see textures.h; kAtlasTexture for text and plain fills
  ImVec2 origin;              ///< of the display, to be taken off every position
};

/// The clip rectangle of `command` in whole pixels of a canvas whose top left is `origin`.
inline Rect clip_of(const ImDrawCmd& command, const ImVec2& origin) {
  const auto whole = [](float edge) { return static_cast<int>(bounded(edge)); };
  return {whole(command.ClipRect.x - origin.x), whole(command.ClipRect.y - origin.y),
          whole(command.ClipRect.z - origin.x), whole(command.ClipRect.w - origin.y)};
}

inline bool same(const ImVec2& a, const ImVec2& b) { return a.x == b.x && a.y == b.y; }

/// True when the six indices are one upright rectangle of one colour, as ImGui draws boxes, glyphs and images.
inline bool is_upright_quad(const ImDrawVert* v, const ImDrawIdx* i) {
  if (i[3] != i[0] || i[4] != i[2]) return false;
  const ImDrawVert &a = v[i[0]], &b = v[i[1]], &c = v[i[2]], &d = v[i[5]];
  return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x && a.pos.x < c.pos.x &&
         a.pos.y < c.pos.y && a.col == b.col && b.col == c.col && c.col == d.col && a.uv.y == b.uv.y &&
         b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x;
}

/// Walks `data` in drawing order: `visitor.quad(batch, top_left, bottom_right)`, `visitor.triangle(batch, a, b, c)`.
/// Commands that clip everything away are left out; user callbacks are called at their place.
template <typename Visitor>
void for_each_primitive(const ImDrawData& data, Visitor& visitor) {
  for_each_list(data, [&](const ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr) {
        if (command.UserCallback != ImDrawCallback_ResetRenderState) command.UserCallback(&list, &command);
        continue;
      }
      const Batch batch{clip_of(command, data.DisplayPos), texture_of(command), data.DisplayPos};
      if (batch.clip.empty()) continue;
      const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
      const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
      const ImDrawIdx* end = index + command.ElemCount;
      while (index < end) {
        if (end - index >= 6 && is_upright_quad(vertices, index)) {
          visitor.quad(batch, vertices[index[0]], vertices[index[2]]);
          index += 6;
        } else {
          visitor.triangle(batch, vertices[index[0]], vertices[index[1]], vertices[index[2]]);
          index += 3;
        }
      }
    }
  });
}

}  // namespace aandacht::render
