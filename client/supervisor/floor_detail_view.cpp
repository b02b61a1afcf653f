#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/render/imgui_compat.h"
#include "client/supervisor/floor_view.h"
#include "client/ui/button.h"
#include "client/ui/plot.h"

namespace aandacht::supervisor {
namespace {

constexpr float kPadding = 16;
constexpr float kPlot = 140;
constexpr float kLeastTalk = 220;
constexpr float kLeastForPlot = 480;  // Beside the question for a reason.

void write_facts(ui::Pen& pen, const std::vector<model::FloorFact>& facts) {
  ui::Look& look = pen.look();
  float labels = 0;
  for (const model::FloorFact& fact : facts)
    labels = std::max(labels, ui::text_width(look, ui::Type::kSmall, fact.label));
  labels = std::min(std::ceil(labels) + look.px(12), pen.width() * 0.56F);
  for (const model::FloorFact& fact : facts) {
    if (pen.draws()) pen.label(ui::Type::kSmall, pen.theme().soft, fact.label, {pen.x(), pen.y()}, labels - look.px(8));
    pen.paragraph(ui::Type::kSmall, pen.theme().ink, fact.value, 2, labels);
  }
}

/// Turns are numbered back from now: 0 is the latest.
ui::Plot plot_of(const model::FloorDetail& detail) {
  ui::Plot plot;
  plot.language = detail.language;
  plot.y.from = -1;
  plot.y.to = 1;
  plot.y.whole = true;
  plot.y.title = detail.scores_title;
  plot.x.title = detail.scores_note;
  plot.x.whole = true;
  plot.x.from = 1;
  plot.x.to = std::max<double>(2, static_cast<double>(detail.scores.size()));
  ui::PlotSeries series;
  for (std::size_t i = 0; i < detail.scores.size(); ++i) {
    series.points.push_back({static_cast<double>(i + 1), detail.scores[i]});
  }
  plot.series.push_back(std::move(series));
  plot.rule = 0;
  return plot;
}

void write_sentiment(ui::Pen& pen, const model::FloorDetail& detail) {
  ui::Look& look = pen.look();
  pen.skip(12);
  if (!detail.none.empty()) {
    pen.paragraph(ui::Type::kSmall, pen.theme().soft, detail.none);
    return;
  }
  const float high = look.text_px(kPlot);
  const ui::Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + high}};
  if (pen.draws()) ui::draw_plot(look, box, plot_of(detail));
  pen.skip_pixels(high);
}

void write_reason(ui::Pen& pen, const model::WatchPanel& panel, FloorMemory& memory, FloorActions& actions) {
  pen.paragraph(ui::Type::kSmall, pen.theme().ink, panel.notice);
  pen.skip(8);
  const ui::TextEvent typed = ui::draw_text_line(pen, "reason", memory.reason, panel.reason_hint);
  if (typed.changed) actions.emplace_back(ChangeReason{memory.reason.text()});
  pen.skip(8);
  std::vector<ui::ButtonLabel> ready;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < panel.reasons.size(); ++i) ids.push_back(absl::StrCat("reason-", i));
  for (std::size_t i = 0; i < panel.reasons.size(); ++i)
    ready.push_back({ids[i], panel.reasons[i], ui::ButtonKind::kBare});
  if (const int chosen = ui::draw_buttons(pen, ready); chosen >= 0) {
    memory.reason.set(panel.reasons[static_cast<std::size_t>(chosen)]);
    actions.emplace_back(ChangeReason{memory.reason.text()});
  }
  if (!panel.problem.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, panel.problem);
  }
  pen.skip(8);
  std::vector<ui::ButtonLabel> buttons;
  if (panel.can_start) buttons.push_back({"start", panel.start, ui::ButtonKind::kMain});
  buttons.push_back({"cancel", panel.cancel, ui::ButtonKind::kPlain});
  const int pressed = ui::draw_buttons(pen, buttons);
  const bool entered = typed.entered && panel.can_start;
  if (entered || (pressed == 0 && panel.can_start)) {
    actions.emplace_back(StartWatch{});
  } else if (pressed >= 0) {
    actions.emplace_back(StopWatch{});
  }
}

void write_line(ui::Pen& pen, const model::ConversationRow& row) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const bool is_card = row.kind == model::ConversationRow::Kind::kCard;
  const float inset = look.px(18);
  if (pen.draws() && row.feeling) {
    const float middle = std::round(pen.y() + look.pitch(ui::Type::kSmall) / 2);
    ui::draw_feeling(pen.list(), look, *row.feeling, {pen.x() + look.px(5), middle}, look.px(10), theme.paper);
  }
  if (pen.draws() && is_card) {
    ui::draw_note(pen.list(), look, {pen.x() + look.px(6), std::round(pen.y() + look.pitch(ui::Type::kSmall) / 2)},
                  look.px(14), theme.soft, theme.paper);
  }
  pen.line(ui::Type::kSmall, theme.soft, absl::StrCat(row.who, "  ", row.time), inset);
  const bool by_customer = row.kind == model::ConversationRow::Kind::kCustomer;
  pen.paragraph(is_card ? ui::Type::kSmall : ui::Type::kBody, by_customer || is_card ? theme.ink : theme.soft, row.text,
                0, inset);
  pen.skip(8);
}

