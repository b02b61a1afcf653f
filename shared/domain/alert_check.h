// What is wrong with an alert rule, as it is typed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "shared/domain/alert.h"
#include "shared/domain/alert_phrase.h"

namespace aandacht::domain {

/// The part of a rule that is wrong.
enum class AlertField { kName, kCount, kScore, kSpan, kDays, kPhrases, kCooldown, kTeamCooldown, kLanguage };

/// Bounds, as the sentences say them.
inline constexpr int kMostAlertTurns = 16;
inline constexpr int kMostAlertContacts = 20;
inline constexpr int kMostAlertDays = 365;
inline constexpr std::size_t kMostAlertPhrases = 50;
inline constexpr std::size_t kLongestAlertName = 80;                     ///< Characters.
inline constexpr absl::Duration kLeastWordsCooldown = absl::Minutes(1);  ///< Of a rule for words, per call.

struct AlertProblem {
  AlertField field = AlertField::kName;
  int phrase = -1;  ///< Which, from 0; -1: all of them together, or none.
  PhraseFault fault = PhraseFault::kNone;
  std::size_t begin = 0;  ///< The bytes of the phrase that are wrong.
  std::size_t end = 0;
  std::string detail;  ///< RE2's own words.

  bool operator==(const AlertProblem&) const = default;
};

/// All that is wrong, in the order of the fields; empty: the rule can be kept. Looks only at what the kind uses.
[[nodiscard]] std::vector<AlertProblem> problems_of(const AlertRule& rule);

/// In English: what is wrong and what to do.
[[nodiscard]] std::string sentence(const AlertProblem& problem);

/// INVALID_ARGUMENT with the first sentence.
[[nodiscard]] absl::Status check(const AlertRule& rule);

}  // namespace aandacht::domain
