#include <algorithm>

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

constexpr int kLines = 2;
constexpr float kGap = 8;

void write_row(ui::Pen& pen, const model::HeardRow& row) {
  const ui::Colour colour = row.brought_back ? pen.theme().soft : pen.theme().ink;
  pen.paragraph(ui::Type::kBody, colour, row.words, kLines);
  if (!row.day.empty()) pen.line(ui::Type::kSmall, pen.theme().soft, row.day);
}

float height_of(ui::Look& look, const model::HeardRow& row, float width) {
  ui::Pen pen(look, {0, 0}, width, false);
  write_row(pen, row);
  return pen.height();
}

/// How many of the newest fit.
std::size_t how_many_fit(ui::Look& look, const std::vector<model::HeardRow>& heard, float width, float room) {
  float used = 0;
  for (std::size_t i = 0; i < heard.size(); ++i) {
    used += height_of(look, heard[i], width) + (i > 0 ? look.px(kGap) : 0);
    if (used > room) return i;
  }
  return heard.size();
}

std::string caption(std::size_t left_out, model::Language language) {
  return left_out == 0 ? std::string(text(model::Text::kHeard, language))
                       : fill(model::Text::kHeardMore, language, left_out);
}

}  // namespace

void draw_heard(ui::Look& look, const std::vector<model::HeardRow>& heard, const ui::Box& room, float covered,
                model::Language language) {
  const float title = look.pitch(ui::Type::kSmallBold) + look.px(4);
  const std::size_t fitting = how_many_fit(look, heard, room.width(), room.height() - title);
  float y = room.high.y;
  std::size_t shown = 0;
  for (std::size_t i = fitting; i-- > 0;) {
    const float above = y - height_of(look, heard[i], room.width()) - (shown > 0 ? look.px(kGap) : 0);
    if (above - title < covered) break;
    y = above;
    ++shown;
    ui::Pen pen(look, {room.low.x, y}, room.width(), true);
    write_row(pen, heard[i]);
  }
  if (shown == 0) return;
  ui::Pen pen(look, {room.low.x, y - title}, room.width(), true);
  pen.line(ui::Type::kSmallBold, look.theme.soft, caption(heard.size() - shown, language));
}

void write_heard(ui::Pen& pen, const std::vector<model::HeardRow>& heard, std::size_t most, model::Language language) {
  const std::size_t shown = std::min(most, heard.size());
  if (shown == 0) return;
  pen.line(ui::Type::kSmallBold, pen.theme().soft, caption(heard.size() - shown, language));
  for (std::size_t i = 0; i < shown; ++i) {
    pen.skip(i == 0 ? 4 : kGap);
    write_row(pen, heard[i]);
  }
}

}  // namespace aandacht::overlay
