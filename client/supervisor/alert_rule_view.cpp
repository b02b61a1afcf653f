// The rule that is written: a sentence with blanks.
#include <algorithm>
#include <span>

#include "absl/strings/str_cat.h"
#include "client/supervisor/alerts_view.h"
#include "client/ui/button.h"
#include "client/ui/choice.h"
#include "client/ui/controls.h"
#include "client/ui/focus_order.h"
#include "client/ui/pane.h"

namespace aandacht::supervisor {
namespace {

constexpr float kBarHeight = 20;
constexpr float kLeastForTwo = 420;
constexpr float kLeastRest = 240;  // Of the rule below its head; else the head scrolls with it.

void write_label(ui::Pen& pen, const std::string& label) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, label);
  pen.skip(4);
}

void write_blank(ui::Pen& pen, const model::AlertBlankModel& blank, bool editable, AlertsActions& actions) {
  if (!blank.label.empty()) write_label(pen, blank.label);
  if (!editable) {
    pen.paragraph(ui::Type::kBody, pen.theme().ink, blank.options[static_cast<std::size_t>(blank.chosen)]);
  } else {
    const std::string id = absl::StrCat("blank-", static_cast<int>(blank.blank));
    const int chosen = ui::draw_choice(pen, id, blank.options, blank.chosen);
    if (chosen >= 0 && chosen != blank.chosen) actions.emplace_back(FillAlertBlank{blank.blank, chosen});
  }
  pen.skip(8);
}

/// Two beside each other where there is room, so that they read as one line.
void write_blanks(ui::Pen& pen, std::span<const model::AlertBlankModel> blanks, bool editable, AlertsActions& actions) {
  const float gap = pen.look().px(12);
  const bool pairs = blanks.size() > 1 && pen.width() >= pen.look().text_px(kLeastForTwo);
  const std::size_t columns = pairs ? 2 : 1;
  const float width = pairs ? (pen.width() - gap) / 2 : pen.width();
  for (std::size_t i = 0; i < blanks.size(); i += columns) {
    float high = 0;
    for (std::size_t k = 0; k < columns && i + k < blanks.size(); ++k) {
      ui::Pen part(pen.look(), {pen.x() + static_cast<float>(k) * (width + gap), pen.y()}, width, pen.draws());
      write_blank(part, blanks[i + k], editable, actions);
      high = std::max(high, part.height());
    }
    pen.skip_pixels(high);
  }
}

void write_words(ui::Pen& pen, const model::AlertRuleEditor& editor, AlertsMemory& memory, AlertsActions& actions) {
  if (!editor.has_words) return;
  write_label(pen, editor.words_label);
  if (editor.editable) {
    const ui::TextEvent typed = ui::draw_text_area(pen, "words", memory.words, {5, editor.words_hint});
    if (typed.changed) actions.emplace_back(WriteAlertWords{memory.words.text()});
  } else {
    pen.paragraph(ui::Type::kBody, pen.theme().ink, memory.words.text());
  }
  pen.skip(4);
  if (!editor.words_help.empty()) pen.paragraph(ui::Type::kSmall, pen.theme().soft, editor.words_help);
  if (editor.editable && ui::draw_toggle(pen, "regex", editor.regex_label, editor.regex)) {
    actions.emplace_back(ToggleAlertRegex{});
  }
  pen.skip(8);
}

void write_field(ui::Pen& pen, const char* id, const std::string& label, const std::string& hint, bool editable,
                 ui::TextArea& area, const std::function<void(const std::string&)>& typed) {
  write_label(pen, label);
  if (!editable) {
    pen.paragraph(ui::Type::kBody, pen.theme().ink, area.text().empty() ? hint : area.text());
  } else if (ui::draw_text_line(pen, id, area, hint).changed) {
    typed(area.text());
  }
  pen.skip(8);
}

