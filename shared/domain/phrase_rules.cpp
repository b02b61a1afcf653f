#include "shared/domain/phrase_rules.h"
#include "shared/base/word_map.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/abbreviations.h"
#include "shared/domain/phrase.h"

namespace aandacht::domain {
namespace {

constexpr std::string_view kShippedAuthor = "Aandacht";
constexpr int kSupervisorPriority = 90;

RuleHit hit_of(const CoachRule& rule) {
  RuleHit hit;
  hit.rule_id = rule.id;
  hit.label = rule.label;
  hit.priority = rule.priority;
  hit.by_supervisor = rule.priority >= kSupervisorPriority || (!rule.author.empty() && rule.author != kShippedAuthor);
  hit.silences = rule.silences;
  return hit;
}

/// Which rule a phrase belongs to and what it does there.
struct Use {
  std::size_t rule = 0;
  bool cancels = false;
};

/// Phrases over one kind of text.
struct Layer {
  std::vector<std::string> phrases;
  std::vector<Use> uses;
  bool needs_mark = true;  ///< None is found in a text without kAbbreviationMark.
  std::unique_ptr<PhraseSet> set;
};

struct Found {
  bool cancelled = false;
  std::string evidence;
};

void add_phrases(const std::vector<std::string>& phrases, Use use, Layer& plain, Layer& marked) {
  for (const std::string& phrase : phrases) {
    const std::size_t mark = phrase.find(kAbbreviationMark);
    Layer& layer = mark != std::string::npos ? marked : plain;
    layer.phrases.push_back(phrase);
    layer.uses.push_back(use);
    // One choice of several may do without it.
    layer.needs_mark =
        layer.needs_mark && mark != std::string::npos && phrase.find_first_of("|?*{") == std::string::npos;
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

void read_layer(const Layer& layer, const Normalised& text, std::string_view original, std::vector<Found>& found) {
  for (const PhraseHit& hit : layer.set->find_all(text.text)) {
    const Use& use = layer.uses[hit.phrase];
    Found& of_rule = found[use.rule];
    if (use.cancels) {
      of_rule.cancelled = true;
    } else if (of_rule.evidence.empty()) {
      of_rule.evidence = std::string(original_words(text, original, hit.range.begin, hit.range.end));
    }
  }
}

}  // namespace

struct PhraseRules::Compiled {
  struct Language {
    std::vector<RuleHit> rules;  ///< What a hit of each says, without evidence.
    Layer plain;
    Layer marked;
    base::WordSet known_abbreviations;
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
    language.rules.push_back(hit_of(rule));
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
    for (const std::string& word : known->second) language.known_abbreviations.insert(word);
  }
  return result;
}

std::vector<RuleHit> PhraseRules::hits(const Normalised& text, const Normalised& marked, std::string_view original,
                                       std::string_view language_name) const {
  const auto known = compiled_->languages.find(language_name);
  if (known == compiled_->languages.end()) return {};
  const Compiled::Language& language = known->second;
  std::vector<Found> found(language.rules.size());
  read_layer(language.plain, text, original, found);
  const bool may_be_marked = !language.marked.needs_mark || marked.text.find(kAbbreviationMark) != std::string::npos;
  if (!language.marked.phrases.empty() && may_be_marked) read_layer(language.marked, marked, original, found);
  std::vector<RuleHit> hits;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].evidence.empty()) continue;
    RuleHit& hit = hits.emplace_back(language.rules[i]);
    hit.cancelled = found[i].cancelled;
    hit.evidence = std::move(found[i].evidence);
  }
  std::stable_sort(hits.begin(), hits.end(), [](const RuleHit& a, const RuleHit& b) {
    return std::pair(a.label, -a.priority) < std::pair(b.label, -b.priority);
  });
  return hits;
}

std::vector<CoachMatch> PhraseRules::find(const Normalised& text, std::string_view original,
                                          std::string_view language) const {
  const auto known = compiled_->languages.find(language);
  if (known == compiled_->languages.end()) return {};
  const Normalised marked = mark_abbreviations(text, original, known->second.known_abbreviations);
  std::vector<CoachMatch> matches;
  for (RuleHit& hit : hits(text, marked, original, language)) {
    if (hit.cancelled || hit.silences) continue;
    matches.push_back({std::move(hit.rule_id), hit.label, 1.0, std::move(hit.evidence), {}});
  }
  return matches;
}

}  // namespace aandacht::domain
