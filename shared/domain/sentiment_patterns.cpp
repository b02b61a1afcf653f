#include "shared/domain/sentiment_patterns.h"

#include <algorithm>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace aandacht::domain {
namespace {

/// The keys as phrases, and their weights in the same order.
absl::StatusOr<std::unique_ptr<PhraseSet>> compile(const Lexicon& lexicon, const char* name,
                                                   std::vector<double>& weights) {
  std::vector<std::string> phrases;
  if (const auto found = lexicon.weights.find(name); found != lexicon.weights.end()) {
    for (const auto& [phrase, weight] : found->second) {
      phrases.push_back(phrase);
      weights.push_back(weight);
    }
  }
  absl::StatusOr<std::unique_ptr<PhraseSet>> set = PhraseSet::create(phrases);
  if (!set.ok()) return absl::InvalidArgumentError(absl::StrCat(name, ": ", std::string(set.status().message())));
  return set;
}

}  // namespace

absl::StatusOr<SentimentPatterns> SentimentPatterns::create(const Lexicon& lexicon) {
  SentimentPatterns result;
  auto patterns = compile(lexicon, "sentiment-patterns", result.weights_);
  if (!patterns.ok()) return patterns.status();
  result.patterns_ = *std::move(patterns);
  auto requests = compile(lexicon, "sentiment-requests", result.factors_);
  if (!requests.ok()) return requests.status();
  result.requests_ = *std::move(requests);
  return result;
}

double SentimentPatterns::adjusted(double sum, std::string_view text) const {
  for (const std::size_t index : patterns_->find(text)) sum += weights_[index];
  if (sum >= 0) return sum;
  double calm = 1;
  for (const std::size_t index : requests_->find(text)) calm = std::min(calm, factors_[index]);
  return sum * calm;
}

}  // namespace aandacht::domain
