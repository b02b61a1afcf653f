#include "shared/domain/phrase_rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/abbreviations.h"
#include "shared/domain/phrase.h"

namespace aandacht::domain {
namespace {

struct Rule {
  std::string id;
  CoachLabel label = CoachLabel::kBlame;
  int priority = 0;
};

/// Which rule a phrase belongs to and what it does there.
struct Use {
  std::size_t rule = 0;
  bool cancels = false;
};

/// Phrases over one kind of text.
struct Layer {
  std::vector<std::string> phrases;
  std::vector<Use> uses;
  std::unique_ptr<PhraseSet> set;
};

struct Hit {
  bool cancelled = false;
  std::string evidence;
};

void add_phrases(const std::vector<std::string>& phrases, Use use, Layer& plain, Layer& marked) {
  for (const std::string& phrase : phrases) {
    Layer& layer = phrase.find(kAbbreviationMark) != std::string::npos ? marked : plain;
    layer.phrases.push_back(phrase);
    layer.uses.push_back(use);
  }
}

/// `status` with the source of the rule that caused it.
absl::Status blame_rule(const Library& library, const absl::Status& status) {
  for (const CoachRule& rule : library.coach_rules) {
    for (const std::vector<std::string>* phrases : {&rule.phrases, &rule.unless}) {
      for (const std::string& phrase : *phrases) {
        const absl::Status of_phrase = check_phrase(phrase);
        if (of_phrase.ok()) continue;
        return absl::InvalidArgumentError(absl::StrCat(rule.source.empty() ? rule.id : rule.source, ": the phrase \"",
                                                       phrase, "\": ", std::string(of_phrase.message())));
      }
    }
  }
  return status;
}

void read_layer(const Layer& layer, const Normalised& text, std::string_view original, std::vector<Hit>& hits) {
  for (const std::size_t index : layer.set->find(text.text)) {
    const Use& use = layer.uses[index];
    Hit& hit = hits[use.rule];
    if (use.cancels) {
      hit.cancelled = true;
    } else if (hit.evidence.empty()) {
      const std::optional<PhraseRange> range = layer.set->locate(index, text.text);
      if (range) hit.evidence = std::string(original_words(text, original, range->begin, range->end));
    }
  }
}

}  // namespace

struct PhraseRules::Compiled {
  struct Language {
    std::vector<Rule> rules;
    Layer plain;
    Layer marked;
    absl::flat_hash_set<std::string> known_abbreviations;
  };
  std::map<std::string, Language, std::less<>> languages;
};

PhraseRules::PhraseRules() : compiled_(std::make_unique<Compiled>()) {}
PhraseRules::~PhraseRules() = default;

absl::StatusOr<std::unique_ptr<PhraseRules>> PhraseRules::create(const Library& library) {
  auto result = std::unique_ptr<PhraseRules>(new PhraseRules());
  for (const CoachRule& rule : library.coach_rules) {
    Compiled::Language& language = result->compiled_->languages[rule.language];
    add_phrases(rule.phrases, {language.rules.size(), false}, language.plain, language.marked);
    add_phrases(rule.unless, {language.rules.size(), true}, language.plain, language.marked);
    language.rules.push_back({rule.id, rule.label, rule.priority});
  }
  for (auto& [name, language] : result->compiled_->languages) {
    for (Layer* layer : {&language.plain, &language.marked}) {
      absl::StatusOr<std::unique_ptr<PhraseSet>> set = PhraseSet::create(layer->phrases);
      if (!set.ok()) return blame_rule(library, set.status());
      layer->set = *std::move(set);
    }
    const auto lexicon = library.lexicons.find(name);
    if (lexicon == library.lexicons.end()) continue;
    const auto known = lexicon->second.phrases.find("known-abbreviations");
    if (known == lexicon->second.phrases.end()) continue;
    language.known_abbreviations.insert(known->second.begin(), known->second.end());
  }
  return result;
}

std::vector<CoachMatch> PhraseRules::find(const Normalised& text, std::string_view original,
                                          std::string_view language_name) const {
  const auto found = compiled_->languages.find(language_name);
  if (found == compiled_->languages.end()) return {};
  const Compiled::Language& language = found->second;
  std::vector<Hit> hits(language.rules.size());
  read_layer(language.plain, text, original, hits);
  read_layer(language.marked, mark_abbreviations(text, original, language.known_abbreviations), original, hits);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (!hits[i].cancelled && !hits[i].evidence.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Rule& left = language.rules[a];
    const Rule& right = language.rules[b];
    return std::pair(left.label, -left.priority) < std::pair(right.label, -right.priority);
  });
  std::vector<CoachMatch> matches;
  for (const std::size_t i : order) {
    matches.push_back({language.rules[i].id, language.rules[i].label, 1.0, std::move(hits[i].evidence)});
  }
  return matches;
}

}  // namespace aandacht::domain
