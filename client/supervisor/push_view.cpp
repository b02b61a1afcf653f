#include "client/supervisor/push_view.h"

#include <algorithm>
#include <cmath>

#include "client/cards/card.h"
#include "client/render/imgui_compat.h"
#include "client/supervisor/push_form_view.h"
#include "client/ui/button.h"
#include "client/ui/pane.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<PushAction>;

constexpr float kGap = 24;
constexpr float kCard = 348;   // As wide as in the agent's column: 380 without its margins.
constexpr float kRoom = 640;   // More than any card needs.
constexpr float kWide = 1440;  // From here on the list has a column of its own.
constexpr float kForm = 500;

struct Places {
  ui::Box form;
  ui::Box preview;
  ui::Box list;
};

Places places_of(const PageFrame& frame) {
  const ui::Look& look = frame.look;
  const float gap = look.px(kGap);
  const float bottom = frame.bottom();
  const float form = std::min(look.px(kForm), std::floor((frame.size.x - gap) * .46F));
  const ui::Box left{frame.at, {frame.at.x + form, bottom}};
  const float from = left.high.x + gap;
  if (frame.size.x >= look.px(kWide)) {
    const float middle = from + look.px(kCard) + look.px(32);
    return {left, {{from, frame.at.y}, {middle, bottom}}, {{middle + gap, frame.at.y}, {frame.right(), bottom}}};
  }
  const float split = frame.at.y + std::floor(frame.size.y * .54F);
  return {left, {{from, frame.at.y}, {frame.right(), split}}, {{from, split + gap}, {frame.right(), bottom}}};
}

void write_preview(ui::Pen& pen, const model::PushModel& model, model::Language language) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, model.preview_caption);
  pen.skip(8);
  if (!model.has_preview) {
    pen.paragraph(ui::Type::kBody, pen.theme().soft, model.preview_empty);
    return;
  }
  ui::Look& look = pen.look();
  ui::Pen card(look, {pen.x(), pen.y()}, std::min(pen.width(), look.px(kCard)), pen.draws());
  // Pressing its answers here means nothing.
  static_cast<void>(cards::write_card(card, model.preview, pen.y() + look.px(kRoom), language));
  pen.skip_pixels(card.height());
}

ui::Colour colour_of(const ui::Theme& theme, domain::PromptState state) {
  switch (state) {
    case domain::PromptState::kUsed:
      return theme.good;
    case domain::PromptState::kShown:
    case domain::PromptState::kDelivered:
    case domain::PromptState::kWaiting:
      return theme.ink;
    case domain::PromptState::kNotNow:
    case domain::PromptState::kDoesNotFit:
    case domain::PromptState::kExpired:
    case domain::PromptState::kRecalled:
      return theme.soft;
  }
  return theme.ink;
}

void write_delivery(ui::Pen& pen, const model::DeliveryRow& row) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const float time = std::ceil(ui::text_width(look, ui::Type::kSmall, "00:00"));
  const float middle = std::floor(pen.width() * .5F);
  const ImVec2 at{pen.x(), pen.y()};
  pen.label(ui::Type::kSmall, theme.ink, row.agent, at, middle - look.px(8));
  pen.label(ui::Type::kSmall, colour_of(theme, row.code), row.state, {at.x + middle, at.y},
            pen.width() - middle - time - look.px(8));
  pen.label(ui::Type::kSmall, theme.soft, row.time, {pen.right() - time, at.y}, time + 1);
  pen.skip_pixels(look.pitch(ui::Type::kSmall));
  pen.skip(6);
}

void write_details(ui::Pen& pen, const model::PromptDetails& details, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  pen.paragraph(ui::Type::kSmall, theme.soft, details.about);
  pen.skip(8);
  pen.paragraph(ui::Type::kBodyBold, theme.ink, details.text);
  pen.skip(4);
  pen.paragraph(ui::Type::kBody, theme.ink, details.reason);
  pen.skip(12);
  std::vector<ui::ButtonLabel> buttons;
  std::vector<PushAction> does;
  if (!details.recall.empty()) {
    buttons.push_back({"recall", details.recall, ui::ButtonKind::kMain});
    does.push_back(RecallPrompt{details.id});
  }
  buttons.push_back({"again", details.again});
  does.push_back(PushAgain{details.id});
  buttons.push_back({"close details", details.close});
  does.push_back(SelectPrompt{});
  const int pressed = ui::draw_buttons(pen, buttons);
  if (pressed >= 0) actions.push_back(does[static_cast<std::size_t>(pressed)]);
  pen.skip(16);
  pen.paragraph(ui::Type::kSmallBold, theme.ink, details.counts);
  pen.skip(8);
  for (const model::DeliveryRow& row : details.deliveries) write_delivery(pen, row);
}

void draw_list(const model::PushModel& model, PushFields& fields, const ui::Box& box, ui::Look& look,
               Actions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  pen.line(ui::Type::kSmallBold, pen.theme().soft, model.list_caption);
  pen.skip(8);
  if (model.rows.empty()) {
    pen.paragraph(ui::Type::kBody, pen.theme().soft, model.list_empty);
    return;
  }
  const std::vector<ui::TableColumn> columns = {
      {.caption = model.list_columns.at(0), .least = 56, .needed = 1},
      {.caption = model.list_columns.at(1), .least = 120, .share = 3, .needed = 5, .most = 560},
      {.caption = model.list_columns.at(2), .least = 90, .share = 1, .needed = 2, .most = 280},
      {.caption = model.list_columns.at(3), .least = 150, .share = 2, .needed = 3, .most = 560}};
  const ui::Table table{.columns = columns, .rows = static_cast<int>(model.rows.size()), .selected = model.selected};
  const ui::TableEvent event =
      ui::draw_table(look, "prompts", {{box.low.x, pen.y()}, box.high}, table, fields.table,
                     [&](int index, const ui::TableCell& cell) {
                       const model::PromptRow& row = model.rows[static_cast<std::size_t>(index)];
                       const std::string* const cells[] = {&row.time, &row.text, &row.to, &row.counts};
                       ui::draw_cell_text(look, cell, ui::Type::kSmall, row.open ? look.theme.ink : look.theme.soft,
                                          *cells[cell.column]);
                     });
  if (event.selected) actions.push_back(SelectPrompt{model.rows[static_cast<std::size_t>(*event.selected)].id});
}

}  // namespace

void draw_push(const model::PushModel& model, PushFields& fields, PageFrame& frame, Actions& actions) {
  const Places places = places_of(frame);
  draw_push_form(model, fields, places.form, frame.look, actions);
  ui::draw_pane(frame.look, "preview", places.preview, [&](ui::Pen& pen) {
    if (model.details) return write_details(pen, *model.details, actions);
    write_preview(pen, model, frame.language);
  });
  draw_list(model, fields, places.list, frame.look, actions);
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl && render::key_pressed(render::Key::kEnter)) actions.emplace_back(PushNow{});
}

}  // namespace aandacht::supervisor