void write_team(ui::Pen& pen, const model::AlertRuleEditor& editor, AlertsActions& actions) {
  write_label(pen, editor.team_label);
  if (!editor.editable) {
    pen.paragraph(ui::Type::kBody, pen.theme().ink, editor.teams[static_cast<std::size_t>(editor.team)]);
  } else {
    const int chosen = ui::draw_choice(pen, "team", editor.teams, editor.team);
    if (chosen >= 0 && chosen != editor.team) actions.emplace_back(ChooseAlertTeam{chosen});
  }
  pen.skip(4);
  if (!editor.team_gone.empty()) pen.paragraph(ui::Type::kSmall, pen.theme().warm, editor.team_gone);
  pen.skip(4);
}

void write_state(ui::Pen& pen, const model::AlertRuleEditor& editor, AlertsActions& actions) {
  for (const std::string& problem : editor.problems) {
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, problem);
    pen.skip(4);
  }
  if (!editor.state.empty()) {
    pen.paragraph(ui::Type::kSmall, editor.trouble ? pen.theme().warm : pen.theme().soft, editor.state);
    pen.skip(4);
  }
  if (editor.take_theirs.empty()) return;
  const int pressed = ui::draw_button_row(
      pen, {{"theirs", editor.take_theirs, ui::ButtonKind::kPlain}, {"mine", editor.put_mine, ui::ButtonKind::kPlain}});
  if (pressed == 0) actions.emplace_back(TakeTheirAlertRule{});
  if (pressed == 1) actions.emplace_back(PutMyAlertRule{});
  pen.skip(8);
}

void write_acts(ui::Pen& pen, const model::AlertRuleEditor& editor, AlertsActions& actions) {
  if (editor.deleting) {
    const ui::Confirmed answer =
        ui::draw_confirmation(pen, "delete", editor.remove_question, editor.remove_yes, editor.remove_no);
    if (answer == ui::Confirmed::kYes) actions.emplace_back(DeleteAlertRule{});
    if (answer == ui::Confirmed::kNo) actions.emplace_back(AskDeleteAlertRule{false});
    return;
  }
  std::vector<ui::ButtonLabel> buttons;
  if (editor.can_save) buttons.push_back({"save", editor.save, ui::ButtonKind::kMain});
  if (!editor.copy.empty()) buttons.push_back({"copy", editor.copy, ui::ButtonKind::kMain});
  if (editor.can_try) buttons.push_back({"try", editor.try_it, ui::ButtonKind::kPlain});
  if (editor.can_remove) buttons.push_back({"remove", editor.remove, ui::ButtonKind::kBare});
  buttons.push_back({"close-rule", editor.close, ui::ButtonKind::kBare});
  const int pressed = ui::draw_button_row(pen, buttons);
  if (pressed < 0) return;
  const std::string_view id = buttons[static_cast<std::size_t>(pressed)].id;
  if (id == "save") actions.emplace_back(SaveAlertRule{});
  if (id == "copy") actions.emplace_back(CopyAlertRule{});
  if (id == "try") actions.emplace_back(TryAlertRule{});
  if (id == "remove") actions.emplace_back(AskDeleteAlertRule{true});
  if (id == "close-rule") actions.emplace_back(CloseAlertRule{});
}

void write_quiet(ui::Pen& pen, const model::AlertRuleEditor& editor, AlertsActions& actions) {
  if (!editor.wake.empty()) {
    pen.skip(12);
    if (ui::draw_button_row(pen, {{"wake", editor.wake, ui::ButtonKind::kPlain}}) == 0) {
      actions.emplace_back(WakeAlertRule{});
    }
  }
  if (editor.snoozes.empty()) return;
  pen.skip(12);
  write_label(pen, editor.quiet_label);
  const int chosen = ui::draw_button_row(pen, {{"quiet-0", editor.snoozes[0], ui::ButtonKind::kPlain},
                                               {"quiet-1", editor.snoozes[1], ui::ButtonKind::kPlain},
                                               {"quiet-2", editor.snoozes[2], ui::ButtonKind::kPlain}});
  if (chosen >= 0) actions.emplace_back(SnoozeAlertRule{static_cast<model::AlertSnooze>(chosen)});
}

