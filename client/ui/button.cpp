#include "client/ui/button.h"

#include <algorithm>
#include <cmath>

#include "client/ui/focus_order.h"

namespace aandacht::ui {
namespace {

constexpr float kHeight = 36;
constexpr float kGap = 8;
constexpr float kPadding = 10;
constexpr float kBarePadding = 5;
constexpr float kLeastPadding = 5;  // Rather tight than in two rows.

struct Paint {
  Colour fill;
  Colour outline;
  Colour words;
};

Paint paint_of(const Theme& theme, const Hit& hit, ButtonKind kind, Colour under) {
  if (!theme.tints) {
    const bool inverted = hit.held || hit.hovered;
    return {inverted ? theme.ink : theme.card, theme.ink, inverted ? theme.card : theme.ink};
  }
  const double tint = hit.held ? 0.18 : hit.hovered ? 0.08 : 0.0;
  const Colour fill = mix(under, theme.accent, tint);
  const Colour outline =
      kind == ButtonKind::kMain ? theme.accent : mix(theme.line, theme.accent, hit.hovered ? 0.5 : 0.0);
  return {fill, kind == ButtonKind::kBare ? fill : outline, theme.accent};
}

float natural_width(const Look& look, const ButtonLabel& button, float padding) {
  return std::ceil(text_width(look, Type::kSmallBold, button.label)) + 2 * look.px(padding);
}

float bare_width(const Look& look, const ButtonLabel& button) {
  return std::ceil(text_width(look, Type::kSmall, button.label)) + 2 * look.px(kBarePadding);
}

float row_width(const Look& look, const std::vector<ButtonLabel>& buttons, float padding) {
  float width = look.px(kGap) * static_cast<float>(buttons.size() - 1);
  for (const ButtonLabel& button : buttons) width += natural_width(look, button, padding);
  return width;
}

/// How many buttons, from `first` on, go into one row.
std::size_t row_of(const Look& look, const std::vector<ButtonLabel>& buttons, std::size_t first, float width,
                   float padding) {
  float used = 0;
  std::size_t count = 0;
  for (std::size_t i = first; i < buttons.size(); ++i) {
    used += natural_width(look, buttons[i], padding) + (count > 0 ? look.px(kGap) : 0);
    if (count > 0 && used > width) break;
    ++count;
  }
  return count;
}

}  // namespace

bool draw_button(Look& look, std::string_view id, std::string_view label, const Box& box, ButtonKind kind) {
  const Hit hit = press(id, box);
  if (FocusOrder* order = FocusOrder::current(); order != nullptr && kind == ButtonKind::kMain) order->prefer(id);
  const Colour under = kind == ButtonKind::kBare ? look.theme.paper : look.theme.card;
  const Paint paint = paint_of(look.theme, hit, kind, under);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_frame(list, look, box, paint.fill, paint.outline, look.px(6));
  const Type type = kind == ButtonKind::kBare ? Type::kSmall : Type::kSmallBold;
  const std::string shown = shortened(look, type, label, box.width() - 2 * look.px(4));
  const float left = std::round(box.centre().x - text_width(look, type, shown) / 2);
  const float top = std::round(box.centre().y - look.pitch(type) / 2);
  draw_line(list, look, type, paint.words, {left, top}, shown);
  return hit.clicked;
}

int draw_buttons(Pen& pen, const std::vector<ButtonLabel>& buttons) {
  Look& look = pen.look();
  int pressed = -1;
  const float padding = row_width(look, buttons, kPadding) <= pen.width() ? kPadding : kLeastPadding;
  for (std::size_t first = 0; first < buttons.size();) {
    const std::size_t count = row_of(look, buttons, first, pen.width(), padding);
    float natural = look.px(kGap) * static_cast<float>(count - 1);
    for (std::size_t i = first; i < first + count; ++i) natural += natural_width(look, buttons[i], padding);
    const float extra = std::floor((pen.width() - natural) / static_cast<float>(count));
    float x = pen.x();
    if (first > 0) pen.skip(kGap);
    for (std::size_t i = first; i < first + count; ++i) {
      const bool last = i + 1 == first + count;
      const float width = last ? pen.right() - x : natural_width(look, buttons[i], padding) + extra;
      const Box box{{x, pen.y()}, {x + width, pen.y() + look.px(kHeight)}};
      if (pen.draws() && draw_button(look, buttons[i].id, buttons[i].label, box, buttons[i].kind)) {
        pressed = static_cast<int>(i);
      }
      x += width + look.px(kGap);
    }
    pen.skip(kHeight);
    first += count;
  }
  return pressed;
}

int draw_button_row(Pen& pen, const std::vector<ButtonLabel>& buttons) {
  Look& look = pen.look();
  int pressed = -1;
  float x = pen.x();
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    // Without an outline the words stand where a column's other words stand; what answers to the mouse goes around
    // them.
    const bool bare = buttons[i].kind == ButtonKind::kBare && look.theme.tints;
    const float width = std::min(bare ? bare_width(look, buttons[i]) : natural_width(look, buttons[i], kPadding + 4),
                                 pen.width() + (bare ? look.px(kBarePadding) : 0));
    if (x > pen.x() && x + width > pen.right()) {
      x = pen.x();
      pen.skip(kHeight);
      pen.skip(kGap);
    }
    const float left = bare && x == pen.x() ? x - look.px(kBarePadding) : x;
    const Box box{{left, pen.y()}, {left + width, pen.y() + look.px(kHeight)}};
    if (pen.draws() && draw_button(look, buttons[i].id, buttons[i].label, box, buttons[i].kind)) {
      pressed = static_cast<int>(i);
    }
    x = left + width + look.px(kGap);
  }
  if (!buttons.empty()) pen.skip(kHeight);
  return pressed;
}

}  // namespace aandacht::ui
