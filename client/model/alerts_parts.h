// The parts that make_alerts_model() and make_alert_rule_editor() put together.
#pragma once

#include <string>

#include "absl/time/time.h"
#include "client/model/alerts_model.h"
#include "client/model/bilingual.h"

namespace aandacht::model {

/// Of a rule, in the list and in the editor.
inline constexpr Bilingual kNotSavedYet{"Nog niet bewaard", "Not saved yet"};

/// The list of alerts, and the selected one.
void add_alerts(const AlertsData& data, Language language, absl::Time now, absl::TimeZone zone, AlertsModel& model);

/// New rules that are not saved stand above those that the service keeps.
void add_rule_rows(const AlertsData& data, Language language, absl::Time now, absl::TimeZone zone, AlertsModel& model);

/// What became of saving it; empty: there is nothing to say.
[[nodiscard]] std::string alert_draft_state(const AlertDraft& draft, Language language, absl::Time now,
                                            absl::TimeZone zone);

/// In a conflict the two that can be chosen.
void add_conflict(const AlertDraft& draft, Language language, AlertRuleEditor& editor);

/// How the trial stands, and what it found so far.
void add_trial(const AlertDraft& draft, const AlertTrialData& trial, Language language, absl::Time now,
               absl::TimeZone zone, AlertRuleEditor& editor);

}  // namespace aandacht::model
