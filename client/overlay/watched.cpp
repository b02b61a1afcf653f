#include <algorithm>
#include <cmath>
#include <vector>

#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

constexpr std::size_t kMostLines = 2;

}  // namespace

void write_watched(ui::Pen& pen, const model::WatchedModel& watched) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const float pitch = look.pitch(ui::Type::kSmall);
  const float inset = look.px(34);
  const float room = pen.width() - inset - look.px(10);
  const float since = watched.since.empty() ? 0 : std::ceil(ui::text_width(look, ui::Type::kSmall, watched.since));
  const float words = std::ceil(ui::text_width(look, ui::Type::kSmall, watched.line));
  const bool with_since = since > 0 && words + look.px(12) + since <= room;
  const std::vector<std::string> lines =
      ui::wrap(look, ui::Type::kSmall, watched.line, room, static_cast<int>(kMostLines));
  const float high = std::max(look.px(28), pitch * static_cast<float>(lines.size()) + look.px(4));
  const ui::Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + high}};
  pen.skip_pixels(high);
  if (!pen.draws()) return;
  const ui::Colour fill = theme.tints ? mix(theme.paper, theme.line, 0.6) : theme.card;
  ui::draw_frame(pen.list(), look, box, fill, theme.tints ? fill : theme.ink, look.px(6));
  ui::draw_eye(pen.list(), look, {box.low.x + look.px(18), std::round(box.centre().y)}, look.px(18), theme.ink, fill);
  float top = std::round(box.centre().y - pitch * static_cast<float>(lines.size()) / 2);
  if (with_since) {
    const ui::Colour soft = theme.tints ? mix(theme.soft, theme.ink, 0.5) : theme.ink;
    ui::draw_line(pen.list(), look, ui::Type::kSmall, soft, {box.high.x - look.px(10) - since, top}, watched.since);
  }
  for (const std::string& line : lines) {
    ui::draw_line(pen.list(), look, ui::Type::kSmall, theme.ink, {box.low.x + inset, top}, line);
    top += pitch;
  }
  if (!watched.tooltip.empty() && ui::rests_on(box)) ui::draw_tooltip(look, watched.tooltip);
}

}  // namespace aandacht::overlay
