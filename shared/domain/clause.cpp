#include "shared/domain/clause.h"

#include <algorithm>

namespace aandacht::domain {
namespace {

constexpr std::size_t kLongestEnd = 3;  // words of a "clause.end" phrase

Break break_in(std::string_view gap) {
  Break found = Break::kNone;
  for (std::size_t i = 0; i < gap.size(); ++i) {
    if (gap[i] == '?') return Break::kQuestion;
    const bool ellipsis = gap.substr(i, 3) == "\u2026";
    if (gap[i] == '.' || gap[i] == '!' || gap[i] == ';' || gap[i] == '\n' || ellipsis) found = Break::kStop;
    if ((gap[i] == ',' || gap[i] == ':') && found == Break::kNone) found = Break::kComma;
  }
  return found;
}

std::string_view text_of(const Normalised& text, const std::vector<Word>& words, std::size_t first, std::size_t count) {
  const std::size_t last = first + count - 1;
  return {text.text.data() + words[first].begin, words[last].end - words[first].begin};
}

base::WordSet literal_words(const Lexicon& lexicon, const std::string& name, base::WordSet* first_words = nullptr) {
  base::WordSet set;
  const auto list = lexicon.phrases.find(name);
  if (list == lexicon.phrases.end()) return set;
  for (const std::string& phrase : list->second) {
    const std::string literal = fold(phrase);
    set.insert(literal);
    if (first_words != nullptr) first_words->insert(std::string_view(literal).substr(0, literal.find(' ')));
  }
  return set;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 4 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back({at, end});
    at = end + 1;
  }
  return words;
}

std::vector<Word> words_of(const Normalised& text, std::string_view original) {
  std::vector<Word> words;
  words.reserve(text.text.size() / 4 + 1);
  std::size_t written_end = 0;  // of the word before, in the original
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t end = std::min(text.text.find(' ', at), text.text.size());
    const std::string_view written = original_words(text, original, at, end);
    const auto written_begin = static_cast<std::size_t>(written.data() - original.data());
    words.push_back({at, end, break_in(original.substr(written_end, written_begin - written_end))});
    written_end = written_begin + written.size();
    at = end + 1;
  }
  return words;
}

std::vector<PhraseRange> parts_of(const std::vector<Word>& words, bool at_commas) {
  std::vector<PhraseRange> parts;
  for (const Word& word : words) {
    const bool breaks = word.before != Break::kNone && (at_commas || word.before != Break::kComma);
    if (parts.empty() || breaks) parts.push_back({word.begin, word.end});
    parts.back().end = word.end;
  }
  return parts;
}

Clauses::Clauses(const Lexicon& lexicon, const std::string& ends)
    : ends_(literal_words(lexicon, lexicon.phrases.contains(ends) ? ends : "clause.end", &end_starts_)),
      subjects_(literal_words(lexicon, "clause.subject")),
      fillers_(literal_words(lexicon, "clause.filler")),
      tags_(literal_words(lexicon, "clause.tag", &tag_starts_)) {}

bool Clauses::ends_before(const Normalised& text, const std::vector<Word>& words, std::size_t at) const {
  if (!end_starts_.contains(text_of(text, words, at, 1))) return false;
  for (std::size_t count = 1; count <= kLongestEnd && at + count <= words.size(); ++count) {
    if (ends_.contains(text_of(text, words, at, count))) return true;
  }
  return false;
}

PhraseRange Clauses::around(const Normalised& text, const std::vector<Word>& words, PhraseRange core,
                            const ClauseReach& reach) const {
  const auto first_word =
      std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.end > core.begin; });
  auto first = static_cast<std::size_t>(first_word - words.begin());
  std::size_t last = first;
  while (last + 1 < words.size() && words[last + 1].begin < core.end) ++last;
  if (first >= words.size()) return core;
  if (!subjects_.contains(text_of(text, words, first, 1))) {
    const std::size_t floor = first > reach.words_left ? first - reach.words_left : 0;
    while (first > floor && words[first].before == Break::kNone && !ends_before(text, words, first - 1) &&
           !fillers_.contains(text_of(text, words, first - 1, 1))) {
      --first;
    }
  }
  while (last + 1 < words.size() && last + 1 - first < reach.words) {
    const Break next = words[last + 1].before;
    if (next == Break::kStop || next == Break::kQuestion || (next == Break::kComma && !reach.over_commas)) break;
    if (ends_before(text, words, last + 1)) break;
    ++last;
  }
  while (last > first && words[last].begin >= core.end && fillers_.contains(text_of(text, words, last, 1))) --last;
  return {words[first].begin, words[last].end};
}

std::vector<std::size_t> Clauses::stretches(const Normalised& text, const std::vector<Word>& words) const {
  std::vector<std::size_t> numbers(words.size());
  std::size_t tag_ends = 0;  // The word after a tag.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t tag = tag_at(text, words, i);
    const bool stop = words[i].before == Break::kStop || words[i].before == Break::kQuestion;
    const bool breaks = stop || tag > 0 || (tag_ends > 0 && i == tag_ends) || ends_before(text, words, i);
    if (i > 0) numbers[i] = numbers[i - 1] + (breaks ? 1 : 0);
    if (tag > 0) tag_ends = i + tag;
  }
  return numbers;
}

std::size_t Clauses::tag_at(const Normalised& text, const std::vector<Word>& words, std::size_t at) const {
  if (!tag_starts_.contains(text_of(text, words, at, 1))) return 0;
  for (std::size_t count = kLongestEnd; count > 0; --count) {
    if (at + count <= words.size() && tags_.contains(text_of(text, words, at, count))) return count;
  }
  return 0;
}

}  // namespace aandacht::domain
