#include "client/ctl/plot_canvas.h"

#include <ft2build.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <utility>

#include FT_FREETYPE_H

#include "absl/strings/str_cat.h"

namespace aandacht::ctl {
namespace {

using FontPair = std::pair<const char*, const char*>;

constexpr std::array<FontPair, 3> kFonts = {
    FontPair{"/usr/share/fonts/opentype/inter/Inter-Regular.otf", "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"},
    FontPair{"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"},
    FontPair{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"},
};

/// The code points of well-formed UTF-8; anything else becomes U+FFFD.
std::vector<char32_t> code_points(const std::string& text) {
  std::vector<char32_t> points;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t point = more == 0 ? lead : lead & (0x3FU >> static_cast<unsigned>(more));
    if (i + static_cast<std::size_t>(more) >= text.size()) return points;
    for (int k = 1; k <= more; ++k)
      point = (point << 6U) | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3FU);
    points.push_back(point);
    i += static_cast<std::size_t>(more) + 1;
  }
  return points;
}

double distance_to_segment(double x, double y, double x1, double y1, double x2, double y2) {
  const double dx = x2 - x1;
  const double dy = y2 - y1;
  const double length = dx * dx + dy * dy;
  const double along = length == 0 ? 0 : std::clamp(((x - x1) * dx + (y - y1) * dy) / length, 0.0, 1.0);
  return std::hypot(x - x1 - along * dx, y - y1 - along * dy);
}

}  // namespace

struct PlotCanvas::Type {
  FT_Library library = nullptr;
  FT_Face regular = nullptr;
  FT_Face bold = nullptr;

  Type() = default;
  Type(const Type&) = delete;
  Type& operator=(const Type&) = delete;
  ~Type() {
    if (regular != nullptr) FT_Done_Face(regular);
    if (bold != nullptr) FT_Done_Face(bold);
    if (library != nullptr) FT_Done_FreeType(library);
  }

  bool load() {
    if (FT_Init_FreeType(&library) != 0) return false;
    for (const auto& [usual, strong] : kFonts) {
      std::error_code ignored;
      if (!std::filesystem::exists(usual, ignored) || !std::filesystem::exists(strong, ignored)) continue;
      return FT_New_Face(library, usual, 0, &regular) == 0 && FT_New_Face(library, strong, 0, &bold) == 0;
    }
    return false;
  }

  /// `draw` gets each glyph with where it begins; returns where the last one ends.
  template <typename Draw>
  double set(const std::string& text, int size, bool strong, const Draw& draw) const {
    const FT_Face face = strong ? bold : regular;
    FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(size));
    double x = 0;
    for (const char32_t point : code_points(text)) {
      if (FT_Load_Char(face, point, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT) != 0) continue;
      draw(*face->glyph, x);
      x += static_cast<double>(face->glyph->advance.x) / 64;
    }
    return x;
  }
};

PlotCanvas::PlotCanvas(int width, int height, std::unique_ptr<Type> type)
    : width_(width), height_(height), rgb_(static_cast<std::size_t>(width) * height * 3, 255), type_(std::move(type)) {}
PlotCanvas::PlotCanvas(PlotCanvas&&) noexcept = default;
PlotCanvas& PlotCanvas::operator=(PlotCanvas&&) noexcept = default;
PlotCanvas::~PlotCanvas() = default;

absl::StatusOr<PlotCanvas> PlotCanvas::create(int width, int height) {
  auto type = std::make_unique<Type>();
  if (!type->load()) {
    return absl::FailedPreconditionError("no font for the plot's words is installed: install fonts-dejavu-core");
  }
  return PlotCanvas(width, height, std::move(type));
}

void PlotCanvas::blend(int x, int y, Colour colour, double coverage) {
  if (x < 0 || y < 0 || x >= width_ || y >= height_ || coverage <= 0) return;
  const double share = std::min(1.0, coverage) * colour.opacity;
  std::uint8_t* at = &rgb_[(static_cast<std::size_t>(y) * width_ + x) * 3];
  const std::uint8_t wanted[] = {colour.red, colour.green, colour.blue};
  for (int i = 0; i < 3; ++i) at[i] = static_cast<std::uint8_t>(std::lround(at[i] + (wanted[i] - at[i]) * share));
}

void PlotCanvas::fill(double left, double top, double right, double bottom, Colour colour) {
  const auto covered = [](double from, double to, int at) {
    return std::min(to, at + 1.0) - std::max<double>(from, at);
  };
  for (int y = static_cast<int>(std::floor(top)); y < bottom; ++y) {
    for (int x = static_cast<int>(std::floor(left)); x < right; ++x) {
      blend(x, y, colour, covered(left, right, x) * covered(top, bottom, y));
    }
  }
}

void PlotCanvas::line(double x1, double y1, double x2, double y2, double width, Colour colour) {
  const double reach = width / 2 + 1;
  for (int y = static_cast<int>(std::min(y1, y2) - reach); y <= std::max(y1, y2) + reach; ++y) {
    for (int x = static_cast<int>(std::min(x1, x2) - reach); x <= std::max(x1, x2) + reach; ++x) {
      blend(x, y, colour, width / 2 + 0.5 - distance_to_segment(x + 0.5, y + 0.5, x1, y1, x2, y2));
    }
  }
}

void PlotCanvas::dot(double x, double y, double radius, Colour colour) { line(x, y, x, y, radius * 2, colour); }

void PlotCanvas::words(const std::string& text, double x, double baseline, int size, Colour colour, Align align,
                       bool bold) {
  if (align == Align::kCentre) x -= width_of(text, size, bold) / 2;
  if (align == Align::kRight) x -= width_of(text, size, bold);
  type_->set(text, size, bold, [&](const FT_GlyphSlotRec& glyph, double at) {
    const int left = static_cast<int>(std::lround(x + at)) + glyph.bitmap_left;
    const int top = static_cast<int>(std::lround(baseline)) - glyph.bitmap_top;
    for (unsigned row = 0; row < glyph.bitmap.rows; ++row) {
      for (unsigned column = 0; column < glyph.bitmap.width; ++column) {
        const double ink = glyph.bitmap.buffer[static_cast<int>(row) * glyph.bitmap.pitch + static_cast<int>(column)];
        blend(left + static_cast<int>(column), top + static_cast<int>(row), colour, ink / 255);
      }
    }
  });
}

double PlotCanvas::width_of(const std::string& text, int size, bool bold) const {
  return type_->set(text, size, bold, [](const FT_GlyphSlotRec&, double) {});
}

absl::Status PlotCanvas::write(const std::string& file) const {
  png_image image = {};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width_);
  image.height = static_cast<png_uint_32>(height_);
  image.format = PNG_FORMAT_RGB;
  if (png_image_write_to_file(&image, file.c_str(), 0, rgb_.data(), 0, nullptr) != 0) return absl::OkStatus();
  return absl::UnavailableError(absl::StrCat("the picture could not be written to ", file));
}

}  // namespace aandacht::ctl
