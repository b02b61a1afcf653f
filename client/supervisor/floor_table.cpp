#include "client/supervisor/floor_table.h"

#include <algorithm>
#include <cmath>

#include "client/ui/sparkline.h"

namespace aandacht::supervisor {
namespace {

constexpr std::size_t kScores = 40;  // More than any column has room for.

/// Of a column, in the order of model::FloorColumn.
struct Measure {
  float least;
  float share;
  int needed;
  bool right;
  float most;
};

// Without phase and watchers they fit beside the detail on a screen of 1280 pixels.
constexpr Measure kMeasures[model::kFloorColumns] = {
    {98, 0.1F, 9, false, 240}, {108, 0, 8, false, 0}, {66, 0, 7, true, 0},
    {88, 3.2F, 5, false, 480}, {72, 0, 1, false, 0},  {75, 0.5F, 6, false, 320},
    {56, 0, 3, true, 0},       {76, 0, 4, true, 0},   {72, 0.2F, 2, false, 240},
};

void draw_state(ui::Look& look, const model::FloorRow& row, ImVec2 centre) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ui::Theme& theme = look.theme;
  const float size = look.px(10);
  if (row.away) {
    const float high = std::max(2.0F, look.px(2));
    list.AddRectFilled({centre.x - size / 2, centre.y - std::round(high / 2)},
                       {centre.x + size / 2, centre.y - std::round(high / 2) + high}, ui::to_u32(theme.soft));
    return;
  }
  if (!row.state || *row.state == domain::CallState::kEnded) {
    ui::draw_ring(list, centre, size / 2, std::max(1.5F, look.px(1)), theme.soft, theme.paper);
    return;
  }
  switch (*row.state) {
    case domain::CallState::kRinging:
      ui::draw_now(list, look, centre, size + look.px(2));
      return;
    case domain::CallState::kInCall:
      list.AddCircleFilled(centre, size / 2, ui::to_u32(theme.ink), 24);
      return;
    case domain::CallState::kOnHold:
      ui::draw_pause(list, look, centre, size + look.px(1), theme.ink);
      return;
    case domain::CallState::kWrapUp:
    case domain::CallState::kEnded:
      ui::draw_ring(list, centre, size / 2, std::max(1.5F, look.px(2)), theme.ink, theme.paper);
      return;
  }
}

void draw_sentiment(ui::Look& look, const model::SentimentModel& sentiment, const ui::Box& cell) {
  if (sentiment.scores.empty()) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float dot = look.px(10);
  const float middle = std::round(cell.centre().y);
  ui::draw_feeling(list, look, sentiment.feeling, {cell.low.x + dot / 2, middle}, dot, look.theme.paper);
  const float left = cell.low.x + dot + look.px(12);
  std::size_t count = std::min(kScores, sentiment.scores.size());
  while (count > 1 && ui::scores_width(look, count) > cell.high.x - left) --count;
  const float bars = ui::scores_width(look, count);
  const float reach = look.px(14);
  ui::draw_scores(list, look, sentiment.scores, {{left, middle - reach}, {left + bars, middle + reach}});
  if (ui::rests_on(cell)) ui::draw_tooltip(look, sentiment.tooltip);
}

void draw_watchers(ui::Look& look, const std::string& watchers, const ui::TableCell& cell) {
  if (watchers.empty()) return;
  const float eye = look.px(16);
  ui::draw_eye(*ImGui::GetWindowDrawList(), look, {cell.box.low.x + eye / 2, std::round(cell.box.centre().y)}, eye,
               look.theme.ink, look.theme.paper);
  ui::TableCell words = cell;
  words.box.low.x += eye + look.px(6);
  ui::draw_cell_text(look, words, ui::Type::kSmall, look.theme.ink, watchers);
}

}  // namespace

std::vector<ui::TableColumn> floor_columns(const model::FloorModel& model) {
  std::vector<ui::TableColumn> columns;
  for (std::size_t i = 0; i < model.captions.size(); ++i) {
    const Measure& measure = kMeasures[i];
    columns.push_back(
        {model.captions[i], measure.least, measure.share, measure.needed, measure.right, true, measure.most});
  }
  return columns;
}

void draw_floor_cell(ui::Look& look, const model::FloorRow& row, const ui::TableCell& cell) {
  const ui::Theme& theme = look.theme;
  const ui::Colour ink = row.state ? theme.ink : theme.soft;
  switch (static_cast<model::FloorColumn>(cell.column)) {
    case model::FloorColumn::kAgent:
      return ui::draw_cell_text(look, cell, ui::Type::kBodyBold, theme.ink, row.agent);
    case model::FloorColumn::kState: {
      draw_state(look, row, {cell.box.low.x + look.px(6), std::round(cell.box.centre().y)});
      ui::TableCell words = cell;
      words.box.low.x += look.px(22);
      return ui::draw_cell_text(look, words, ui::Type::kSmall, ink, row.state_text);
    }
    case model::FloorColumn::kDuration:
      return ui::draw_cell_text(look, cell, ui::Type::kFigures, ink, row.duration);
    case model::FloorColumn::kCustomer:
      return ui::draw_cell_text(look, cell, ui::Type::kBody, theme.ink, row.customer);
    case model::FloorColumn::kPhase:
      return ui::draw_cell_text(look, cell, ui::Type::kSmall, theme.soft, row.phase);
    case model::FloorColumn::kSentiment:
      return draw_sentiment(look, row.sentiment, cell.box);
    case model::FloorColumn::kCards:
      return ui::draw_cell_text(look, cell, ui::Type::kFigures, theme.ink, row.cards);
    case model::FloorColumn::kPrompts:
      return ui::draw_cell_text(look, cell, ui::Type::kFigures, theme.warm, row.prompts);
    case model::FloorColumn::kWatchers:
      return draw_watchers(look, row.watchers, cell);
  }
}

}  // namespace aandacht::supervisor
