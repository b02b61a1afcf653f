#include "shared/domain/phrase.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "shared/domain/clause.h"
#include "shared/domain/cue_words.h"
#include "shared/domain/phrase_regex.h"
#include "shared/domain/phrase_syntax.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostTimes = 16;

}  // namespace

// Nearly all phrases are finite and found in one walk over the words; the others are left to RE2.
struct PhraseSet::Compiled {
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  std::unique_ptr<CueWords> finite;      ///< Absent when there are none.
  std::unique_ptr<RegexPhrases> others;  ///< Absent when there are none.
  std::vector<std::size_t> phrase_of;    ///< Of each of the others: its place among all.
  std::vector<std::size_t> other_of;     ///< Of each phrase: its place among the others, kNone for a finite one.
};

PhraseSet::PhraseSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
PhraseSet::~PhraseSet() = default;

absl::StatusOr<std::unique_ptr<PhraseSet>> PhraseSet::create(const std::vector<std::string>& phrases) {
  auto compiled = std::make_unique<Compiled>();
  std::vector<std::vector<std::string>> finite(phrases.size());
  std::vector<std::string> others;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (absl::Status status = check_phrase(phrases[i]); !status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("the phrase \"", phrases[i], "\": ", std::string(status.message())));
    }
    const bool is_finite = i <= std::numeric_limits<std::uint16_t>::max() && is_finite_phrase(phrases[i]);
    compiled->other_of.push_back(is_finite ? Compiled::kNone : others.size());
    if (is_finite) {
      finite[i] = {phrases[i]};
    } else {
      others.push_back(phrases[i]);
      compiled->phrase_of.push_back(i);
    }
  }
  if (others.size() < phrases.size()) {
    auto cues = CueWords::create(finite);
    if (!cues.ok()) return cues.status();
    compiled->finite = *std::move(cues);
  }
  if (!others.empty()) {
    auto regexes = RegexPhrases::create(others);
    if (!regexes.ok()) return regexes.status();
    compiled->others = *std::move(regexes);
  }
  return std::unique_ptr<PhraseSet>(new PhraseSet(std::move(compiled)));
}

std::vector<std::size_t> PhraseSet::find(std::string_view text) const {
  std::vector<std::size_t> found;
  if (compiled_->finite) {
    for (const CueHit& hit : compiled_->finite->find(text, words_of(text))) found.push_back(hit.list);
  }
  if (compiled_->others) {
    for (const std::size_t other : compiled_->others->possible(text)) {
      if (compiled_->others->locate(other, text)) found.push_back(compiled_->phrase_of[other]);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<PhraseHit> PhraseSet::find_all(std::string_view text) const {
  std::vector<PhraseHit> found;
  if (compiled_->finite) {
    const std::vector<Word> words = words_of(text);
    for (const CueHit& hit : compiled_->finite->find(text, words)) {
      found.push_back({hit.list, {words[hit.first].begin, words[hit.last].end}});
    }
  }
  if (compiled_->others) {
    for (const std::size_t other : compiled_->others->possible(text)) add_all_of(other, text, found);
  }
  std::sort(found.begin(), found.end(), [](const PhraseHit& a, const PhraseHit& b) {
    if (a.phrase != b.phrase) return a.phrase < b.phrase;
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  std::size_t times = 0;
  std::size_t kept = 0;
  for (const PhraseHit& hit : found) {
    const bool again = kept > 0 && found[kept - 1].phrase == hit.phrase;
    if (again && found[kept - 1].range.begin == hit.range.begin) continue;  // A shorter one.
    times = again ? times + 1 : 1;
    if (times <= kMostTimes) found[kept++] = hit;
  }
  found.resize(kept);
  return found;
}

void PhraseSet::add_all_of(std::size_t other, std::string_view text, std::vector<PhraseHit>& found) const {
  std::size_t from = 0;
  for (std::size_t times = 0; times < kMostTimes && from < text.size(); ++times) {
    const auto range = compiled_->others->locate(other, text.substr(from));
    if (!range) return;
    found.push_back({compiled_->phrase_of[other], {from + range->begin, from + range->end}});
    const std::size_t space = text.find(' ', from + range->begin);
    if (space == std::string_view::npos) return;
    from = space + 1;
  }
}

std::optional<PhraseRange> PhraseSet::locate(std::size_t index, std::string_view text) const {
  if (compiled_->other_of[index] != Compiled::kNone) {
    return compiled_->others->locate(compiled_->other_of[index], text);
  }
  const std::vector<Word> words = words_of(text);
  std::optional<CueHit> first;
  for (const CueHit& hit : compiled_->finite->find(text, words)) {
    if (hit.list != index) continue;
    if (first && hit.first > first->first) break;  // Hits come by their first word.
    if (!first || hit.last > first->last) first = hit;
  }
  if (!first) return std::nullopt;
  return PhraseRange{words[first->first].begin, words[first->last].end};
}

}  // namespace aandacht::domain
