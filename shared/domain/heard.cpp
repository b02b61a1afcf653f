#include "shared/domain/heard.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/clause.h"
#include "shared/domain/cue_words.h"
#include "shared/domain/dates.h"
#include "shared/domain/heard_score.h"
#include "shared/domain/phrase_list.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostFacts = 3;
constexpr std::size_t kLongestTurn = 16 << 10;

constexpr std::array<std::pair<HeardKind, std::string_view>, 5> kKinds = {
    {{HeardKind::kLifeEvent, "heard.life-event"},
     {HeardKind::kPlan, "heard.plan"},
     {HeardKind::kPerson, "heard.person"},
     {HeardKind::kFeeling, "heard.feeling"},
     {HeardKind::kConstraint, "heard.constraint"}}};

struct Hit {
  PhraseRange core;
  HeardKind kind = HeardKind::kPlan;
  double score = 0;
};

constexpr double kByPhrase = 10;  // Somebody wrote this phrase for this fact.

}  // namespace

struct HeardFinder::Compiled {
  struct Language {
    std::vector<std::pair<HeardKind, std::unique_ptr<PhraseSet>>> kinds;  // those that have phrases
    std::unique_ptr<PhraseSet> cancels;
    std::unique_ptr<CueWords> cues;
    std::unique_ptr<Clauses> clauses;
  };
  std::map<std::string, Language, std::less<>> languages;
};

HeardFinder::HeardFinder() : compiled_(std::make_unique<Compiled>()) {}
HeardFinder::~HeardFinder() = default;

absl::StatusOr<std::unique_ptr<HeardFinder>> HeardFinder::create(const std::map<std::string, Lexicon>& lexicons) {
  auto finder = std::unique_ptr<HeardFinder>(new HeardFinder());
  for (const auto& [name, lexicon] : lexicons) {
    Compiled::Language& language = finder->compiled_->languages[name];
    const auto wrong = [&name = name](const absl::Status& status) {
      return absl::InvalidArgumentError(absl::StrCat(name, " ", std::string(status.message())));
    };
    for (const auto& [kind, list] : kKinds) {
      if (!lexicon.phrases.contains(std::string(list))) continue;
      auto phrases = compile_phrases(lexicon, list);
      if (!phrases.ok()) return wrong(phrases.status());
      language.kinds.emplace_back(kind, *std::move(phrases));
    }
    auto cancels = compile_phrases(lexicon, "heard.not");
    if (!cancels.ok()) return wrong(cancels.status());
    language.cancels = *std::move(cancels);
    auto cues = CueWords::create(lexicon, {heard::kCueLists.begin(), heard::kCueLists.end()});
    if (!cues.ok()) return wrong(cues.status());
    language.cues = *std::move(cues);
    language.clauses = std::make_unique<Clauses>(lexicon);
  }
  return finder;
}

namespace {

// The clause and all of the stretches it touches: a day may stand before the words that tell.
PhraseRange stretch_around(const std::vector<Word>& words, const std::vector<std::size_t>& stretches,
                           PhraseRange clause) {
  PhraseRange reach = clause;
  std::size_t first = words.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].end <= clause.begin || words[i].begin >= clause.end) continue;
    first = std::min(first, stretches[i]);
    last = std::max(last, stretches[i]);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (stretches[i] < first || stretches[i] > last) continue;
    reach.begin = std::min(reach.begin, words[i].begin);
    reach.end = std::max(reach.end, words[i].end);
  }
  return reach;
}

// What tells most comes first among those that overlap.
void keep_strongest(std::vector<Hit>& hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
  std::vector<Hit> kept;
  for (const Hit& hit : hits) {
    const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const Hit& other) {
      return hit.core.begin < other.core.end && other.core.begin < hit.core.end;
    });
    if (!overlaps) kept.push_back(hit);
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Hit& a, const Hit& b) { return a.core.begin < b.core.begin; });
  hits = std::move(kept);
}

}  // namespace

std::vector<HeardFact> HeardFinder::find(const Normalised& text, std::string_view original, std::string_view language,
                                         absl::Time said, absl::TimeZone time_zone) const {
  const auto found = compiled_->languages.find(base_language(language));
  if (found == compiled_->languages.end() || text.text.size() > kLongestTurn) return {};
  const Compiled::Language& reader = found->second;
  const Normalised plain = folded(text);
  const std::vector<Word> words = words_of(plain, original);
  const std::vector<CueHit> cues = reader.cues->find(plain.text, words);
  if (cues.empty() && reader.kinds.empty()) return {};
  const absl::CivilMinute now(absl::ToCivilMinute(said, time_zone));
  const std::vector<DateMention> dates = find_dates(plain.text, language, now);
  std::vector<Hit> hits;
  for (const PhraseRange& part : parts_of(words, false)) {
    for (const auto& [kind, phrases] : reader.kinds) {
      for (const PhraseRange& core : find_phrases(*phrases, plain.text, part)) hits.push_back({core, kind, kByPhrase});
    }
  }
  const std::vector<std::size_t> stretches = reader.clauses->stretches(plain, words);
  for (const heard::Fact& fact : heard::score({words, stretches, cues, dates, now})) {
    hits.push_back({{words[fact.first].begin, words[fact.last].end}, fact.kind, fact.score});
  }
  keep_strongest(hits);
  std::vector<HeardFact> facts;
  std::size_t told = 0;  // up to here
  for (const Hit& hit : hits) {
    if (hit.core.begin < told || facts.size() == kMostFacts) continue;
    PhraseRange clause = reader.clauses->around(plain, words, hit.core, {});
    clause.begin = std::max(clause.begin, told);
    const std::string_view clause_text = std::string_view(plain.text).substr(clause.begin, clause.end - clause.begin);
    if (!reader.cancels->find(clause_text).empty()) continue;
    std::vector<DateMention> inside;
    const PhraseRange reach = stretch_around(words, stretches, clause);
    std::copy_if(dates.begin(), dates.end(), std::back_inserter(inside),
                 [&](const DateMention& date) { return date.begin >= reach.begin && date.end <= reach.end; });
    HeardFact fact;
    fact.words = std::string(original_words(plain, original, clause.begin, clause.end));
    fact.kind = hit.kind;
    const When when = combine(inside, now);
    const bool names_day =
        std::any_of(inside.begin(), inside.end(), [](const DateMention& d) { return d.day.has_value(); });
    if (names_day && when.day && !when.vague) fact.day = when.day;
    fact.said = said;
    facts.push_back(std::move(fact));
    told = clause.end;
  }
  return facts;
}

}  // namespace aandacht::domain
