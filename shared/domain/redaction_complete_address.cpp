// The rest of an address of which a part was found.
#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_complete.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kMostNameWords = 4;  // of a street's name
constexpr std::size_t kMostAdditions = 5;  // words behind a house number
constexpr std::size_t kFarthestRest = 5;   // tokens between a postcode and its house number

// "zwart", "bis", "souterrain": behind a house number.
bool is_addition(const Token& token) {
  return is_one_of(token.key, {"bis",        "hs",       "huis",   "rood",  "zwart",  "wit",   "boven", "beneden",
                               "souterrain", "hoog",     "achter", "links", "rechts", "etage", "ii",    "iii",
                               "iv",         "parterre", "rd",     "zw",    "bus",    "box",   "unit",  "vooraan"}) ||
         (token.key.size() > 5 && token.key.ends_with("hoog"));
}

class Address {
 public:
  explicit Address(const Surroundings& in) : in_(in), tokens_(in.tokens) {}

  void complete_address(std::size_t& first, std::size_t& last) const {
    const bool street = first > 0 && tokens_[first - 1].has(kStreet) && in_.is_free(first - 1);
    if (street) --first;
    if (tokens_[first].has(kStreet) || begins_with_particle(first)) first = name_begin(first);
    last = with_letters(last);
    if (is_number(tokens_[last]) || is_letter(tokens_[last]) || is_addition(tokens_[last])) last = with_additions(last);
    last = with_house_number(with_road(with_name_behind(last)));
    first = with_number_noun(with_house_before(number_begin(first)));
    if (first == 1 && is_one_of(tokens_[0].key, {"de", "het", "the"}) && in_.is_free(0)) first = 0;
  }

 private:
  // "1234" of "1234 ab"
  [[nodiscard]] std::size_t with_letters(std::size_t last) const {
    const std::size_t next = last + 1;
    const bool digits = tokens_[last].kind == TokenKind::kDigits && tokens_[last].key.size() == 4;
    if (!digits || next >= tokens_.size() || !in_.is_free(next)) return last;
    const Token& letters = tokens_[next];
    const bool two = letters.kind == TokenKind::kWord && letters.key.size() == 2 && letters.end - letters.begin == 2;
    return two && letters.roles == 0 && letters.value < 0 && letters.cue == Cue::kNone ? next : last;
  }

  // "number forty six", "nummer 14"
  [[nodiscard]] std::size_t with_number_noun(std::size_t first) const {
    const bool noun =
        first > 0 && is_number(tokens_[first]) && tokens_[first - 1].has(kNumberNoun) && in_.is_free(first - 1);
    return noun ? first - 1 : first;
  }

  // "seven mill bank", "27 Orchard Rise," before a postcode
  [[nodiscard]] std::size_t with_house_before(std::size_t first) const {
    if (is_number(tokens_[first]) && first + 1 < tokens_.size() && !is_letter(tokens_[first + 1])) return first;
    std::size_t house = first;
    while (house > 0 && first - house < kMostNameWords && is_name_of_street(house - 1)) --house;
    if (house == first || house == 0 || !in_.is_free(house - 1)) return first;
    const Token& number = tokens_[house - 1];
    const bool short_enough = number.kind == TokenKind::kDigits ? number.key.size() <= 4 : number.value < 1000;
    return is_number(number) && short_enough && number.value != 1 ? house - 1 : first;
  }

  [[nodiscard]] bool is_name_of_street(std::size_t at) const {
    const Token& token = tokens_[at];
    if (token.key == "," && at + 1 < tokens_.size()) return in_.is_free(at);
    return in_.is_free(at) && token.kind == TokenKind::kWord && token.cue == Cue::kNone && token.month == 0 &&
           token.value < 0 && !token.has(kUnit | kStop | kConnector | kGap | kFiller | kNumberNoun);
  }

  // "92 portland" "place"
  [[nodiscard]] std::size_t with_road(std::size_t last) const {
    if (last + 1 >= tokens_.size() || is_number(tokens_[last]) || !in_.is_free(last + 1)) return last;
    return is_one_of(tokens_[last + 1].key, {"place", "court", "row", "mews", "wharf", "crescent", "terrace", "close"})
               ? last + 1
               : last;
  }

  // "fourteen the paddocks"
  [[nodiscard]] std::size_t with_name_behind(std::size_t last) const {
    const std::size_t name = last + 2;
    if (name >= tokens_.size() || !is_number(tokens_[last]) || tokens_[last + 1].key != "the") return last;
    const bool ends = name + 1 == tokens_.size() || tokens_[name + 1].kind == TokenKind::kMark;
    const Token& token = tokens_[name];
    const bool is_name = token.kind == TokenKind::kWord && token.cue == Cue::kNone && token.value < 0 &&
                         !token.has(kUnit | kStop) && token.month == 0;
    return ends && is_name && in_.is_free(last + 1) && in_.is_free(name) ? name : last;
  }

