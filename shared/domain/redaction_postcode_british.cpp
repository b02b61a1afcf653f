// British postcodes.
#include <string>

#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_postcode.h"

namespace aandacht::domain::redaction {
namespace {

// Letters that are a word of their own are no part of a code: "in 12 is".
bool beside_digit(const Tokens& tokens, std::size_t at) {
  const bool before = at > 0 && tokens[at - 1].kind == TokenKind::kDigits && touches(tokens, at - 1);
  const bool after = touches(tokens, at) && tokens[at + 1].kind == TokenKind::kDigits;
  return before || after;
}

bool is_british(std::string_view said) {
  if (said.size() < 5 || said.size() > 7) return false;
  std::string shape;
  for (const char c : said) shape += c >= '0' && c <= '9' ? '9' : 'a';
  for (const std::string_view outward : {"a9", "a99", "aa9", "aa99", "a9a", "aa9a"}) {
    if (shape.size() == outward.size() + 3 && shape.starts_with(outward) && shape.ends_with("9aa")) return true;
  }
  return false;
}

}  // namespace

std::optional<TokenRange> british_postcode(const Search& search, std::size_t first) {
  if (search.tokens[first].kind != TokenKind::kWord || (first > 0 && touches_word(search.tokens, first - 1)))
    return std::nullopt;
  std::string said;
  std::size_t at = first;
  std::optional<std::size_t> last;
  while (at < search.tokens.size() && said.size() <= 7) {
    const Token& token = search.tokens[at];
    std::size_t next = at;
    if (token.kind == TokenKind::kWord && token.key.size() == 2 && is_ascii_letters(token.key) &&
        beside_digit(search.tokens, at)) {
      said += token.key;
      next = at + 1;
    } else if (token.kind == TokenKind::kDigits) {
      // "a 600HP", "a 20th": digits apart from their letter, unless they are spelled one by one.
      if (token.key.size() > 1 && (at == 0 || token.space_before)) break;
      said += token.key;
      next = at + 1;
    } else if (const std::string digits = digits_at(search.tokens, at, next); !digits.empty()) {
      said += digits;
    } else if (const char letter = letter_at(search.tokens, at, next); letter != 0) {
      said += letter;
    } else if (token.has(kFiller) && at > first) {
      next = at + 1;
    } else {
      break;
    }
    at = next;
    const bool ends =
        at >= search.tokens.size() || search.tokens[at].space_before || search.tokens[at].kind == TokenKind::kMark;
    if (ends && is_british(said)) last = at - 1;
  }
  if (!last) return std::nullopt;
  const Told why = told_postcode(search, first);
  if (why.cue == Cue::kStays && why.content <= 1) return std::nullopt;
  return TokenRange{first, *last};
}

}  // namespace aandacht::domain::redaction
