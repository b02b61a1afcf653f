#include "client/ui/scale_row.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"

namespace aandacht::ui {
namespace {

constexpr float kHeight = 36;
constexpr float kGap = 8;

bool draw_number(Look& look, const std::string& id, int number, const Box& box, bool told) {
  const Theme& theme = look.theme;
  const Hit hit = press(id, box);
  const bool filled = told || (!theme.tints && (hit.hovered || hit.held));
  const Colour fill = filled ? theme.accent : mix(theme.card, theme.accent, hit.held ? 0.18 : hit.hovered ? 0.08 : 0);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_frame(list, look, box, fill, told || !theme.tints ? theme.accent : theme.line, look.px(6));
  const std::string shown = absl::StrCat(number);
  draw_line(list, look, Type::kBody, filled ? theme.card : theme.accent,
            {std::round(box.centre().x - text_width(look, Type::kBody, shown) / 2),
             std::round(box.centre().y - look.pitch(Type::kBody) / 2)},
            shown);
  return hit.clicked;
}

}  // namespace

int draw_scale(Pen& pen, std::string_view id, int most, int told) {
  Look& look = pen.look();
  const float height = std::max(look.px(kHeight), look.pitch(Type::kBody) + look.px(8));
  const float gap = look.px(kGap);
  const float each = (pen.width() - gap * static_cast<float>(most - 1)) / static_cast<float>(most);
  int pressed = 0;
  for (int i = 0; pen.draws() && i < most; ++i) {
    const float left = std::round(pen.x() + (each + gap) * static_cast<float>(i));
    const Box box{{left, pen.y()}, {std::round(left + each), pen.y() + height}};
    if (draw_number(look, absl::StrCat(std::string(id), "#", i + 1), i + 1, box, told == i + 1)) pressed = i + 1;
  }
  pen.skip_pixels(height);
  return pressed;
}

}  // namespace aandacht::ui
