#include "client/ui/theme.h"

#include "tests/support/catch.h"

namespace aandacht::ui {
namespace {

TEST_CASE("contrast is that of WCAG: 21 for black on white, 1 for a colour on itself") {
  CHECK(contrast_ratio({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast_ratio({119, 119, 119}, {255, 255, 255}) == Approx(4.48).margin(0.01));
  CHECK(contrast_ratio({1, 2, 3}, {1, 2, 3}) == Approx(1));
}

TEST_CASE("every text is readable on paper and card in every palette") {
  const auto palette = GENERATE(Palette::kLight, Palette::kDark, Palette::kHighContrast);
  const Theme& theme = theme_of(palette);
  for (const Colour& words : {theme.ink, theme.soft, theme.accent, theme.warm, theme.good, theme.bad}) {
    CHECK(contrast_ratio(words, theme.paper) >= 4.5);
    CHECK(contrast_ratio(words, theme.card) >= 4.5);
  }
}

TEST_CASE("a label stays readable while it is hovered and pressed") {
  for (const Palette palette : {Palette::kLight, Palette::kDark}) {
    const Theme& theme = theme_of(palette);
    CHECK(contrast_ratio(theme.accent, mix(theme.card, theme.accent, 0.08)) >= 4.5);
    CHECK(contrast_ratio(theme.accent, mix(theme.card, theme.accent, 0.18)) >= 3.0);
    CHECK(contrast_ratio(theme.ink, mix(theme.paper, theme.line, 0.75)) >= 4.5);
    CHECK(contrast_ratio(mix(theme.paper, theme.ink, 0.2), theme.ink) >= 4.5);
  }
}

TEST_CASE("high contrast is black and white with thick outlines and no tints") {
  const Theme& theme = theme_of(Palette::kHighContrast);
  CHECK(contrast_ratio(theme.ink, theme.paper) == Approx(21));
  CHECK(theme.outline == 3);
  CHECK_FALSE(theme.tints);
}

TEST_CASE("mixing ends where it should") {
  CHECK(mix({0, 0, 0}, {200, 100, 50}, 0) == Colour{0, 0, 0});
  CHECK(mix({0, 0, 0}, {200, 100, 50}, 1) == Colour{200, 100, 50});
  CHECK(mix({0, 0, 0}, {200, 100, 50}, 0.5) == Colour{100, 50, 25});
  CHECK(mix({0, 0, 0}, {200, 100, 50}, 7) == Colour{200, 100, 50});
}

}  // namespace
}  // namespace aandacht::ui
