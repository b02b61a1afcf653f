#include "shared/domain/sentiment.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "shared/domain/phrase.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostWords = 5;  // Words of an entry.
constexpr std::size_t kReach = 3;      // Words a negation or an intensifier works on.
constexpr double kStartWeight = 0.8;   // The first word weighs this, the last kEndWeight.
constexpr double kEndWeight = 1.2;
constexpr double kNotBad = 0.15;
constexpr double kSteepness = 6;  // Of the confidence around a threshold.

using Weights = absl::flat_hash_map<std::string, double>;

Weights folded_weights(const Lexicon& lexicon, const char* name) {
  Weights result;
  const auto found = lexicon.weights.find(name);
  if (found == lexicon.weights.end()) return result;
  for (const auto& [word, weight] : found->second) result.emplace(fold(word), weight);
  return result;
}

double setting(const Weights& settings, const char* name, double otherwise) {
  const auto found = settings.find(name);
  return found == settings.end() ? otherwise : found->second;
}

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

/// An entry that fits from one word on.
struct Found {
  double weight = 0;
  std::size_t words = 1;
};

}  // namespace

struct SentimentScorer::Compiled {
  struct Language {
    std::string model;
    Weights words;
    Weights beginnings;  ///< Entries that end in "*", without it.
    Weights intensify;
    Weights negate;
    std::unique_ptr<PhraseSet> patterns;
    std::vector<double> pattern_weights;
    std::unique_ptr<PhraseSet> requests;
    std::vector<double> request_factors;
    double negative = -0.3;
    double positive = 0.3;
    double normal = 2;

    std::optional<Found> longest(const std::vector<std::string>& tokens, std::size_t at) const;
    double sum(const std::vector<std::string>& tokens, std::string_view text) const;
  };
  std::map<std::string, Language, std::less<>> languages;
};

std::optional<Found> SentimentScorer::Compiled::Language::longest(const std::vector<std::string>& tokens,
                                                                  std::size_t at) const {
  const std::size_t most = std::min(kMostWords, tokens.size() - at);
  for (std::size_t count = most; count > 0; --count) {
    const std::string entry = absl::StrJoin(tokens.begin() + static_cast<std::ptrdiff_t>(at),
                                            tokens.begin() + static_cast<std::ptrdiff_t>(at + count), " ");
    if (const auto found = words.find(entry); found != words.end()) return Found{found->second, count};
  }
  for (std::size_t size = tokens[at].size(); size >= 3; --size) {
    const auto found = beginnings.find(tokens[at].substr(0, size));
    if (found != beginnings.end()) return Found{found->second, 1};
  }
  return std::nullopt;
}

double SentimentScorer::Compiled::Language::sum(const std::vector<std::string>& tokens, std::string_view text) const {
  double sum = 0;
  double factor = 1;  // Of a negation and intensifiers before this word.
  std::size_t reach = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::optional<Found> found = longest(tokens, i);
    if (found) {
      const double place =
          kStartWeight + (kEndWeight - kStartWeight) * static_cast<double>(i + 1) / static_cast<double>(tokens.size());
      const bool softened = factor < 0 && found->weight < 0;  // "Not angry" is no praise.
      sum += found->weight * (softened ? factor * kNotBad : factor) * place;
      factor = 1;
      reach = 0;
      i += found->words;
      continue;
    }
    const auto more = intensify.find(tokens[i]);
    const auto less = negate.find(tokens[i]);
    if (more != intensify.end() || less != negate.end()) {
      factor = (reach > 0 ? factor : 1) * (less != negate.end() ? less->second : more->second);
      reach = kReach + 1;
    }
    if (reach > 0 && --reach == 0) factor = 1;
    ++i;
  }
  for (const std::size_t index : patterns->find(text)) sum += pattern_weights[index];
  if (sum >= 0) return sum;
  double calm = 1;
  for (const std::size_t index : requests->find(text)) calm = std::min(calm, request_factors[index]);
  return sum * calm;
}

SentimentScorer::SentimentScorer() : compiled_(std::make_unique<Compiled>()) {}
SentimentScorer::~SentimentScorer() = default;

absl::StatusOr<std::unique_ptr<SentimentScorer>> SentimentScorer::create(const Library& library) {
  auto result = std::unique_ptr<SentimentScorer>(new SentimentScorer());
  for (const auto& [name, lexicon] : library.lexicons) {
    Compiled::Language language;
    language.model = absl::StrCat("lexicon-", name, "-1");
    for (const auto& [word, weight] : folded_weights(lexicon, "sentiment")) {
      if (word.ends_with('*')) {
        language.beginnings.emplace(word.substr(0, word.size() - 1), weight);
      } else {
        language.words.emplace(word, weight);
      }
    }
    if (language.words.empty()) continue;
    language.intensify = folded_weights(lexicon, "sentiment-intensify");
    language.negate = folded_weights(lexicon, "sentiment-negate");
    auto patterns = compile(lexicon, "sentiment-patterns", language.pattern_weights);
    if (!patterns.ok()) return patterns.status();
    language.patterns = *std::move(patterns);
    auto requests = compile(lexicon, "sentiment-requests", language.request_factors);
    if (!requests.ok()) return requests.status();
    language.requests = *std::move(requests);
    const Weights settings = folded_weights(lexicon, "sentiment-settings");
    language.negative = setting(settings, "negative", language.negative);
    language.positive = setting(settings, "positive", language.positive);
    language.normal = setting(settings, "normal", language.normal);
    result->compiled_->languages.emplace(name, std::move(language));
  }
  return result;
}

Sentiment SentimentScorer::score(std::string_view text, std::string_view language_name) const {
  const auto found = compiled_->languages.find(language_name);
  if (found == compiled_->languages.end()) return {0, Feeling::kNeutral, 0, "none"};
  const Compiled::Language& language = found->second;
  const std::vector<std::string> tokens = absl::StrSplit(std::string(text), ' ', absl::SkipEmpty());
  const double sum = language.sum(tokens, text);
  Sentiment result;
  result.model = language.model;
  result.score = sum / std::sqrt(sum * sum + language.normal * language.normal);
  double margin = 0;  // How far inside its class the score lies.
  if (result.score <= language.negative) {
    result.feeling = Feeling::kNegative;
    margin = language.negative - result.score;
  } else if (result.score >= language.positive) {
    result.feeling = Feeling::kPositive;
    margin = result.score - language.positive;
  } else {
    margin = std::min(result.score - language.negative, language.positive - result.score);
  }
  result.confidence = 1 / (1 + std::exp(-kSteepness * margin));
  return result;
}

}  // namespace aandacht::domain
