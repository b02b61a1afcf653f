// One colour over another.
#pragma once

#include <cstdint>

#include "client/render/canvas.h"

namespace aandacht::render {

/// ImGui's packed colour taken apart.
struct Colour {
  unsigned red = 0;
  unsigned green = 0;
  unsigned blue = 0;
  unsigned alpha = 0;
  [[nodiscard]] Pixel opaque() const { return pixel(red, green, blue); }
};

/// Red in the lowest byte, alpha in the highest: IM_COL32's default order.
[[nodiscard]] inline Colour unpack(std::uint32_t packed) {
  return {packed & 0xFFU, (packed >> 8U) & 0xFFU, (packed >> 16U) & 0xFFU, packed >> 24U};
}

/// a · b / 255 rounded to nearest, both 0–255.
[[nodiscard]] inline unsigned times(unsigned a, unsigned b) {
  const unsigned t = a * b + 128;
  return (t + (t >> 8U)) >> 8U;
}

/// `over` laid on `under` with `alpha` of 255, each channel rounded to nearest. The result is opaque.
/// Two channels are carried in one word; none can spill, for t + t/256 stays below 2^16.
[[nodiscard]] inline Pixel blend(Pixel under, Pixel over, unsigned alpha) {
  const unsigned rest = 255 - alpha;
  std::uint32_t rb = (over & 0xFF00FFU) * alpha + (under & 0xFF00FFU) * rest + 0x800080U;
  rb = ((rb + ((rb >> 8U) & 0xFF00FFU)) >> 8U) & 0xFF00FFU;
  std::uint32_t g = ((over >> 8U) & 0xFFU) * alpha + ((under >> 8U) & 0xFFU) * rest + 0x80U;
  g = ((g + (g >> 8U)) >> 8U) & 0xFFU;
  return 0xFF000000U | rb | (g << 8U);
}

}  // namespace aandacht::render
