#include "shared/content/word_diff.h"

#include <algorithm>
#include <cstdint>

namespace aandacht::content {
namespace {

using Words = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Beyond this the table would be felt while typing; then the middle counts as all changed.
constexpr std::size_t kMostCells = 4'000'000;

Pairs common_middle(const Words& a, const Words& b, std::size_t head, std::size_t a_end, std::size_t b_end) {
  const std::size_t rows = a_end - head;
  const std::size_t columns = b_end - head;
  if (rows == 0 || columns == 0 || rows * columns > kMostCells) return {};
  // length[i][j]: of the longest sequence from i and j on.
  std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return length[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      at(i, j) = a[head + i] == b[head + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  Pairs pairs;
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (a[head + i] == b[head + j]) {
      pairs.emplace_back(head + i++, head + j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

void add(std::vector<WordChange>& changes, WordChange::Kind kind, const Words& words, std::size_t begin,
         std::size_t end) {
  if (begin == end) return;
  const Words run(words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end));
  changes.push_back({kind, joined_words(run)});
}

}  // namespace

Words words_in(std::string_view text) {
  Words words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    if (c == '\n') {
      finish();
      words.emplace_back("\n");
    } else if (c == ' ' || c == '\t' || c == '\r') {
      finish();
    } else {
      word.push_back(c);
    }
  }
  finish();
  return words;
}

std::string joined_words(const Words& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty() && text.back() != '\n' && word != "\n") text.push_back(' ');
    text += word;
  }
  return text;
}

Pairs common_words(const Words& a, const Words& b) {
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t a_end = a.size();
  std::size_t b_end = b.size();
  while (a_end > head && b_end > head && a[a_end - 1] == b[b_end - 1]) --a_end, --b_end;
  Pairs pairs;
  for (std::size_t i = 0; i < head; ++i) pairs.emplace_back(i, i);
  const Pairs middle = common_middle(a, b, head, a_end, b_end);
  pairs.insert(pairs.end(), middle.begin(), middle.end());
  for (std::size_t i = 0; a_end + i < a.size(); ++i) pairs.emplace_back(a_end + i, b_end + i);
  return pairs;
}

std::vector<WordChange> word_changes(std::string_view before, std::string_view after) {
  const Words old_words = words_in(before);
  const Words new_words = words_in(after);
  Pairs pairs = common_words(old_words, new_words);
  pairs.emplace_back(old_words.size(), new_words.size());
  std::vector<WordChange> changes;
  std::size_t i = 0;
  std::size_t j = 0;
  std::size_t same_from = 0;
  for (const auto& [in_old, in_new] : pairs) {
    if (in_old > i || in_new > j || in_old == old_words.size()) {
      add(changes, WordChange::Kind::kSame, old_words, same_from, i);
      add(changes, WordChange::Kind::kRemoved, old_words, i, in_old);
      add(changes, WordChange::Kind::kAdded, new_words, j, in_new);
      same_from = in_old;
    }
    i = in_old + 1;
    j = in_new + 1;
  }
  return changes;
}

}  // namespace aandacht::content
