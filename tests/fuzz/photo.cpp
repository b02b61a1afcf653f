// small_photo(): whatever the bytes, a small picture or a refusal.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "service/picture/decode.h"
#include "service/picture/photo.h"
#include "tests/fuzz/require.h"

using namespace aandacht;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  const absl::StatusOr<picture::Picture> photo = picture::small_photo(file);
  if (photo.ok()) {
    require(photo->width >= 1 && photo->width <= picture::kLargestSide, "it is small");
    require(photo->height >= 1 && photo->height <= picture::kLargestSide, "it is low");
    require(photo->rgb.size() == static_cast<std::size_t>(photo->width * photo->height) * 3, "three bytes a pixel");
  } else {
    require(!photo.status().message().empty(), "a refusal says why");
  }
  const int orientation = picture::orientation_of(file);
  require(orientation >= 1 && orientation <= 8, "an orientation is 1 to 8");
  return 0;
}
