#include "shared/domain/sentiment.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/classify/linear_model.h"
#include "shared/domain/sentiment_patterns.h"
#include "shared/domain/sentiment_signs.h"
#include "shared/domain/sentiment_words.h"

namespace aandacht::domain {
namespace {

constexpr double kSteepness = 6;  // Of the lists' confidence around a threshold.
constexpr double kClear = 0.5;    // Least probability of a class other than neutral.
constexpr const char* kModel = "sentiment";

/// How the lists alone make a class of a sum.
struct Settings {
  std::string model;
  std::optional<SentimentPatterns> patterns;  ///< Only where no model reads: they are slow on words never met before.
  double negative = -0.3;
  double positive = 0.3;
  double normal = 2;
};

Settings settings_of(const std::string& language, const Lexicon& lexicon) {
  Settings settings;
  settings.model = absl::StrCat("lexicon-", language, "-1");
  const auto list = lexicon.weights.find("sentiment-settings");
  if (list == lexicon.weights.end()) return settings;
  const auto read = [&](const char* name, double& into) {
    if (const auto found = list->second.find(name); found != list->second.end()) into = found->second;
  };
  read("negative", settings.negative);
  read("positive", settings.positive);
  read("normal", settings.normal);
  return settings;
}

Sentiment score_by_lists(double sum, const Settings& settings) {
  Sentiment result;
  result.model = settings.model;
  result.score = sum / std::sqrt(sum * sum + settings.normal * settings.normal);
  double margin = 0;  // How far inside its class the score lies.
  if (result.score <= settings.negative) {
    result.feeling = Feeling::kNegative;
    margin = settings.negative - result.score;
  } else if (result.score >= settings.positive) {
    result.feeling = Feeling::kPositive;
    margin = result.score - settings.positive;
  } else {
    margin = std::min(result.score - settings.negative, settings.positive - result.score);
  }
  result.confidence = 1 / (1 + std::exp(-kSteepness * margin));
  return result;
}

}  // namespace

struct SentimentScorer::Compiled {
  explicit Compiled(const Library& library) : signs(library) {}

  SentimentSigns signs;
  std::map<std::string, Settings, std::less<>> settings;
  std::shared_ptr<const classify::LinearModel> model;
  std::size_t negative = 0;
  std::size_t neutral = 0;
  std::size_t positive = 0;

  absl::Status take(std::shared_ptr<const classify::LinearModel> trained);
  bool model_knows(std::string_view language) const;
  Sentiment score_by_model(const classify::Line& line) const;
};

absl::Status SentimentScorer::Compiled::take(std::shared_ptr<const classify::LinearModel> trained) {
  if (trained == nullptr) return absl::OkStatus();
  const int places[] = {trained->label_index("negative"), trained->label_index("neutral"),
                        trained->label_index("positive")};
  if (trained->labels().size() != 3 || *std::min_element(std::begin(places), std::end(places)) < 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("model ", trained->version(), ": its labels are not negative, neutral and positive"));
  }
  negative = static_cast<std::size_t>(places[0]);
  neutral = static_cast<std::size_t>(places[1]);
  positive = static_cast<std::size_t>(places[2]);
  model = std::move(trained);
  return absl::OkStatus();
}

bool SentimentScorer::Compiled::model_knows(std::string_view language) const {
  if (model == nullptr) return false;
  const std::vector<std::string>& languages = model->parts().languages;
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

Sentiment SentimentScorer::Compiled::score_by_model(const classify::Line& line) const {
  const std::vector<double> p = model->probabilities(line);
  Sentiment result;
  result.model = model->version();
  result.score = p[positive] - p[negative];
  result.feeling = p[negative] >= kClear   ? Feeling::kNegative
                   : p[positive] >= kClear ? Feeling::kPositive
                                           : Feeling::kNeutral;
  result.confidence = p[result.feeling == Feeling::kNegative   ? negative
                        : result.feeling == Feeling::kPositive ? positive
                                                               : neutral];
  return result;
}

SentimentScorer::SentimentScorer(const Library& library) : compiled_(std::make_unique<Compiled>(library)) {}
SentimentScorer::~SentimentScorer() = default;

absl::StatusOr<std::unique_ptr<SentimentScorer>> SentimentScorer::create(const Library& library) {
  auto result = std::unique_ptr<SentimentScorer>(new SentimentScorer(library));
  Compiled& compiled = *result->compiled_;
  if (absl::Status status = compiled.take(library.models.find_model(kModel)); !status.ok()) return status;
  for (const auto& [name, lexicon] : library.lexicons) {
    if (!compiled.signs.knows(name)) continue;
    Settings settings = settings_of(name, lexicon);
    if (!compiled.model_knows(name)) {
      absl::StatusOr<SentimentPatterns> patterns = SentimentPatterns::create(lexicon);
      if (!patterns.ok()) return patterns.status();
      settings.patterns = *std::move(patterns);
    }
    compiled.settings.emplace(name, std::move(settings));
  }
  return result;
}

Sentiment SentimentScorer::score(std::string_view text, std::string_view language, std::string_view original) const {
  const auto settings = compiled_->settings.find(language);
  if (settings == compiled_->settings.end()) return {0, Feeling::kNeutral, 0, "none"};
  const std::vector<std::string_view> words = split_words(text);
  const LineSigns signs = compiled_->signs.read(words, original, language);
  const std::optional<SentimentPatterns>& patterns = settings->second.patterns;
  if (patterns) return score_by_lists(patterns->adjusted(signs.sum, text), settings->second);
  if (words.empty()) return {0, Feeling::kNeutral, 1, compiled_->model->version()};
  return compiled_->score_by_model({words, language, signs.extras});
}

}  // namespace aandacht::domain
