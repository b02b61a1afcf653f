// The faces of the windows: one family, two weights.
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
  kClock,      ///< 18 semibold, digits and colon only, all digits of one width: a running time stands still
  kFigures,    ///< 18, the same for columns of numbers
};
inline constexpr int kTypes = 7;

/// Body text as it is designed, pixels of the design.
inline constexpr float kUsualBody = 18;

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

/// Empties `atlas`, adds the faces for `scale` and builds it with FreeType. `body`: the size of Type::kBody in pixels
/// of the design; the other sizes follow it, but nothing gets smaller than 11.
///
/// Glyphs: Latin with all its accents, punctuation, the euro. A file that cannot be read gives ImGui's own font in that
/// face: something can always be read.
[[nodiscard]] Fonts load_fonts(ImFontAtlas& atlas, float scale, const FontFiles& files, float body = kUsualBody);

}  // namespace aandacht::ui
