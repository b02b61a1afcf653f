// The five faces of the windows: one family, two weights.
#pragma once

#include <imgui.h>

#include <array>
#include <string>

namespace aandacht::ui {

/// How a text is set; sizes are of the em square, in pixels of the design.
enum class Type {
  kSmall,      ///< 15
  kSmallBold,  ///< 15 semibold
  kBody,       ///< 18
  kBodyBold,   ///< 18 semibold
  kSay,        ///< 22 semibold: the one line to say
};
inline constexpr int kTypes = 5;

/// Font files; empty: ImGui's own font.
struct FontFiles {
  std::string regular;
  std::string semibold;
};

/// The first of Inter, Noto Sans and DejaVu Sans that is installed where Debian puts them.
[[nodiscard]] FontFiles find_fonts();

/// Faces of an atlas; they live as long as it.
struct Fonts {
  std::array<ImFont*, kTypes> faces{};
  std::array<float, kTypes> pitches{};  ///< From one line to the next, pixels: 1.35 em.

  [[nodiscard]] ImFont* face(Type type) const { return faces[static_cast<std::size_t>(type)]; }
  [[nodiscard]] float pitch(Type type) const { return pitches[static_cast<std::size_t>(type)]; }
};

/// Empties `atlas`, adds the five faces for `scale` and builds it with FreeType.
///
/// Glyphs: Latin with all its accents, punctuation, the euro. Digits are as wide as each other, so that a running time
/// stands still. A file that cannot be read gives ImGui's own font in that face: something can always be read.
[[nodiscard]] Fonts load_fonts(ImFontAtlas& atlas, float scale, const FontFiles& files);

}  // namespace aandacht::ui
