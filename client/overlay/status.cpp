#include <algorithm>
#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/own_views.h"
#include "client/ui/sparkline.h"

namespace aandacht::overlay {
namespace {

constexpr float kRow = 28;

void draw_state(ui::Look& look, const model::ConnectionModel& connection, ImVec2 centre) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float size = look.px(10);
  if (!connection.well) {
    ui::draw_ring(list, centre, size / 2, std::max(1.5F, look.px(2)), look.theme.warm, look.theme.paper);
    return;
  }
  switch (connection.state) {
    case model::ConnectionState::kConnected:
      list.AddCircleFilled(centre, size / 2, ui::to_u32(look.theme.soft), 24);
      return;
    case model::ConnectionState::kConnecting:
      ui::draw_now(list, look, centre, size + 2);
      return;
    case model::ConnectionState::kLost:
    case model::ConnectionState::kRefused:
    case model::ConnectionState::kExpired:
    case model::ConnectionState::kOtherVersion:
      return;
  }
}

/// The customer's line at the right, without its name when there is no room; returns how much of the width it takes.
float draw_customer(ui::Pen& pen, const model::SentimentModel& sentiment, model::Language language, float room) {
  if (sentiment.scores.empty()) return 0;
  ui::Look& look = pen.look();
  const std::size_t shown = std::min<std::size_t>(sentiment.scores.size(), 12);
  const float bars = ui::scores_width(look, shown);
  std::string caption(text(model::Text::kCustomer, language));
  float words = std::ceil(ui::text_width(look, ui::Type::kSmall, caption));
  if (words + bars + look.px(36) > room) {
    caption.clear();
    words = 0;
  }
  const float middle = pen.y() + std::round(look.px(kRow) / 2);
  const float dot = look.px(10);
  const float feeling = pen.right() - dot / 2;
  ui::draw_feeling(pen.list(), look, sentiment.feeling, {feeling, middle}, dot, pen.theme().paper);
  const float right = pen.right() - dot - look.px(8);
  const float reach = look.px(13);
  ui::draw_scores(pen.list(), look, sentiment.scores, {{right - bars, middle - reach}, {right, middle + reach}});
  const float left = right - bars - look.px(8) - words;
  ui::draw_line(pen.list(), look, ui::Type::kSmall, pen.theme().soft, {left, middle - look.pitch(ui::Type::kSmall) / 2},
                caption);
  if (ui::rests_on({{left, pen.y()}, {pen.right(), pen.y() + look.px(kRow)}}))
    ui::draw_tooltip(look, sentiment.tooltip);
  return pen.right() - left;
}

}  // namespace

void write_status(ui::Pen& whole, const model::OverlayModel& model, Actions& actions) {
  ui::Look& look = whole.look();
  if (whole.draws()) {
    const float ring = draw_small_ring(whole, model, look.px(kRow), actions);
    ui::Pen pen(look, {whole.x(), whole.y()}, whole.width() - ring, true);
    const float said = std::ceil(ui::text_width(look, ui::Type::kSmall, model.connection.text));
    const float room = pen.width() - look.px(30) - said;
    const float taken = draw_customer(pen, model.sentiment, model.language, room);
    const float middle = pen.y() + std::round(look.px(kRow) / 2);
    draw_state(look, model.connection, {pen.x() + look.px(5), middle});
    const float inset = look.px(18);
    const float width = pen.width() - inset - taken - (taken > 0 ? look.px(12) : 0);
    const ImVec2 at{pen.x() + inset, std::round(middle - look.pitch(ui::Type::kSmall) / 2)};
    pen.label(ui::Type::kSmall, model.connection.well ? pen.theme().soft : pen.theme().warm, model.connection.text, at,
              width);
    const ui::Box box{{pen.x(), pen.y()}, {at.x + width, pen.y() + look.px(kRow)}};
    if (ui::rests_on(box)) ui::draw_tooltip(look, model.connection.text + "\n" + model.connection.tooltip);
  }
  whole.skip(kRow);
}

}  // namespace aandacht::overlay
