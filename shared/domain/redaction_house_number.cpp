#include "shared/domain/redaction_house_number.h"

#include <algorithm>
#include <array>

#include "shared/domain/redaction_digits.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kWidestGap = 6;  // tokens between postcode and house number

bool with_additions_at(const Tokens& tokens, std::size_t at) {
  const std::string_view key = key_at(tokens, at);
  return key == "bus" || key == "zwart" || key == "rood" || key == "bis" || key == "box";
}

// Past "bus 3", "toevoeging c", "zwart", "driehoog", "-III" behind a house number; `next` when none follows.
std::size_t with_additions(const Search& search, std::size_t next) {
  for (std::size_t steps = 0; steps < 3 && next < search.tokens.size() && search.is_free(next, next); ++steps) {
    const Key& key = search.tokens[next].key;
    const bool more = next + 1 < search.tokens.size() && search.is_free(next, next + 1);
    const bool short_word =
        more && search.tokens[next + 1].kind == TokenKind::kWord && search.tokens[next + 1].key.size() <= 3;
    const bool names = key == "bus" || key == "box" || key == "toevoeging" || key == "apartment" || key == "app" ||
                       key == "flat" || key == "verdieping" || key == "letter";
    if (names && more && (is_house_number(search.tokens, next + 1) || search.tokens[next + 1].key.size() == 1)) {
      next += 2;
    } else if ((key == "-" || key == "/") && !search.tokens[next].space_before &&
               !search.tokens[next + (more ? 1 : 0)].space_before &&
               (short_word || (more && is_house_number(search.tokens, next + 1)))) {
      next += 2;
    } else if (key == "bis" || key == "hs" || key == "huis" || key == "rood" || key == "zwart" || key == "wit" ||
               key == "boven" || key == "beneden" || (key.size() > 5 && key.ends_with("hoog"))) {
      ++next;
    } else if (key.size() == 1 && search.tokens[next].kind == TokenKind::kWord && more &&
               with_additions_at(search.tokens, next + 1)) {
      ++next;
    } else {
      break;
    }
  }
  return next;
}

// "steenweg op Gierle 205": the number at `begin`.
bool is_road_towards(const Tokens& tokens, std::size_t begin) {
  if (begin < 3 || !tokens[begin - 3].has(kStreet)) return false;
  return tokens[begin - 2].key == "op" || tokens[begin - 2].key == "naar" || tokens[begin - 2].key == "van";
}

// The token at which a house number behind token `last` may begin; 0 when none does.
std::size_t house_number_behind(const Search& search, std::size_t last) {
  std::size_t at = last + 1;
  bool named = false;
  while (at < search.tokens.size() && at <= last + kWidestGap) {
    const Token& token = search.tokens[at];
    const bool house = token.has(kNumberNoun) || token.key.starts_with("huisn") || token.key == "house" ||
                       token.key == "nr" || token.key == "flat";
    named = named || house;
    const bool mark = token.key == "," || token.key == "-" || token.key == "." || token.key == ":";
    const bool link = token.has(kFiller | kGap | kConnector) && token.value < 0;
    if (!house && !mark && !link) break;
    ++at;
  }
  if (at >= search.tokens.size() || at > last + kWidestGap || !search.is_free(at, at)) return 0;
  // "… 1234 AB. Om 10 uur": far off only when it is named.
  if (!named && at > last + 3) return 0;
  return at;
}

// The token behind the digits of a house number that begins at token `at`; 0 when they are a quantity, a time or a
// longer number.
std::size_t end_of_house_number(const Tokens& tokens, std::size_t at) {
  std::size_t next = at;
  if (follows_currency(tokens, at)) return 0;
  std::string said = digits_at(tokens, at, next);
  if (said.empty() && tokens[at].kind == TokenKind::kDigits) {
    said = tokens[at].key;
    next = at + 1;
  }
  if (said.empty() || said.size() > 4) return 0;
  for (std::size_t more = next; more < tokens.size() && said.size() < 4; more = next) {
    const std::string digit = digits_at(tokens, more, next);
    if (digit.size() != 1 || tokens[more].kind == TokenKind::kDigits) {
      next = more;
      break;
    }
    said += digit;
  }
  if (next < tokens.size() && (tokens[next].has(kUnit) || tokens[next].key == ":")) return 0;
  std::size_t longer = next;
  if (next < tokens.size() && !digits_at(tokens, next, longer).empty()) return 0;  // a longer number
  return next;
}

}  // namespace

