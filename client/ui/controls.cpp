#include "client/ui/controls.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/ui/button.h"

namespace aandacht::ui {
namespace {

constexpr float kHeight = 36;
constexpr float kGap = 8;
constexpr float kPadding = 10;
constexpr float kRing = 14;
constexpr float kToggleWidth = 40;
constexpr float kToggleHeight = 22;

float row_height(const Look& look) { return std::max(look.px(kHeight), look.pitch(Type::kBody) + look.px(8)); }

struct Paint {
  Colour fill;
  Colour outline;
  Colour ink;
};

Paint paint_of(const Theme& theme, const Hit& hit) {
  if (!theme.tints) {
    const bool inverted = hit.held || hit.hovered;
    return {inverted ? theme.ink : theme.card, theme.ink, inverted ? theme.card : theme.ink};
  }
  const double tint = hit.held ? 0.18 : hit.hovered ? 0.08 : 0.0;
  return {mix(theme.card, theme.accent, tint), mix(theme.line, theme.accent, hit.hovered ? 0.5 : 0.0), theme.accent};
}

float choice_width(const Look& look, const std::string& label) {
  return std::ceil(text_width(look, Type::kSmallBold, label)) + look.px(2 * kPadding + kRing + 6);
}

bool draw_choice(Look& look, const std::string& id, const std::string& label, const Box& box, bool chosen) {
  const Hit hit = press(id, box);
  follow_keyboard(look, id, box);
  Paint paint = paint_of(look.theme, hit);
  if (chosen && look.theme.tints) paint.outline = look.theme.accent;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_frame(list, look, box, paint.fill, paint.outline, look.px(6));
  const float ring = look.px(kRing);
  const ImVec2 centre{box.low.x + look.px(kPadding) + ring / 2, std::round(box.centre().y)};
  draw_ring(list, centre, ring / 2, std::max(1.5F, look.px(1.5F)), paint.ink, paint.fill);
  if (chosen) list.AddCircleFilled(centre, ring / 2 - std::max(2.5F, look.px(3.5F)), to_u32(paint.ink), 24);
  const float left = box.low.x + look.px(kPadding) + ring + look.px(6);
  const std::string shown = shortened(look, Type::kSmallBold, label, box.high.x - look.px(4) - left);
  draw_line(list, look, Type::kSmallBold, paint.ink,
            {left, std::round(box.centre().y - look.pitch(Type::kSmallBold) / 2)}, shown);
  return hit.clicked;
}

/// A label on the left of `right`, in the middle of the row.
void draw_label(Pen& pen, std::string_view label, float right) {
  Look& look = pen.look();
  const float top = pen.y() + std::round((row_height(look) - look.pitch(Type::kBody)) / 2);
  pen.label(Type::kBody, pen.theme().ink, label, {pen.x(), top}, right - pen.x());
}

bool draw_step(Look& look, const std::string& id, const char* sign, const Box& box, bool can) {
  if (can) {
    follow_keyboard(look, id, box);
    return draw_button(look, id, sign, box, ButtonKind::kPlain);
  }
  // In high contrast there is no faint: what cannot be pressed is not there.
  if (!look.theme.tints) return false;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_frame(list, look, box, look.theme.paper, look.theme.line, look.px(6));
  // The sign of a dead end is as faint as its frame.
  draw_line(list, look, Type::kSmallBold, look.theme.line,
            {std::round(box.centre().x - text_width(look, Type::kSmallBold, sign) / 2),
             std::round(box.centre().y - look.pitch(Type::kSmallBold) / 2)},
            sign);
  return false;
}

void draw_field_frame(Look& look, const Box& box, bool open, bool hovered) {
  const Theme& theme = look.theme;
  const Colour outline = open ? theme.accent : mix(theme.line, theme.accent, hovered && theme.tints ? 0.5 : 0.0);
  draw_frame(*ImGui::GetWindowDrawList(), look, box, theme.card, outline, look.px(6));
}

}  // namespace

int draw_choices(Pen& pen, std::string_view id, const std::vector<std::string>& labels, int chosen) {
  Look& look = pen.look();
  const float height = row_height(look);
  int pressed = -1;
  float x = pen.x();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float width = std::min(choice_width(look, labels[i]), pen.width());
    if (x > pen.x() && x + width > pen.right()) {
      x = pen.x();
      pen.skip_pixels(height);
      pen.skip(kGap);
    }
    const Box box{{x, pen.y()}, {x + width, pen.y() + height}};
    const bool is_chosen = static_cast<int>(i) == chosen;
    const std::string name = absl::StrCat(std::string(id), "#", i);
    if (pen.draws() && draw_choice(look, name, labels[i], box, is_chosen)) pressed = static_cast<int>(i);
    x += width + look.px(kGap);
  }
  pen.skip_pixels(height);
  return pressed;
}

