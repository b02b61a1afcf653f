#include "shared/domain/question_meanings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "shared/domain/normalise.h"
#include "shared/domain/question_words.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kReach = 8;  // Words between those of one entry.
constexpr std::size_t kCompound = 8;
constexpr std::size_t kPart = 5;
constexpr std::size_t kShortest = 2;  // Of the stem that an entry is kept under.
constexpr std::array<std::pair<std::string_view, MeaningKind>, 3> kKinds = {{{"question.same.", MeaningKind::kWant},
                                                                             {"question.about.", MeaningKind::kAbout},
                                                                             {"question.ask.", MeaningKind::kAsk}}};

}  // namespace

QuestionMeanings::QuestionMeanings(const Lexicon& lexicon, std::string_view language)
    : compounds_(language.substr(0, 2) != "en") {
  for (const auto& [name, phrases] : lexicon.phrases) {
    for (const auto& [prefix, kind] : kKinds) {
      if (!name.starts_with(prefix)) continue;
      for (const std::string& phrase : phrases) add(phrase, {question_hash(name), kind}, language);
    }
  }
}

void QuestionMeanings::add(const std::string& phrase, Meaning meaning, std::string_view language) {
  std::vector<std::string> stems;
  for (const QuestionWord& word : question_words(folded(normalise(phrase)).text, language)) stems.push_back(word.stem);
  if (stems.empty()) return;
  // Kept under the longest stem: it is said least often by chance.
  const auto longest =
      std::max_element(stems.begin(), stems.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  for (const std::string& stem : stems) stems_.insert(stem);
  const std::string head = *longest;
  stems.erase(longest);
  entries_[head].push_back({meaning, std::move(stems)});
}

bool QuestionMeanings::knows(std::string_view stem) const { return stems_.contains(stem); }

const std::vector<QuestionMeanings::Entry>* QuestionMeanings::entries_of(std::string_view stem) const {
  return entries_.find(stem);
}

std::vector<QuestionMeanings::Meaning> QuestionMeanings::find(std::span<const std::string_view> stems,
                                                              std::vector<bool>& carries) const {
  std::vector<Meaning> found;
  const auto take = [&](const Entry& entry, std::size_t at) {
    if (entry.others.empty()) {
      carries[at] = true;
      if (std::find(found.begin(), found.end(), entry.meaning) == found.end()) found.push_back(entry.meaning);
      return;
    }
    const std::size_t from = at > kReach ? at - kReach : 0;
    const std::size_t to = std::min(stems.size(), at + kReach + 1);
    absl::InlinedVector<std::size_t, 8> places = {at};
    for (const std::string& other : entry.others) {
      const auto begin = stems.begin() + static_cast<std::ptrdiff_t>(from);
      const auto end = stems.begin() + static_cast<std::ptrdiff_t>(to);
      const auto place = std::find(begin, end, other);
      if (place == end) return;
      places.push_back(static_cast<std::size_t>(place - stems.begin()));
    }
    for (const std::size_t place : places) carries[place] = true;
    if (std::find(found.begin(), found.end(), entry.meaning) == found.end()) found.push_back(entry.meaning);
  };
  for (std::size_t at = 0; at < stems.size(); ++at) {
    const std::string_view stem = stems[at];
    if (stem.size() < kShortest) continue;
    if (const auto* entries = entries_of(stem)) {
      for (const Entry& entry : *entries) take(entry, at);
      continue;
    }
    if (!compounds_ || stem.size() < kCompound) continue;
    const auto take_part = [&](std::string_view part) {
      const auto* entries = entries_of(part);
      if (entries == nullptr) return false;
      for (const Entry& entry : *entries) {
        if (entry.others.empty()) take(entry, at);
      }
      return true;
    };
    for (std::size_t size = stem.size() - 1; size >= kPart && !take_part(stem.substr(0, size)); --size) {
    }
    for (std::size_t from = 2; from + kPart <= stem.size() && !take_part(stem.substr(from)); ++from) {
    }
  }
  return found;
}

}  // namespace aandacht::domain