  // "flat 9, 63 dock street", "a hundred and nineteen station road": the words of the number before the first that
  // went.
  [[nodiscard]] std::size_t number_begin(std::size_t first) const {
    const auto hundreds = [&](std::size_t at) { return tokens_[at].value >= 100 || tokens_[at].key == "hundred"; };
    if (is_number(tokens_[first])) {
      if (first >= 2 && tokens_[first - 1].key == "and" && hundreds(first - 2) && in_.free_between(first - 2, first)) {
        first -= 2;
      }
      while (first > 0 && in_.is_free(first - 1) && hundreds(first) && is_one_of(tokens_[first - 1].key, {"a", "one"}))
        --first;
      while (first > 0 && in_.is_free(first - 1) && tokens_[first].key == "hundred" && tokens_[first - 1].value > 0 &&
             tokens_[first - 1].value < 10) {
        --first;
      }
    }
    std::size_t at = first;
    if (at > 0 && tokens_[at - 1].key == ",") --at;
    if (at >= 2 && is_number(tokens_[at - 1]) && is_unit(tokens_[at - 2].key))
      return in_.free_between(at - 2, first) ? at - 2 : first;
    return first > 0 && is_unit(tokens_[first - 1].key) && in_.is_free(first - 1) ? first - 1 : first;
  }

  static bool is_unit(std::string_view key) { return is_one_of(key, {"flat", "apartment", "apt", "unit", "suite"}); }

  // "eh27 9qx, number 31", "… huisnummer twaalf"
  [[nodiscard]] std::size_t with_house_number(std::size_t last) const {
    std::size_t at = last + 1;
    bool noun = false;
    for (; at < tokens_.size() && at <= last + kFarthestRest && in_.is_free(at); ++at) {
      const Token& token = tokens_[at];
      if (is_number(token)) break;
      noun = noun || token.has(kNumberNoun) || token.key.starts_with("huisn");
      if (!noun && token.key != "," && !token.has(kFiller | kGap)) return last;
    }
    const bool number =
        noun && at < tokens_.size() && in_.is_free(at) && is_number(tokens_[at]) && tokens_[at].key.size() < 16;
    if (!number) return last;
    while (at + 1 < tokens_.size() && in_.is_free(at + 1) && tokens_[at + 1].kind == TokenKind::kWord &&
           is_number(tokens_[at + 1])) {
      ++at;
    }
    return with_additions(at);
  }

  // "van galenstraat", "van der heijdenstraat": the first name stands before it.
  [[nodiscard]] bool begins_with_particle(std::size_t first) const {
    if (!is_one_of(tokens_[first].key, {"van", "von", "ter", "ten"})) return false;
    std::size_t at = first;
    while (at < tokens_.size() && tokens_[at].has(kNameParticle)) ++at;
    return at < tokens_.size() && tokens_[at].has(kStreet);
  }

  // "tweede jan van der helst" before "straat".
  [[nodiscard]] std::size_t name_begin(std::size_t street) const {
    std::size_t first = street;
    for (std::size_t at = street; at > 0 && street - at < kMostNameWords;) {
      const Token& token = tokens_[--at];
      const bool says = token.has(kStop | kConnector | kFiller | kUnit | kAsk | kAddress | kDeterminer | kGap) ||
                        token.cue != Cue::kNone || token.value >= 0 ||
                        (token.month > 0 && at > 0 && is_number(tokens_[at - 1]));
      if (token.kind != TokenKind::kWord || !in_.is_free(at) || (says && !token.has(kNameParticle))) break;
      if (!token.has(kNameParticle)) first = at;
    }
    return first;
  }

  // "drie hoog achter", "a", "bus 4", "nummer tweeëntwintig": up to the last word of the address.
  [[nodiscard]] std::size_t with_additions(std::size_t last) const {
    std::size_t end = last;
    for (std::size_t at = last + 1; at < tokens_.size() && at <= last + kMostAdditions && in_.is_free(at); ++at) {
      const Token& token = tokens_[at];
      if (is_addition(token) || is_single_addition(at)) {
        end = at;
      } else if (!(is_number(token) && token.key.size() <= 4 && at == end + 1 && at + 1 < tokens_.size() &&
                   is_addition(tokens_[at + 1])) &&
                 token.key != "-" && token.key != "/" && !token.key.starts_with("toevoeg")) {
        break;
      }
    }
    if (end > last && is_number(tokens_[std::min(end + 1, tokens_.size() - 1)]) && end + 1 < tokens_.size() &&
        is_one_of(tokens_[end].key, {"bus", "box", "unit"}) && in_.is_free(end + 1)) {
      ++end;
    }
    return end;
  }

  // "a", which is no article: not before a word that goes on.
  [[nodiscard]] bool is_single_addition(std::size_t at) const {
    const Token& token = tokens_[at];
    if (!is_letter(token) || token.key == "u" || token.key == "n") return false;
    return !token.space_before || at + 1 == tokens_.size() || !is_one_of(token.key, {"i"});
  }

  const Surroundings& in_;
  const Tokens& tokens_;
};

}  // namespace

Extent whole_address(const Surroundings& in, Extent found) {
  Address(in).complete_address(found.first, found.last);
  return found;
}

}  // namespace aandacht::domain::redaction
