// One item of the library: its fields beside the other language's, what is to be mended, its card, its versions.
#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/cards/card.h"
#include "client/render/imgui_compat.h"
#include "client/supervisor/library_view.h"
#include "client/ui/button.h"
#include "client/ui/difference_text.h"
#include "client/ui/tabs.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<LibraryAction>;

constexpr float kCard = 348;        // As wide as in the agent's column: 380 without its margins.
constexpr float kRoom = 640;        // More than any card needs.
constexpr float kBeside = 440;      // From here on the other language stands beside, not below.
constexpr float kBeginWidth = 520;  // A name and its verb.
constexpr float kTwinShare = .4F;   // Of the column.

void write_findings(ui::Pen& pen, const std::vector<model::LibraryFinding>& findings) {
  const ui::Theme& theme = pen.theme();
  for (const model::LibraryFinding& each : findings) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmallBold, each.blocks ? theme.bad : theme.warm,
                  each.blocks ? absl::StrCat("▼ ", each.what) : each.what);
    if (!each.advice.empty()) pen.paragraph(ui::Type::kSmall, theme.ink, each.advice);
  }
}

void write_twin(ui::Pen& pen, const model::LibraryField& field) {
  const ui::Theme& theme = pen.theme();
  pen.paragraph(ui::Type::kSmall, field.twin_is_words ? theme.ink : theme.soft, field.twin);
}

ui::TextArea& area_of(LibraryFields& fields, const content::FieldShape& shape) {
  const bool one_line = !shape.is_long && shape.shape != content::Field::Shape::kList;
  return fields.fields.try_emplace(std::string(shape.name), "", 8000, one_line).first->second;
}

void write_area(ui::Pen& pen, const content::FieldShape& shape, LibraryFields& fields, Actions& actions) {
  const std::string name(shape.name);
  const std::string id = absl::StrCat("field ", name);
  ui::TextArea& area = area_of(fields, shape);
  const bool is_list = shape.shape == content::Field::Shape::kList;
  const ui::TextEvent event = shape.is_long || is_list
                                  ? ui::draw_text_area(pen, id, area, {.lines = is_list && !shape.is_long ? 2 : 3})
                                  : ui::draw_text_line(pen, id, area);
  if (event.changed) actions.emplace_back(TypedField{name});
  if (event.entered) actions.emplace_back(DoItem{model::LibraryButton::Act::kSave});
}

/// The field at the left, the other language's at the right of it or below.
void write_field(ui::Pen& pen, const model::LibraryField& field, LibraryFields& fields, Actions& actions) {
  ui::Look& look = pen.look();
  pen.line(ui::Type::kSmallBold, pen.theme().soft, field.caption);
  pen.skip(4);
  const bool beside = pen.width() >= look.px(kBeside) && !field.twin.empty();
  const float gap = look.px(16);
  const float twin_width = beside ? std::floor(pen.width() * kTwinShare) : 0;
  ui::Pen left(look, {pen.x(), pen.y()}, beside ? pen.width() - twin_width - gap : pen.width(), pen.draws());
  write_area(left, field.shape, fields, actions);
  write_findings(left, field.findings);
  if (!beside && !field.twin.empty()) {
    left.skip(4);
    write_twin(left, field);
  }
  float height = left.height();
  if (beside) {
    ui::Pen right(look, {pen.right() - twin_width, pen.y() + look.px(8)}, twin_width, pen.draws());
    write_twin(right, field);
    height = std::max(height, right.height() + look.px(8));
  }
  pen.skip_pixels(height);
  pen.skip(16);
}

