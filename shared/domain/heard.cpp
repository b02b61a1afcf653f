#include "shared/domain/heard.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/clause.h"
#include "shared/domain/dates.h"
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
};

}  // namespace

struct HeardFinder::Compiled {
  struct Language {
    std::vector<std::pair<HeardKind, std::unique_ptr<PhraseSet>>> kinds;
    std::unique_ptr<PhraseSet> cancels;
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
    const auto compile = [&lexicon = lexicon](std::string_view list) { return compile_phrases(lexicon, list); };
    for (const auto& [kind, list] : kKinds) {
      auto phrases = compile(list);
      if (!phrases.ok())
        return absl::InvalidArgumentError(absl::StrCat(name, " ", std::string(phrases.status().message())));
      language.kinds.emplace_back(kind, *std::move(phrases));
    }
    auto cancels = compile("heard.not");
    if (!cancels.ok())
      return absl::InvalidArgumentError(absl::StrCat(name, " ", std::string(cancels.status().message())));
    language.cancels = *std::move(cancels);
    language.clauses = std::make_unique<Clauses>(lexicon);
  }
  return finder;
}

std::vector<HeardFact> HeardFinder::find(const Normalised& text, std::string_view original, std::string_view language,
                                         absl::Time said, absl::TimeZone time_zone) const {
  const auto found = compiled_->languages.find(base_language(language));
  if (found == compiled_->languages.end() || text.text.size() > kLongestTurn) return {};
  const Compiled::Language& reader = found->second;
  const Normalised plain = folded(text);
  const std::vector<Word> words = words_of(plain, original);
  std::vector<Hit> hits;
  for (const PhraseRange& part : parts_of(words, false)) {
    for (const auto& [kind, phrases] : reader.kinds) {
      for (const PhraseRange& core : find_phrases(*phrases, plain.text, part)) hits.push_back({core, kind});
    }
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.core.begin < b.core.begin; });
  if (hits.empty()) return {};
  const absl::CivilMinute now(absl::ToCivilMinute(said, time_zone));
  std::vector<HeardFact> facts;
  std::size_t told = 0;  // up to here
  for (const Hit& hit : hits) {
    if (hit.core.end <= told || facts.size() == kMostFacts) continue;
    PhraseRange clause = reader.clauses->around(plain, words, hit.core, {});
    if (hit.core.begin < told) continue;
    clause.begin = std::max(clause.begin, told);
    const std::string clause_text = plain.text.substr(clause.begin, clause.end - clause.begin);
    if (!reader.cancels->find(clause_text).empty()) continue;
    HeardFact fact;
    fact.words = std::string(original_words(plain, original, clause.begin, clause.end));
    fact.kind = hit.kind;
    const When when = combine(find_dates(clause_text, language, now), now);
    if (when.day && !when.vague) fact.day = when.day;
    fact.said = said;
    facts.push_back(std::move(fact));
    told = clause.end;
  }
  return facts;
}

}  // namespace aandacht::domain
