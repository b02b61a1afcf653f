#include "shared/domain/promises.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/clause.h"
#include "shared/domain/dates.h"
#include "shared/domain/phrase_list.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostPromises = 3;
constexpr std::size_t kLongestTurn = 16 << 10;

struct Hit {
  PhraseRange core;
  bool needs_date = false;
};

bool has_date(const std::vector<DateMention>& mentions, PhraseRange range) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const DateMention& mention) {
    return mention.begin >= range.begin && mention.end <= range.end &&
           (mention.day || mention.minute || mention.moment || mention.part != DayPart::kNone);
  });
}

// ", before five": a date right after the comma belongs to the promise.
PhraseRange with_date_after_comma(PhraseRange clause, const std::vector<Word>& words,
                                  const std::vector<DateMention>& mentions) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].begin < clause.end || words[i].before != Break::kComma) continue;
    if (i > 0 && words[i - 1].end != clause.end) break;
    for (const DateMention& mention : mentions) {
      const std::size_t near = words[std::min(i + 1, words.size() - 1)].begin;
      if (mention.begin >= words[i].begin && mention.begin <= near) clause.end = std::max(clause.end, mention.end);
    }
    break;
  }
  return clause;
}

// The sentence that the clause belongs to ends with a question mark.
bool is_question(const Normalised& text, std::string_view original, PhraseRange clause) {
  const std::string_view words = original_words(text, original, clause.begin, clause.end);
  const auto end = static_cast<std::size_t>(words.data() - original.data()) + words.size();
  const std::size_t stop = original.find_first_of(".?!;\n", end);
  return stop != std::string_view::npos && original[stop] == '?';
}

std::optional<absl::Time> due_of(const When& when, absl::TimeZone time_zone) {
  if (!when.day) return std::nullopt;
  if (!when.minute) return absl::FromCivil(*when.day, absl::UTCTimeZone());
  return absl::FromCivil(absl::CivilMinute(*when.day) + *when.minute, time_zone);
}

}  // namespace

struct PromiseFinder::Compiled {
  struct Language {
    std::unique_ptr<PhraseSet> plain;
    std::unique_ptr<PhraseSet> dated;
    std::unique_ptr<PhraseSet> cancels;
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
    const std::pair<std::string_view, std::unique_ptr<PhraseSet>*> lists[] = {
        {"promise", &language.plain}, {"promise.dated", &language.dated}, {"promise.not", &language.cancels}};
    for (const auto& [list, set] : lists) {
      auto phrases = compile_phrases(lexicon, list);
      if (!phrases.ok())
        return absl::InvalidArgumentError(absl::StrCat(name, " ", std::string(phrases.status().message())));
      *set = *std::move(phrases);
    }
    language.clauses = std::make_unique<Clauses>(lexicon);
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
  std::vector<Hit> hits;
  for (const PhraseRange& part : parts_of(words, true)) {
    for (const PhraseRange& core : find_phrases(*reader.plain, plain.text, part)) hits.push_back({core, false});
    for (const PhraseRange& core : find_phrases(*reader.dated, plain.text, part)) hits.push_back({core, true});
  }
  if (hits.empty()) return {};
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.core.begin < b.core.begin; });
  const absl::CivilMinute now(absl::ToCivilMinute(said, time_zone));
  const std::vector<DateMention> mentions = find_dates(plain.text, language, now);
  std::vector<Promise> promises;
  std::size_t told = 0;
  for (const Hit& hit : hits) {
    if (hit.core.begin < told || promises.size() == kMostPromises) continue;
    PhraseRange clause = reader.clauses->around(plain, words, hit.core, {8, 26, false});
    clause.begin = std::max(clause.begin, told);
    clause = with_date_after_comma(clause, words, mentions);
    if ((hit.needs_date && !has_date(mentions, clause)) || is_question(plain, original, clause)) continue;
    const std::string clause_text = plain.text.substr(clause.begin, clause.end - clause.begin);
    if (!reader.cancels->find(clause_text).empty()) continue;
    std::vector<DateMention> inside;
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(inside), [&](const DateMention& mention) {
      return mention.begin >= clause.begin && mention.end <= clause.end;
    });
    const When when = combine(inside, now);
    if (hit.needs_date && when.day && *when.day < absl::CivilDay(now)) continue;
    Promise promise;
    promise.text = std::string(original_words(plain, original, clause.begin, clause.end));
    promise.due = due_of(when, time_zone);
    promises.push_back(std::move(promise));
    told = clause.end;
  }
  return promises;
}

}  // namespace aandacht::domain
