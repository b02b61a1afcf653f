#include <algorithm>
#include <cmath>

#include "client/overlay/views.h"
#include "client/ui/energy_ring.h"
#include "client/ui/hit.h"

namespace aandacht::overlay {
namespace {

constexpr float kMargin = 16;
constexpr float kDot = 12;
constexpr float kMark = 18;

/// Each state has a shape of its own.
void draw_state(ui::Pen& pen, const model::PillModel& pill, ImVec2 centre) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const float size = look.px(kDot);
  const float band = std::max(1.5F, look.px(2));
  if (!pill.well && pill.time.empty()) {
    ui::draw_ring(pen.list(), centre, size / 2, band, theme.warm, theme.paper);
    return;
  }
  switch (pill.screen) {
    case model::Screen::kIdle:
      ui::draw_ring(pen.list(), centre, size / 2, band, theme.soft, theme.paper);
      return;
    case model::Screen::kDisconnected:
      ui::draw_now(pen.list(), look, centre, size + 1);
      return;
    case model::Screen::kRinging:
      ui::draw_handset(pen.list(), centre, look.px(16), theme.ink);
      return;
    case model::Screen::kInCall:
      pen.list().AddCircleFilled(centre, size / 2, ui::to_u32(theme.ink), 24);
      return;
    case model::Screen::kOnHold:
      ui::draw_pause(pen.list(), look, centre, size, theme.ink);
      return;
    case model::Screen::kWrapUp:
      ui::draw_ring(pen.list(), centre, size / 2, band, theme.ink, theme.paper);
      pen.list().AddCircleFilled(centre, look.px(2), ui::to_u32(theme.ink), 12);
      return;
  }
}

/// What waits.
void draw_mark(ui::Pen& pen, model::PillMark mark, ImVec2 centre) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const float size = look.px(kMark);
  switch (mark) {
    case model::PillMark::kNone:
      return;
    case model::PillMark::kCall:
      ui::draw_handset(pen.list(), centre, size, theme.ink);
      return;
    case model::PillMark::kCard:
      ui::draw_note(pen.list(), look, centre, size, theme.ink, theme.paper);
      return;
    case model::PillMark::kOffer:
      ui::draw_energy_ring(pen.list(), look, {true, 0.7, true}, centre, size / 2, theme.paper);
      return;
    case model::PillMark::kKept:
      ui::draw_ring(pen.list(), centre, size / 3, std::max(1.5F, look.px(2)), theme.warm, theme.paper);
      return;
  }
}

/// Who calls, and under it who watches; where there is room for one only, who watches.
void draw_watched(ui::Pen& pen, const model::PillModel& pill, const ui::Box& box) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const float name = look.pitch(ui::Type::kSmallBold);
  const float line = look.pitch(ui::Type::kSmall);
  const bool both = name + line <= box.height() - look.px(2);
  float top = std::round(box.centre().y - (both ? name + line : line) / 2);
  if (both) {
    ui::draw_line(pen.list(), look, ui::Type::kSmallBold, theme.ink, {box.low.x, top},
                  ui::shortened(look, ui::Type::kSmallBold, pill.words, box.width()));
    top += name;
  }
  const float eye = look.px(16);
  ui::draw_eye(pen.list(), look, {box.low.x + eye / 2, std::round(top + line / 2)}, eye, theme.ink, theme.paper);
  const float left = box.low.x + eye + look.px(6);
  ui::draw_line(pen.list(), look, ui::Type::kSmall, theme.ink, {left, top},
                ui::shortened(look, ui::Type::kSmall, pill.watched, box.high.x - left));
}

}  // namespace

void draw_pill(ui::Look& look, const model::PillModel& pill, const ui::Box& box, Actions& actions) {
  const ui::Hit hit = ui::press("pill", box);
  ui::Pen pen(look, box.low, box.width(), true);
  const ui::Theme& theme = look.theme;
  const ui::Colour paper = hit.hovered && theme.tints ? mix(theme.paper, theme.accent, 0.06) : theme.paper;
  ui::draw_frame(pen.list(), look, box, paper, theme.tints ? theme.line : theme.ink, 0);
  const float middle = std::round(box.centre().y);
  const float margin = look.px(kMargin);
  draw_state(pen, pill, {box.low.x + margin + look.px(8), middle});
  float right = box.high.x - margin;
  if (pill.mark != model::PillMark::kNone) {
    draw_mark(pen, pill.mark, {right - look.px(kMark) / 2, middle});
    right -= look.px(kMark) + look.px(12);
  }
  if (!pill.time.empty()) {
    const float time = std::ceil(ui::text_width(look, ui::Type::kClock, pill.time));
    right -= time;
    ui::draw_line(pen.list(), look, ui::Type::kClock, theme.ink,
                  {right, std::round(middle - look.pitch(ui::Type::kClock) / 2)}, pill.time);
    right -= look.px(12);
  }
  if (!pill.watched.empty()) {
    draw_watched(pen, pill, {{box.low.x + margin + look.px(28), box.low.y}, {right, box.high.y}});
    if (hit.hovered && !pill.watched_tooltip.empty()) ui::draw_tooltip(look, pill.watched_tooltip);
    if (hit.clicked) actions.push_back(OpenPill{});
    return;
  }
  const bool calls = !pill.time.empty();
  const ui::Colour colour = calls ? theme.ink : pill.well ? theme.soft : theme.warm;
  const float left = box.low.x + margin + look.px(28);
  const bool large = ui::text_width(look, ui::Type::kBody, pill.words) <= right - left;
  const ui::Type type = calls ? ui::Type::kBodyBold : large ? ui::Type::kBody : ui::Type::kSmall;
  // No note beside it, for there is no room for one: pressing it shows everything.
  ui::draw_line(pen.list(), look, type, colour, {left, std::round(middle - look.pitch(type) / 2)},
                ui::shortened(look, type, pill.words, right - left));
  if (hit.clicked) actions.push_back(OpenPill{});
}

}  // namespace aandacht::overlay
