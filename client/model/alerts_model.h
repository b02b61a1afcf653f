// The console's page of alerts: what was found, and the rules that find it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/model/alert_blanks.h"
#include "client/model/language.h"
#include "shared/domain/alert.h"

namespace aandacht::model {

enum class AlertsTab { kAlerts, kRules };

/// A rule as the service tells it.
struct AlertRuleData {
  domain::AlertRule rule;
  bool editable = false;
  bool team_gone = false;  ///< There is no team of that name any more.

  bool operator==(const AlertRuleData&) const = default;
};

/// How the rule at hand stands.
enum class AlertDraftStage { kClean, kChanged, kSaving, kSaved, kFailed, kConflict };

/// The rule that is written at the moment.
struct AlertDraft {
  domain::AlertRule rule;
  std::int64_t base = 0;  ///< The version that it began with; 0: it is new.
  bool editable = true;
  AlertDraftStage stage = AlertDraftStage::kClean;
  absl::Status failure;
  std::optional<domain::AlertRule> theirs;  ///< In a conflict what is kept now; absent: it was deleted.
  bool deleting = false;                    ///< Asked whether it is to go.
};

enum class AlertTrialStage { kNone, kRunning, kDone, kFailed };

/// A trial of the draft.
struct AlertTrialData {
  AlertTrialStage stage = AlertTrialStage::kNone;
  double progress = 0;
  std::vector<std::pair<absl::CivilDay, int>> days;
  std::int64_t turns = 0;
  std::vector<domain::Alert> alerts;
  absl::Status failure;
  domain::AlertRule of;  ///< As it was tried.
};

struct AlertsData {
  AlertsTab tab = AlertsTab::kAlerts;
  std::vector<domain::Alert> alerts;  ///< Not settled, in any order.
  bool heard = false;                 ///< The first answer came.
  std::string selected_alert;
  absl::Status alert_failure;  ///< Of what was last done to an alert.
  std::vector<AlertRuleData> rules;
  std::vector<std::string> teams;  ///< That a rule may be for.
  bool rules_heard = false;
  absl::Status rules_failure;
  std::optional<AlertDraft> draft;
  std::vector<AlertDraft> kept;  ///< Written, not saved, and another rule is shown; at most one of a rule.
  AlertTrialData trial;
};

struct AlertRow {
  std::string id;
  std::string time;
  std::string agent;
  std::string what;
  std::string state;
  bool quiet = false;  ///< Put aside, or the call is over: drawn softly.

  bool operator==(const AlertRow&) const = default;
};

struct AlertFact {
  std::string label;
  std::string value;

  bool operator==(const AlertFact&) const = default;
};

/// The selected alert.
struct AlertDetail {
  std::string id;
  std::string agent;
  std::string what;
  std::string words;
  std::vector<AlertFact> facts;
  std::string go;  ///< Empty: the call is over.
  std::string seen;
  bool can_see = true;
  std::string done;
  std::string back;  ///< Not empty: it is put aside; the verb that brings it back.
  std::string later;
  std::vector<std::string> snoozes;  ///< By AlertSnooze.
  std::string keys;
  std::string failure;
};

enum class AlertSnooze { kQuarter, kHour, kTomorrow };

struct AlertRuleRow {
  std::string id;
  std::string name;
  std::string team;
  std::string state;
  bool quiet = false;

  bool operator==(const AlertRuleRow&) const = default;
};

struct AlertTrialBar {
  std::string day;
  std::string count;
  double share = 0;  ///< 0 … 1 of the longest.

  bool operator==(const AlertTrialBar&) const = default;
};

/// The rule that is written.
struct AlertRuleEditor {
  std::string title;
  std::string sentence;
  std::string name_label;
  std::string name_hint;
  std::string when_label;
  std::vector<AlertBlankModel> blanks;
  bool has_words = false;
  std::string words_label;
  std::string words_hint;
  std::string words_help;
  std::string regex_label;
  bool regex = false;
  std::vector<AlertBlankModel> limits;
  std::string team_label;
  std::vector<std::string> teams;  ///< The first is all of them.
  int team = 0;
  std::string team_gone;  ///< That the chosen one does not exist; empty: it does.
  std::string on_label;
  bool on = true;
  bool editable = true;
  std::string locked;                 ///< Why it cannot be changed; empty: it can.
  std::vector<std::string> problems;  ///< What is wrong, as it is typed.
  std::string state;                  ///< "Bewaard", "Nog niet bewaard", what went wrong.
  bool trouble = false;               ///< The state is one to do something about.
  std::string save;
  bool can_save = false;
  std::string copy;  ///< Empty: it is not locked.
  std::string remove;
  bool can_remove = false;
  std::string remove_question;
  std::string remove_yes;
  std::string remove_no;
  bool deleting = false;
  std::string close;
  std::string take_theirs;  ///< Empty: no conflict.
  std::string put_mine;
  std::string quiet_label;
  std::vector<std::string> snoozes;  ///< By AlertSnooze; empty: it is not kept yet.
  std::string wake;                  ///< Not empty: it is snoozed.
  std::string try_it;
  bool can_try = false;
  std::string trial;  ///< How the trial stands; empty: none.
  std::vector<AlertTrialBar> bars;
  std::vector<std::string> would_say;
};

struct AlertsModel {
  std::string title;
  std::string summary;
  std::vector<std::string> tabs;
  AlertsTab tab = AlertsTab::kAlerts;
  std::vector<std::string> alert_captions;
  std::vector<AlertRow> alerts;  ///< Newest on top; those put aside last.
  int selected_alert = -1;
  std::optional<AlertDetail> detail;
  std::string nothing_title;
  std::string nothing_help;
  std::vector<std::string> rule_captions;
  std::vector<AlertRuleRow> rules;
  int selected_rule = -1;
  std::string add_rule;
  std::string rules_nothing_title;
  std::string rules_nothing_help;
  std::optional<AlertRuleEditor> editor;
};

/// Pure.
[[nodiscard]] AlertsModel make_alerts_model(const AlertsData& data, Language language, absl::Time now,
                                            absl::TimeZone zone);
/// \param teams  as of AlertsData.
[[nodiscard]] AlertRuleEditor make_alert_rule_editor(const AlertDraft& draft, const AlertTrialData& trial,
                                                     const std::vector<std::string>& teams, Language language,
                                                     absl::Time now, absl::TimeZone zone);
/// The team that was chosen from AlertRuleEditor::teams; the rule's own when there is no such place.
[[nodiscard]] std::string alert_team_at(const domain::AlertRule& rule, const std::vector<std::string>& teams,
                                        int place);

/// What was written and is not saved.
[[nodiscard]] bool is_unsaved(const AlertDraft& draft);

/// Another rule is to be shown: a draft that is not saved goes into `kept`, where its row offers it again.
void put_aside_alert_draft(AlertsData& data);

/// Takes the draft of a rule out of `kept`; absent: there is none.
[[nodiscard]] std::optional<AlertDraft> take_kept_alert_draft(AlertsData& data, const std::string& rule_id);

/// The service stored `sent` as `stored`, whichever rule is shown by now. What was written on since stays.
void alert_rule_stored(AlertsData& data, const domain::AlertRule& sent, const domain::AlertRule& stored);

/// How many alerts nobody looked at yet, without those put aside.
[[nodiscard]] int waiting_alerts(const std::vector<domain::Alert>& alerts, absl::Time now);

/// When a snooze ends; tomorrow is 7 in the morning.
[[nodiscard]] absl::Time alert_snooze_end(AlertSnooze snooze, absl::Time now, absl::TimeZone zone);

}  // namespace aandacht::model
