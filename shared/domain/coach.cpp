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

// What a shipped rule adds to the probability of its label. Chosen, as are the margins, on authors and sectors that
// neither the rules nor the model had seen.
constexpr double kRuleCounts = 0.35;

// How much more likely than "ok" a label must be, so that a fine turn is seldom disturbed.
struct Margin {
  std::string_view language;
  double least;
};
constexpr Margin kMargins[] = {{"nl", 0.05}, {"en", 0.1}};

double margin_of(std::string_view language) {
  for (const Margin& margin : kMargins) {
    if (margin.language == language) return margin.least;
  }
  return kMargins[0].least;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
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
  std::string model_text;
  std::vector<std::string_view> words;
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
  return coach;
}

std::vector<CoachMatch> Coach::weigh(const Normalised& text, std::string_view original, std::string_view language,
                                     const std::vector<RuleHit>& hits) const {
  Weighed turn;
  turn.model_text = shapes_.model_text(text, original, language);
  turn.words = split(turn.model_text);
  const classify::Line line{turn.words, language, {}};
  const std::vector<double> probabilities = model_->probabilities(line);
  for (std::size_t i = 0; i < kLabels.size(); ++i) turn.scores[i] = probabilities[static_cast<std::size_t>(places_[i])];
  for (const RuleHit& hit : hits) {
    const auto label = static_cast<std::size_t>(hit.label);
    if (hit.cancelled || turn.rules[label] != nullptr) continue;
    turn.rules[label] = &hit;
    turn.scores[label] = std::min(1.0, turn.scores[label] + kRuleCounts);
  }
  std::vector<CoachMatch> matches;
  for (std::size_t i = 0; i < kBad; ++i) {
    if (turn.scores[i] < turn.scores[kBad] + margin_of(language)) continue;
    if (turn.rules[i] != nullptr) {
      matches.push_back(match_of(*turn.rules[i], turn.scores[i]));
      continue;
    }
    CoachMatch match;
    match.rule_id = absl::StrCat(std::string(kModelRule), model_->version(), "/", std::string(kLabels[i]));
    match.label = static_cast<CoachLabel>(i);
    match.score = turn.scores[i];
    if (match.label == CoachLabel::kJargon) match.evidence = std::string(shapes_.trade_word(text, original, language));
    if (match.evidence.empty()) {
      const classify::TokenRange range = model_->evidence(line, places_[i]);
      const std::size_t last = range.count == 0 ? turn.words.size() - 1 : range.first + range.count - 1U;
      const std::string_view first_word = turn.words[range.first];
      const std::string_view last_word = turn.words[last];
      const auto begin = static_cast<std::size_t>(first_word.data() - turn.model_text.data());
      const auto end = static_cast<std::size_t>(last_word.data() - turn.model_text.data()) + last_word.size();
      match.evidence = std::string(original_words(text, original, begin, std::min(end, text.text.size())));
    }
    matches.push_back(std::move(match));
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const CoachMatch& a, const CoachMatch& b) { return a.score > b.score; });
  return matches;
}

std::vector<CoachMatch> Coach::find(const Normalised& text, std::string_view original,
                                    std::string_view language) const {
  if (text.text.empty()) return {};
  std::vector<CoachMatch> matches = judge(text, original, language);
  if (!matches.empty()) matches.front().names = shapes_.names(text, original, language);
  return matches;
}

std::vector<CoachMatch> Coach::judge(const Normalised& text, std::string_view original,
                                     std::string_view language) const {
  std::vector<RuleHit> hits = rules_->hits(text, original, language);
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
  if (model_ != nullptr) {
    matches = weigh(text, original, language, hits);
    std::erase_if(matches, [&](const CoachMatch& match) { return is_quiet(match.label); });
    return matches;
  }
  for (const RuleHit& hit : hits) {
    if (!hit.cancelled) matches.push_back(match_of(hit, 1));
  }
  return matches;
}

}  // namespace aandacht::domain
