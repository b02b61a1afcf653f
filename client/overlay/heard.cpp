#include <algorithm>

#include "client/model/strings.h"
#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

constexpr int kLines = 2;

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

std::string caption(std::size_t left_out, model::Language language) {
  return left_out == 0 ? std::string(text(model::Text::kHeard, language))
                       : fill(model::Text::kHeardMore, language, left_out);
}

}  // namespace

float draw_heard(ui::Look& look, const std::vector<model::HeardRow>& heard, float x, float width, float top,
                 float bottom, model::Language language) {
  const float title = look.pitch(ui::Type::kSmallBold) + look.px(4);
  const float gap = look.px(8);
  // The oldest stands at the bottom and stays there; what is newer comes above it.
  float y = bottom;
  std::size_t shown = 0;
  for (auto row = heard.rbegin(); row != heard.rend(); ++row, ++shown) {
    const float needed = height_of(look, *row, width) + (shown > 0 ? gap : 0);
    if (y - needed - title < top) break;
    y -= needed;
    ui::Pen pen(look, {x, y}, width, true);
    write_row(pen, *row);
  }
  if (shown == 0) return bottom;
  y -= title;
  ui::Pen pen(look, {x, y}, width, true);
  pen.line(ui::Type::kSmallBold, look.theme.soft, caption(heard.size() - shown, language));
  return y;
}

void write_heard(ui::Pen& pen, const std::vector<model::HeardRow>& heard, std::size_t most, model::Language language) {
  const std::size_t shown = std::min(most, heard.size());
  if (shown == 0) return;
  pen.line(ui::Type::kSmallBold, pen.theme().soft, caption(heard.size() - shown, language));
  for (std::size_t i = 0; i < shown; ++i) {
    pen.skip(i == 0 ? 4 : 8);
    write_row(pen, heard[i]);
  }
}

}  // namespace aandacht::overlay
