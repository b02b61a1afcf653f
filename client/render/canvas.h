// A picture in memory, in the byte order that X servers show without converting.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace aandacht::render {

/// A rectangle of pixels: left and top inside, right and bottom outside.
struct Rect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] int width() const { return right - left; }
  [[nodiscard]] int height() const { return bottom - top; }
  [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
  [[nodiscard]] Rect intersected(const Rect& other) const {
    return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
            std::min(bottom, other.bottom)};
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

/// `position` where it can be computed with: at most a million pixels from the origin, beyond which nothing is visible.
/// What is not a number counts as far left or above.
[[nodiscard]] constexpr float bounded(float position) {
  if (!(position > -1e6F)) return -1e6F;
  return position < 1e6F ? position : 1e6F;
}

/// One pixel as it lies in memory on a little-endian machine: blue, green, red, and a byte that is always 255.
using Pixel = std::uint32_t;

/// The opaque pixel of red, green and blue, each 0–255.
[[nodiscard]] constexpr Pixel pixel(unsigned red, unsigned green, unsigned blue) {
  return 0xFF000000U | (red << 16U) | (green << 8U) | blue;
}

/// Rows of pixels, its own or somebody else's (a shared memory segment). Movable, not copyable. Not thread-safe.
class Canvas {
 public:
  Canvas() = default;

  /// Owns `width` × `height` pixels, all zero.
  Canvas(int width, int height)
      : width_(width), height_(height), stride_(width), own_(static_cast<std::size_t>(width) * height) {
    pixels_ = own_.data();
  }

  /// Draws into `pixels`, which must outlive the canvas. `stride` is the distance of two rows in pixels.
  Canvas(int width, int height, int stride, Pixel* pixels)
      : width_(width), height_(height), stride_(stride), pixels_(pixels) {}

  Canvas(Canvas&&) = default;
  Canvas& operator=(Canvas&&) = default;
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] int stride() const { return stride_; }
  [[nodiscard]] Rect bounds() const { return {0, 0, width_, height_}; }
  [[nodiscard]] Pixel* row(int y) { return pixels_ + static_cast<std::ptrdiff_t>(y) * stride_; }
  [[nodiscard]] const Pixel* row(int y) const { return pixels_ + static_cast<std::ptrdiff_t>(y) * stride_; }
  [[nodiscard]] Pixel at(int x, int y) const { return row(y)[x]; }

 private:
  int width_ = 0;
  int height_ = 0;
  int stride_ = 0;
  std::vector<Pixel> own_;
  Pixel* pixels_ = nullptr;
};

}  // namespace aandacht::render
