#include "client/supervisor/library_exchange_view.h"

#include <algorithm>

#include "client/render/imgui_compat.h"
#include "client/ui/button.h"
#include "client/ui/choice.h"
#include "client/ui/pane.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<ExchangeAction>;

constexpr float kColumn = 560;
constexpr float kRow = 40;
constexpr int kExplained = 4;  // Lines.

void write_caption(ui::Pen& pen, const std::string& words) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, words);
  pen.skip(4);
}

void write_choice(ui::Pen& pen, const model::ExchangeModel& model, ExchangeFields& fields, Actions& actions) {
  if (auto path = write_folder(pen, "exchange-folder", model.folder, fields.folder))
    actions.emplace_back(ExchangeFolder{*std::move(path)});
  pen.skip(16);
  if (!model.files.empty()) {
    write_caption(pen, model.file_caption);
    const int file = ui::draw_choice(pen, "exchange-file", model.files, model.file);
    if (file >= 0) actions.emplace_back(ExchangeFile{static_cast<std::size_t>(file)});
    pen.skip(16);
  }
  if (!model.name_caption.empty()) {
    write_caption(pen, model.name_caption);
    if (ui::draw_text_line(pen, "exchange-name", fields.name).changed) actions.emplace_back(ExchangeNamed{});
    pen.skip(16);
  }
}

void draw_rows(const model::ExchangeModel& model, ExchangeFields& fields, const ui::Box& box, ui::Look& look,
               Actions& actions) {
  const std::vector<ui::TableColumn> columns = {
      {.caption = model.columns.at(0), .least = 88, .needed = 4},
      {.caption = model.columns.at(1), .least = 160, .share = 2, .needed = 5},
      {.caption = model.columns.at(2), .least = 140, .share = 1, .needed = 3}};
  const ui::Table table{
      .columns = columns, .rows = static_cast<int>(model.rows.size()), .selected = model.selected, .row_height = kRow};
  const ui::TableEvent event =
      ui::draw_table(look, "exchange rows", box, table, fields.table, [&](int index, const ui::TableCell& cell) {
        const model::ExchangeRow& row = model.rows[static_cast<std::size_t>(index)];
        const std::string* const cells[] = {&row.outcome, &row.item, &row.place};
        const bool warns = row.wrong && cell.column == 0;
        ui::draw_cell_text(look, cell, warns ? ui::Type::kSmallBold : ui::Type::kSmall,
                           warns ? look.theme.bad : look.theme.ink, *cells[cell.column]);
      });
  const std::optional<int> chosen = event.opened ? event.opened : event.selected;
  if (chosen) actions.emplace_back(ExchangeSelect{*chosen});
}

void write_foot(ui::Pen& pen, const model::ExchangeModel& model, Actions& actions) {
  if (!model.explained.empty()) {
    pen.paragraph(ui::Type::kSmall, pen.theme().ink, model.explained, kExplained);
    pen.skip(12);
  }
  if (!model.standing.empty()) {
    pen.paragraph(ui::Type::kBody, model.trouble ? pen.theme().warm : pen.theme().ink, model.standing);
    pen.skip(12);
  }
  std::vector<ui::ButtonLabel> buttons;
  for (const model::ExchangeButton& each : model.buttons) {
    buttons.push_back({each.label, each.label, each.main ? ui::ButtonKind::kMain : ui::ButtonKind::kPlain});
  }
  const int pressed = buttons.empty() ? -1 : ui::draw_button_row(pen, buttons);
  if (pressed >= 0) actions.emplace_back(ExchangeAct{model.buttons[static_cast<std::size_t>(pressed)].act});
}

}  // namespace

void draw_exchange(const model::ExchangeModel& model, ExchangeFields& fields, const ui::Box& box, PageFrame& frame,
                   Actions& actions) {
  ui::Look& look = frame.look;
  ui::Pen head(look, box.low, std::min(box.width(), look.px(kColumn)), true);
  head.paragraph(ui::Type::kSay, head.theme().ink, model.title, 2);
  head.skip(8);
  head.paragraph(ui::Type::kSmall, head.theme().soft, model.about);
  head.skip(16);
  if (model.chooses) write_choice(head, model, fields, actions);
  const std::size_t before = actions.size();
  if (model.rows.empty()) {
    write_foot(head, model, actions);
  } else {
    Actions none;
    ui::Pen measure(look, box.low, box.width(), false);
    write_foot(measure, model, none);
    // Below the last row; with many rows at the foot of the page.
    const float rows = ui::table_height(look, static_cast<int>(model.rows.size()), kRow) + look.px(32);
    const float foot = std::min(head.y() + rows, box.high.y - measure.height());
    draw_rows(model, fields, {{box.low.x, head.y()}, {box.high.x, foot - look.px(12)}}, look, actions);
    ui::Pen pen(look, {box.low.x, foot}, box.width(), true);
    write_foot(pen, model, actions);
  }
  // Escape closes an open list first, and leaves a field that is typed into.
  const bool idle = actions.size() == before && !ImGui::GetIO().WantTextInput &&
                    !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (idle && !model.buttons.empty() && render::key_pressed(render::Key::kEscape))
    actions.emplace_back(ExchangeAct{model.buttons.back().act});
}

}  // namespace aandacht::supervisor
