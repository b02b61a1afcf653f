// How a customer's words feel: the first scorer, from word lists and patterns.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/domain/normalise.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Scores one turn. Immutable after creation and safe to use from any number of threads.
///
/// Reads of a language's lexicon: weights "sentiment" (word, "begin*" or a few words → weight), "sentiment-intensify"
/// (factor for the next words), "sentiment-negate" (factor, usually negative, for the next three words),
/// "sentiment-patterns" (RE2 → weight), "sentiment-requests" (RE2 of plain questions and requests → the share of an
/// unpleasant sum that counts there) and "sentiment-settings" (negative, positive: thresholds of the classes;
/// normal: the sum that makes a score of 0.7). The score is sum / sqrt(sum² + normal²), as VADER normalises (Hutto &
/// Gilbert, ICWSM 2014); the end of a turn weighs more than its beginning.
class SentimentScorer {
 public:
  /// Keeps a copy of what it needs. INVALID_ARGUMENT: RE2 refuses a pattern.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<SentimentScorer>> create(const Library& library);

  ~SentimentScorer();

  /// \param text  folded normalised text. A language without lists is neutral with confidence 0.
  [[nodiscard]] Sentiment score(std::string_view text, std::string_view language) const;

 private:
  struct Compiled;
  SentimentScorer();

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
