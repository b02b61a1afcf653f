#include <algorithm>
#include <cmath>

#include "client/overlay/settings_view.h"
#include "client/ui/button.h"
#include "client/ui/controls.h"

namespace aandacht::overlay {
namespace {

constexpr float kButton = 36;

void write_choice(ui::Pen& pen, const model::SettingRow& row, SettingsActions& actions) {
  pen.paragraph(ui::Type::kBody, pen.theme().ink, row.label);
  pen.skip(4);
  std::vector<std::string> labels;
  int chosen = -1;
  for (const model::SettingOption& option : row.options) {
    if (option.value == row.value) chosen = static_cast<int>(labels.size());
    labels.push_back(option.label);
  }
  const int pressed = ui::draw_choices(pen, row.name, labels, chosen);
  if (pressed < 0 || pressed == chosen) return;
  actions.push_back(ChooseSetting{row.name, row.options[static_cast<std::size_t>(pressed)].value});
}

void write_field(ui::Pen& pen, const model::SettingRow& row, SettingsActions& actions) {
  pen.paragraph(ui::Type::kBody, pen.theme().ink, row.label);
  pen.skip(4);
  const ui::TypedEvent event = ui::draw_text_field(pen, row.name, row.value);
  if (event.done && event.text != row.value) actions.push_back(ChooseSetting{row.name, event.text});
}

void write_stepper(ui::Pen& pen, const model::SettingRow& row, SettingsActions& actions) {
  const int step = ui::draw_stepper(pen, row.name, row.label, row.shown, !row.less.empty(), !row.more.empty());
  if (step != 0) actions.push_back(ChooseSetting{row.name, step < 0 ? row.less : row.more});
}

void write_toggle(ui::Pen& pen, const model::SettingRow& row, SettingsActions& actions) {
  const bool on = row.value == "true";
  if (ui::draw_toggle(pen, row.name, row.label, on)) actions.push_back(ChooseSetting{row.name, on ? "false" : "true"});
}

/// A filled disc: well. A ring: not.
void draw_outcome(ui::Pen& pen, model::Outcome outcome) {
  if (!pen.draws() || outcome == model::Outcome::kNone) return;
  ui::Look& look = pen.look();
  const float size = look.px(10);
  const ImVec2 centre{pen.x() + size / 2, pen.y() + std::round(look.pitch(ui::Type::kSmall) / 2)};
  if (outcome == model::Outcome::kWell) {
    pen.list().AddCircleFilled(centre, size / 2, ui::to_u32(look.theme.good), 24);
  } else {
    ui::draw_ring(pen.list(), centre, size / 2, std::max(1.5F, look.px(2)), look.theme.warm, look.theme.paper);
  }
}

void write_try(ui::Pen& pen, const model::SettingRow& row, SettingsActions& actions) {
  ui::Look& look = pen.look();
  const ui::Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + look.px(kButton)}};
  if (pen.draws()) {
    const std::string id = "try " + row.name;
    if (ui::draw_button(look, id, row.label, box, ui::ButtonKind::kPlain)) actions.push_back(TrySetting{row.name});
    ui::follow_keyboard(look, id, box);
  }
  pen.skip(kButton);
  if (row.answer.empty()) return;
  pen.skip(6);
  draw_outcome(pen, row.outcome);
  const ui::Colour colour = row.outcome == model::Outcome::kTrouble ? pen.theme().warm : pen.theme().ink;
  pen.paragraph(ui::Type::kSmall, colour, row.answer, 0, row.outcome == model::Outcome::kNone ? 0 : look.px(18));
}

}  // namespace

void write_setting(ui::Pen& pen, const model::SettingRow& row, SettingsActions& actions) {
  switch (row.kind) {
    case model::RowKind::kChoice:
      write_choice(pen, row, actions);
      break;
    case model::RowKind::kToggle:
      write_toggle(pen, row, actions);
      break;
    case model::RowKind::kStepper:
      write_stepper(pen, row, actions);
      break;
    case model::RowKind::kField:
      write_field(pen, row, actions);
      break;
    case model::RowKind::kTry:
      write_try(pen, row, actions);
      break;
    case model::RowKind::kNote:
      pen.paragraph(ui::Type::kSmall, pen.theme().soft, row.label);
      break;
  }
  if (!row.trouble.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, row.trouble);
  }
  if (!row.help.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, pen.theme().soft, row.help);
  }
}

}  // namespace aandacht::overlay
