// Averages a picture down while it is being read, pixel by pixel in any order.
#pragma once

#include <cstdint>
#include <vector>

#include "service/picture/photo.h"

namespace aandacht::picture {

/// The area average: each small pixel is the mean of those it covers.
class Shrink {
 public:
  /// Both sizes at least 1. `colours` a pixel: 3, or 4 with alpha, which is laid on white.
  Shrink(int width, int height, int colours);

  /// `count` pixels of row `y` that begin at column `x` and lie `step` columns apart. All inside the picture.
  void add(const std::uint8_t* pixels, int count, int y, int x = 0, int step = 1);

  [[nodiscard]] Picture finish() const;

 private:
  struct Sum {
    std::uint64_t red = 0;
    std::uint64_t green = 0;
    std::uint64_t blue = 0;
    std::uint64_t count = 0;
  };

  const int width_;
  const int height_;
  const int colours_;
  int small_width_;
  int small_height_;
  std::vector<Sum> sums_;
};

}  // namespace aandacht::picture