void write_bar(ui::Pen& pen, const model::AlertTrialBar& bar) {
  ui::Look& look = pen.look();
  const float high = look.text_px(kBarHeight);
  const float label = look.text_px(64);
  const float number = look.text_px(44);
  const float drop = (high - look.pitch(ui::Type::kSmall)) / 2;
  pen.label(ui::Type::kSmall, pen.theme().soft, bar.day, {pen.x(), pen.y() + drop}, label);
  const float width = ui::text_width(look, ui::Type::kSmall, bar.count);
  pen.label(ui::Type::kSmall, pen.theme().ink, bar.count, {pen.x() + label + number - width, pen.y() + drop}, number);
  if (pen.draws()) {
    const float left = pen.x() + label + number + look.px(12);
    const float long_ = std::max(0.0F, (pen.right() - left) * static_cast<float>(bar.share));
    const ui::Box box{{left, pen.y() + look.px(4)}, {left + long_, pen.y() + high - look.px(4)}};
    if (long_ >= 1) pen.list().AddRectFilled(box.low, box.high, ui::to_u32(pen.theme().soft));
  }
  pen.skip_pixels(high);
}

void write_trial(ui::Pen& pen, const model::AlertRuleEditor& editor) {
  if (editor.trial.empty()) return;
  pen.skip(16);
  pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, editor.trial);
  pen.skip(8);
  for (const model::AlertTrialBar& bar : editor.bars) write_bar(pen, bar);
  pen.skip(8);
  for (const std::string& line : editor.would_say) {
    pen.paragraph(ui::Type::kSmall, pen.theme().ink, line);
    pen.skip(4);
  }
  pen.skip(8);
  pen.hairline();
}

void write_head(ui::Pen& pen, const model::AlertRuleEditor& editor, AlertsActions& actions) {
  pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, editor.sentence);
  pen.skip(8);
  if (!editor.locked.empty()) {
    pen.paragraph(ui::Type::kSmall, pen.theme().soft, editor.locked);
    pen.skip(8);
  }
  write_state(pen, editor, actions);
  write_acts(pen, editor, actions);
}

void write_rest(ui::Pen& pen, const model::AlertRuleEditor& editor, AlertsMemory& memory, AlertsActions& actions) {
  write_trial(pen, editor);
  pen.skip(16);
  write_field(pen, "name", editor.name_label, editor.name_hint, editor.editable, memory.name,
              [&](const std::string& name) { actions.emplace_back(NameAlertRule{name}); });
  write_label(pen, editor.when_label);
  const std::span<const model::AlertBlankModel> blanks(editor.blanks);
  write_blanks(pen, blanks.first(1), editor.editable, actions);
  write_blanks(pen, blanks.subspan(1), editor.editable, actions);
  write_words(pen, editor, memory, actions);
  write_blanks(pen, editor.limits, editor.editable, actions);
  write_team(pen, editor, actions);
  if (editor.editable && ui::draw_toggle(pen, "on", editor.on_label, editor.on))
    actions.emplace_back(ToggleAlertRule{});
  write_quiet(pen, editor, actions);
  pen.skip(16);
}

}  // namespace

void draw_alert_rule(ui::Look& look, const model::AlertRuleEditor& editor, AlertsMemory& memory, const ui::Box& box,
                     AlertsActions& actions) {
  AlertsActions none;
  ui::Pen measure(look, box.low, box.width(), false);
  write_head(measure, editor, none);
  // Where there is room, what it says and what can be done with it stay in sight while the rest scrolls.
  const bool pinned = box.height() - measure.height() >= look.text_px(kLeastRest);
  ui::Box rest = box;
  if (pinned) {
    if (ui::FocusOrder* order = ui::FocusOrder::current()) order->next_group();
    ui::Pen head(look, box.low, box.width(), true);
    write_head(head, editor, actions);
    head.skip(12);
    head.hairline();
    rest.low.y = head.y();
  }
  ui::draw_pane(look, "rule", rest, [&](ui::Pen& pen) {
    // What a trial found stands on top.
    if (memory.to_top) ImGui::SetScrollY(0);
    memory.to_top = false;
    if (!pinned) write_head(pen, editor, actions);
    write_rest(pen, editor, memory, actions);
  });
  for (const AlertsAction& action : actions) {
    if (std::holds_alternative<TryAlertRule>(action)) memory.to_top = true;
  }
}

}  // namespace aandacht::supervisor
