#include "shared/domain/coach.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/classify/features.h"

namespace aandacht::domain {
namespace {

constexpr std::array<std::string_view, 6> kLabels = {"blame", "helpless", "institute", "faceless", "jargon", "ok"};
constexpr std::size_t kBad = 5;  // Labels that hurt; the last is "ok".

// Used when the lists of a language do not say otherwise in [weights.coach].
constexpr double kRuleCounts = 0.35;
constexpr double kMargin = 0.2;

double weight_of(const Lexicon& lexicon, const std::string& name, double otherwise) {
  const auto weights = lexicon.weights.find("coach");
  if (weights == lexicon.weights.end()) return otherwise;
  const auto weight = weights->second.find(name);
  return weight == weights->second.end() ? otherwise : weight->second;
}

constexpr std::size_t kLongestWord = 60;  // Longer ones are not speech, and the model knows nothing of them.

bool is_speech(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end - begin > kLongestWord) return false;
    begin = end + 1;
  }
  return true;
}

CoachMatch match_of(const RuleHit& hit, double score) { return {hit.rule_id, hit.label, score, hit.evidence, {}}; }

/// Which labels a company's own rules keep quiet.
struct Silence {
  std::array<bool, kBad> labels{};
  int above = -1;  ///< Rules of a priority up to this are quiet, whatever their label.
};

Silence silence_of(const std::vector<RuleHit>& hits) {
  Silence silence;
  for (const RuleHit& hit : hits) {
    if (hit.silences && !hit.cancelled) {
      silence.labels.fill(true);
      silence.above = std::max(silence.above, hit.priority);
    }
    if (hit.by_supervisor && hit.cancelled && !hit.silences) silence.labels[static_cast<std::size_t>(hit.label)] = true;
  }
  return silence;
}

}  // namespace

struct Coach::Weighed {
  std::array<double, kLabels.size()> scores{};
  std::array<const RuleHit*, kBad> rules{};
};

Coach::Coach(std::unique_ptr<PhraseRules> rules, TurnShapes shapes, std::shared_ptr<const classify::LinearModel> model)
    : rules_(std::move(rules)), shapes_(std::move(shapes)), model_(std::move(model)) {
  if (model_ == nullptr) return;
  for (const std::string_view label : kLabels) places_.push_back(model_->label_index(label));
}

absl::StatusOr<std::unique_ptr<Coach>> Coach::create(const Library& library) {
  absl::StatusOr<std::unique_ptr<PhraseRules>> rules = PhraseRules::create(library);
  if (!rules.ok()) return rules.status();
  std::unique_ptr<Coach> coach(new Coach(*std::move(rules), TurnShapes(library), library.models.find_model("coach")));
  if (std::count(coach->places_.begin(), coach->places_.end(), -1) > 0) {
    return absl::InvalidArgumentError("the model \"coach\" does not have the six labels of the coach");
  }
  for (const auto& [language, lexicon] : library.lexicons) {
    coach->figures_[language] = {weight_of(lexicon, "rule", kRuleCounts), weight_of(lexicon, "margin", kMargin)};
  }
  return coach;
}

std::vector<CoachMatch> Coach::weigh(const Normalised& text, const Normalised& marked, std::string_view original,
                                     std::string_view language, const std::vector<RuleHit>& hits) const {
  const auto of_language = figures_.find(language);
  const Figures figures = of_language == figures_.end() ? Figures{kRuleCounts, kMargin} : of_language->second;
  Weighed turn;
  thread_local ModelWords read;  // Keeps its room.
  shapes_.model_words(text, marked, language, read);
  const classify::Line line{read.words, language, {}};
  const std::vector<double> probabilities = model_->probabilities(line);
  for (std::size_t i = 0; i < kLabels.size(); ++i) turn.scores[i] = probabilities[static_cast<std::size_t>(places_[i])];
  for (const RuleHit& hit : hits) {
    const auto label = static_cast<std::size_t>(hit.label);
    if (hit.cancelled || turn.rules[label] != nullptr) continue;
    turn.rules[label] = &hit;
    turn.scores[label] = std::min(1.0, turn.scores[label] + figures.rule);
  }
  const double least = turn.scores[kBad] + figures.margin;
  const bool hurts = *std::max_element(turn.scores.begin(), turn.scores.begin() + kBad) >= least;
  std::vector<CoachMatch> matches;
  for (std::size_t i = 0; i < kBad && hurts; ++i) {
    if (turn.scores[i] < least && turn.rules[i] == nullptr) continue;  // In a turn that hurts every rule counts.
    if (turn.rules[i] != nullptr) {
      matches.push_back(match_of(*turn.rules[i], turn.scores[i]));
      continue;
    }
    CoachMatch match;
    match.rule_id = absl::StrCat(std::string(kModelRule), model_->version(), "/", std::string(kLabels[i]));
    match.label = static_cast<CoachLabel>(i);
    match.score = turn.scores[i];
    if (match.label == CoachLabel::kJargon)
      match.evidence = std::string(shapes_.trade_word(marked, original, language));
    if (match.evidence.empty()) {
      const classify::TokenRange range = model_->evidence(line, places_[i]);
      const bool whole = range.count == 0 || range.first + std::size_t{range.count} > read.said;
      const auto place = [&](std::size_t word) {
        return static_cast<std::size_t>(read.words[word].data() - text.text.data());
      };
      const std::size_t last = range.first + range.count - 1U;
      const std::size_t end = whole ? text.text.size() : place(last) + read.words[last].size();
      match.evidence = std::string(original_words(text, original, whole ? 0 : place(range.first), end));
    }
    matches.push_back(std::move(match));
  }
  return matches;
}

std::vector<CoachMatch> Coach::find(const Normalised& text, std::string_view original,
                                    std::string_view language) const {
  if (text.text.empty()) return {};
  const Normalised marked = shapes_.marked(text, original, language);
  std::vector<CoachMatch> matches = judge(text, marked, original, language);
  if (!matches.empty()) matches.front().names = shapes_.names(marked, original, language);
  return matches;
}

std::vector<CoachMatch> Coach::judge(const Normalised& text, const Normalised& marked, std::string_view original,
                                     std::string_view language) const {
  std::vector<RuleHit> hits = rules_->hits(text, marked, original, language);
  const Silence silence = silence_of(hits);
  std::vector<CoachMatch> matches;
  for (const RuleHit& hit : hits) {
    if (hit.by_supervisor && !hit.cancelled && !hit.silences && hit.priority > silence.above) {
      matches.push_back(match_of(hit, 1));
    }
  }
  if (!matches.empty()) return matches;  // A company's own rule outranks whatever else the turn does.
  const auto is_quiet = [&](CoachLabel label) { return silence.labels[static_cast<std::size_t>(label)]; };
  std::erase_if(hits, [&](const RuleHit& hit) { return hit.silences || is_quiet(hit.label); });
  if (model_ != nullptr && is_speech(text.text)) {
    matches = weigh(text, marked, original, language, hits);
    std::erase_if(matches, [&](const CoachMatch& match) { return is_quiet(match.label); });
    return matches;
  }
  for (const RuleHit& hit : hits) {
    if (!hit.cancelled) matches.push_back(match_of(hit, 1));
  }
  return matches;
}

}  // namespace aandacht::domain