/// Which item stands beside this one, or how it is begun.
void write_other_language(ui::Pen& pen, const model::LibraryItemModel& item, LibraryFields& fields, Actions& actions) {
  if (item.twin_caption.empty()) return;
  const ui::Theme& theme = pen.theme();
  pen.paragraph(ui::Type::kSmall, theme.soft, item.twin_caption);
  pen.skip(8);
  if (!item.open_twin.empty()) {
    if (ui::draw_button_row(pen, {{"open twin", item.open_twin, ui::ButtonKind::kBare}}) == 0)
      actions.emplace_back(SelectItem{*item.twin});
    pen.skip(8);
  } else if (!item.begin.empty()) {
    ui::Look& look = pen.look();
    ui::Pen line(look, {pen.x(), pen.y()}, std::min(pen.width(), look.px(kBeginWidth)), pen.draws());
    if (write_named(line, "begin other", fields.other_name, item.begin_hint, item.begin))
      actions.emplace_back(BeginOther{});
    pen.skip_pixels(line.height());
    if (!item.begin_refused.empty()) {
      pen.skip(4);
      pen.paragraph(ui::Type::kSmall, theme.bad, item.begin_refused);
    }
    pen.skip(16);
  }
}

void write_fields(ui::Pen& pen, const model::LibraryItemModel& item, LibraryFields& fields, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  write_other_language(pen, item, fields, actions);
  write_findings(pen, item.findings);
  for (const model::LibraryField& field : item.fields) write_field(pen, field, fields, actions);
  if (!item.fine.empty()) pen.line(ui::Type::kSmall, theme.good, absl::StrCat("● ", item.fine));
}

void write_preview(ui::Pen& pen, const model::LibraryItemModel& item, model::Language language) {
  if (!item.preview) {
    pen.paragraph(ui::Type::kBody, pen.theme().soft, item.preview_empty);
    return;
  }
  ui::Look& look = pen.look();
  ui::Pen card(look, {pen.x(), pen.y()}, std::min(pen.width(), look.px(kCard)), pen.draws());
  // Pressing its answers here means nothing.
  static_cast<void>(cards::write_card(card, *item.preview, pen.y() + look.px(kRoom), language));
  pen.skip_pixels(card.height());
}

void write_version(ui::Pen& pen, const model::VersionRow& row, const model::LibraryItemModel& item, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  pen.paragraph(ui::Type::kBodyBold, theme.ink, row.about);
  for (const std::string& step : row.steps) pen.paragraph(ui::Type::kSmall, theme.soft, step);
  pen.skip(4);
  const std::string compare = absl::StrCat("compare ", row.number);
  const std::string restore = absl::StrCat("restore ", row.number);
  const int pressed =
      ui::draw_button_row(pen, {{compare, item.compare}, {restore, item.restore, ui::ButtonKind::kBare}});
  if (pressed == 0) actions.emplace_back(CompareVersion{row.number});
  if (pressed == 1) actions.emplace_back(RestoreVersion{row.number});
  if (!row.compared) return;
  pen.skip(8);
  if (!row.no_difference.empty()) pen.paragraph(ui::Type::kSmall, theme.soft, row.no_difference);
  for (const auto& [field, parts] : row.differences) {
    pen.line(ui::Type::kSmallBold, theme.soft, field);
    ui::write_difference(pen, parts);
    pen.skip(8);
  }
}

void write_history(ui::Pen& pen, const model::LibraryItemModel& item, Actions& actions) {
  if (!item.no_versions.empty()) pen.paragraph(ui::Type::kBody, pen.theme().soft, item.no_versions);
  for (const model::VersionRow& row : item.versions) {
    write_version(pen, row, item, actions);
    pen.skip(12);
    pen.hairline();
    pen.skip(12);
  }
}

void write_merge_row(ui::Pen& pen, const model::MergeRow& row, LibraryFields& fields, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  const std::string name(row.shape.name);
  pen.paragraph(ui::Type::kBodyBold, theme.ink, row.caption);
  pen.skip(8);
  for (const auto& [caption, parts] : {std::pair{&row.theirs_caption, &row.theirs}, {&row.mine_caption, &row.mine}}) {
    pen.line(ui::Type::kSmallBold, theme.soft, *caption);
    ui::write_difference(pen, *parts);
    pen.skip(8);
  }
  const std::string theirs = absl::StrCat("take theirs ", name);
  const std::string mine = absl::StrCat("take mine ", name);
  const int pressed = ui::draw_button_row(pen, {{theirs, row.take_theirs}, {mine, row.take_mine}});
  if (pressed >= 0) actions.emplace_back(TakeText{name, pressed == 0 ? row.theirs_text : row.mine_text});
  pen.skip(8);
  pen.line(ui::Type::kSmallBold, theme.soft, row.result_caption);
  pen.skip(4);
  write_area(pen, row.shape, fields, actions);
  pen.skip(24);
}

