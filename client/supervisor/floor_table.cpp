#include "client/supervisor/floor_table.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/model/strings.h"
#include "client/ui/sparkline.h"

namespace aandacht::supervisor {
namespace {

constexpr float kRow = 48;
constexpr float kGap = 20;
constexpr std::size_t kScores = 14;

struct Measure {
  Column column;
  model::Text caption;
  float width;  ///< Least, pixels of the design.
  float share;  ///< Of what is left over.
  int needed;   ///< The lowest are left out first.
  bool right;   ///< Numbers stand at the right.
};

constexpr std::array kMeasures{
    Measure{Column::kAgent, model::Text::kFloorAgent, 96, 0.6F, 9, false},
    Measure{Column::kState, model::Text::kFloorState, 104, 0, 8, false},
    Measure{Column::kDuration, model::Text::kFloorDuration, 68, 0, 7, true},
    Measure{Column::kCustomer, model::Text::kFloorCustomer, 172, 1.4F, 6, false},
    Measure{Column::kPhase, model::Text::kFloorPhase, 72, 0, 2, false},
    Measure{Column::kSentiment, model::Text::kFloorSentiment, 106, 0, 5, false},
    Measure{Column::kCards, model::Text::kFloorCards, 60, 0, 3, true},
    Measure{Column::kPrompts, model::Text::kFloorPrompts, 72, 0, 4, true},
};

const Measure& measure_of(Column column) { return kMeasures[static_cast<std::size_t>(column)]; }

float least_width(const ui::Look& look, const std::vector<const Measure*>& chosen) {
  float width = look.px(kGap) * static_cast<float>(chosen.size() - 1);
  for (const Measure* measure : chosen) width += look.px(measure->width);
  return width;
}

void draw_state(ui::Pen& pen, const std::optional<domain::CallState>& state, ImVec2 centre) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const float size = look.px(10);
  if (!state || *state == domain::CallState::kEnded) {
    ui::draw_ring(pen.list(), centre, size / 2, std::max(1.5F, look.px(1)), theme.soft, theme.paper);
    return;
  }
  switch (*state) {
    case domain::CallState::kRinging:
      ui::draw_now(pen.list(), look, centre, size + look.px(2));
      return;
    case domain::CallState::kInCall:
      pen.list().AddCircleFilled(centre, size / 2, ui::to_u32(theme.ink), 24);
      return;
    case domain::CallState::kOnHold:
      ui::draw_pause(pen.list(), look, centre, size + look.px(1), theme.ink);
      return;
    case domain::CallState::kWrapUp:
    case domain::CallState::kEnded:
      ui::draw_ring(pen.list(), centre, size / 2, std::max(1.5F, look.px(2)), theme.ink, theme.paper);
      return;
  }
}

void draw_sentiment(ui::Pen& pen, const model::SentimentModel& sentiment, const ui::Box& cell) {
  if (sentiment.scores.empty()) return;
  ui::Look& look = pen.look();
  const float dot = look.px(10);
  const float middle = std::round(cell.centre().y);
  ui::draw_feeling(pen.list(), look, sentiment.feeling, {cell.low.x + dot / 2, middle}, dot, pen.theme().paper);
  const float left = cell.low.x + dot + look.px(12);
  const float bars = ui::scores_width(look, std::min(kScores, sentiment.scores.size()));
  const float reach = look.px(16);
  ui::draw_scores(pen.list(), look, sentiment.scores, {{left, middle - reach}, {left + bars, middle + reach}});
  if (ui::rests_on(cell)) ui::draw_tooltip(look, sentiment.tooltip);
}

void draw_words(ui::Pen& pen, ui::Type type, ui::Colour colour, const std::string& words, const ui::Box& cell,
                bool right) {
  const float width = std::min(ui::text_width(pen.look(), type, words), cell.width());
  const float left = right ? cell.high.x - width : cell.low.x;
  pen.label(type, colour, words, {left, std::round(cell.centre().y - pen.look().pitch(type) / 2)},
            right ? width + 1 : cell.width());
}

void draw_cell(ui::Pen& pen, const Place& place, const model::FloorRow& row, const ui::Box& cell) {
  const ui::Theme& theme = pen.theme();
  const bool right = measure_of(place.column).right;
  switch (place.column) {
    case Column::kAgent:
      return draw_words(pen, ui::Type::kBodyBold, theme.ink, row.agent, cell, right);
    case Column::kState: {
      draw_state(pen, row.state, {cell.low.x + pen.look().px(6), std::round(cell.centre().y)});
      const float inset = pen.look().px(22);
      return draw_words(pen, ui::Type::kSmall, row.state ? theme.ink : theme.soft, row.state_text,
                        {{cell.low.x + inset, cell.low.y}, cell.high}, right);
    }
    case Column::kDuration:
      return draw_words(pen, ui::Type::kFigures, row.state ? theme.ink : theme.soft, row.duration, cell, right);
    case Column::kCustomer:
      return draw_words(pen, ui::Type::kBody, theme.ink, row.customer, cell, right);
    case Column::kPhase:
      return draw_words(pen, ui::Type::kSmall, theme.soft, row.phase, cell, right);
    case Column::kSentiment:
      return draw_sentiment(pen, row.sentiment, cell);
    case Column::kCards:
      return draw_words(pen, ui::Type::kFigures, theme.ink, row.cards, cell, right);
    case Column::kPrompts:
      return draw_words(pen, ui::Type::kFigures, theme.warm, row.prompts, cell, right);
  }
}

}  // namespace

Columns columns_of(const ui::Look& look, float width) {
  std::vector<const Measure*> chosen;
  for (const Measure& measure : kMeasures) chosen.push_back(&measure);
  while (chosen.size() > 1 && least_width(look, chosen) > width) {
    chosen.erase(std::min_element(chosen.begin(), chosen.end(),
                                  [](const Measure* a, const Measure* b) { return a->needed < b->needed; }));
  }
  float shares = 0;
  for (const Measure* measure : chosen) shares += measure->share;
  const float spare = std::max(0.0F, width - least_width(look, chosen));
  Columns columns;
  float left = 0;
  for (const Measure* measure : chosen) {
    const float own = look.px(measure->width) + (shares > 0 ? std::floor(spare * measure->share / shares) : 0);
    columns.push_back({measure->column, left, std::min(own, width - left)});
    left += own + look.px(kGap);
  }
  return columns;
}

void write_captions(ui::Pen& pen, const Columns& columns, model::Language language) {
  const float high = pen.look().pitch(ui::Type::kSmall);
  for (const Place& place : columns) {
    const Measure& measure = measure_of(place.column);
    const ui::Box cell{{pen.x() + place.left, pen.y()}, {pen.x() + place.left + place.width, pen.y() + high}};
    draw_words(pen, ui::Type::kSmall, pen.theme().soft, text(measure.caption, language), cell, measure.right);
  }
  pen.skip_pixels(high);
  pen.skip(8);
  pen.hairline();
}

void write_row(ui::Pen& pen, const Columns& columns, const model::FloorRow& row) {
  const float high = pen.look().px(kRow);
  for (const Place& place : columns) {
    draw_cell(pen, place, row, {{pen.x() + place.left, pen.y()}, {pen.x() + place.left + place.width, pen.y() + high}});
  }
  pen.skip_pixels(high - pen.look().outline());
  pen.hairline();
}

}  // namespace aandacht::supervisor
