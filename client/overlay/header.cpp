#include <algorithm>
#include <cmath>

#include "client/overlay/views.h"
#include "client/ui/sparkline.h"

namespace aandacht::overlay {
namespace {

constexpr float kAvatar = 44;
constexpr float kPhaseWidth = 56;

/// Time, and under it the phase or the state. Returns how wide it is.
float draw_clock(ui::Pen& pen, const model::HeaderModel& header) {
  ui::Look& look = pen.look();
  const float time = ui::text_width(look, ui::Type::kClock, header.time);
  const float state = ui::text_width(look, ui::Type::kSmall, header.state);
  const float phase = header.phase ? look.px(kPhaseWidth) : 0;
  const float width = std::ceil(std::max({time, std::min(state, pen.width() / 2), phase}));
  if (!pen.draws()) return width;
  ui::draw_line(pen.list(), look, ui::Type::kClock, pen.theme().ink, {pen.right() - time, pen.y()}, header.time);
  const float below = pen.y() + look.pitch(ui::Type::kBodyBold);
  if (header.phase) {
    const float top = below + look.px(8);
    ui::draw_phase(pen.list(), look, *header.phase, {{pen.right() - phase, top}, {pen.right(), top + look.px(4)}});
    const ui::Box box{{pen.right() - phase, pen.y()}, {pen.right(), pen.y() + look.px(kAvatar)}};
    if (ui::rests_on(box)) ui::draw_tooltip(look, header.phase_text);
  } else {
    pen.label(ui::Type::kSmall, pen.theme().soft, header.state, {pen.right() - std::min(state, width), below},
              width + 1);
    const ui::Box box{{pen.right() - width, pen.y()}, {pen.right(), below}};
    if (ui::rests_on(box)) ui::draw_tooltip(look, header.time_note);
  }
  return width;
}

}  // namespace

void write_header(ui::Pen& pen, const model::HeaderModel& header) {
  ui::Look& look = pen.look();
  const float avatar = look.px(kAvatar);
  const float clock = draw_clock(pen, header);
  const float left = pen.x() + avatar + look.px(12);
  const float width = pen.right() - clock - look.px(8) - left;
  if (pen.draws()) {
    ui::draw_avatar(pen.list(), look, header.initials, {pen.x() + avatar / 2, pen.y() + avatar / 2}, avatar);
    const ui::Box box{{pen.x(), pen.y()}, {pen.x() + avatar, pen.y() + avatar}};
    if (ui::rests_on(box)) ui::draw_tooltip(look, header.number);
  }
  pen.label(ui::Type::kBodyBold, pen.theme().ink, header.name, {left, pen.y()}, width);
  pen.label(ui::Type::kSmall, pen.theme().soft, header.about, {left, pen.y() + look.pitch(ui::Type::kBodyBold)}, width);
  pen.skip_pixels(std::max(avatar, look.pitch(ui::Type::kBodyBold) + look.pitch(ui::Type::kSmall)));
}

void write_repeat_contact(ui::Pen& pen, const std::string& repeat_contact) {
  if (repeat_contact.empty()) return;
  pen.skip(12);
  pen.balanced(ui::Type::kSmallBold, pen.theme().warm, repeat_contact);
}

}  // namespace aandacht::overlay
