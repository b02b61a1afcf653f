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
struct GoToCall {
  std::string id;  ///< Of the alert.
};
struct SelectRule {
  std::string id;
};
struct NewRule {};
struct CloseRule {};
struct NameRule {
  std::string name;
};
struct FillBlank {
  model::AlertBlank blank;
  int chosen;
};
struct WriteWords {
  std::string typed;
};
struct ToggleRegex {};
struct NameTeam {
  std::string team;
};
struct ToggleRule {};
struct SaveRule {};
struct CopyRule {};
struct AskDelete {
  bool asks;
};
struct DeleteRule {};
struct TakeTheirs {};
struct PutMine {};
struct SnoozeRule {
  model::AlertSnooze snooze;
};
struct WakeRule {};
struct TryRule {};
using AlertsAction =
    std::variant<ShowAlertsTab, SelectAlert, SettleAlert, SnoozeAlert, BringAlertBack, GoToCall, SelectRule, NewRule,
                 CloseRule, NameRule, FillBlank, WriteWords, ToggleRegex, NameTeam, ToggleRule, SaveRule, CopyRule,
                 AskDelete, DeleteRule, TakeTheirs, PutMine, SnoozeRule, WakeRule, TryRule>;
using AlertsActions = std::vector<AlertsAction>;

/// What the page holds between two frames. Belongs to the drawing thread. Whoever changes the rule that is written
/// other than by what was typed sets the texts too.
struct AlertsMemory {
  ui::TableMemory alerts;
  ui::TableMemory rules;
  ui::TextArea name{"", 400, true};
  ui::TextArea words{"", 8000};
  ui::TextArea team{"", 200, true};
};

/// One frame. While the keyboard is on the list of alerts, G says that the selected one was seen, K that it is done,
/// L puts it aside for 15 minutes, and Enter goes to its call.
AlertsActions draw_alerts(const model::AlertsModel& model, AlertsMemory& memory, PageFrame& frame);

/// The rule that is written. For draw_alerts().
void write_rule_editor(ui::Pen& pen, const model::RuleEditor& editor, AlertsMemory& memory, AlertsActions& actions);

}  // namespace aandacht::supervisor
