// Dutch postcodes.
#include <string>

#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_house_number.h"
#include "shared/domain/redaction_postcode.h"

namespace aandacht::domain::redaction {
namespace {

// Never given out in the Netherlands.
bool is_banned_pair(std::string_view pair) { return pair == "sa" || pair == "sd" || pair == "ss"; }

// "12-26th", "2001st", "1e"
bool is_ordinal_ending(std::string_view pair) {
  return pair == "th" || pair == "st" || pair == "nd" || pair == "rd" || pair == "de";
}

}  // namespace

std::optional<TokenRange> dutch_postcode(const Search& search, std::size_t first) {
  bool written = false;
  std::size_t at = exact_digits(search.tokens, first, 4, written);
  if (at == 0) return std::nullopt;
  const std::size_t after_digits = at;
  // "7534 HM" is no filler.
  const bool letters = at < search.tokens.size() && search.tokens[at].key.size() == 2 &&
                       (search.tokens[at].upper || !search.tokens[at].space_before);
  if (!letters) skip_fillers(search.tokens, at);
  if (at >= search.tokens.size() || search.tokens[at].kind != TokenKind::kWord) return std::nullopt;
  if (is_zero_letter(search.tokens[at]) || search.tokens[at].value >= 0) return std::nullopt;
  const Token& word = search.tokens[at];
  const bool sentence = search.tokens[at - 1].kind == TokenKind::kMark && word.space_before;  // "in 2010. It"
  std::string pair;
  bool spelled = false;
  std::size_t next = at;
  if (word.key.size() == 2 && is_ascii_letters(word.key) && !sentence) {
    pair = word.key;
    next = at + 1;
  } else if (const char one = letter_at(search.tokens, at, next); one != 0) {
    std::size_t second = next;
    skip_fillers(search.tokens, second);
    const char two = letter_at(search.tokens, second, next);
    if (two == 0) return std::nullopt;
    pair = {one, two};
    spelled = true;
  }
  if (pair.size() != 2 || is_banned_pair(pair) || (is_ordinal_ending(pair) && !word.upper)) return std::nullopt;
  const Told why = told_postcode(search, first);
  const bool cued = why.cue == Cue::kPostcode;
  const bool glued = after_digits == at && !word.space_before;
  const bool capitals = word.upper && written;
  // "op de polis staat 6655PL 195"
  const bool addressed = glued && capitals && with_house_number(search, next - 1) >= next;
  if (why.cue == Cue::kStays && why.content <= 1 && !addressed) return std::nullopt;
  const bool common = word.has(kUnit | kStop | kConnector | kFiller | kGap) || word.key == "is";
  // Something more must say that these are letters and no word.
  const bool believed = spelled || cued || ((capitals || glued) && (!word.has(kUnit) || pair == "db")) ||
                        (capitals && with_house_number(search, next - 1) >= next) ||
                        (capitals && with_street_number(search, first, false) < first) ||
                        (!common && (with_house_number(search, next - 1) >= next || search.bare()));
  if (!believed || (cued && common && !capitals && !glued && !spelled)) return std::nullopt;
  return TokenRange{first, next - 1};
}

}  // namespace aandacht::domain::redaction
