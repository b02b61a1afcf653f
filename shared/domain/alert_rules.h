// Alert rules, compiled: which of them listen to words, and what they hear.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/alert.h"
#include "shared/domain/phrase.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// A rule that heard one of its phrases.
struct AlertPhraseHit {
  std::size_t rule = 0;  ///< Place in all().
  std::string phrase;    ///< As it was written.
  PhraseRange where;     ///< Bytes of the turn's text.
};

/// Immutable after creation and safe to use from any number of threads.
class AlertRules {
 public:
  /// INVALID_ARGUMENT: a phrase that cannot be read; the message begins with the rule's name.
  [[nodiscard]] static absl::StatusOr<std::shared_ptr<const AlertRules>> create(std::vector<AlertRule> rules);

  ~AlertRules();
  AlertRules(const AlertRules&) = delete;
  AlertRules& operator=(const AlertRules&) = delete;

  [[nodiscard]] const std::vector<AlertRule>& all() const { return rules_; }

  /// At most one hit a rule, the first of its phrases, in the order of the rules. All phrases are looked for at once.
  [[nodiscard]] std::vector<AlertPhraseHit> hear(Speaker speaker, std::string_view text) const;

 private:
  struct Compiled;
  explicit AlertRules(std::vector<AlertRule> rules);

  std::vector<AlertRule> rules_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
