#include "client/supervisor/export_view.h"

#include <algorithm>

#include "client/ui/button.h"
#include "client/ui/choice.h"
#include "client/ui/controls.h"
#include "client/ui/pane.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<ExportAction>;

constexpr float kColumn = 480;
constexpr float kLeastColumn = 320;
constexpr float kGap = 40;

void write_caption(ui::Pen& pen, const std::string& words) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, words);
  pen.skip(4);
}

void write_what(ui::Pen& pen, const model::ExportModel& model, Actions& actions) {
  write_caption(pen, model.what_caption);
  if (const int what = ui::draw_choice(pen, "export-what", model.whats, model.what); what >= 0) {
    actions.emplace_back(ChooseExport{what});
  }
  pen.skip(4);
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, model.about);
  pen.skip(16);
  write_caption(pen, model.form_caption);
  if (const int form = ui::draw_choices(pen, "export-form", model.forms, model.form); form >= 0) {
    actions.emplace_back(ChooseExportForm{form});
  }
  pen.skip(16);
}

void write_reason(ui::Pen& pen, const model::ExportModel& model, ExportFields& fields) {
  if (model.reason_caption.empty()) return;
  write_caption(pen, model.reason_caption);
  ui::draw_text_line(pen, "export-reason", fields.reason, model.reason_hint);
  pen.skip(4);
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, model.told);
  pen.skip(16);
}

void write_place(ui::Pen& pen, const model::ExportModel& model, ExportFields& fields, Actions& actions) {
  if (auto path = write_folder(pen, "export-folder", model.folder, fields.folder)) {
    actions.emplace_back(GoToFolder{*std::move(path)});
  }
  pen.skip(16);
  write_caption(pen, model.name_caption);
  const ui::TextEvent named = ui::draw_text_line(pen, "export-name", fields.name);
  if (named.changed) actions.emplace_back(ExportNamed{});
  if (!model.name_trouble.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, model.name_trouble);
  }
  pen.skip(16);
}

void write_acts(ui::Pen& pen, const model::ExportModel& model, Actions& actions) {
  if (!model.question.empty()) {
    const ui::Confirmed answer = ui::draw_confirmation(pen, "export-replace", model.question, model.yes, model.no);
    if (answer != ui::Confirmed::kNotYet) actions.emplace_back(AnswerReplace{answer == ui::Confirmed::kYes});
    return;
  }
  if (!model.stop.empty()) {
    if (ui::draw_button_row(pen, {{"export-stop", model.stop, ui::ButtonKind::kPlain}}) == 0) {
      actions.emplace_back(StopExport{});
    }
  } else if (ui::draw_button_row(pen, {{"export-save", model.save, ui::ButtonKind::kMain}}) == 0 && model.can_save) {
    actions.emplace_back(SaveExport{});
  }
  if (model.state.empty()) return;
  pen.skip(8);
  pen.paragraph(ui::Type::kBody, model.trouble ? pen.theme().warm : pen.theme().ink, model.state);
}

}  // namespace

void write_export(ui::Pen& page, const model::ExportModel& model, ExportFields& fields, Actions& actions) {
  ui::Look& look = page.look();
  page.paragraph(ui::Type::kBody, page.theme().ink, model.intro);
  page.skip(16);
  const float column = look.text_px(kColumn);
  const float gap = look.px(kGap);
  // What and where beside each other where there is room, so that all of it is in sight.
  const bool wide = page.width() >= 2 * look.text_px(kLeastColumn) + gap;
  const float width = wide ? std::min(column, (page.width() - gap) / 2) : std::min(column, page.width());
  ui::Pen what(look, {page.x(), page.y()}, width, page.draws());
  write_what(what, model, actions);
  write_reason(what, model, fields);
  if (wide) look.focus.next_group();  // The keyboard goes down each of the two.
  if (!wide) page.skip_pixels(what.height());
  const float left = wide ? page.x() + width + gap : page.x();
  ui::Pen where(look, {left, page.y()}, width, page.draws());
  write_place(where, model, fields, actions);
  write_acts(where, model, actions);
  page.skip_pixels(wide ? std::max(what.height(), where.height()) : where.height());
  page.skip(24);
}

}  // namespace aandacht::supervisor
