#include "client/ui/font_metrics.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>

namespace aandacht::ui {
namespace {

/// A font file that is open while it lives.
class Face {
 public:
  explicit Face(const std::string& file) {
    if (file.empty() || FT_Init_FreeType(&library_) != 0) return;
    if (FT_New_Face(library_, file.c_str(), 0, &face_) != 0) face_ = nullptr;
  }
  ~Face() {
    if (face_ != nullptr) FT_Done_Face(face_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
  }
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  [[nodiscard]] FT_Face get() const { return face_; }

 private:
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

#if IMGUI_VERSION_NUM < 19200
std::optional<float> advance_of(FT_Face face, unsigned code_point, float em) {
  const FT_UInt index = FT_Get_Char_Index(face, code_point);
  if (index == 0 || FT_Load_Glyph(face, index, FT_LOAD_NO_SCALE) != 0) return std::nullopt;
  return static_cast<float>(face->glyph->metrics.horiAdvance) * em / static_cast<float>(face->units_per_EM);
}

bool is_digit(unsigned code_point) { return code_point >= '0' && code_point <= '9'; }

/// The mean without the narrow 1: a cell as wide as the widest would space the others too far apart.
float digit_width(FT_Face face, float em) {
  float sum = advance_of(face, '0', em).value_or(0);
  for (unsigned digit = '2'; digit <= '9'; ++digit) sum += advance_of(face, digit, em).value_or(0);
  return std::round(sum / 9);
}

void set_advance(ImFont& font, ImFontGlyph& glyph, float advance) {
  glyph.AdvanceX = advance;
  if (static_cast<int>(glyph.Codepoint) < font.IndexAdvanceX.Size) {
    font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = advance;
  }
}
#endif

}  // namespace

std::optional<FontMetrics> read_metrics(const std::string& file) {
  const Face face(file);
  if (face.get() == nullptr || face.get()->units_per_EM == 0) return std::nullopt;
  const float line = static_cast<float>(face.get()->ascender - face.get()->descender);
  return FontMetrics{line / static_cast<float>(face.get()->units_per_EM)};
}

void refine_advances(ImFont& font, const std::string& file, float em, float tracking, bool tabular) {
#if IMGUI_VERSION_NUM < 19200
  const Face face(file);
  if (face.get() == nullptr) return;
  const float digit = digit_width(face.get(), em);
  for (ImFontGlyph& glyph : font.Glyphs) {
    const std::optional<float> advance = advance_of(face.get(), glyph.Codepoint, em);
    if (!advance) continue;
    if (!tabular) {
      set_advance(font, glyph, *advance + tracking * em);
    } else if (is_digit(glyph.Codepoint)) {
      const float shift = std::round((digit - *advance) / 2);
      glyph.X0 += shift;
      glyph.X1 += shift;
      set_advance(font, glyph, digit);
    } else {
      set_advance(font, glyph, std::round(*advance));
    }
  }
#else
  // From 1.92 on ImGui keeps fractional advances itself, and glyphs are made when they are first drawn.
  static_cast<void>(font);
  static_cast<void>(file);
  static_cast<void>(em);
  static_cast<void>(tracking);
  static_cast<void>(tabular);
#endif
}

}  // namespace aandacht::ui
