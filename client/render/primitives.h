// What ImGui draws, as it was meant: upright quads, and triangles for the rest.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <cstddef>

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

/// Where a triangle begins and ends from top to bottom, as it is drawn: what is not a number lies far above.
struct Extent {
  float top = 0;
  float bottom = 0;
};
inline Extent extent_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImVec2& origin) {
  const float ys[] = {bounded(a.pos.y - origin.y), bounded(b.pos.y - origin.y), bounded(c.pos.y - origin.y)};
  return {std::min({ys[0], ys[1], ys[2]}), std::max({ys[0], ys[1], ys[2]})};
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

/// The part of a list that one command draws. Whatever the command says, nothing outside the list is read.
class CommandParts {
 public:
  CommandParts(const ImDrawList& list, const ImDrawCmd& command)
      : vertices_(list.VtxBuffer.Data + within(command.VtxOffset, list.VtxBuffer.Size)),
        vertex_count_(list.VtxBuffer.Size - within(command.VtxOffset, list.VtxBuffer.Size)),
        index_(list.IdxBuffer.Data + within(command.IdxOffset, list.IdxBuffer.Size)),
        end_(index_ + within(command.ElemCount, list.IdxBuffer.Data + list.IdxBuffer.Size - index_)) {}

  /// Calls the visitor for each quad and triangle; those with a corner that does not exist are left out.
  template <typename Visitor>
  void visit(const Batch& batch, Visitor& visitor) {
    for (; end_ - index_ >= 3; index_ += 3) {
      if (!exist(index_)) continue;
      if (end_ - index_ >= 6 && exist(index_ + 3) && is_upright_quad(vertices_, index_)) {
        visitor.quad(batch, vertices_[index_[0]], vertices_[index_[2]]);
        index_ += 3;
      } else {
        visitor.triangle(batch, vertices_[index_[0]], vertices_[index_[1]], vertices_[index_[2]]);
      }
    }
  }

 private:
  static std::ptrdiff_t within(std::size_t wanted, std::ptrdiff_t size) {
    return static_cast<std::ptrdiff_t>(std::min(wanted, static_cast<std::size_t>(size)));
  }

  [[nodiscard]] bool exist(const ImDrawIdx* three) const {
    return three[0] < vertex_count_ && three[1] < vertex_count_ && three[2] < vertex_count_;
  }

  const ImDrawVert* vertices_;
  std::ptrdiff_t vertex_count_;
  const ImDrawIdx* index_;
  const ImDrawIdx* end_;
};

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
      CommandParts(list, command).visit(batch, visitor);
    }
  });
}

}  // namespace aandacht::render
