#include "client/render/glyph_map.h"

#include <algorithm>

#include "client/render/imgui_compat.h"

namespace aandacht::render {

GlyphMap::GlyphMap(const ImFontAtlas& atlas) {
  for (const ImFont* font : atlas.Fonts) {
    float space = 0;
    render::for_each_glyph(*font, [&space](float, const ImFontGlyph& glyph) {
      if (glyph.Codepoint == ' ') space = glyph.AdvanceX;
    });
    render::for_each_glyph(*font, [&](float size, const ImFontGlyph& g) {
      if (!g.Visible || g.U1 <= g.U0 || g.V1 <= g.V0) return;
      glyphs_.push_back({font, size, font->Ascent, space, g.Codepoint, g.AdvanceX, ImVec2(g.X0, g.Y0),
                         ImVec2(g.X1, g.Y1), ImVec2(g.U0, g.V0), ImVec2(g.U1, g.V1)});
    });
  }
  // Characters that share a glyph are read as the lowest of them.
  std::stable_sort(glyphs_.begin(), glyphs_.end(),
                   [](const KnownGlyph& a, const KnownGlyph& b) { return a.codepoint < b.codepoint; });
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    const KnownGlyph& g = glyphs_[i];
    for (int y = cell(g.uv_low.y); y <= cell(g.uv_high.y); ++y) {
      for (int x = cell(g.uv_low.x); x <= cell(g.uv_high.x); ++x) grid_[y * kCells + x].push_back(i);
    }
  }
}

int GlyphMap::cell(float coordinate) { return std::clamp(static_cast<int>(coordinate * kCells), 0, kCells - 1); }

const KnownGlyph* GlyphMap::find(const ImVec2& uv_low, const ImVec2& uv_high) const {
  const float u = (uv_low.x + uv_high.x) / 2;
  const float v = (uv_low.y + uv_high.y) / 2;
  const auto found = grid_.find(cell(v) * kCells + cell(u));
  if (found == grid_.end()) return nullptr;
  for (const std::size_t i : found->second) {
    const KnownGlyph& g = glyphs_[i];
    if (u > g.uv_low.x && u < g.uv_high.x && v > g.uv_low.y && v < g.uv_high.y) return &g;
  }
  return nullptr;
}

}  // namespace aandacht::render