void write_merge(ui::Pen& pen, const model::LibraryItemModel& item, LibraryFields& fields, Actions& actions) {
  pen.paragraph(ui::Type::kBody, pen.theme().warm, item.merge_title);
  pen.skip(16);
  for (const model::MergeRow& row : item.merge) write_merge_row(pen, row, fields, actions);
}

/// What was not taken, what stands in the form, and the steps that there are.
void write_foot(ui::Pen& pen, const model::LibraryItemModel& item, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  if (!item.refused.empty()) pen.paragraph(ui::Type::kSmall, theme.bad, item.refused, 5);
  if (!item.note.empty()) pen.paragraph(ui::Type::kSmall, theme.soft, item.note);
  if (!item.refused.empty() || !item.note.empty()) pen.skip(8);
  if (!item.merge_title.empty()) {
    if (ui::draw_button_row(pen, {{"merge done", item.merge_done, ui::ButtonKind::kMain}}) == 0)
      actions.emplace_back(MergeDone{});
    return;
  }
  if (!item.ask_retire.empty()) {
    const ui::Confirmed answer = ui::draw_confirmation(pen, "retire", item.ask_retire, item.retire_it, item.keep_it);
    if (answer != ui::Confirmed::kNotYet) actions.emplace_back(AnswerRetire{answer == ui::Confirmed::kYes});
    return;
  }
  std::vector<ui::ButtonLabel> buttons;
  for (const model::LibraryButton& each : item.buttons) {
    buttons.push_back({each.label, each.label, each.main ? ui::ButtonKind::kMain : ui::ButtonKind::kPlain});
  }
  const int pressed = buttons.empty() ? -1 : ui::draw_button_row(pen, buttons);
  if (pressed >= 0) actions.emplace_back(DoItem{item.buttons[static_cast<std::size_t>(pressed)].act});
}

void write_head(ui::Pen& pen, const model::LibraryItemModel& item, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  pen.paragraph(ui::Type::kSay, theme.ink, item.title, 2);
  pen.line(ui::Type::kSmall, theme.soft, item.about);
  pen.paragraph(ui::Type::kSmall, theme.soft, item.standing, 2);
  pen.skip(12);
  if (item.merge_title.empty()) {
    const int tab = ui::draw_tabs(pen, "library tabs", item.tabs, item.tab);
    if (tab >= 0) actions.emplace_back(ShowTab{tab});
  }
  pen.skip(16);
}

}  // namespace

void draw_library_item(const model::LibraryItemModel& item, LibraryFields& fields, const ui::Box& box, PageFrame& frame,
                       Actions& actions) {
  ui::Look& look = frame.look;
  ui::Pen head(look, box.low, box.width(), true);
  write_head(head, item, actions);
  Actions none;
  ui::Pen measure(look, box.low, box.width(), false);
  write_foot(measure, item, none);
  const float foot = box.high.y - measure.height();
  ui::draw_pane(look, "library item", {{box.low.x, head.y()}, {box.high.x, foot - look.px(12)}}, [&](ui::Pen& pen) {
    if (!item.merge_title.empty()) return write_merge(pen, item, fields, actions);
    if (item.tab == 1) return write_preview(pen, item, frame.language);
    if (item.tab == 2) return write_history(pen, item, actions);
    write_fields(pen, item, fields, actions);
  });
  ui::Pen pen(look, {box.low.x, foot}, box.width(), true);
  write_foot(pen, item, actions);
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl && render::key_pressed(render::Key::kEnter) && !item.buttons.empty() &&
      item.buttons[0].act == model::LibraryButton::Act::kSave) {
    actions.emplace_back(DoItem{model::LibraryButton::Act::kSave});
  }
}

}  // namespace aandacht::supervisor
