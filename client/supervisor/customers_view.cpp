#include "client/supervisor/customers_view.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/ui/button.h"
#include "client/ui/choice.h"
#include "client/ui/pane.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<CustomersAction>;

constexpr float kRight = 620;   // Refused rows are about this wide.
constexpr float kDetail = 132;  // High, of the chosen row, at least.
constexpr float kField = 190;
constexpr float kBeside = 380;       // From here on a column's choice stands beside its header.
constexpr float kLeastBeside = 620;  // From here on the refused rows stand beside the form.
constexpr float kForm = 600;         // No wider, so that a choice stands near what it is of.
constexpr float kLeastForm = 300;    // High, above what is pressed; with less, that scrolls too.

void write_caption(ui::Pen& pen, const std::string& words) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, words);
  pen.skip(4);
}

void write_blocked(ui::Pen& pen, const model::CustomersModel& model, Actions& actions) {
  pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, model.blocked);
  for (const std::string& detail : model.blocked_details) {
    pen.skip(8);
    pen.paragraph(ui::Type::kBody, pen.theme().soft, detail);
  }
  if (model.again.empty()) return;
  pen.skip(16);
  if (ui::draw_button_row(pen, {{"import-again", model.again, ui::ButtonKind::kPlain}}) == 0)
    actions.emplace_back(AskAllowed{});
}

void write_file(ui::Pen& pen, const model::CustomersModel& model, CustomersFields& fields, Actions& actions) {
  pen.paragraph(ui::Type::kBody, pen.theme().ink, model.intro);
  pen.skip(16);
  if (auto path = write_folder(pen, "import-folder", model.folder, fields.folder)) {
    actions.emplace_back(GoToImportFolder{*std::move(path)});
  }
  pen.skip(12);
  write_caption(pen, model.file_caption);
  if (const int file = ui::draw_choice(pen, "import-file", model.files, model.file, model.file_hint); file >= 0) {
    actions.emplace_back(ChooseImportFile{file});
  }
  if (!model.file_note.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, model.file_trouble ? pen.theme().warm : pen.theme().soft, model.file_note);
  }
  pen.skip(16);
}

/// The header and its first value at the left, what it is at the right; in a narrow column below it.
void write_column(ui::Pen& pen, const model::CustomersModel& model, std::size_t number, Actions& actions) {
  ui::Look& look = pen.look();
  const model::ImportColumnRow& column = model.columns[number];
  const bool beside = pen.width() >= look.text_px(kBeside);
  const float field = beside ? look.text_px(kField) : pen.width();
  const float left = beside ? pen.width() - field - look.px(12) : pen.width();
  ui::Pen words(look, {pen.x(), pen.y()}, left, pen.draws());
  words.line(ui::Type::kSmallBold, pen.theme().ink, column.header);
  words.line(ui::Type::kSmall, pen.theme().soft, column.sample.empty() ? "–" : column.sample);
  if (!beside) pen.skip_pixels(words.height() + look.px(4));
  ui::Pen choice(look, {pen.right() - field, pen.y()}, field, pen.draws());
  const int is = ui::draw_choice(choice, absl::StrCat("import-column-", number), model.fields, column.is);
  if (is >= 0 && is != column.is) actions.emplace_back(MapColumn{static_cast<int>(number), is});
  pen.skip_pixels(beside ? std::max(words.height(), choice.height()) : choice.height());
  pen.skip(8);
}

void write_columns(ui::Pen& pen, const model::CustomersModel& model, Actions& actions) {
  if (model.columns.empty()) return;
  pen.line(ui::Type::kBodyBold, pen.theme().ink, model.columns_caption);
  pen.skip(8);
  for (std::size_t i = 0; i < model.columns.size(); ++i) write_column(pen, model, i, actions);
  pen.skip(4);
  write_caption(pen, model.country_caption);
  const int country = ui::draw_choice(pen, "import-country", model.countries, model.country);
  if (country >= 0 && country != model.country) actions.emplace_back(ChooseCountry{country});
  pen.skip(16);
}

void write_acts(ui::Pen& pen, const model::CustomersModel& model, Actions& actions) {
  if (!model.missing.empty()) {
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, model.missing);
    pen.skip(12);
  }
  if (!model.state.empty()) {
    pen.paragraph(ui::Type::kBodyBold, model.trouble ? pen.theme().warm : pen.theme().ink, model.state);
    for (const std::string& note : model.state_notes) {
      pen.skip(4);
      const bool first = &note == &model.state_notes.front();
      pen.paragraph(first ? ui::Type::kBody : ui::Type::kSmall, first ? pen.theme().ink : pen.theme().soft, note);
    }
    pen.skip(12);
  }
  std::vector<ui::ButtonLabel> buttons;
  if (!model.store.empty()) buttons.push_back({"import-store", model.store, ui::ButtonKind::kMain});
  if (!model.try_it.empty()) {
    buttons.push_back(
        {"import-try", model.try_it, model.store.empty() ? ui::ButtonKind::kMain : ui::ButtonKind::kPlain});
  }
  if (!model.stop.empty()) buttons.push_back({"import-stop", model.stop, ui::ButtonKind::kPlain});
  const int pressed = buttons.empty() ? -1 : ui::draw_button_row(pen, buttons);
  if (pressed < 0) return;
  const std::string_view id = buttons[static_cast<std::size_t>(pressed)].id;
  if (id == "import-store") actions.emplace_back(StoreImport{});
  if (id == "import-try") actions.emplace_back(TryImport{});
  if (id == "import-stop") actions.emplace_back(StopImport{});
}