bool is_american_state(std::string_view key) {
  constexpr std::array<std::string_view, 51> states = {
      "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky",
      "la", "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd",
      "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc"};
  return std::find(states.begin(), states.end(), key) != states.end();
}

bool is_house_number(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size()) return false;
  const Token& token = tokens[at];
  if (token.kind == TokenKind::kDigits) return token.key.size() <= 4;
  return token.value >= 0 && token.value <= 9999;
}

std::size_t with_house_number(const Search& search, std::size_t last) {
  const std::size_t at = house_number_behind(search, last);
  std::size_t next = at > 0 ? end_of_house_number(search.tokens, at) : 0;
  if (next == 0) return last;
  // "12-3", "12 bus 3"
  const bool dash = key_at(search.tokens, next) == "-" || key_at(search.tokens, next) == "/";
  if (next + 1 < search.tokens.size() &&
      (dash || search.tokens[next].key == "bus" || search.tokens[next].key.starts_with("toevoeging")) &&
      is_house_number(search.tokens, next + 1) && search.is_free(next, next + 1)) {
    return next + 1;
  }
  next = with_additions(search, next);
  const bool suffix =
      next < search.tokens.size() && search.tokens[next].kind == TokenKind::kWord &&
      (search.tokens[next].key == "bis" || search.tokens[next].key == "hs" ||
       (search.tokens[next].key.size() == 1 && (touches(search.tokens, next - 1) || next + 1 == search.tokens.size())));
  return suffix ? next : next - 1;
}

std::size_t with_number_before(const Search& search, std::size_t first) {
  std::size_t at = first;
  if (at > 0 && search.tokens[at - 1].key == ",") --at;
  if (at == 0 || !is_house_number(search.tokens, at - 1) || search.tokens[at - 1].kind != TokenKind::kDigits)
    return first;
  const bool introduced = at == 1 || search.tokens[at - 2].has(kConnector | kNumberNoun | kFiller) ||
                          search.tokens[at - 2].has(kAddress | kStreet);
  return introduced && search.is_free(at - 1, first) ? at - 1 : first;
}

std::size_t with_street_number(const Search& search, std::size_t first, bool any_name) {
  std::size_t at = first;
  for (std::size_t steps = 0; at > 0 && steps < 5; ++steps) {
    const Token& token = search.tokens[at - 1];
    if (is_house_number(search.tokens, at - 1)) {
      std::size_t begin = at - 1;
      while (begin > 0 && search.tokens[begin - 1].value >= 0 && search.tokens[begin - 1].value <= 999) --begin;
      const bool parted = begin > 1 && (search.tokens[begin - 1].key == "bus" ||
                                        search.tokens[begin - 1].key == "box" || search.tokens[begin - 1].key == "/");
      if (parted) {  // "Veldstraat 4 bus 2", "220/4"
        at = begin - 1;
        continue;
      }
      const bool street =
          begin > 0 &&
          (search.tokens[begin - 1].has(kStreet) || is_road_towards(search.tokens, begin) ||
           (any_name && search.tokens[begin - 1].upper && search.tokens[begin - 1].key.size() > 3) ||
           (any_name && search.tokens[begin - 1].has(kNumberNoun)) ||
           search.tokens[begin - 1].key.starts_with("huisn") || search.tokens[begin - 1].cue == Cue::kPostcode);
      return street && search.is_free(begin, first) ? begin : first;
    }
    const bool link = token.key == "," || token.cue == Cue::kPostcode || token.has(kFiller | kConnector | kGap) ||
                      token.key.size() == 1 || token.key == "te";
    if (!link || token.kind == TokenKind::kPlaceholder) return first;
    --at;
  }
  return first;
}

std::size_t house_before_street(const Tokens& tokens, std::size_t first) {
  bool street = false;
  for (std::size_t at = first; at > 0 && first - at < 12;) {
    const Token& token = tokens[--at];
    if (token.key == ",") continue;
    if (token.kind == TokenKind::kDigits && touches(tokens, at) && tokens[at + 1].kind == TokenKind::kWord && !street) {
      continue;  // "Apt 6B"
    }
    if (token.kind == TokenKind::kDigits) return street && token.key.size() <= 4 ? at : first;
    if (token.value >= 0 && token.key != "een") return street ? at : first;
    if (token.upper && token.key.size() == 2 && is_american_state(token.key)) continue;
    if (token.kind != TokenKind::kWord || token.has(kUnit | kConnector) || token.cue != Cue::kNone) return first;
    street = street || token.has(kStreet) || token.key == "grove" || token.key == "st" || token.key == "gardens";
  }
  return first;
}

}  // namespace aandacht::domain::redaction
