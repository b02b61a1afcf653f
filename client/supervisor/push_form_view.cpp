#include "client/supervisor/push_form_view.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/ui/button.h"
#include "client/ui/choice.h"
#include "client/ui/controls.h"
#include "client/ui/pane.h"
#include "client/ui/tabs.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<PushAction>;

constexpr float kButton = 40;

void write_caption(ui::Pen& pen, const std::string& words) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, words);
  pen.skip(4);
}

void write_targets(ui::Pen& pen, const model::PushModel& model, Actions& actions) {
  write_caption(pen, model.to_caption);
  if (!model.chosen.empty()) {
    std::vector<ui::Chip> chips;
    for (const model::TargetEntry& each : model.chosen) chips.push_back({each.label, true});
    const int dropped = ui::draw_chips(pen, "targets", chips);
    if (dropped >= 0) actions.push_back(DropTarget{model.chosen[static_cast<std::size_t>(dropped)].target});
    pen.skip(8);
  }
  std::vector<std::string> labels;
  for (const model::TargetEntry& each : model.options) labels.push_back(each.label);
  const int added = ui::draw_choice(pen, "target", labels, -1, model.to_hint);
  if (added >= 0) actions.push_back(AddTarget{model.options[static_cast<std::size_t>(added)].target});
  for (const std::string& line : model.reach) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, model.reach_warns ? pen.theme().warm : pen.theme().soft, line);
  }
}

void write_findings(ui::Pen& pen, const model::PushModel& model) {
  const ui::Theme& theme = pen.theme();
  pen.skip(4);
  pen.line(ui::Type::kSmall, theme.soft, model.text_count);
  for (const model::PromptFindingRow& each : model.findings) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmallBold, theme.warm, each.what);
    pen.paragraph(ui::Type::kSmall, theme.ink, each.advice);
  }
  if (model.nothing_found.empty()) return;
  pen.skip(4);
  pen.line(ui::Type::kSmall, theme.good, model.nothing_found);
}

void write_slots(ui::Pen& pen, const model::PushModel& model, PushFields& fields, Actions& actions) {
  for (const model::SlotRow& slot : model.slots) {
    write_caption(pen, slot.name);
    ui::TextArea& area = fields.slots.try_emplace(slot.name, "", 200, true).first->second;
    if (ui::draw_text_line(pen, absl::StrCat("slot-", slot.name), area).changed) actions.emplace_back(Typed{});
    pen.skip(8);
  }
  const std::vector<ui::ButtonLabel> buttons{{"own words", model.own_words, ui::ButtonKind::kBare}};
  if (ui::draw_button_row(pen, buttons) >= 0) actions.emplace_back(TakeWords{});
}

void write_words(ui::Pen& pen, const model::PushModel& model, PushFields& fields, Actions& actions) {
  write_caption(pen, model.text_caption);
  if (ui::draw_text_area(pen, "text", fields.text, {.lines = 4, .hint = model.text_hint}).changed)
    actions.emplace_back(Typed{});
  write_findings(pen, model);
  pen.skip(12);
  write_caption(pen, model.reason_caption);
  if (ui::draw_text_line(pen, "reason", fields.reason, model.reason_hint).changed) actions.emplace_back(Typed{});
}

void write_form(ui::Pen& pen, const model::PushModel& model, PushFields& fields, Actions& actions) {
  pen.paragraph(ui::Type::kSay, pen.theme().ink, model.title);
  pen.skip(12);
  write_targets(pen, model, actions);
  pen.skip(16);
  write_caption(pen, model.template_caption);
  const int chosen = ui::draw_choice(pen, "template", model.templates, model.chosen_template);
  if (chosen >= 0) actions.emplace_back(ChooseTemplate{chosen});
  pen.skip(16);
  if (model.chosen_template > 0) {
    write_slots(pen, model, fields, actions);
    write_findings(pen, model);
  } else {
    write_words(pen, model, fields, actions);
  }
  pen.skip(12);
  if (ui::draw_toggle(pen, "urgent", model.urgent, model.is_urgent)) actions.emplace_back(SetUrgent{!model.is_urgent});
  pen.skip(8);
  write_caption(pen, model.lives_caption);
  const int life = ui::draw_choices(pen, "life", model.lives, model.chosen_life);
  if (life >= 0) actions.emplace_back(ChooseLife{life});
}

// What is missing or was refused, and under it what pushes.
void write_foot(ui::Pen& pen, const model::PushModel& model, Actions& actions) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = pen.theme();
  const std::string& words = model.refused.empty() ? model.why_not : model.refused;
  if (!words.empty()) {
    // As wide as the form above, which leaves room for what scrolls it.
    ui::Pen said(look, {pen.x(), pen.y()}, pen.width() - look.px(14), pen.draws());
    said.paragraph(ui::Type::kSmall, model.refused.empty() ? theme.soft : theme.bad, words, 4);
    pen.skip_pixels(said.height());
    pen.skip(8);
  }
  const float width = std::ceil(ui::text_width(look, ui::Type::kBodyBold, model.push)) + look.px(56);
  const ui::Box button{{pen.x(), pen.y()}, {pen.x() + width, pen.y() + look.px(kButton)}};
  if (pen.draws() && ui::draw_button(look, "push", model.push, button, ui::ButtonKind::kMain))
    actions.emplace_back(PushNow{});
  const float middle = pen.y() + std::round((look.px(kButton) - look.pitch(ui::Type::kSmall)) / 2);
  // What repeats is never cut: the key gives way to it, and then it goes below.
  const float least =
      model.repeat.empty() ? 0 : std::ceil(ui::text_width(look, ui::Type::kSmallBold, model.repeat)) + look.px(24);
  // The words end where the form above ends, and so does the outline where there is one.
  const float right = pen.right() - look.px(theme.tints ? 2 : 14);
  const float left = right - least;
  if (least == 0 || left >= button.high.x + look.px(116)) {
    pen.label(ui::Type::kSmall, theme.soft, model.push_key, {button.high.x + look.px(12), middle}, look.px(110));
  }
  const bool beside = left >= button.high.x + look.px(8);
  if (least > 0 && !beside) pen.skip(kButton + 4);
  if (least > 0 && !beside) {
    // Below it stands where the other words of the column begin.
    if (ui::draw_button_row(pen, {{"repeat", model.repeat, ui::ButtonKind::kBare}}) == 0)
      actions.emplace_back(BringBack{});
    return;
  }
  if (least > 0) {
    const ui::Box repeat{{left, pen.y()}, {right, pen.y() + look.px(kButton)}};
    if (pen.draws() && ui::draw_button(look, "repeat", model.repeat, repeat, ui::ButtonKind::kBare))
      actions.emplace_back(BringBack{});
  }
  pen.skip(kButton);
}

}  // namespace

void draw_push_form(const model::PushModel& model, PushFields& fields, const ui::Box& box, ui::Look& look,
                    Actions& actions) {
  Actions none;
  ui::Pen measure(look, box.low, box.width(), false);
  write_foot(measure, model, none);
  // On a tall screen what sends it stays near what is sent.
  ui::Pen form(look, box.low, box.width(), false);
  write_form(form, model, fields, none);
  const float foot = std::min(box.high.y - measure.height(), form.y() + look.px(48));
  ui::draw_pane(look, "push form", {box.low, {box.high.x, foot - look.px(12)}},
                [&](ui::Pen& pen) { write_form(pen, model, fields, actions); });
  ui::Pen pen(look, {box.low.x, foot}, box.width(), true);
  write_foot(pen, model, actions);
}

}  // namespace aandacht::supervisor
