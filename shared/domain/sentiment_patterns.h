// Patterns that say how a line feels where no model reads.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/domain/phrase.h"

namespace aandacht::domain {

/// Weights "sentiment-patterns" (RE2 → weight) and "sentiment-requests" (RE2 of plain questions and requests → the
/// share of an unpleasant sum that counts there). Immutable; any thread.
class SentimentPatterns {
 public:
  /// INVALID_ARGUMENT: RE2 refuses a pattern.
  [[nodiscard]] static absl::StatusOr<SentimentPatterns> create(const Lexicon& lexicon);

  /// `sum` of the word list with what the patterns add, less where something is merely asked. Takes folded normalised
  /// text.
  [[nodiscard]] double adjusted(double sum, std::string_view text) const;

 private:
  std::unique_ptr<PhraseSet> patterns_;
  std::vector<double> weights_;
  std::unique_ptr<PhraseSet> requests_;
  std::vector<double> factors_;
};

}  // namespace aandacht::domain
