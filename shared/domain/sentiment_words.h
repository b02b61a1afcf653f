// Words and short phrases with a weight, found from a place in a line on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/word_map.h"

namespace aandacht::domain {

/// The words between spaces; they point into `text`.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

/// Immutable after creation.
class WeightedWords {
 public:
  /// An entry that fits.
  struct Found {
    double weight = 0;
    std::size_t words = 1;
  };

  WeightedWords() = default;
  /// Keys: a word, up to five words with one space between them, or a word's beginning ending in "*". They are folded.
  explicit WeightedWords(const std::map<std::string, double>& weights);

  [[nodiscard]] bool empty() const { return entries_.empty() && beginnings_.empty(); }

  /// The entry with most words at `words[at]`, else the longest beginning. `words` are split_words() of folded
  /// normalised text.
  [[nodiscard]] std::optional<Found> longest(std::span<const std::string_view> words, std::size_t at) const;

  /// The weight of one whole word.
  [[nodiscard]] std::optional<double> of(std::string_view word) const;

 private:
  base::WordMap<double> entries_;
  base::WordMap<std::size_t> first_words_;    ///< How many words the longest entry with it has.
  base::WordMap<double> beginnings_;          ///< Without the "*".
  std::array<std::uint64_t, 256> lengths_{};  ///< Of the beginnings, as bits, by their first byte.
};

}  // namespace aandacht::domain
