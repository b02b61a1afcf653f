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

// The last minute of what was said: of the part of the day, or of the day.
int end_of(DayPart part) {
  switch (part) {
    case DayPart::kMorning:
      return 12 * 60;
    case DayPart::kAfternoon:
      return 18 * 60;
    case DayPart::kEvening:
      return 23 * 60;
    case DayPart::kNone:
      break;
  }
  return 24 * 60 - 1;
}

std::optional<absl::Time> due_of(const When& when, absl::TimeZone time_zone) {
  if (!when.day) return std::nullopt;
  return absl::FromCivil(absl::CivilMinute(*when.day) + when.minute.value_or(end_of(when.part)), time_zone);
}

std::vector<DateMention> inside(const std::vector<DateMention>& dates, PhraseRange range) {
  std::vector<DateMention> those;
  std::copy_if(dates.begin(), dates.end(), std::back_inserter(those),
               [&](const DateMention& date) { return date.begin >= range.begin && date.end <= range.end; });
  return those;
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
  const auto found = compiled_->languages.find(base_language(language));
  if (found == compiled_->languages.end() || text.text.size() > kLongestTurn) return {};
  const Compiled::Language& reader = found->second;
  const Normalised plain = folded(text);
  const std::vector<Word> words = words_of(plain, original);
  const absl::CivilMinute now(absl::ToCivilMinute(said, time_zone));
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
  const std::vector<DateMention> dates = find_dates(plain.text, language, now);
  const std::vector<std::size_t> stretches = reader.clauses->stretches(plain, words);
  for (const promises::Commitment& made : promises::commitments({words, stretches, cues, dates, now})) {
    hits.push_back({{words[made.first].begin, words[made.last].end}, made.dated, made.by});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.core.begin < b.core.begin; });
  std::vector<Promise> promises;
  std::size_t told = 0;
  for (const Hit& hit : hits) {
    if (hit.core.begin < told || promises.size() == kMostPromises) continue;
    PhraseRange clause = reader.clauses->around(plain, words, hit.core, kReach);
    clause.begin = std::max(clause.begin, told);
    clause = with_date_after_comma(clause, words, dates);
    const std::vector<DateMention> named = inside(dates, clause);
    const bool dated =
        std::any_of(named.begin(), named.end(), [&](const DateMention& d) { return promises::is_to_come(d, now); });
    if ((hit.needs_date && !dated) || is_question(plain, original, clause)) continue;
    const std::string_view clause_text = std::string_view(plain.text).substr(clause.begin, clause.end - clause.begin);
    if (!reader.cancels->find(clause_text).empty()) continue;
    Promise promise;
    promise.text = std::string(original_words(plain, original, clause.begin, clause.end));
    promise.due = due_of(combine(named, now), time_zone);
    promise.by = hit.by;
    promises.push_back(std::move(promise));
    told = clause.end;
  }
  return promises;
}

}  // namespace aandacht::domain
