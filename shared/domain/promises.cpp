#include "shared/domain/promises.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/clause.h"
#include "shared/domain/cue_words.h"
#include "shared/domain/dates.h"
#include "shared/domain/phrase_list.h"
#include "shared/domain/promise_due.h"
#include "shared/domain/promise_score.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostPromises = 3;
constexpr std::size_t kLongestTurn = 16 << 10;
constexpr ClauseReach kReach = {8, 26, false};

struct Hit {
  PhraseRange core;
  bool needs_date = false;
  PromisedBy by = PromisedBy::kAgent;
};

// ", before five": a date right after the comma belongs to the promise.
PhraseRange with_date_after_comma(PhraseRange clause, const std::vector<Word>& words,
                                  const std::vector<DateMention>& dates) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].begin < clause.end || words[i].before != Break::kComma) continue;
    if (i > 0 && words[i - 1].end != clause.end) break;
    for (const DateMention& date : dates) {
      const std::size_t near = words[std::min(i + 1, words.size() - 1)].begin;
      if (date.begin >= words[i].begin && date.begin <= near) clause.end = std::max(clause.end, date.end);
    }
    break;
  }
  return clause;
}

// The clause itself ends with a question mark; ", is dat goed?" after it asks something else.
bool is_question(const Normalised& text, std::string_view original, PhraseRange clause) {
  const std::string_view words = original_words(text, original, clause.begin, clause.end);
  const auto end = static_cast<std::size_t>(words.data() - original.data()) + words.size();
  const std::size_t stop = original.find_first_of(".?!;,\n", end);
  return stop != std::string_view::npos && original[stop] == '?';
}

std::vector<DateMention> inside(const std::vector<DateMention>& dates, PhraseRange range) {
  std::vector<DateMention> those;
  std::copy_if(dates.begin(), dates.end(), std::back_inserter(those),
               [&](const DateMention& date) { return date.begin >= range.begin && date.end <= range.end; });
  return those;
}

// What all promises of a turn share.
struct Turn {
  const std::vector<Word>& words;
  const std::vector<CueHit>& cues;
  const std::vector<DateMention>& dates;
  std::string_view text;
  absl::CivilMinute now;
  const PromiseContext& context;
};

bool has_cue(const Turn& turn, promises::Cue list, PhraseRange range) {
  return std::any_of(turn.cues.begin(), turn.cues.end(), [&](const CueHit& cue) {
    return cue.list == list && turn.words[cue.first].begin >= range.begin && turn.words[cue.last].end <= range.end;
  });
}

// Where "and I send" ends a promise: the end of the last word before it; the end of the turn when it does not.
std::size_t next_promise_after(const Hit& hit, const std::vector<Hit>& hits, const Turn& turn) {
  for (const CueHit& cue : turn.cues) {
    if (cue.list != promises::kAnd || cue.first == 0 || turn.words[cue.first].begin < hit.core.end) continue;
    const std::size_t next = cue.last + 1;
    const bool promises_more = next < turn.words.size() && std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
                                 return other.core.begin == turn.words[next].begin;
                               });
    if (promises_more) return turn.words[cue.first - 1].end;
  }
  return turn.text.size();
}

// The day that a time without one is on: the last that was named before it in this turn, or, when the turn names none,
// in the call.
std::optional<DateMention> day_before(PhraseRange clause, const Turn& turn) {
  const absl::CivilDay today(turn.now);
  std::optional<DateMention> day;
  for (const DateMention& date : turn.dates) {
    if (date.end <= clause.begin && date.day && *date.day >= today) day = promises::carried(date);
  }
  const std::optional<SpokenDay>& spoken = turn.context.spoken_day;
  const bool names_day = std::any_of(turn.dates.begin(), turn.dates.end(),
                                     [&](const DateMention& date) { return date.day && *date.day >= today; });
  if (day || names_day || !spoken || spoken->day < today) return day;
  if (spoken->by == Speaker::kCustomer && !has_cue(turn, promises::kThen, {0, clause.end})) return std::nullopt;
  DateMention mention;
  mention.day = spoken->day;
  return mention;
}

std::optional<absl::Time> due_of(PhraseRange clause, const std::vector<DateMention>& named, const Turn& turn) {
  std::vector<DateMention> mentions = promises::due_mentions(named, turn.text, turn.now);
  const bool soon = has_cue(turn, promises::kSoon, clause);
  if (promises::lacks_day(mentions) && !soon) {
    if (const auto day = day_before(clause, turn)) mentions.insert(mentions.begin(), *day);
  }
  const auto due = promises::due_of(mentions, turn.now, turn.context.time_zone);
  if (due || !soon) return due;
  return promises::end_of_day(absl::CivilDay(turn.now), turn.context.time_zone);
}

}  // namespace

