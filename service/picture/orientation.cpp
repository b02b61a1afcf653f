// Exif 2.32, 4.6: a TIFF header, then a list of entries of 12 bytes; entry 0x0112 tells how the camera was held.
#include <cstddef>
#include <utility>

#include "service/picture/decode.h"

namespace aandacht::picture {
namespace {

constexpr std::string_view kExif("Exif\0\0", 6);
constexpr unsigned kOrientation = 0x0112;
constexpr std::size_t kMostEntries = 512;

class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  /// A number of `size` bytes; 0 outside the file.
  [[nodiscard]] std::size_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    std::size_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = value << 8U | static_cast<unsigned char>(bytes_[at + (little_ ? size - 1 - i : i)]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

// Where in the picture as it was taken the pixel lies that belongs at (x, y).
std::pair<int, int> source_of(int orientation, int x, int y, int width, int height) {
  switch (orientation) {
    case 2:
      return {width - 1 - x, y};
    case 3:
      return {width - 1 - x, height - 1 - y};
    case 4:
      return {x, height - 1 - y};
    case 5:
      return {y, x};
    case 6:
      return {y, height - 1 - x};
    case 7:
      return {width - 1 - y, height - 1 - x};
    case 8:
      return {width - 1 - y, x};
    default:
      return {x, y};
  }
}

}  // namespace

int orientation_of(std::string_view app1) {
  if (!app1.starts_with(kExif)) return 1;
  const std::string_view bytes = app1.substr(kExif.size());
  if (!bytes.starts_with(std::string_view("II*\0", 4)) && !bytes.starts_with(std::string_view("MM\0*", 4))) return 1;
  const Tiff tiff(bytes);
  const std::size_t list = tiff.number(4, 4);
  const std::size_t entries = tiff.number(list, 2);
  for (std::size_t i = 0; i < entries && i < kMostEntries; ++i) {
    const std::size_t entry = list + 2 + 12 * i;
    if (tiff.number(entry, 2) != kOrientation) continue;
    const std::size_t value = tiff.number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

Picture upright(Picture picture, int orientation) {
  if (orientation <= 1 || orientation > 8) return picture;
  const bool lies = orientation >= 5;
  Picture turned{lies ? picture.height : picture.width, lies ? picture.width : picture.height, {}};
  turned.rgb.reserve(picture.rgb.size());
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) {
      const auto [from_x, from_y] = source_of(orientation, x, y, picture.width, picture.height);
      const std::size_t at = (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(picture.width) +
                              static_cast<std::size_t>(from_x)) *
                             3;
      turned.rgb.append(picture.rgb, at, 3);
    }
  }
  return turned;
}

}  // namespace aandacht::picture
