#include "client/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace aandacht::ui {
namespace {

constexpr Colour rgb(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
          static_cast<std::uint8_t>(value)};
}

constexpr Theme kLight{.paper = rgb(0xFAF8F4),
                       .card = rgb(0xFFFFFF),
                       .ink = rgb(0x23262B),
                       .soft = rgb(0x5B6068),
                       .line = rgb(0xDDD8CE),
                       .accent = rgb(0x1F5FA8),
                       .warm = rgb(0x8A4B08),
                       .good = rgb(0x2C6E49),
                       .bad = rgb(0xA3333D)};

constexpr Theme kDark{.paper = rgb(0x1B1D21),
                      .card = rgb(0x25282D),
                      .ink = rgb(0xECE9E2),
                      .soft = rgb(0xA9ADB5),
                      .line = rgb(0x3A3E45),
                      .accent = rgb(0x7FB2EC),
                      .warm = rgb(0xE3A857),
                      .good = rgb(0x7CC79B),
                      .bad = rgb(0xF08A8F)};

constexpr Theme kHighContrast{.paper = rgb(0xFFFFFF),
                              .card = rgb(0xFFFFFF),
                              .ink = rgb(0),
                              .soft = rgb(0),
                              .line = rgb(0),
                              .accent = rgb(0),
                              .warm = rgb(0),
                              .good = rgb(0),
                              .bad = rgb(0),
                              .outline = 3,
                              .tints = false};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, double part) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * part));
}

}  // namespace

const Theme& theme_of(Palette palette) {
  switch (palette) {
    case Palette::kLight:
      return kLight;
    case Palette::kDark:
      return kDark;
    case Palette::kHighContrast:
      return kHighContrast;
  }
  return kLight;
}

Colour mix(Colour from, Colour to, double part) {
  const double p = std::clamp(part, 0.0, 1.0);
  return {between(from.red, to.red, p), between(from.green, to.green, p), between(from.blue, to.blue, p)};
}

double contrast_ratio(Colour a, Colour b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace aandacht::ui
