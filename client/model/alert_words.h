// How alerts and their rules are said.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/model/language.h"
#include "shared/domain/alert.h"
#include "shared/domain/alert_check.h"

namespace aandacht::model {

/// "klant was drie beurten achter elkaar negatief": about the customer and the call, without what was said.
[[nodiscard]] std::string alert_reason(const domain::AlertFinding& finding, Language language);

/// The same with the words: "klant was drie beurten achter elkaar negatief: “…”".
[[nodiscard]] std::string alert_sentence(const domain::AlertFinding& finding, Language language);

/// "Laat het me weten als de klant drie beurten achter elkaar heel negatief is."
[[nodiscard]] std::string alert_rule_sentence(const domain::AlertRule& rule, Language language);

/// What is wrong and what to do.
[[nodiscard]] std::string alert_problem_sentence(const domain::AlertProblem& problem, const domain::AlertRule& rule,
                                                 Language language);

/// "5 minuten", "1 uur", "45 seconden".
[[nodiscard]] std::string spoken_span(absl::Duration span, Language language);

/// Why something could not be done to an alert, what still works, and what to do.
[[nodiscard]] std::string alert_failure(const absl::Status& status, Language language);

/// The same of a rule.
[[nodiscard]] std::string alert_rule_failure(const absl::Status& status, Language language);

}  // namespace aandacht::model
