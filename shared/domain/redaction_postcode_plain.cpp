// Postcodes of digits alone: Belgian and American.
#include <algorithm>

#include "shared/domain/redaction_house_number.h"
#include "shared/domain/redaction_postcode.h"

namespace aandacht::domain::redaction {
namespace {

bool house_in_front(const Tokens& tokens, std::size_t first) { return house_before_street(tokens, first) < first; }

// "2000 Antwerpen, Meir 12", and "in 2000 Antwerpen" of who says where they live.
std::optional<TokenRange> place_and_street(const Search& search, std::size_t first, std::size_t at) {
  if (at >= search.tokens.size() || !search.tokens[at].upper || search.tokens[at].month > 0) return std::nullopt;
  std::size_t street = at + 1;
  if (key_at(search.tokens, street) == ",") ++street;
  const bool named =
      street < search.tokens.size() && search.tokens[street].upper && is_house_number(search.tokens, street + 1);
  if (named && search.content <= 4) return TokenRange{first, street + 1};
  for (std::size_t i = first; i > 0 && first - i < 12;) {
    if (search.tokens[--i].has(kAddress)) return TokenRange{first, at - 1};
  }
  return std::nullopt;
}

// "Kerkstraat 12, 9000 Gent" and "9000 Gent, Kerkstraat 12".
bool has_street_beside(const Search& search, std::size_t first, std::size_t after) {
  if (with_street_number(search, first, false) < first) return true;
  for (std::size_t at = after; at < search.tokens.size() && at <= after + 5; ++at) {
    if (search.tokens[at].kind == TokenKind::kPlaceholder) return false;
    if (search.tokens[at].has(kStreet) && at + 1 < search.tokens.size() && is_house_number(search.tokens, at + 1))
      return at > after;
  }
  return false;
}

}  // namespace

std::optional<TokenRange> plain_postcode(const Search& search, std::size_t first) {
  bool written = false;
  const std::size_t after_five = exact_digits(search.tokens, first, 5, written);
  const std::size_t at = exact_digits(search.tokens, first, 4, written);
  if (after_five == 0 && at == 0) return std::nullopt;
  const Token& begin = search.tokens[run_begin(search.tokens, first)];
  if (begin.value == 0 || begin.key.starts_with("0")) return std::nullopt;  // "nul zes vierentwintig achttien"
  const Told why = told_postcode(search, first);
  const bool cued = why.cue == Cue::kPostcode && why.content <= 2;
  const bool street = house_in_front(search.tokens, first);
  const bool american = street && key_at(search.tokens, first - 1).size() > 1;
  const bool state =
      first > 0 && search.tokens[first - 1].upper && (is_american_state(search.tokens[first - 1].key) || street);
  if (after_five > 0 && (cued || (state && written) || american)) {
    bool ignored = false;
    const bool dash = key_at(search.tokens, after_five) == "-";
    const std::size_t after_nine = dash ? exact_digits(search.tokens, after_five + 1, 4, ignored) : 0;
    return TokenRange{first, std::max(after_five, after_nine) - 1};
  }
  if (at > 0 && at < search.tokens.size() && search.tokens[at].has(kUnit)) return std::nullopt;
  if (at > 0 && cued) return TokenRange{first, at - 1};
  const bool thousands = at > 0 && (search.tokens[first].value >= 1000 || at - first >= 2);
  if (thousands && !written && why.cue != Cue::kStays && at < search.tokens.size() &&
      search.tokens[at].kind == TokenKind::kWord && !search.tokens[at].has(kUnit | kStop | kConnector | kFiller) &&
      search.tokens[at].value < 0 && with_street_number(search, first, false) < first) {
    return TokenRange{first, at - 1};
  }
  if (at == 0 || !written || why.cue == Cue::kStays) return std::nullopt;
  if (has_street_beside(search, first, at)) return TokenRange{first, at - 1};
  return place_and_street(search, first, at);
}

}  // namespace aandacht::domain::redaction
