// Colours out of a texture, between its pixels.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "client/render/blend.h"
#include "client/render/imgui_compat.h"
#include "client/render/textures.h"

namespace aandacht::render {

/// Reads a glyph atlas (white, coverage as alpha) or a picture bilinearly, clamped at the borders.
/// Positions are in 1/256 texel, counted from the texture's corner; a texel's own colour is at its centre (+128).
class Sampler {
 public:
  explicit Sampler(const AtlasPixels& atlas) : bytes_(atlas.coverage), width_(atlas.width), height_(atlas.height) {}
  explicit Sampler(const Picture& picture)
      : bytes_(picture.rgba.data()), width_(picture.width), height_(picture.height), colours_(true) {}

  /// A texture coordinate (0–1) of an axis of `size` texels in 1/256 texel.
  [[nodiscard]] static std::int64_t to_texels(float coordinate, int size) {
    return std::llround(static_cast<double>(bounded(coordinate)) * size * 256.0);
  }
  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

  /// The colour at (u, v).
  [[nodiscard]] Colour at(std::int64_t u, std::int64_t v) const {
    const std::int64_t x = std::clamp<std::int64_t>(u - 128, 0, (static_cast<std::int64_t>(width_) - 1) * 256);
    const std::int64_t y = std::clamp<std::int64_t>(v - 128, 0, (static_cast<std::int64_t>(height_) - 1) * 256);
    const int left = static_cast<int>(x / 256);
    const int top = static_cast<int>(y / 256);
    const int right = std::min(left + 1, width_ - 1);
    const int bottom = std::min(top + 1, height_ - 1);
    const auto fx = static_cast<unsigned>(x % 256);
    const auto fy = static_cast<unsigned>(y % 256);
    const unsigned weights[4] = {(256 - fx) * (256 - fy), fx * (256 - fy), (256 - fx) * fy, fx * fy};
    const std::size_t texels[4] = {index(left, top), index(right, top), index(left, bottom), index(right, bottom)};
    return colours_ ? mix_colours(texels, weights) : mix_coverage(texels, weights);
  }

 private:
  [[nodiscard]] std::size_t index(int x, int y) const { return static_cast<std::size_t>(y) * width_ + x; }

  [[nodiscard]] Colour mix_coverage(const std::size_t (&texels)[4], const unsigned (&weights)[4]) const {
    unsigned sum = 0;
    for (int i = 0; i < 4; ++i) sum += bytes_[texels[i]] * weights[i];
    return {255, 255, 255, (sum + 32768) >> 16U};
  }

  [[nodiscard]] Colour mix_colours(const std::size_t (&texels)[4], const unsigned (&weights)[4]) const {
    unsigned sum[4] = {};
    for (int i = 0; i < 4; ++i) {
      const std::uint8_t* p = bytes_ + texels[i] * 4;
      for (int c = 0; c < 4; ++c) sum[c] += p[c] * weights[i];
    }
    const auto mean = [](unsigned s) { return (s + 32768) >> 16U; };
    return {mean(sum[0]), mean(sum[1]), mean(sum[2]), mean(sum[3])};
  }

  const std::uint8_t* bytes_;
  int width_;
  int height_;
  bool colours_ = false;
};

/// `texel` tinted by `tint`.
[[nodiscard]] inline Colour tinted(const Colour& texel, const Colour& tint) {
  return {times(texel.red, tint.red), times(texel.green, tint.green), times(texel.blue, tint.blue),
          times(texel.alpha, tint.alpha)};
}

}  // namespace aandacht::render
