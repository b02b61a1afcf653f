#include "client/ui/fonts.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "client/render/imgui_compat.h"
#include "client/ui/font_metrics.h"

namespace aandacht::ui {
namespace {

constexpr float kLineHeight = 1.35F;
constexpr std::array<float, kTypes> kEms{15, 15, 18, 18, 22, 18, 18};
constexpr float kSmallest = 11;

// Latin with its extensions A and B, dashes and quotation marks, euro, arrows, minus.
constexpr ImWchar kGlyphs[] = {0x20,   0x7E,   0xA0,   0x24F,  0x2010, 0x2027, 0x2030, 0x203A, 0x20AC,
                               0x20AC, 0x2190, 0x2193, 0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};
// The same with the letters of Vietnamese: where people's names and words stand.
constexpr ImWchar kNameGlyphs[] = {0x20,   0x7E,   0xA0,   0x24F,  0x1E00, 0x1EFF, 0x2010, 0x2027, 0x2030, 0x203A,
                                   0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar kDigits[] = {'0', ':', 0};

bool is_tabular(Type type) { return type == Type::kClock || type == Type::kFigures; }

bool is_semibold(Type type) {
  return type == Type::kSmallBold || type == Type::kBodyBold || type == Type::kSay || type == Type::kClock;
}

ImFont* add_own(ImFontAtlas& atlas, float em) {
  ImFontConfig config;
  config.SizePixels = std::max(13.0F, std::round(em * 1.1F));
  return atlas.AddFontDefault(&config);
}

ImFont* add_face(ImFontAtlas& atlas, const std::string& file, float em, const ImWchar* glyphs) {
  const std::optional<FontMetrics> metrics = read_metrics(file);
  if (!metrics) return add_own(atlas, em);
  ImFontConfig config;
  config.OversampleH = 1;
  config.OversampleV = 1;
  // ImGui's size is of the line, the design's of the em square.
  ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), em * metrics->line_per_em, &config, glyphs);
  return font == nullptr ? add_own(atlas, em) : font;
}

const ImWchar* glyphs_of(Type type) {
  if (is_tabular(type)) return kDigits;
  return type == Type::kBody || type == Type::kBodyBold ? kNameGlyphs : kGlyphs;
}

/// Inter is drawn for small sizes and set tighter as it grows: the "dynamic metrics" of its makers
/// (rsms.me/inter/dynmetrics), in em for a size in pixels of the design.
float tracking(const std::string& file, float size) {
  if (file.find("Inter-") == std::string::npos) return 0;
  return -0.0223F + 0.185F * std::exp(-0.1745F * size);
}

bool exists(const std::string& file) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(file, ignored);
}

}  // namespace

FontFiles find_fonts() {
  static const std::array<FontFiles, 4> kKnown{FontFiles{"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                                                         "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"},
                                               FontFiles{"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                                                         "/usr/share/fonts/truetype/noto/NotoSans-SemiBold.ttf"},
                                               FontFiles{"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                                                         "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"},
                                               FontFiles{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                                                         "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"}};
  for (const FontFiles& files : kKnown) {
    if (exists(files.regular) && exists(files.semibold)) return files;
  }
  return {};
}

Fonts load_fonts(ImFontAtlas& atlas, float scale, const FontFiles& files, float body) {
  atlas.Clear();
  render::use_freetype(atlas);
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  Fonts fonts;
  std::array<float, kTypes> sizes{};
  std::array<float, kTypes> ems{};
  for (int i = 0; i < kTypes; ++i) {
    const auto place = static_cast<std::size_t>(i);
    sizes[place] = std::max(kSmallest, kEms[place] * body / kUsualBody);
    ems[place] = std::round(sizes[place] * scale);
    const auto type = static_cast<Type>(i);
    const std::string& file = is_semibold(type) ? files.semibold : files.regular;
    fonts.faces[place] = add_face(atlas, file, ems[place], glyphs_of(type));
    fonts.pitches[place] = std::round(kLineHeight * ems[place]);
  }
  atlas.Build();
  for (int i = 0; i < kTypes; ++i) {
    const auto place = static_cast<std::size_t>(i);
    const auto type = static_cast<Type>(i);
    const std::string& file = is_semibold(type) ? files.semibold : files.regular;
    refine_advances(*fonts.faces[place], file, ems[place], tracking(file, sizes[place]), is_tabular(type));
  }
  return fonts;
}

}  // namespace aandacht::ui
