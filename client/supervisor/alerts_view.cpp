#include "client/supervisor/alerts_view.h"

#include "client/render/imgui_compat.h"
#include "client/ui/button.h"
#include "client/ui/pane.h"
#include "client/ui/tabs.h"

namespace aandacht::supervisor {
namespace {

constexpr float kRow = 44;
constexpr float kDetail = 400;
constexpr float kEditor = 520;
constexpr float kLeastBeside = 760;

void write_title(ui::Pen& pen, const model::AlertsModel& model) {
  ui::Look& look = pen.look();
  const float top = pen.y();
  pen.line(ui::Type::kSay, pen.theme().ink, model.title);
  const float left = pen.x() + ui::text_width(look, ui::Type::kSay, model.title) + look.px(16);
  const float drop = look.pitch(ui::Type::kSay) - look.pitch(ui::Type::kSmall) - look.px(2);
  pen.label(ui::Type::kSmall, pen.theme().soft, model.summary, {left, top + drop}, pen.right() - left);
}

void write_nothing(ui::Look& look, const ui::Box& box, const std::string& title, const std::string& help) {
  ui::Pen pen(look, box.low, box.width(), true);
  pen.skip(40);
  pen.line(ui::Type::kBodyBold, pen.theme().ink, title);
  pen.skip(4);
  pen.paragraph(ui::Type::kBody, pen.theme().soft, help);
}

bool is_pressed(char letter) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl || io.KeyAlt || io.WantTextInput) return false;
  return render::key_pressed(static_cast<render::Key>(static_cast<int>(render::Key::kA) + (letter - 'A')));
}

void take_keys(const model::AlertsModel& model, ui::Look& look, AlertsActions& actions) {
  if (!model.detail || !look.focus.is_on("alerts")) return;
  const std::string& id = model.detail->id;
  if (is_pressed('G') && model.detail->can_see) actions.emplace_back(SettleAlert{id, domain::AlertStage::kSeen});
  if (is_pressed('K')) actions.emplace_back(SettleAlert{id, domain::AlertStage::kDone});
  if (is_pressed('L')) actions.emplace_back(SnoozeAlert{id, model::AlertSnooze::kQuarter});
}

void draw_alert_rows(ui::Look& look, const model::AlertsModel& model, AlertsMemory& memory, const ui::Box& box,
                     AlertsActions& actions) {
  const std::vector<ui::TableColumn> columns = {{model.alert_captions[0], 76, 0, 4},
                                                {model.alert_captions[1], 100, 0.1F, 3},
                                                {model.alert_captions[2], 220, 1, 5},
                                                {model.alert_captions[3], 136, 0.1F, 2}};
  const ui::Table table{columns, static_cast<int>(model.alerts.size()), model.selected_alert, {}, false, kRow};
  const auto draw_cell = [&](int row, const ui::TableCell& cell) {
    const model::AlertRow& alert = model.alerts[static_cast<std::size_t>(row)];
    const std::string* words[] = {&alert.time, &alert.agent, &alert.what, &alert.state};
    const ui::Colour colour = alert.quiet || cell.column == 0 ? look.theme.soft : look.theme.ink;
    ui::draw_cell_text(look, cell, ui::Type::kBody, colour, *words[cell.column]);
  };
  const ui::TableEvent event = ui::draw_table(look, "alerts", box, table, memory.alerts, draw_cell);
  if (event.selected) actions.emplace_back(SelectAlert{model.alerts[static_cast<std::size_t>(*event.selected)].id});
  if (event.opened) actions.emplace_back(GoToAlertCall{model.alerts[static_cast<std::size_t>(*event.opened)].id});
}

void write_facts(ui::Pen& pen, const std::vector<model::AlertFact>& facts) {
  ui::Look& look = pen.look();
  const float label = look.text_px(112);
  for (const model::AlertFact& fact : facts) {
    pen.label(ui::Type::kSmall, pen.theme().soft, fact.label, {pen.x(), pen.y()}, label - look.px(8));
    pen.paragraph(ui::Type::kSmall, pen.theme().ink, fact.value, 0, label);
    pen.skip(4);
  }
}

