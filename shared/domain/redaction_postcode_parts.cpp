// What the forms of a postcode have in common.
#include <algorithm>

#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_postcode.h"

namespace aandacht::domain::redaction {

bool is_ascii_letters(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

namespace {

constexpr std::size_t kLongestRun = 24;  // tokens

}  // namespace

std::size_t run_begin(const Tokens& tokens, std::size_t at) {
  std::size_t begin = at;
  for (std::size_t i = at; i > 0 && at - i < kLongestRun; --i) {
    const Token& token = tokens[i - 1];
    const bool number = token.kind == TokenKind::kDigits || (token.value >= 0 && token.value != 1);
    if (number) begin = i - 1;
    if (!number && !token.has(kFiller)) break;
  }
  return begin;
}

Told told_postcode(const Search& search, std::size_t first) {
  // "the sort code is twenty forty five seventeen": what leads to all of it
  const std::size_t begin = run_begin(search.tokens, first);
  Told told = cue_before(search.tokens, begin);
  const bool asked = search.expected.has(Cue::kPostcode) && search.content <= 6 &&
                     (told.cue == Cue::kNone || told.cue == Cue::kPostcode);
  if (asked) told.cue = Cue::kPostcode;
  return told;
}

void skip_fillers(const Tokens& tokens, std::size_t& at) {
  for (std::size_t steps = 0; at < tokens.size() && steps < 3; ++steps, ++at) {
    const bool mark = tokens[at].key == "," || tokens[at].key == "-" || tokens[at].key == ".";
    const bool letters_of =
        key_at(tokens, at) == "met" ||
        (at > 0 && (key_at(tokens, at - 1) == "met" || key_at(tokens, at - 1) == "en") && tokens[at].key == "de");
    const bool gap = letters_of || tokens[at].has(kFiller) || tokens[at].key == "dan" || tokens[at].key == "then" ||
                     tokens[at].key == "en";
    if (!mark && !gap) return;
  }
}

std::size_t exact_digits(const Tokens& tokens, std::size_t at, std::size_t wanted, bool& written) {
  std::size_t length = 0;
  written = at < tokens.size() && tokens[at].kind == TokenKind::kDigits;
  if (wanted == 4 && at < tokens.size() && tokens[at].value >= 1000) return at + 1;  // "drieduizend"
  while (at < tokens.size() && length < wanted) {
    std::size_t next = at;
    std::string said = digits_at(tokens, at, next);
    // "1234AB"
    if (said.empty() && tokens[at].kind == TokenKind::kDigits && (at == 0 || !touches_word(tokens, at - 1))) {
      said = tokens[at].key;
      next = at + 1;
    }
    if (said.empty() || (length == 0 && said[0] == '0' && wanted == 4)) return 0;
    length += said.size();
    at = next;
    if (length < wanted) skip_fillers(tokens, at);
  }
  return length == wanted ? at : 0;
}

}  // namespace aandacht::domain::redaction
