// Whether a word is in a short list that stands in the code.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace aandacht::base {

/// Lengths and first letters are compared before the rest: most words differ there, and need no call of memcmp.
[[nodiscard]] inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view listed) {
    return listed.size() == word.size() && (word.empty() || listed.front() == word.front()) && listed == word;
  });
}

/// Tells of most words that are not in a set that they are not, from their length, begin and end: a Bloom filter of one
/// hash (Bloom, CACM 13, 1970) of 2^kBits bits.
template <int kBits>
class WordMarks {
 public:
  constexpr void add(std::string_view word) { marks_[mark_of(word) / 64] |= std::uint64_t{1} << mark_of(word) % 64; }

  /// False: it was not added.
  [[nodiscard]] constexpr bool may_have(std::string_view word) const {
    return (marks_[mark_of(word) / 64] >> mark_of(word) % 64 & 1U) != 0;
  }

 private:
  static constexpr std::size_t mark_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(word[i])); };
    const std::size_t last = word.size() - 1;
    const std::uint32_t ends = byte(0) | byte(last / 2) << 8U | byte(last) << 16U;
    return (ends + static_cast<std::uint32_t>(word.size()) * 0x1000193U) * 2654435769U >> (32 - kBits);
  }

  std::array<std::uint64_t, (std::size_t{1} << kBits) / 64> marks_{};
};

/// is_one_of() for a list that is asked of every word of every turn: `static constexpr OneOf kSides{"front", "back"}`.
template <std::size_t kWords>
class OneOf {
 public:
  template <typename... Words>
  consteval explicit OneOf(const Words&... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) marks_.add(word);
  }

  [[nodiscard]] bool has(std::string_view word) const {
    return marks_.may_have(word) &&
           std::any_of(words_.begin(), words_.end(), [&](std::string_view listed) { return listed == word; });
  }

 private:
  std::array<std::string_view, kWords> words_;
  WordMarks<8> marks_;
};

template <typename... Words>
OneOf(const Words&...) -> OneOf<sizeof...(Words)>;

/// Whether a word ends with one of a list, and is longer: `static constexpr LongerEnding kStreets{"straat", "laan"}`.
template <std::size_t kEndings>
class LongerEnding {
 public:
  /// Each of at least two bytes.
  template <typename... Endings>
  consteval explicit LongerEnding(const Endings&... endings) : endings_{std::string_view(endings)...} {
    for (const std::string_view ending : endings_) marks_.add(ending.substr(ending.size() - 2));
  }

  [[nodiscard]] bool of(std::string_view word) const {
    if (word.size() < 2 || !marks_.may_have(word.substr(word.size() - 2))) return false;
    return std::any_of(endings_.begin(), endings_.end(),
                       [&](std::string_view ending) { return word.size() > ending.size() && word.ends_with(ending); });
  }

 private:
  std::array<std::string_view, kEndings> endings_;
  WordMarks<8> marks_;
};

template <typename... Endings>
LongerEnding(const Endings&...) -> LongerEnding<sizeof...(Endings)>;

}  // namespace aandacht::base