void write_detail(ui::Pen& pen, const model::AlertDetail& detail, AlertsActions& actions) {
  pen.line(ui::Type::kSmall, pen.theme().soft, detail.agent);
  pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, detail.what);
  if (!detail.words.empty()) {
    pen.skip(8);
    pen.paragraph(ui::Type::kBody, pen.theme().ink, detail.words);
  }
  pen.skip(12);
  write_facts(pen, detail.facts);
  pen.skip(12);
  std::vector<ui::ButtonLabel> buttons = {{"done", detail.done, ui::ButtonKind::kMain}};
  if (detail.can_see) buttons.push_back({"seen", detail.seen, ui::ButtonKind::kPlain});
  if (!detail.go.empty()) buttons.push_back({"go", detail.go, ui::ButtonKind::kPlain});
  const int pressed = ui::draw_button_row(pen, buttons);
  if (pressed >= 0) {
    const std::string_view id = buttons[static_cast<std::size_t>(pressed)].id;
    if (id == "done") actions.emplace_back(SettleAlert{detail.id, domain::AlertStage::kDone});
    if (id == "seen") actions.emplace_back(SettleAlert{detail.id, domain::AlertStage::kSeen});
    if (id == "go") actions.emplace_back(GoToAlertCall{detail.id});
  }
  pen.skip(16);
  if (!detail.back.empty()) {
    if (ui::draw_button_row(pen, {{"back", detail.back, ui::ButtonKind::kPlain}}) == 0) {
      actions.emplace_back(BringAlertBack{detail.id});
    }
  } else {
    pen.line(ui::Type::kSmallBold, pen.theme().soft, detail.later);
    pen.skip(4);
    const int later = ui::draw_button_row(pen, {{"later-0", detail.snoozes[0], ui::ButtonKind::kPlain},
                                                {"later-1", detail.snoozes[1], ui::ButtonKind::kPlain},
                                                {"later-2", detail.snoozes[2], ui::ButtonKind::kPlain}});
    if (later >= 0) actions.emplace_back(SnoozeAlert{detail.id, static_cast<model::AlertSnooze>(later)});
  }
  if (!detail.failure.empty()) {
    pen.skip(12);
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, detail.failure);
  }
  pen.skip(16);
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, detail.keys);
}

void draw_alerts_tab(ui::Look& look, const model::AlertsModel& model, AlertsMemory& memory, const ui::Box& box,
                     AlertsActions& actions) {
  if (model.alerts.empty()) return write_nothing(look, box, model.nothing_title, model.nothing_help);
  if (!model.detail) return draw_alert_rows(look, model, memory, box, actions);
  const ui::Split split = ui::draw_split(look, box, kDetail, kLeastBeside, .3F);
  draw_alert_rows(look, model, memory, split.left, actions);
  take_keys(model, look, actions);
  ui::draw_pane(look, "alert", split.right, [&](ui::Pen& pen) { write_detail(pen, *model.detail, actions); });
}

void draw_rule_rows(ui::Look& look, const model::AlertsModel& model, AlertsMemory& memory, const ui::Box& box,
                    AlertsActions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  if (ui::draw_button_row(pen, {{"new", model.add_rule, ui::ButtonKind::kPlain}}) == 0)
    actions.emplace_back(NewAlertRule{});
  pen.skip(8);
  const ui::Box rest{{box.low.x, pen.y()}, box.high};
  if (model.rules.empty()) return write_nothing(look, rest, model.rules_nothing_title, model.rules_nothing_help);
  const std::vector<ui::TableColumn> columns = {{model.rule_captions[0], 160, 1, 3},
                                                {model.rule_captions[1], 76, 0.2F, 1},
                                                {model.rule_captions[2], 142, 0.2F, 2}};
  const ui::Table table{columns, static_cast<int>(model.rules.size()), model.selected_rule, {}, false, kRow};
  const auto draw_cell = [&](int row, const ui::TableCell& cell) {
    const model::AlertRuleRow& rule = model.rules[static_cast<std::size_t>(row)];
    const std::string* words[] = {&rule.name, &rule.team, &rule.state};
    ui::draw_cell_text(look, cell, ui::Type::kBody, rule.quiet ? look.theme.soft : look.theme.ink, *words[cell.column]);
  };
  const ui::TableEvent event = ui::draw_table(look, "rules", rest, table, memory.rules, draw_cell);
  if (event.selected) actions.emplace_back(SelectAlertRule{model.rules[static_cast<std::size_t>(*event.selected)].id});
}

void draw_rules_tab(ui::Look& look, const model::AlertsModel& model, AlertsMemory& memory, const ui::Box& box,
                    AlertsActions& actions) {
  if (!model.editor) return draw_rule_rows(look, model, memory, box, actions);
  const ui::Split split = ui::draw_split(look, box, kEditor, kLeastBeside, .36F);
  draw_rule_rows(look, model, memory, split.left, actions);
  draw_alert_rule(look, *model.editor, memory, split.right, actions);
  if (model.editor->can_save && ImGui::GetIO().KeyCtrl && render::key_pressed(render::Key::kEnter)) {
    actions.emplace_back(SaveAlertRule{});
  }
}

}  // namespace

AlertsActions draw_alerts(const model::AlertsModel& model, AlertsMemory& memory, PageFrame& frame) {
  AlertsActions actions;
  ui::Look& look = frame.look;
  ui::Pen pen(look, frame.at, frame.size.x, true);
  write_title(pen, model);
  pen.skip(8);
  const int tab = ui::draw_tabs(pen, "tabs", model.tabs, static_cast<int>(model.tab));
  if (tab >= 0) actions.emplace_back(ShowAlertsTab{static_cast<model::AlertsTab>(tab)});
  pen.skip(12);
  const ui::Box box{{frame.at.x, pen.y()}, {frame.right(), frame.bottom()}};
  if (model.tab == model::AlertsTab::kAlerts) {
    draw_alerts_tab(look, model, memory, box, actions);
  } else {
    draw_rules_tab(look, model, memory, box, actions);
  }
  return actions;
}

}  // namespace aandacht::supervisor
