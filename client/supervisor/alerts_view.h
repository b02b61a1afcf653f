// Alerts: what was found in calls of the team, and the rules that find it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "client/model/alerts_model.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/table.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

// What was done on the page.
struct ShowAlertsTab {
  model::AlertsTab tab;
};
struct SelectAlert {
  std::string id;
};
struct SettleAlert {
  std::string id;
  domain::AlertStage stage;
};
struct SnoozeAlert {
  std::string id;
  model::AlertSnooze snooze;
};
struct BringAlertBack {
  std::string id;
};
struct GoToAlertCall {
  std::string id;  ///< Of the alert.
};
struct SelectAlertRule {
  std::string id;
};
struct NewAlertRule {};
struct CloseAlertRule {};
struct NameAlertRule {
  std::string name;
};
struct FillAlertBlank {
  model::AlertBlank blank;
  int chosen;
};
struct WriteAlertWords {
  std::string typed;
};
struct ToggleAlertRegex {};
struct ChooseAlertTeam {
  int place = 0;  ///< In AlertRuleEditor::teams.
};
struct ToggleAlertRule {};
struct SaveAlertRule {};
struct CopyAlertRule {};
struct AskDeleteAlertRule {
  bool asks;
};
struct DeleteAlertRule {};
struct TakeTheirAlertRule {};
struct PutMyAlertRule {};
struct SnoozeAlertRule {
  model::AlertSnooze snooze;
};
struct WakeAlertRule {};
struct TryAlertRule {};
using AlertsAction =
    std::variant<ShowAlertsTab, SelectAlert, SettleAlert, SnoozeAlert, BringAlertBack, GoToAlertCall, SelectAlertRule,
                 NewAlertRule, CloseAlertRule, NameAlertRule, FillAlertBlank, WriteAlertWords, ToggleAlertRegex,
                 ChooseAlertTeam, ToggleAlertRule, SaveAlertRule, CopyAlertRule, AskDeleteAlertRule, DeleteAlertRule,
                 TakeTheirAlertRule, PutMyAlertRule, SnoozeAlertRule, WakeAlertRule, TryAlertRule>;
using AlertsActions = std::vector<AlertsAction>;

/// What the page holds between two frames. Belongs to the drawing thread. Whoever changes the rule that is written
/// other than by what was typed sets the texts too.
struct AlertsMemory {
  ui::TableMemory alerts;
  ui::TableMemory rules;
  ui::TextArea name{"", 400, true};
  ui::TextArea words{"", 8000};
  bool to_top = false;  ///< The rule is to be scrolled to its beginning.
};

/// One frame. While the keyboard is on the list of alerts, G says that the selected one was seen, K that it is done,
/// L puts it aside for 15 minutes, and Enter goes to its call.
AlertsActions draw_alerts(const model::AlertsModel& model, AlertsMemory& memory, PageFrame& frame);

/// The rule that is written. For draw_alerts().
void draw_alert_rule(ui::Look& look, const model::AlertRuleEditor& editor, AlertsMemory& memory, const ui::Box& box,
                     AlertsActions& actions);

}  // namespace aandacht::supervisor
