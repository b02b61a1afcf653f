#include "shared/domain/heard.h"

#include <algorithm>
#include <array>
#include <optional>
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

// What all facts of a turn share.
struct Turn {
  const std::vector<Word>& words;
  const std::vector<std::size_t>& stretches;  // per word
  const std::vector<CueHit>& cues;
  const std::vector<DateMention>& dates;
  absl::CivilMinute now;
};

std::size_t word_at(const Turn& turn, std::size_t byte) {
  const auto word = std::find_if(turn.words.begin(), turn.words.end(), [&](const Word& w) { return w.end > byte; });
  return std::min(static_cast<std::size_t>(word - turn.words.begin()), turn.words.size() - 1);
}

// "Ik ben zaterdag gevallen": of what is near in the same stretch, the past is nearer than what is to come.
bool is_over(const DateMention& date, const Turn& turn) {
  if (!date.bare_weekday) return false;
  const std::size_t at = word_at(turn, date.begin);
  std::size_t past = turn.words.size();
  std::size_t to_come = past;
  for (const CueHit& cue : turn.cues) {
    if ((cue.list != heard::kPast && cue.list != heard::kToCome) || turn.stretches[cue.first] != turn.stretches[at])
      continue;
    std::size_t& nearest = cue.list == heard::kPast ? past : to_come;
    nearest = std::min(nearest, cue.first > at ? cue.first - at : at - std::min(at, cue.last));
  }
  return past < to_come;
}

// The first exact day in these stretches.
std::optional<absl::CivilDay> day_in(std::size_t first, std::size_t last, const Turn& turn) {
  std::vector<DateMention> inside;
  for (DateMention date : turn.dates) {
    const std::size_t stretch = turn.stretches[word_at(turn, date.begin)];
    if (!date.day || stretch < first || stretch > last) continue;
    if (is_over(date, turn)) date.day = *date.day - (*date.day - 7 == absl::CivilDay(turn.now) ? 14 : 7);
    inside.push_back(date);
  }
  const When when = combine(inside, turn.now);
  return when.vague ? std::nullopt : when.day;
}

// The day may stand before the words that tell, or in a few words of their own ("dat is volgende week dinsdag").
std::optional<absl::CivilDay> day_of(PhraseRange clause, const std::vector<Hit>& hits, const Turn& turn) {
  constexpr std::size_t kFewWords = 6;
  const std::size_t first = turn.stretches[word_at(turn, clause.begin)];
  const std::size_t last = turn.stretches[word_at(turn, clause.end - 1)];
  if (auto day = day_in(first, last, turn)) return day;
  for (const std::size_t beside : {last + 1, first - 1}) {
    const auto size = static_cast<std::size_t>(std::count(turn.stretches.begin(), turn.stretches.end(), beside));
    const bool tells = std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
      return turn.stretches[word_at(turn, hit.core.begin)] == beside;
    });
    if (size == 0 || size > kFewWords || tells) continue;
    if (auto day = day_in(beside, beside, turn)) return day;
  }
  return std::nullopt;
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
  const absl::CivilMinute now(absl::ToCivilMinute(said, time_zone));
  const Normalised plain = folded(text);
  return find(plain, original, language, said, time_zone, find_dates(plain.text, language, now));
}

std::vector<HeardFact> HeardFinder::find(const Normalised& plain, std::string_view original, std::string_view language,
                                         absl::Time said, absl::TimeZone time_zone,
                                         const std::vector<DateMention>& dates) const {
  const auto found = compiled_->languages.find(base_language(language));
  if (found == compiled_->languages.end() || plain.text.size() > kLongestTurn) return {};
  const Compiled::Language& reader = found->second;
  const std::vector<Word> words = words_of(plain, original);
  const std::vector<CueHit> cues = reader.cues->find(plain.text, words);
  if (cues.empty() && reader.kinds.empty()) return {};
  const absl::CivilMinute now(absl::ToCivilMinute(said, time_zone));
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
  const Turn turn = {words, stretches, cues, dates, now};
  std::vector<HeardFact> facts;
  std::size_t told = 0;  // up to here
  for (const Hit& hit : hits) {
    if (hit.core.begin < told || facts.size() == kMostFacts) continue;
    PhraseRange clause = reader.clauses->around(plain, words, hit.core, {});
    clause.begin = std::max(clause.begin, told);
    const std::string_view clause_text = std::string_view(plain.text).substr(clause.begin, clause.end - clause.begin);
    if (!reader.cancels->find(clause_text).empty()) continue;
    HeardFact fact;
    fact.words = std::string(original_words(plain, original, clause.begin, clause.end));
    fact.kind = hit.kind;
    fact.day = day_of(clause, hits, turn);
    fact.said = said;
    facts.push_back(std::move(fact));
    told = clause.end;
  }
  return facts;
}

}  // namespace aandacht::domain
