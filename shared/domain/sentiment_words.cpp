#include "shared/domain/sentiment_words.h"

#include <algorithm>
#include <bit>

#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kShortestBeginning = 3;
constexpr std::size_t kLongestBeginning = 64;  // With its "*".

std::size_t first_byte(std::string_view word) { return static_cast<unsigned char>(word.front()); }

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(text.size() / 5 + 1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

WeightedWords::WeightedWords(const std::map<std::string, double>& weights) {
  entries_.reserve(weights.size());
  first_words_.reserve(weights.size());
  for (const auto& [written, weight] : weights) {
    const bool is_ascii =
        std::all_of(written.begin(), written.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    const std::string entry = is_ascii ? written : fold(written);  // Thousands of words: folding each is what costs.
    if (entry.ends_with('*')) {
      beginnings_.try_emplace(std::string_view(entry).substr(0, entry.size() - 1), weight);
      if (entry.size() > kShortestBeginning && entry.size() <= kLongestBeginning) {
        lengths_[first_byte(entry)] |= std::uint64_t{1} << (entry.size() - 1);
      }
      continue;
    }
    const std::vector<std::string_view> words = split_words(entry);
    if (words.empty()) continue;
    std::size_t& most = first_words_[words[0]];
    most = std::max(most, std::min(words.size(), kMostWords));
    entries_.try_emplace(entry, weight);
  }
}

std::optional<WeightedWords::Found> WeightedWords::longest(std::span<const std::string_view> words,
                                                           std::size_t at) const {
  if (const std::size_t* most = first_words_.find(words[at]); most != nullptr) {
    for (std::size_t count = std::min(*most, words.size() - at); count > 0; --count) {
      const std::string_view last = words[at + count - 1];
      const std::string_view entry(words[at].data(),
                                   static_cast<std::size_t>(last.data() + last.size() - words[at].data()));
      if (const double* weight = entries_.find(entry); weight != nullptr) return Found{*weight, count};
    }
  }
  std::uint64_t lengths = words[at].empty() ? 0 : lengths_[first_byte(words[at])];
  while (lengths != 0) {  // The longest first.
    const auto size = static_cast<std::size_t>(std::bit_width(lengths) - 1);
    lengths ^= std::uint64_t{1} << size;
    if (size > words[at].size()) continue;
    const double* weight = beginnings_.find(words[at].substr(0, size));
    if (weight != nullptr) return Found{*weight, 1};
  }
  return std::nullopt;
}

std::optional<double> WeightedWords::of(std::string_view word) const {
  const double* weight = entries_.find(word);
  return weight == nullptr ? std::nullopt : std::optional(*weight);
}

}  // namespace aandacht::domain
