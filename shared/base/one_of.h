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

/// The same for a list that is asked of every word of every turn: `static constexpr OneOf kSides{"front", "back"}`.
/// Ends and length tell for most words at once that they are not listed (a Bloom filter of one hash: Bloom, CACM 13,
/// 1970).
template <std::size_t kWords>
class OneOf {
 public:
  template <typename... Words>
  consteval explicit OneOf(const Words&... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) marks_[mark_of(word) / 64] |= std::uint64_t{1} << mark_of(word) % 64;
  }

  [[nodiscard]] bool has(std::string_view word) const {
    if (word.empty()) return false;
    const std::size_t mark = mark_of(word);
    if ((marks_[mark / 64] >> mark % 64 & 1U) == 0) return false;
    return std::any_of(words_.begin(), words_.end(), [&](std::string_view listed) { return listed == word; });
  }

 private:
  static constexpr std::size_t kMarks = 256;

  static constexpr std::size_t mark_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (first + last * 7U + word.size() * 29U) % kMarks;
  }

  std::array<std::string_view, kWords> words_;  // None is empty.
  std::array<std::uint64_t, kMarks / 64> marks_{};
};

template <typename... Words>
OneOf(const Words&...) -> OneOf<sizeof...(Words)>;

}  // namespace aandacht::base
