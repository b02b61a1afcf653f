#include "shared/domain/abbreviations.h"

#include <algorithm>
#include <vector>

namespace aandacht::domain {
namespace {

constexpr std::size_t kLongest = 6;          // Letters and digits of an abbreviation.
constexpr std::size_t kShortestSpelled = 3;  // Letters spelled one by one; more than the longest is a name.
constexpr std::size_t kLongestSpelled = 4;

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view word;
  bool capitals = false;  // Written in capitals, or in capitals and digits.
};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool is_number(std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); }

bool in_capitals(std::string_view written) {
  return written.size() >= 2 && is_upper(written[0]) &&
         std::all_of(written.begin(), written.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

// In most turns no two capitals, or a capital and a digit, stand beside each other.
bool has_capitals(std::string_view original) {
  return std::adjacent_find(original.begin(), original.end(), [](char a, char b) {
           return is_upper(a) && (is_upper(b) || is_digit(b));
         }) != original.end();
}

std::vector<Token> tokens_of(const Normalised& text, std::string_view original) {
  const bool shouts = has_capitals(original);
  std::vector<Token> tokens;
  tokens.reserve(text.text.size() / 4 + 1);
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find(' ', begin), text.text.size());
    const std::string_view word = std::string_view(text.text).substr(begin, end - begin);
    tokens.push_back({begin, end, word, shouts && in_capitals(original_words(text, original, begin, end))});
    begin = end + 1;
  }
  return tokens;
}

bool is_shouting(const std::vector<Token>& tokens) {
  const auto capitals = std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.capitals; });
  return tokens.size() >= 4 && static_cast<std::size_t>(capitals) * 2 > tokens.size();
}

bool is_plain_word(std::string_view word) { return is_stop_word(word, "nl") || is_stop_word(word, "en"); }

// "pnr", "dslm": three to five letters without a vowel.
bool lacks_vowels(std::string_view word) {
  return word.size() >= 3 && word.size() <= 5 && std::all_of(word.begin(), word.end(), is_lower) &&
         std::none_of(word.begin(), word.end(), is_vowel);
}

// How many tokens from `first` on are letters spelled one by one.
std::size_t spelled_from(const std::vector<Token>& tokens, std::size_t first) {
  std::size_t count = 0;
  while (first + count < tokens.size()) {
    const Token& token = tokens[first + count];
    if (token.word.size() != 1 || !is_lower(token.word[0])) break;
    ++count;
  }
  return count;
}

// How many tokens from `at` on make one abbreviation; 0: none.
std::size_t abbreviation_at(const std::vector<Token>& tokens, std::size_t at, bool trust_capitals,
                            const base::WordSet& known) {
  const Token& token = tokens[at];
  const bool after_number = at > 0 && is_number(tokens[at - 1].word);  // "7811 QR" is a postcode.
  const std::size_t spelled = spelled_from(tokens, at);
  if (spelled >= kShortestSpelled && spelled <= kLongestSpelled && (at == 0 || tokens[at - 1].word.size() > 1)) {
    std::string joined;
    for (std::size_t i = 0; i < spelled; ++i) joined += tokens[at + i].word;
    return known.contains(joined) || known.contains(std::string_view(joined).substr(1)) || after_number ? 0 : spelled;
  }
  const bool in_capitals = token.capitals && trust_capitals && token.word.size() <= kLongest && !after_number;
  if (!in_capitals && !lacks_vowels(token.word)) return 0;
  return known.contains(token.word) || is_plain_word(token.word) ? 0 : 1;
}

/// Bytes [begin, end) of `text`.
void append(Normalised& out, const Normalised& text, std::size_t begin, std::size_t end) {
  out.text.append(text.text, begin, end - begin);
  out.origin.insert(out.origin.end(), text.origin.begin() + static_cast<std::ptrdiff_t>(begin),
                    text.origin.begin() + static_cast<std::ptrdiff_t>(end));
}

// One look at the letters tells of most turns that they have none: no capitals side by side, no letters one by one, no
// short word without a vowel.
bool may_have_abbreviation(std::string_view text, std::string_view original) {
  if (has_capitals(original)) return true;
  std::size_t spelled = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    bool vowel = false;
    for (; end < text.size() && text[end] != ' '; ++end) vowel = vowel || is_vowel(text[end]);
    const std::size_t size = end - begin;
    spelled = size == 1 ? spelled + 1 : 0;
    if (spelled >= kShortestSpelled || (!vowel && size >= 3 && size <= 5)) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

Normalised mark_abbreviations(const Normalised& text, std::string_view original, const base::WordSet& known) {
  if (!text.origin.empty() && !may_have_abbreviation(text.text, original)) return text;
  const std::vector<Token> tokens = tokens_of(text, original);
  const bool trust_capitals = !is_shouting(tokens);
  Normalised out;
  std::size_t copied = 0;  // Bytes of `text`: all between abbreviations stays as it is.
  for (std::size_t i = 0; i < tokens.size();) {
    const std::size_t count = abbreviation_at(tokens, i, trust_capitals, known);
    if (count > 0) {
      const Token& first = tokens[i];
      const Token& last = tokens[i + count - 1];
      append(out, text, copied, first.begin);
      out.text += kAbbreviationMark;
      out.origin.insert(out.origin.end(), kAbbreviationMark.size(), text.origin[first.begin]);
      out.origin.back() = text.origin[last.end - 1];
      copied = last.end;
    }
    i += std::max<std::size_t>(count, 1);
  }
  append(out, text, copied, text.text.size());
  out.origin.push_back(text.origin.empty() ? 0 : text.origin.back());
  return out;
}

}  // namespace aandacht::domain
