#include <algorithm>
#include <cmath>

#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

void draw_mark(ui::Pen& pen, const model::OtherCall& other, ImVec2 centre, ui::Colour under) {
  ui::Look& look = pen.look();
  switch (other.state) {
    case domain::CallState::kRinging:
    case domain::CallState::kInCall:
      ui::draw_handset(pen.list(), centre, look.px(16), pen.theme().ink);
      return;
    case domain::CallState::kOnHold:
      ui::draw_pause(pen.list(), look, centre, look.px(12), pen.theme().ink);
      return;
    case domain::CallState::kWrapUp:
    case domain::CallState::kEnded:
      ui::draw_ring(pen.list(), centre, look.px(6), std::max(1.5F, look.px(2)), pen.theme().soft, under);
      return;
  }
}

void draw_strip(ui::Pen& pen, const model::OtherCall& other, const ui::Box& box) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const ui::Colour fill = theme.tints ? mix(theme.paper, theme.line, 0.6) : theme.card;
  ui::draw_frame(pen.list(), look, box, fill, theme.tints ? fill : theme.ink, look.px(6));
  const float padding = look.px(10);
  const float middle = std::round(box.centre().y);
  draw_mark(pen, other, {box.low.x + padding + look.px(8), middle}, fill);
  const float top = std::round(middle - look.pitch(ui::Type::kSmall) / 2);
  const float left = box.low.x + padding + look.px(24);
  const float room = box.high.x - padding - left;
  // Who it is decides whether the agent looks up at all; that it rings is said by the shape too.
  const auto width = [&](ui::Type type, const std::string& words) {
    return std::ceil(ui::text_width(look, type, words));
  };
  const std::string more = other.more.empty() ? "" : "  " + other.more;
  const float gap = look.px(8);
  const float name = width(ui::Type::kSmallBold, other.who);
  const bool all_fits = name + gap + width(ui::Type::kSmall, other.what + more) <= room;
  const std::string right = (all_fits ? other.what : other.time) + more;
  const float what = width(ui::Type::kSmall, right);
  const ui::Colour soft = theme.tints ? mix(theme.soft, theme.ink, 0.5) : theme.ink;
  pen.label(ui::Type::kSmallBold, theme.ink, other.who, {left, top}, room - what - gap);
  pen.label(ui::Type::kSmall, soft, right, {box.high.x - padding - what, top}, what + 1);
  if (ui::rests_on(box)) ui::draw_tooltip(look, other.tooltip);
}

}  // namespace

void write_divider(ui::Pen& pen, const std::optional<model::OtherCall>& other,
                   const std::optional<model::WatchedModel>& watched) {
  ui::Look& look = pen.look();
  if (watched) {
    pen.skip(5);
    write_watched(pen, *watched);
    if (!other) return pen.skip(7);
  }
  const float strip = std::max(look.px(28), look.pitch(ui::Type::kSmallBold) + look.px(4));
  const float zone = strip + look.px(12);
  const float top = pen.y();
  if (pen.draws() && other) {
    draw_strip(pen, *other, {{pen.x(), top + look.px(5)}, {pen.right(), top + look.px(5) + strip}});
  } else if (pen.draws()) {
    ui::draw_hairline(pen.list(), look, {pen.x(), top + std::round(zone * 0.42F)}, pen.width());
  }
  pen.skip_pixels(zone);
}

}  // namespace aandacht::overlay
