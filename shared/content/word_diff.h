// What was added to a text and what was taken out, word by word.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aandacht::content {

/// A run of words that are in both texts, only in the second, or only in the first.
struct WordChange {
  enum class Kind { kSame, kAdded, kRemoved };
  Kind kind = Kind::kSame;
  std::string words;  ///< Separated by single spaces; a line's end stands for itself.

  bool operator==(const WordChange&) const = default;
};

/// In the order of reading: of a replaced word first what went, then what came.
[[nodiscard]] std::vector<WordChange> word_changes(std::string_view before, std::string_view after);

/// The words of a text; every line feed is a word of its own.
[[nodiscard]] std::vector<std::string> words_in(std::string_view text);

/// Words with single spaces between them, and none beside a line feed.
[[nodiscard]] std::string joined_words(const std::vector<std::string>& words);

/// Positions of a longest sequence of words that both have in the same order, both counted from 0.
///
/// Myers, "An O(ND) difference algorithm", 1986, gives one too; the table is simpler and texts are short.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> common_words(const std::vector<std::string>& a,
                                                                            const std::vector<std::string>& b);

}  // namespace aandacht::content