bool draw_toggle(Pen& pen, std::string_view id, std::string_view label, bool on) {
  Look& look = pen.look();
  const float height = row_height(look);
  bool pressed = false;
  if (pen.draws()) {
    const Box row{{pen.x(), pen.y()}, {pen.right(), pen.y() + height}};
    const Hit hit = press(id, row);
    follow_keyboard(look, id, row);
    const float left = pen.right() - look.px(kToggleWidth);
    const float middle = std::round(row.centre().y);
    const Box box{{left, middle - look.px(kToggleHeight / 2)}, {pen.right(), middle + look.px(kToggleHeight / 2)}};
    draw_label(pen, label, left - look.px(12));
    const Paint paint = paint_of(look.theme, hit);
    const Colour fill = on ? paint.ink : paint.fill;
    const Colour knob = on ? paint.fill : paint.ink;
    draw_frame(pen.list(), look, box, fill, look.theme.tints ? mix(paint.outline, paint.ink, 0.6) : paint.outline,
               box.height() / 2);
    const float reach = box.height() / 2;
    const float knob_x = on ? box.high.x - reach : box.low.x + reach;
    pen.list().AddCircleFilled({knob_x, middle}, reach - look.px(5), to_u32(knob), 24);
    pressed = hit.clicked;
  }
  pen.skip_pixels(height);
  return pressed;
}

int draw_stepper(Pen& pen, std::string_view id, std::string_view label, std::string_view value, bool can_less,
                 bool can_more) {
  Look& look = pen.look();
  const float height = row_height(look);
  const float button = look.px(kHeight);
  const float words = std::max(std::ceil(text_width(look, Type::kBody, value)), look.px(64)) + look.px(12);
  const float taken = 2 * button + words;
  const bool beside = text_width(look, Type::kBody, label) + look.px(12) + taken <= pen.width();
  if (!beside) pen.line(Type::kBody, pen.theme().ink, label);
  int step = 0;
  if (pen.draws()) {
    const float left = beside ? pen.right() - taken : pen.x();
    if (beside) draw_label(pen, label, left - look.px(12));
    const float top = pen.y() + std::round((height - button) / 2);
    const std::string name(id);
    if (draw_step(look, name + "#less", "−", {{left, top}, {left + button, top + button}}, can_less)) step = -1;
    const std::string shown = shortened(look, Type::kBody, value, words);
    const float x = std::round(left + button + (words - text_width(look, Type::kBody, shown)) / 2);
    draw_line(pen.list(), look, Type::kBody, pen.theme().ink,
              {x, pen.y() + std::round((height - look.pitch(Type::kBody)) / 2)}, shown);
    const float more = left + button + words;
    if (draw_step(look, name + "#more", "+", {{more, top}, {more + button, top + button}}, can_more)) step = 1;
  }
  pen.skip_pixels(height);
  return step;
}

TypedEvent draw_text_field(Pen& pen, std::string_view id, const std::string& value) {
  Look& look = pen.look();
  TypedEvent event;
  const float height = row_height(look);
  const Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + height}};
  pen.skip_pixels(height);
  if (!pen.draws()) return event;
  if (look.typed.is_open(id)) {
    draw_field_frame(look, box, true, false);
    event.done = look.typed.edit(look, box);
    if (event.done) event.text = look.typed.close();
    return event;
  }
  const Hit hit = press(id, box);
  follow_keyboard(look, id, box);
  draw_field_frame(look, box, false, hit.hovered);
  pen.label(Type::kBody, look.theme.ink, value,
            {box.low.x + look.px(kPadding), std::round(box.centre().y - look.pitch(Type::kBody) / 2)},
            box.width() - look.px(2 * kPadding));
  if (hit.clicked) look.typed.open(id, value);
  return event;
}

void follow_keyboard(Look& look, std::string_view id, const Box& box) {
  if (!look.focus.is_on(id) || look.typed.followed == id) return;
  look.typed.followed = std::string(id);
  const float top = ImGui::GetWindowPos().y;
  const float bottom = top + ImGui::GetWindowHeight();
  if (box.low.y >= top && box.high.y <= bottom) return;
  const float middle = std::round((box.low.y + box.high.y) / 2 - (top + bottom) / 2);
  ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + middle, 0.0F, ImGui::GetScrollMaxY()));
}

void draw_gear(ImDrawList& list, ImVec2 centre, float size, Colour colour, Colour under) {
  constexpr int kTeeth = 8;
  constexpr float kTurn = 6.2831853F / kTeeth;
  const float outer = size / 2;
  const float rim = outer * 0.74F;
  const auto at = [&](float angle, float radius) {
    return ImVec2{centre.x + std::cos(angle) * radius, centre.y + std::sin(angle) * radius};
  };
  for (int i = 0; i < kTeeth; ++i) {
    const float middle = kTurn * static_cast<float>(i);
    list.AddQuadFilled(at(middle - 0.26F, rim * 0.9F), at(middle - 0.17F, outer), at(middle + 0.17F, outer),
                       at(middle + 0.26F, rim * 0.9F), to_u32(colour));
  }
  draw_ring(list, centre, rim, rim * 0.45F, colour, under);
}

}  // namespace aandacht::ui
