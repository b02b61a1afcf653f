// Colours of the windows. Every pair that carries text has a contrast of at least 4.5 : 1; a test computes it.
#pragma once

#include <cstdint>

namespace aandacht::ui {

/// sRGB, 0 … 255 each.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Colour&) const = default;
};

enum class Palette { kLight, kDark, kHighContrast };

/// What each colour is for. Nothing is drawn in a colour that is not here or mixed from two of these.
struct Theme {
  Colour paper;   ///< The window.
  Colour card;    ///< A card on it.
  Colour ink;     ///< What is read.
  Colour soft;    ///< What is read second.
  Colour line;    ///< Hairlines.
  Colour accent;  ///< Only what can be pressed.
  Colour warm;    ///< The agent's own side, and repeated contact. Never red.
  Colour good;
  Colour bad;
  float outline = 1;  ///< Of cards and buttons; pixels of the design.
  bool tints = true;  ///< Pressed and hovered things may be tinted; otherwise they are inverted.

  bool operator==(const Theme&) const = default;
};

[[nodiscard]] const Theme& theme_of(Palette palette);

/// `part` (0 … 1) of the way from one colour to another, in sRGB.
[[nodiscard]] Colour mix(Colour from, Colour to, double part);

/// 1 … 21, by WCAG 2.2 ("contrast ratio", from relative luminance).
[[nodiscard]] double contrast_ratio(Colour a, Colour b);

}  // namespace aandacht::ui
