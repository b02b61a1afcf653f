// A rule as a sentence with blanks: what may be filled in, and what that makes of the rule.
#pragma once

#include <string>
#include <vector>

#include "client/model/language.h"
#include "shared/domain/alert.h"

namespace aandacht::model {

enum class AlertBlank { kKind, kTurns, kLevel, kSpan, kContacts, kDays, kSpeaker, kLanguage, kCooldown, kTeamCooldown };

/// One blank with what it may say.
struct AlertBlankModel {
  AlertBlank blank = AlertBlank::kKind;
  std::string label;  ///< Before it; may be empty.
  std::vector<std::string> options;
  int chosen = 0;

  bool operator==(const AlertBlankModel&) const = default;
};

/// Those of the sentence itself, for the rule's kind. What the rule has is always among the options.
[[nodiscard]] std::vector<AlertBlankModel> alert_blanks(const domain::AlertRule& rule, Language language);

/// How often it may speak, and of which calls.
[[nodiscard]] std::vector<AlertBlankModel> alert_limits(const domain::AlertRule& rule, Language language);

/// Fills in option `chosen` as the blanks of the rule have it now.
void fill_alert_blank(domain::AlertRule& rule, AlertBlank blank, int chosen);

/// Words that were typed, a line each, without empty lines.
[[nodiscard]] std::vector<std::string> phrases_of(const std::string& typed);
[[nodiscard]] std::string as_phrase_lines(const std::vector<std::string>& phrases);

}  // namespace aandacht::model
