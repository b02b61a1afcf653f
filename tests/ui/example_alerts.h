// States of the page of alerts, for tests and pictures.
#pragma once

#include "client/model/alerts_model.h"

namespace aandacht::test {

/// Monday 2 March 2026, 10:00 UTC.
inline absl::Time alerts_now() { return absl::FromUnixSeconds(1772445600); }

/// Nothing was found and there are no rules.
[[nodiscard]] model::AlertsData empty_alerts();
/// A few of every kind, one selected.
[[nodiscard]] model::AlertsData typical_alerts(model::Language language);
/// Very many, with long names and words.
[[nodiscard]] model::AlertsData full_alerts(model::Language language);
/// Rules, and one of words that is written, tried on last week.
[[nodiscard]] model::AlertsData written_rule(model::Language language);
/// A new rule of which nothing was written.
[[nodiscard]] model::AlertsData new_rule(model::Language language);
/// A rule that somebody else changed meanwhile, with mistakes.
[[nodiscard]] model::AlertsData rule_in_conflict(model::Language language);

[[nodiscard]] inline model::AlertsModel alerts_model(const model::AlertsData& data, model::Language language) {
  return model::make_alerts_model(data, language, alerts_now(), absl::UTCTimeZone());
}

}  // namespace aandacht::test
