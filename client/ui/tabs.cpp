#include "client/ui/tabs.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/ui/controls.h"

namespace aandacht::ui {
namespace {

constexpr float kHeight = 36;
constexpr float kTabGap = 24;
constexpr float kChipHeight = 32;
constexpr float kChipGap = 8;
constexpr float kChipPadding = 12;
constexpr float kTick = 12;

bool draw_tab(Look& look, const std::string& id, const std::string& label, const Box& box, bool shown) {
  const Hit hit = press(id, box);
  follow_keyboard(look, id, box);
  const Theme& theme = look.theme;
  const Type type = shown ? Type::kBodyBold : Type::kBody;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_line(list, look, type, shown ? theme.ink : theme.accent,
            {box.low.x, std::round(box.centre().y - look.pitch(type) / 2)}, shortened(look, type, label, box.width()));
  const float thick = look.px(3);
  if (shown || hit.hovered) {
    const Colour bar = shown ? theme.accent : mix(theme.line, theme.accent, theme.tints ? 0.4 : 1.0);
    list.AddRectFilled({box.low.x, box.high.y - thick}, box.high, to_u32(bar));
  }
  return hit.clicked;
}

void draw_tick(ImDrawList& list, const Look& look, ImVec2 centre, Colour colour) {
  const float half = look.px(kTick) / 2;
  const float thick = std::max(1.5F, look.px(2));
  list.AddLine({centre.x - half * 0.8F, centre.y}, {centre.x - half * 0.2F, centre.y + half * 0.6F}, to_u32(colour),
               thick);
  list.AddLine({centre.x - half * 0.2F, centre.y + half * 0.6F}, {centre.x + half * 0.9F, centre.y - half * 0.6F},
               to_u32(colour), thick);
}

bool draw_chip(Look& look, const std::string& id, const Chip& chip, const Box& box) {
  const Hit hit = press(id, box);
  follow_keyboard(look, id, box);
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool inverted = !theme.tints && (hit.hovered || hit.held);
  const double tint = chip.on ? 0.14 : hit.hovered ? 0.06 : 0;
  const Colour fill = !theme.tints ? (inverted ? theme.ink : theme.card) : mix(theme.card, theme.accent, tint);
  const Colour words = inverted ? theme.card : theme.tints ? theme.accent : theme.ink;
  draw_frame(list, look, box, fill, theme.tints ? mix(theme.line, theme.accent, chip.on ? 0.8 : 0.0) : theme.ink,
             box.height() / 2);
  float left = box.low.x + look.px(kChipPadding);
  if (chip.on) {
    draw_tick(list, look, {left + look.px(kTick) / 2, std::round(box.centre().y)}, words);
    left += look.px(kTick + 6);
  }
  draw_line(list, look, Type::kSmallBold, words, {left, std::round(box.centre().y - look.pitch(Type::kSmallBold) / 2)},
            shortened(look, Type::kSmallBold, chip.label, box.high.x - look.px(kChipPadding) / 2 - left));
  return hit.clicked;
}

}  // namespace

int draw_tabs(Pen& pen, std::string_view id, const std::vector<std::string>& labels, int shown) {
  Look& look = pen.look();
  const float height = std::max(look.px(kHeight), look.pitch(Type::kBody) + look.px(8));
  int pressed = -1;
  float x = pen.x();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    // As wide as it is when shown, so that nothing moves.
    const float width = std::min(std::ceil(text_width(look, Type::kBodyBold, labels[i])), pen.width());
    if (x > pen.x() && x + width > pen.right()) {
      x = pen.x();
      pen.skip_pixels(height);
    }
    const Box box{{x, pen.y()}, {x + width, pen.y() + height}};
    const std::string name = absl::StrCat(std::string(id), "#", i);
    if (pen.draws() && draw_tab(look, name, labels[i], box, static_cast<int>(i) == shown))
      pressed = static_cast<int>(i);
    x += width + look.px(kTabGap);
  }
  pen.skip_pixels(height);
  pen.hairline();
  return pressed;
}

int draw_chips(Pen& pen, std::string_view id, const std::vector<Chip>& chips) {
  Look& look = pen.look();
  const float height = std::max(look.px(kChipHeight), look.pitch(Type::kSmallBold) + look.px(8));
  int pressed = -1;
  float x = pen.x();
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const float tick = chips[i].on ? look.px(kTick + 6) : 0;
    const float width = std::min(
        std::ceil(text_width(look, Type::kSmallBold, chips[i].label)) + look.px(2 * kChipPadding) + tick, pen.width());
    if (x > pen.x() && x + width > pen.right()) {
      x = pen.x();
      pen.skip_pixels(height);
      pen.skip(kChipGap);
    }
    const Box box{{x, pen.y()}, {x + width, pen.y() + height}};
    if (pen.draws() && draw_chip(look, absl::StrCat(std::string(id), "#", i), chips[i], box)) {
      pressed = static_cast<int>(i);
    }
    x += width + look.px(kChipGap);
  }
  if (!chips.empty()) pen.skip_pixels(height);
  return pressed;
}

}  // namespace aandacht::ui
