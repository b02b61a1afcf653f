// Frames made by hand, corner by corner, without ImGui's context: also such as ImGui would never make.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <initializer_list>

#include "client/render/imgui_compat.h"
#include "client/render/rasteriser.h"

namespace aandacht::test {

/// One draw list. Not copyable.
class HandmadeFrame {
 public:
  /// A display of `width` × `height`, on which everything is visible until clip() says otherwise.
  HandmadeFrame(float width, float height) : list_(nullptr), lists_{&list_} {
    render::set_lists(data_, lists_, 1);
    data_.DisplaySize = {width, height};
    data_.FramebufferScale = {1, 1};
    command({0, 0, width, height}, render::kAtlasTexture);
  }
  HandmadeFrame(const HandmadeFrame&) = delete;
  HandmadeFrame& operator=(const HandmadeFrame&) = delete;

  /// What follows is clipped to left, top, right, bottom and drawn with `texture`.
  void command(const ImVec4& clip, std::uint64_t texture) {
    ImDrawCmd next;
    next.ClipRect = clip;
    next.IdxOffset = static_cast<unsigned>(list_.IdxBuffer.Size);
    render::set_texture(next, texture);
    list_.CmdBuffer.push_back(next);
  }
  void clip(const ImVec4& rect) { command(rect, render::texture_of(list_.CmdBuffer.back())); }

  void corner(const ImVec2& at, std::uint32_t colour, const ImVec2& uv = {0, 0}) {
    list_.VtxBuffer.push_back({at, uv, colour});
  }

  /// Adds what the corners with these numbers make.
  void indices(std::initializer_list<unsigned> all) {
    for (const unsigned index : all) list_.IdxBuffer.push_back(static_cast<ImDrawIdx>(index));
    list_.CmdBuffer.back().ElemCount += static_cast<unsigned>(all.size());
  }

  void triangle(const ImVec2& a, const ImVec2& b, const ImVec2& c, std::uint32_t colour) {
    const unsigned first = corners();
    for (const ImVec2& at : {a, b, c}) corner(at, colour);
    indices({first, first + 1, first + 2});
  }

  /// An upright rectangle as ImGui draws it: two triangles, `uv` to `uv_end` of the texture on it.
  void quad(const ImVec2& from, const ImVec2& to, std::uint32_t colour, const ImVec2& uv = {0, 0},
            const ImVec2& uv_end = {0, 0}) {
    const unsigned first = corners();
    corner(from, colour, uv);
    corner({to.x, from.y}, colour, {uv_end.x, uv.y});
    corner(to, colour, uv_end);
    corner({from.x, to.y}, colour, {uv.x, uv_end.y});
    indices({first, first + 1, first + 2, first, first + 2, first + 3});
  }

  [[nodiscard]] unsigned corners() const { return static_cast<unsigned>(list_.VtxBuffer.Size); }
  [[nodiscard]] ImDrawList& list() { return list_; }
  [[nodiscard]] ImDrawData& data() { return data_; }

 private:
  ImDrawList list_;
  ImDrawList* lists_[1];
  ImDrawData data_;
};

}  // namespace aandacht::test
