#include "service/picture/shrink.h"

#include <algorithm>
#include <cstddef>

namespace aandacht::picture {
namespace {

int scaled(int side, int longest) {
  if (longest <= kLargestSide) return side;
  const std::int64_t scaled = (static_cast<std::int64_t>(side) * kLargestSide + longest / 2) / longest;
  return std::max(1, static_cast<int>(scaled));
}

std::uint64_t on_white(std::uint8_t value, std::uint8_t alpha) {
  return (static_cast<std::uint64_t>(value) * alpha + 255ULL * (255 - alpha) + 127) / 255;
}

}  // namespace

Shrink::Shrink(int width, int height, int colours)
    : width_(width),
      height_(height),
      colours_(colours),
      small_width_(scaled(width, std::max(width, height))),
      small_height_(scaled(height, std::max(width, height))),
      sums_(static_cast<std::size_t>(small_width_) * static_cast<std::size_t>(small_height_)) {}

void Shrink::add(const std::uint8_t* pixels, int count, int y, int x, int step) {
  const auto row = static_cast<std::size_t>(static_cast<std::int64_t>(y) * small_height_ / height_);
  Sum* sums = sums_.data() + row * static_cast<std::size_t>(small_width_);
  std::int64_t column = x;
  for (int i = 0; i < count; ++i, column += step, pixels += colours_) {
    Sum& sum = sums[column * small_width_ / width_];
    const std::uint8_t alpha = colours_ == 4 ? pixels[3] : 255;
    sum.red += on_white(pixels[0], alpha);
    sum.green += on_white(pixels[1], alpha);
    sum.blue += on_white(pixels[2], alpha);
    ++sum.count;
  }
}

Picture Shrink::finish() const {
  Picture picture{small_width_, small_height_, {}};
  picture.rgb.reserve(sums_.size() * 3);
  for (const Sum& sum : sums_) {
    const std::uint64_t count = std::max<std::uint64_t>(sum.count, 1);
    for (const std::uint64_t value : {sum.red, sum.green, sum.blue}) {
      picture.rgb.push_back(static_cast<char>((value + count / 2) / count));
    }
  }
  return picture;
}

}  // namespace aandacht::picture
