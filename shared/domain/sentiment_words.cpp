#include "shared/domain/sentiment_words.h"

#include <algorithm>

#include "shared/domain/normalise.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kShortestBeginning = 3;

absl::string_view key(std::string_view text) { return {text.data(), text.size()}; }

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
      beginnings_.emplace(entry.substr(0, entry.size() - 1), weight);
      longest_beginning_ = std::max(longest_beginning_, entry.size() - 1);
      continue;
    }
    const std::vector<std::string_view> words = split_words(entry);
    if (words.empty()) continue;
    std::size_t& most = first_words_[key(words[0])];
    most = std::max(most, std::min(words.size(), kMostWords));
    entries_.emplace(entry, weight);
  }
}

std::optional<WeightedWords::Found> WeightedWords::longest(std::span<const std::string_view> words,
                                                           std::size_t at) const {
  if (const auto first = first_words_.find(key(words[at])); first != first_words_.end()) {
    for (std::size_t count = std::min(first->second, words.size() - at); count > 0; --count) {
      const std::string_view last = words[at + count - 1];
      const std::string_view entry(words[at].data(),
                                   static_cast<std::size_t>(last.data() + last.size() - words[at].data()));
      if (const auto found = entries_.find(key(entry)); found != entries_.end()) return Found{found->second, count};
    }
  }
  for (std::size_t size = std::min(words[at].size(), longest_beginning_); size >= kShortestBeginning; --size) {
    const auto found = beginnings_.find(key(words[at].substr(0, size)));
    if (found != beginnings_.end()) return Found{found->second, 1};
  }
  return std::nullopt;
}

std::optional<double> WeightedWords::of(std::string_view word) const {
  const auto found = entries_.find(key(word));
  return found == entries_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace aandacht::domain
