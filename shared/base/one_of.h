// Whether a word is in a short list that stands in the code.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace aandacht::base {

/// Lengths and first letters are compared before the rest: most words differ there, and need no call of memcmp.
[[nodiscard]] inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view listed) {
    return listed.size() == word.size() && (word.empty() || listed.front() == word.front()) && listed == word;
  });
}

}  // namespace aandacht::base