struct PromiseFinder::Compiled {
  struct Language {
    std::unique_ptr<PhraseSet> plain;
    std::unique_ptr<PhraseSet> dated;
    std::unique_ptr<PhraseSet> cancels;
    std::unique_ptr<CueWords> cues;
    std::unique_ptr<Clauses> clauses;
  };
  std::map<std::string, Language, std::less<>> languages;
};

PromiseFinder::PromiseFinder() : compiled_(std::make_unique<Compiled>()) {}
PromiseFinder::~PromiseFinder() = default;

absl::StatusOr<std::unique_ptr<PromiseFinder>> PromiseFinder::create(const std::map<std::string, Lexicon>& lexicons) {
  auto finder = std::unique_ptr<PromiseFinder>(new PromiseFinder());
  for (const auto& [name, lexicon] : lexicons) {
    Compiled::Language& language = finder->compiled_->languages[name];
    const auto wrong = [&name = name](const absl::Status& status) {
      return absl::InvalidArgumentError(absl::StrCat(name, " ", std::string(status.message())));
    };
    const std::pair<std::string_view, std::unique_ptr<PhraseSet>*> lists[] = {
        {"promise", &language.plain}, {"promise.dated", &language.dated}, {"promise.not", &language.cancels}};
    for (const auto& [list, set] : lists) {
      auto phrases = compile_phrases(lexicon, list);
      if (!phrases.ok()) return wrong(phrases.status());
      *set = *std::move(phrases);
    }
    auto cues = CueWords::create(lexicon, {promises::kCueLists.begin(), promises::kCueLists.end()});
    if (!cues.ok()) return wrong(cues.status());
    language.cues = *std::move(cues);
    language.clauses = std::make_unique<Clauses>(lexicon, "promise.end");
  }
  return finder;
}

std::vector<Promise> PromiseFinder::find(const Normalised& text, std::string_view original, std::string_view language,
                                         absl::Time said, absl::TimeZone time_zone) const {
  const absl::CivilMinute now(absl::ToCivilMinute(said, time_zone));
  const Normalised plain = folded(text);
  return find(plain, original, language, {said, time_zone}, find_dates(plain.text, language, now));
}

std::vector<Promise> PromiseFinder::find(const Normalised& plain, std::string_view original, std::string_view language,
                                         const PromiseContext& context, const std::vector<DateMention>& dates) const {
  const auto found = compiled_->languages.find(base_language(language));
  if (found == compiled_->languages.end() || plain.text.size() > kLongestTurn) return {};
  const Compiled::Language& reader = found->second;
  const std::vector<Word> words = words_of(plain, original);
  const absl::CivilMinute now(absl::ToCivilMinute(context.said, context.time_zone));
  std::vector<Hit> hits;
  for (const PhraseRange& part : parts_of(words, true)) {
    for (const PhraseRange& core : find_phrases(*reader.plain, plain.text, part)) hits.push_back({core});
    for (const PhraseRange& core : find_phrases(*reader.dated, plain.text, part)) hits.push_back({core, true});
  }
  const std::vector<CueHit> cues = reader.cues->find(plain.text, words);
  const bool may_promise = std::any_of(cues.begin(), cues.end(), [](const CueHit& cue) {
    return cue.list <= promises::kDeadline && cue.list != promises::kBecomes;
  });
  if (hits.empty() && !may_promise) return {};
  const std::vector<std::size_t> stretches = reader.clauses->stretches(plain, words);
  for (const promises::Commitment& made : promises::commitments({words, stretches, cues, dates, now})) {
    hits.push_back({{words[made.first].begin, words[made.last].end}, made.dated, made.by});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.core.begin < b.core.begin; });
  const Turn turn = {words, cues, dates, plain.text, now, context};
  std::vector<Promise> promises;
  std::size_t told = 0;
  for (const Hit& hit : hits) {
    if (hit.core.begin < told || promises.size() == kMostPromises) continue;
    PhraseRange clause = reader.clauses->around(plain, words, hit.core, kReach);
    clause.begin = std::max(clause.begin, told);
    clause = with_date_after_comma(clause, words, dates);
    const PhraseRange alone = {clause.begin, std::min(clause.end, next_promise_after(hit, hits, turn))};
    if (!inside(dates, alone).empty()) clause = alone;  // Without a moment of its own it shares that of the next.
    const std::vector<DateMention> named = inside(dates, clause);
    const bool dated =
        std::any_of(named.begin(), named.end(), [&](const DateMention& d) { return promises::is_to_come(d, now); });
    if ((hit.needs_date && !dated) || is_question(plain, original, clause)) continue;
    const std::string_view clause_text = std::string_view(plain.text).substr(clause.begin, clause.end - clause.begin);
    if (!reader.cancels->find(clause_text).empty()) continue;
    Promise promise;
    promise.text = std::string(original_words(plain, original, clause.begin, clause.end));
    promise.due = due_of(clause, named, turn);
    promise.by = hit.by;
    promises.push_back(std::move(promise));
    told = clause.end;
  }
  return promises;
}

}  // namespace aandacht::domain
