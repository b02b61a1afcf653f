#include "shared/domain/alert_rules.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "shared/domain/alert_phrase.h"
#include "shared/domain/alert_regex.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

struct Place {
  std::size_t rule = 0;
  std::size_t phrase = 0;
};

bool listens_to(const AlertRule& rule, Speaker speaker) {
  switch (rule.speaker) {
    case AlertSpeaker::kEither:
      return true;
    case AlertSpeaker::kCustomer:
      return speaker == Speaker::kCustomer;
    case AlertSpeaker::kAgent:
      return speaker == Speaker::kAgent;
  }
  return false;
}

}  // namespace

struct AlertRules::Compiled {
  std::unique_ptr<PhraseSet> phrases;
  std::vector<Place> phrase_places;  ///< Of each phrase of the set.
  std::vector<std::unique_ptr<RE2>> regexes;
  std::vector<Place> regex_places;
};

AlertRules::AlertRules(std::vector<AlertRule> rules)
    : rules_(std::move(rules)), compiled_(std::make_unique<Compiled>()) {}
AlertRules::~AlertRules() = default;

absl::StatusOr<std::shared_ptr<const AlertRules>> AlertRules::create(std::vector<AlertRule> rules) {
  std::shared_ptr<AlertRules> made(new AlertRules(std::move(rules)));
  std::vector<std::string> patterns;
  for (std::size_t i = 0; i < made->rules_.size(); ++i) {
    const AlertRule& rule = made->rules_[i];
    if (rule.kind != AlertKind::kPhrase) continue;
    for (std::size_t k = 0; k < rule.phrases.size(); ++k) {
      ReadPhrase read = rule.regex ? read_regex(rule.phrases[k]) : read_phrase(rule.phrases[k]);
      if (read.fault != PhraseFault::kNone) {
        return absl::InvalidArgumentError(
            absl::StrCat(rule.name, ": phrase ", k + 1, " \"", rule.phrases[k], "\" cannot be read"));
      }
      if (rule.regex) {
        made->compiled_->regexes.push_back(std::make_unique<RE2>(read.pattern, alert_regex_options()));
        made->compiled_->regex_places.push_back({i, k});
      } else {
        patterns.push_back(std::move(read.pattern));
        made->compiled_->phrase_places.push_back({i, k});
      }
    }
  }
  auto phrases = PhraseSet::create(patterns);
  if (!phrases.ok()) return phrases.status();
  made->compiled_->phrases = *std::move(phrases);
  return std::shared_ptr<const AlertRules>(std::move(made));
}

std::vector<AlertPhraseHit> AlertRules::hear(Speaker speaker, std::string_view text) const {
  std::vector<AlertPhraseHit> hits;
  const auto take = [&](const Place& place, PhraseRange where) {
    const AlertRule& rule = rules_[place.rule];
    const bool first = std::none_of(hits.begin(), hits.end(), [&](const auto& hit) { return hit.rule == place.rule; });
    if (first) hits.push_back({place.rule, rule.phrases[place.phrase], where});
  };
  if (!compiled_->phrase_places.empty()) {
    const Normalised normalised = folded(normalise(text));
    for (const std::size_t found : compiled_->phrases->find(normalised.text)) {
      const Place& place = compiled_->phrase_places[found];
      if (!listens_to(rules_[place.rule], speaker)) continue;
      const auto range = compiled_->phrases->locate(found, normalised.text);
      if (!range) continue;
      const std::string_view words = original_words(normalised, text, range->begin, range->end);
      const auto begin = static_cast<std::size_t>(words.data() - text.data());
      take(place, {begin, begin + words.size()});
    }
  }
  const re2::StringPiece piece(text.data(), text.size());
  for (std::size_t i = 0; i < compiled_->regexes.size(); ++i) {
    const Place& place = compiled_->regex_places[i];
    if (!listens_to(rules_[place.rule], speaker)) continue;
    re2::StringPiece found;
    if (!compiled_->regexes[i]->Match(piece, 0, piece.size(), RE2::UNANCHORED, &found, 1)) continue;
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    take(place, {begin, begin + found.size()});
  }
  std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.rule < b.rule; });
  return hits;
}

}  // namespace aandacht::domain
