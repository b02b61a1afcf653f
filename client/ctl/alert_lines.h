// Alerts and their rules as lines of text and JSON.
#pragma once

#include <string>

#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "client/net/alerts.h"

namespace aandacht::ctl {

/// What was found, in a sentence about the customer and the call.
[[nodiscard]] std::string alert_sentence(const domain::AlertFinding& finding);

/// "10:42:07  anna  call-7  customer very negative for 3 turns: "…"  (seen by Kim)".
[[nodiscard]] std::string alert_line(const domain::Alert& alert, absl::Time now, absl::TimeZone zone);
[[nodiscard]] Json alert_json(const domain::Alert& alert, absl::TimeZone zone);

/// What the rule waits for, in a sentence.
[[nodiscard]] std::string rule_sentence(const domain::AlertRule& rule);
[[nodiscard]] std::string rule_line(const net::SeenAlertRule& seen, absl::Time now, absl::TimeZone zone);
[[nodiscard]] Json rule_json(const net::SeenAlertRule& seen, absl::TimeZone zone);

/// "open", "seen" or "done".
[[nodiscard]] std::string stage_word(domain::AlertStage stage);

}  // namespace aandacht::ctl
