#include "shared/domain/question_spelling.h"

#include <algorithm>
#include <array>

#include "absl/strings/string_view.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostWords = 50'000;
constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kLongWord = 9;  // May have two letters wrong.
constexpr std::size_t kMostTried = 16;
constexpr std::size_t kCommonEnding = 1'000;  // Words with the same three letters that tell nothing any more ("ing").

std::vector<std::uint32_t> trigrams(std::string_view word) {
  const std::string framed = "^" + std::string(word) + "$";
  std::vector<std::uint32_t> result;
  for (std::size_t i = 0; i + 3 <= framed.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(framed[at]));
    };
    result.push_back(byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace

std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return a == b ? 0 : most + 1;
  std::array<std::size_t, kLongestWord + 1> older = {};
  std::array<std::size_t, kLongestWord + 1> old = {};
  std::array<std::size_t, kLongestWord + 1> now = {};
  for (std::size_t j = 0; j <= b.size(); ++j) old[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({old[j] + 1, now[j - 1] + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], older[j - 2] + 1);
    }
    older = old;
    old = now;
  }
  return std::min(old[b.size()], most + 1);
}

void QuestionSpelling::add(std::string_view word) {
  if (words_.size() >= kMostWords || word.size() > kLongestWord || knows(word)) return;
  const auto place = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(word);
  places_.emplace(word, place);
  for (const std::uint32_t trigram : trigrams(word)) {
    by_trigram_[trigram].push_back(place);
    ++trigrams_;
  }
}

bool QuestionSpelling::knows(std::string_view word) const {
  return places_.contains(absl::string_view(word.data(), word.size()));
}

std::optional<std::string> QuestionSpelling::correct(std::string_view word) const {
  if (knows(word) || word.size() > kLongestWord) return std::nullopt;
  absl::flat_hash_map<std::uint32_t, int> shared;
  for (const std::uint32_t trigram : trigrams(word)) {
    const auto places = by_trigram_.find(trigram);
    if (places == by_trigram_.end() || places->second.size() > kCommonEnding) continue;
    for (const std::uint32_t place : places->second) ++shared[place];
  }
  std::vector<std::pair<int, std::uint32_t>> best;
  for (const auto& [place, count] : shared) {
    const std::string& known = words_[place];
    const std::size_t apart = known.size() > word.size() ? known.size() - word.size() : word.size() - known.size();
    if (apart <= 2 && known.front() == word.front()) best.emplace_back(-count, place);
  }
  const std::size_t tried = std::min(kMostTried, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(tried), best.end());
  const std::size_t most = word.size() >= kLongWord ? 2 : 1;
  for (std::size_t i = 0; i < tried; ++i) {
    if (letters_apart(word, words_[best[i].second], most) <= most) return words_[best[i].second];
  }
  return std::nullopt;
}

std::size_t QuestionSpelling::bytes() const {
  return words_.size() * 120 + trigrams_ * sizeof(std::uint32_t) * 3 / 2 + by_trigram_.size() * 64;
}

}  // namespace aandacht::domain
