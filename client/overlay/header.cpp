#include <algorithm>
#include <cmath>

#include "client/overlay/views.h"
#include "client/ui/sparkline.h"

namespace aandacht::overlay {
namespace {

constexpr float kAvatar = 44;
constexpr float kPhaseWidth = 56;
constexpr int kMostLines = 3;  // Of what the customer called about.

/// How wide the two lines at the right are.
struct Clock {
  float time = 0;
  float below = 0;
};

/// Time, and under it the phase or the state.
Clock draw_clock(ui::Pen& pen, const model::HeaderModel& header) {
  ui::Look& look = pen.look();
  const float state = std::min(ui::text_width(look, ui::Type::kSmall, header.state), pen.width() / 2);
  const float phase = header.phase ? look.px(kPhaseWidth) : 0;
  const Clock clock{std::ceil(ui::text_width(look, ui::Type::kClock, header.time)), std::ceil(std::max(state, phase))};
  if (!pen.draws()) return clock;
  ui::draw_line(pen.list(), look, ui::Type::kClock, pen.theme().ink, {pen.right() - clock.time, pen.y()}, header.time);
  const float below = pen.y() + look.pitch(ui::Type::kBodyBold);
  if (header.phase) {
    const float top = below + std::round((look.pitch(ui::Type::kSmall) - look.px(4)) / 2);
    ui::draw_phase(pen.list(), look, *header.phase, {{pen.right() - phase, top}, {pen.right(), top + look.px(4)}});
    const ui::Box box{{pen.right() - phase, pen.y()}, {pen.right(), pen.y() + look.px(kAvatar)}};
    if (ui::rests_on(box)) ui::draw_tooltip(look, header.phase_text);
  } else {
    pen.label(ui::Type::kSmall, pen.theme().soft, header.state, {pen.right() - clock.below, below}, clock.below + 1);
    const ui::Box box{{pen.right() - clock.time, pen.y()}, {pen.right(), below}};
    if (ui::rests_on(box)) ui::draw_tooltip(look, header.time_note);
  }
  return clock;
}

}  // namespace

void write_header(ui::Pen& pen, const model::HeaderModel& header) {
  ui::Look& look = pen.look();
  const float avatar = look.px(kAvatar);
  const Clock clock = draw_clock(pen, header);
  const float left = pen.x() + avatar + look.px(12);
  const float room = pen.right() - look.px(8) - left;
  if (pen.draws()) {
    ui::draw_avatar(pen.list(), look, header.initials, {pen.x() + avatar / 2, pen.y() + avatar / 2}, avatar);
    const ui::Box box{{pen.x(), pen.y()}, {pen.x() + avatar, pen.y() + avatar}};
    if (ui::rests_on(box)) ui::draw_tooltip(look, header.number);
  }
  pen.label(ui::Type::kBodyBold, pen.theme().ink, header.name, {left, pen.y()}, room - clock.time);
  pen.label(ui::Type::kSmall, pen.theme().soft, header.about, {left, pen.y() + look.pitch(ui::Type::kBodyBold)},
            room - clock.below);
  pen.skip_pixels(std::max(avatar, look.pitch(ui::Type::kBodyBold) + look.pitch(ui::Type::kSmall)));
}

void write_repeat_contact(ui::Pen& pen, const std::string& repeat_contact) {
  if (repeat_contact.empty()) return;
  pen.skip(12);
  const std::size_t lines = ui::wrap(pen.look(), ui::Type::kSmallBold, repeat_contact, pen.width()).size();
  if (lines > kMostLines) {
    pen.paragraph(ui::Type::kSmallBold, pen.theme().warm, repeat_contact, kMostLines);
  } else {
    pen.balanced(ui::Type::kSmallBold, pen.theme().warm, repeat_contact);
  }
}

}  // namespace aandacht::overlay