void write_form(ui::Pen& pen, const model::CustomersModel& model, CustomersFields& fields, Actions& actions) {
  pen.paragraph(ui::Type::kSay, pen.theme().ink, model.title);
  pen.skip(12);
  write_file(pen, model, fields, actions);
  write_columns(pen, model, actions);
}

/// What is pressed stays in sight below the form, where there is room for both; on a tall screen near it.
void draw_form(const model::CustomersModel& model, CustomersFields& fields, const ui::Box& box, bool low,
               ui::Look& look, Actions& actions) {
  const float width = std::min(box.width(), look.text_px(kForm));
  ui::Pen measured(look, box.low, width, false);
  write_acts(measured, model, actions);
  Actions none;
  ui::Pen form(look, box.low, width, false);
  write_form(form, model, fields, none);
  const float foot = std::min(box.high.y - measured.height(), form.y() + look.px(64));
  const bool apart = !low && foot - box.low.y >= look.text_px(kLeastForm);
  const float bottom = apart ? foot - look.px(16) : box.high.y;
  ui::draw_pane(look, "import", {box.low, {box.low.x + width, bottom}}, [&](ui::Pen& pen) {
    write_form(pen, model, fields, actions);
    if (!apart) write_acts(pen, model, actions);
    pen.skip(16);
  });
  if (!apart) return;
  look.focus.next_group();
  if (measured.height() > 0) ui::Pen(look, {box.low.x, foot - look.px(12)}, width, true).hairline();
  ui::Pen below(look, {box.low.x, foot}, width, true);
  write_acts(below, model, actions);
}

void draw_table(const model::CustomersModel& model, CustomersFields& fields, const ui::Box& box, ui::Look& look,
                Actions& actions) {
  const std::vector<ui::TableColumn> columns = {
      {.caption = model.refusal_columns[0], .least = 56, .needed = 3, .right = true},
      {.caption = model.refusal_columns[1], .least = 104, .share = 1, .needed = 1},
      {.caption = model.refusal_columns[2], .least = 190, .share = 5, .needed = 4}};
  const ui::Table table{
      .columns = columns, .rows = static_cast<int>(model.refusals.size()), .selected = model.selected};
  const ui::TableEvent event =
      ui::draw_table(look, "import-refusals", box, table, fields.refusals, [&](int index, const ui::TableCell& cell) {
        const model::ImportRefusalRow& row = model.refusals[static_cast<std::size_t>(index)];
        const std::string* const cells[] = {&row.line, &row.column, &row.what};
        ui::draw_cell_text(look, cell, ui::Type::kSmall, look.theme.ink, *cells[cell.column]);
      });
  const std::optional<int> chosen = event.opened ? event.opened : event.selected;
  if (chosen) actions.emplace_back(SelectRefusal{*chosen});
}

void write_detail(ui::Pen& pen, const model::CustomersModel& model, Actions& actions) {
  if (model.detail) {
    pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, model.detail->title, 1);
    pen.paragraph(ui::Type::kBody, pen.theme().ink, model.detail->what, 2);
    pen.paragraph(ui::Type::kSmall, pen.theme().soft, model.detail->to_do, 2);
    pen.skip(8);
  }
  if (!model.save_refused.empty() &&
      ui::draw_button_row(pen, {{"import-save-refused", model.save_refused, ui::ButtonKind::kPlain}}) == 0) {
    actions.emplace_back(SaveRefused{});
  }
  if (!model.refused_note.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, pen.theme().soft, model.refused_note, 2);
  }
}

void draw_right(const model::CustomersModel& model, CustomersFields& fields, const ui::Box& box, ui::Look& look,
                Actions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  if (model.refusals.empty()) {
    pen.paragraph(ui::Type::kBody, look.theme.soft, model.right_empty);
    return;
  }
  pen.line(ui::Type::kBodyBold, look.theme.ink, model.refusals_caption);
  pen.skip(8);
  Actions none;
  ui::Pen measured(look, box.low, box.width() - look.px(16), false);
  write_detail(measured, model, none);
  const float below = std::max(measured.height() + look.px(16), look.text_px(kDetail));
  // Below the last row; with many rows at the foot of the page.
  const float rows = ui::table_height(look, static_cast<int>(model.refusals.size())) + look.px(32);
  const float foot = std::max(pen.y() + look.px(120), std::min(pen.y() + rows, box.high.y - below));
  draw_table(model, fields, {{box.low.x, pen.y()}, {box.high.x, foot - look.px(12)}}, look, actions);
  ui::draw_pane(look, "import-detail", {{box.low.x, foot}, box.high},
                [&](ui::Pen& detail) { write_detail(detail, model, actions); });
}

}  // namespace

void draw_customers(const model::CustomersModel& model, CustomersFields& fields, PageFrame& frame, Actions& actions) {
  const ui::Box whole{frame.at, {frame.right(), frame.bottom()}};
  if (!model.blocked.empty()) {
    ui::draw_pane(frame.look, "import-blocked", whole, [&](ui::Pen& page) {
      page.line(ui::Type::kSay, page.theme().ink, model.title);
      page.skip(24);
      ui::Pen pen(page.look(), {page.x(), page.y()}, std::min(page.width(), page.look().text_px(600)), true);
      write_blocked(pen, model, actions);
      page.skip_pixels(pen.height());
    });
    return;
  }
  // What a wide window has more goes to the refused rows.
  const float share = 1 - frame.look.text_px(kForm + 48) / whole.width();
  const ui::Split split = ui::draw_split(frame.look, whole, kRight, kLeastBeside, share);
  draw_form(model, fields, split.left, split.stacked, frame.look, actions);
  frame.look.focus.next_group();
  draw_right(model, fields, split.right, frame.look, actions);
}

}  // namespace aandacht::supervisor