void draw_conversation(ui::Look& look, const model::WatchPanel& panel, const ui::Box& box) {
  ImGui::SetCursorScreenPos(box.low);
  if (render::begin_child("conversation", {box.width(), box.height()}, false, ImGuiWindowFlags_NoNav)) {
    const bool at_end = ImGui::GetScrollY() >= ImGui::GetScrollMaxY() - 1;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::Pen pen(look, at, box.width() - look.px(14), true);
    if (!panel.earlier.empty()) pen.line(ui::Type::kSmall, look.theme.soft, panel.earlier);
    for (const model::ConversationRow& row : panel.rows) write_line(pen, row);
    if (!panel.silent.empty()) pen.paragraph(ui::Type::kSmall, look.theme.soft, panel.silent);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({1, pen.height()});
    // Who scrolled back reads; who did not sees what is said now.
    if (at_end) ImGui::SetScrollHereY(1.0F);
  }
  ImGui::EndChild();
}

void write_watch(ui::Pen& pen, const model::WatchPanel& panel, FloorMemory& memory, float bottom,
                 FloorActions& actions) {
  ui::Look& look = pen.look();
  const bool asks = panel.stage == model::WatchStage::kAsking;
  // The reason is what is needed next.
  if (asks && !memory.asks) look.focus.go_to("reason");
  memory.asks = asks;
  switch (panel.stage) {
    case model::WatchStage::kNone:
      return;
    case model::WatchStage::kAsking:
      return write_reason(pen, panel, memory, actions);
    case model::WatchStage::kOpening:
      return pen.paragraph(ui::Type::kSmall, pen.theme().ink, panel.status);
    case model::WatchStage::kLive:
    case model::WatchStage::kOver:
      break;
  }
  const bool live = panel.stage == model::WatchStage::kLive;
  pen.paragraph(ui::Type::kSmallBold, live ? pen.theme().ink : pen.theme().warm, panel.status);
  pen.skip(8);
  pen.hairline();
  pen.skip(8);
  const float high = std::max(look.text_px(kLeastTalk), bottom - pen.y());
  draw_conversation(look, panel, {{pen.x(), pen.y()}, {pen.right(), pen.y() + high}});
  pen.skip_pixels(high);
}

void write_buttons(ui::Pen& pen, const model::FloorDetail& detail, FloorActions& actions) {
  const model::WatchPanel& panel = detail.watch;
  const bool can_open =
      !panel.open.empty() && (panel.stage == model::WatchStage::kNone || panel.stage == model::WatchStage::kOver);
  const bool can_stop = panel.stage == model::WatchStage::kLive;
  std::vector<ui::ButtonLabel> buttons;
  if (can_open) buttons.push_back({"watch", panel.open, ui::ButtonKind::kPlain});
  if (can_stop) buttons.push_back({"stop", panel.stop, ui::ButtonKind::kPlain});
  buttons.push_back({"push", detail.push, ui::ButtonKind::kPlain});
  const int pressed = ui::draw_buttons(pen, buttons);
  if (pressed < 0) return;
  if (can_open && pressed == 0) {
    actions.emplace_back(AskForReason{});
  } else if (can_stop && pressed == 0) {
    actions.emplace_back(StopWatch{});
  } else {
    actions.emplace_back(PushToAgent{detail.agent});
  }
}

void write_detail(ui::Pen& pen, const model::FloorDetail& detail, FloorMemory& memory, float bottom,
                  FloorActions& actions) {
  ui::Look& look = pen.look();
  const float close = std::ceil(ui::text_width(look, ui::Type::kSmall, detail.close)) + look.px(20);
  const ui::Box corner{{pen.right() - close, pen.y()}, {pen.right(), pen.y() + look.px(32)}};
  if (ui::draw_button(look, "close", detail.close, corner, ui::ButtonKind::kBare)) actions.emplace_back(SelectAgent{});
  pen.line(ui::Type::kBodyBold, look.theme.ink, detail.agent, 0, pen.width() - close - look.px(8));
  pen.line(ui::Type::kSmall, look.theme.soft, detail.state);
  pen.skip(8);
  write_facts(pen, detail.facts);
  // Where plot and buttons would push the question for a reason out of sight, they wait.
  const bool asks = detail.watch.stage == model::WatchStage::kAsking;
  if (!asks || bottom - pen.y() >= look.text_px(kLeastForPlot)) {
    write_sentiment(pen, detail);
    pen.skip(12);
    write_buttons(pen, detail, actions);
  }
  pen.skip(12);
  write_watch(pen, detail.watch, memory, bottom, actions);
}

}  // namespace

void draw_floor_detail(ui::Look& look, const model::FloorDetail& detail, FloorMemory& memory, const ui::Box& box,
                       FloorActions& actions) {
  const ui::Theme& theme = look.theme;
  ui::draw_frame(*ImGui::GetWindowDrawList(), look, box, theme.card, theme.tints ? theme.line : theme.ink, look.px(8));
  const float padding = look.px(kPadding);
  const ui::Box inner{{box.low.x + padding, box.low.y + look.px(12)},
                      {box.high.x - look.px(4), box.high.y - look.px(8)}};
  ImGui::SetCursorScreenPos(inner.low);
  if (render::begin_child("detail", {inner.width(), inner.height()}, false, ImGuiWindowFlags_NoNav)) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::Pen pen(look, at, inner.width() - look.px(12), true);
    write_detail(pen, detail, memory, at.y + inner.height() - look.px(4), actions);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({1, pen.height()});
  }
  ImGui::EndChild();
}

}  // namespace aandacht::supervisor
