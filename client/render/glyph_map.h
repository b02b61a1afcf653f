// From a place in the font atlas back to the character that lies there.
#pragma once

#include <imgui.h>

#include <unordered_map>
#include <vector>

namespace aandacht::render {

/// One character of one font, at the size it was built.
struct KnownGlyph {
  const ImFont* font = nullptr;
  float size = 0;    ///< line height, pixels
  float ascent = 0;  ///< from the top of the line to the baseline
  float space = 0;   ///< the advance of a space
  unsigned codepoint = 0;
  float advance = 0;
  ImVec2 low, high;        ///< corners, relative to the pen at the top of the line
  ImVec2 uv_low, uv_high;  ///< texture coordinates of the corners
};

/// Every visible glyph of every font of an atlas. Holds no reference to it.
class GlyphMap {
 public:
  explicit GlyphMap(const ImFontAtlas& atlas);

  /// The glyph that lies at the middle of the texture rectangle, or null: so that glyphs which ImGui has cut at the
  /// edge of a clip rectangle are known too.
  [[nodiscard]] const KnownGlyph* find(const ImVec2& uv_low, const ImVec2& uv_high) const;

 private:
  static constexpr int kCells = 128;  // of a grid over the atlas, each side
  [[nodiscard]] static int cell(float coordinate);

  std::vector<KnownGlyph> glyphs_;
  std::unordered_map<int, std::vector<std::size_t>> grid_;
};

}  // namespace aandacht::render
