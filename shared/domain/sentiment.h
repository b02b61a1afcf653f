// How a customer's words feel: a trained model on words and signs, or the lists alone.
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
/// With the library's model "sentiment" (labels negative, neutral, positive): score = P(positive) - P(negative), the
/// class is negative or positive from a probability of 0.5, else neutral; confidence is the probability of the class;
/// `model` is the model's version. Without it, or in a language
/// that the model was not trained on: the lists (see SentimentSigns and SentimentPatterns) with "sentiment-settings"
/// (negative, positive: the thresholds of the classes; normal: the sum that makes 0.7), score = sum / sqrt(sum² +
/// normal²), as VADER normalises (Hutto & Gilbert, ICWSM 2014); `model` is then "lexicon-nl-1".
class SentimentScorer {
 public:
  /// Keeps what it needs. INVALID_ARGUMENT: RE2 refuses a pattern, or the model has other labels.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<SentimentScorer>> create(const Library& library);

  ~SentimentScorer();

  /// \param text  folded normalised text. A language without lists is neutral with confidence 0, model "none".
  /// \param original  what was written, for punctuation and smileys; empty: only the words count.
  [[nodiscard]] Sentiment score(std::string_view text, std::string_view language, std::string_view original = {}) const;

 private:
  struct Compiled;
  explicit SentimentScorer(const Library& library);

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
