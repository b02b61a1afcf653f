// Postcodes with the house number: Dutch, Belgian, British, American.
#include <algorithm>
#include <array>
#include <optional>

#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kWidestGap = 6;   // tokens between postcode and house number
constexpr std::size_t kLongestZip = 9;  // ZIP+4

struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

bool is_ascii_letters(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Never given out in the Netherlands.
bool is_banned_pair(std::string_view pair) { return pair == "sa" || pair == "sd" || pair == "ss"; }

// "12-26th", "2001st", "1e"
bool is_ordinal_ending(std::string_view pair) {
  return pair == "th" || pair == "st" || pair == "nd" || pair == "rd" || pair == "de";
}

bool is_american_state(std::string_view key) {
  constexpr std::array<std::string_view, 51> states = {
      "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky",
      "la", "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd",
      "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc"};
  return std::find(states.begin(), states.end(), key) != states.end();
}

std::size_t house_before_street(const Tokens& tokens, std::size_t first);

class PostcodeReader {
 public:
  explicit PostcodeReader(const Search& search) : search_(search), tokens_(search.tokens) {}

  std::optional<Range> read(std::size_t at) {
    for (const auto& form : {&PostcodeReader::dutch, &PostcodeReader::british, &PostcodeReader::digits_only}) {
      std::optional<Range> range = (this->*form)(at);
      if (!range) continue;
      range->last = with_house_number(range->last);
      range->first = with_street_number(range->first, true);
      if (form != &PostcodeReader::digits_only) range->first = with_number_before(range->first);
      return range;
    }
    return std::nullopt;
  }

 private:
  Told told(std::size_t first) const {
    Told told = cue_before(tokens_, first);
    const bool asked = search_.expected.has(Cue::kPostcode) && search_.content <= 6 &&
                       (told.cue == Cue::kNone || told.cue == Cue::kPostcode);
    if (asked) told.cue = Cue::kPostcode;
    return told;
  }

  void skip_fillers(std::size_t& at) const {
    for (std::size_t steps = 0; at < tokens_.size() && steps < 3; ++steps, ++at) {
      const bool mark = tokens_[at].key == "," || tokens_[at].key == "-" || tokens_[at].key == ".";
      const bool letters_of =
          key_at(tokens_, at) == "met" ||
          (at > 0 && (key_at(tokens_, at - 1) == "met" || key_at(tokens_, at - 1) == "en") && tokens_[at].key == "de");
      const bool gap = letters_of || tokens_[at].has(kFiller) || tokens_[at].key == "dan" ||
                       tokens_[at].key == "then" || tokens_[at].key == "en";
      if (!mark && !gap) return;
    }
  }

  // Exactly `wanted` digits from `at` on; the token after them, 0 when there are not.
  std::size_t digits(std::size_t at, std::size_t wanted, bool& written) const {
    std::size_t length = 0;
    written = at < tokens_.size() && tokens_[at].kind == TokenKind::kDigits;
    if (wanted == 4 && at < tokens_.size() && tokens_[at].value >= 1000) return at + 1;  // "drieduizend"
    while (at < tokens_.size() && length < wanted) {
      std::size_t next = at;
      std::string said = digits_at(tokens_, at, next);
      // "1234AB"
      if (said.empty() && tokens_[at].kind == TokenKind::kDigits && (at == 0 || !touches_word(at - 1))) {
        said = tokens_[at].key;
        next = at + 1;
      }
      if (said.empty() || (length == 0 && said[0] == '0' && wanted == 4)) return 0;
      length += said.size();
      at = next;
      if (length < wanted) skip_fillers(at);
    }
    return length == wanted ? at : 0;
  }

  bool touches_word(std::size_t left) const { return tokens_[left].kind == TokenKind::kWord && touches(tokens_, left); }

  std::optional<Range> dutch(std::size_t first) {
    bool written = false;
    std::size_t at = digits(first, 4, written);
    if (at == 0) return std::nullopt;
    const std::size_t after_digits = at;
    // "7534 HM" is no filler.
    const bool letters =
        at < tokens_.size() && tokens_[at].key.size() == 2 && (tokens_[at].upper || !tokens_[at].space_before);
    if (!letters) skip_fillers(at);
    if (at >= tokens_.size() || tokens_[at].kind != TokenKind::kWord) return std::nullopt;
    if (is_zero_letter(tokens_[at]) || tokens_[at].value >= 0) return std::nullopt;
    const Token& word = tokens_[at];
    const bool sentence = tokens_[at - 1].kind == TokenKind::kMark && word.space_before;  // "in 2010. It"
    std::string pair;
    bool spelled = false;
    std::size_t next = at;
    if (word.key.size() == 2 && is_ascii_letters(word.key) && !sentence) {
      pair = word.key;
      next = at + 1;
    } else if (const char one = letter_at(tokens_, at, next); one != 0) {
      std::size_t second = next;
      skip_fillers(second);
      const char two = letter_at(tokens_, second, next);
      if (two == 0) return std::nullopt;
      pair = {one, two};
      spelled = true;
    }
    if (pair.size() != 2 || is_banned_pair(pair) || (is_ordinal_ending(pair) && !word.upper)) return std::nullopt;
    const Told why = told(first);
    const bool cued = why.cue == Cue::kPostcode;
    if (why.cue == Cue::kStays && why.content <= 1) return std::nullopt;
    const bool glued = after_digits == at && !word.space_before;
    const bool capitals = word.upper && written;
    const bool common = word.has(kUnit | kStop | kConnector | kFiller | kGap) || word.key == "is";
    // Something more must say that these are letters and no word.
    const bool believed = spelled || cued || ((capitals || glued) && !word.has(kUnit)) ||
                          (capitals && with_house_number(next - 1) >= next) ||
                          (capitals && with_street_number(first, false) < first) ||
                          (!common && (with_house_number(next - 1) >= next || search_.bare()));
    if (!believed || (cued && common && !capitals && !glued && !spelled)) return std::nullopt;
    return Range{first, next - 1};
  }

  // Outward code (A9, A99, AA9, AA99, A9A, AA9A) and inward code (9AA), written or spelled.
  std::optional<Range> british(std::size_t first) {
    if (tokens_[first].kind != TokenKind::kWord || (first > 0 && touches_word(first - 1))) return std::nullopt;
    std::string said;
    std::size_t at = first;
    std::optional<std::size_t> last;
    while (at < tokens_.size() && said.size() <= 7) {
      const Token& token = tokens_[at];
      std::size_t next = at;
      if (token.kind == TokenKind::kWord && token.key.size() == 2 && is_ascii_letters(token.key) && beside_digit(at)) {
        said += token.key;
        next = at + 1;
      } else if (token.kind == TokenKind::kDigits) {
        // "a 600HP", "a 20th": digits apart from their letter, unless they are spelled one by one.
        if (token.key.size() > 1 && (at == 0 || token.space_before)) break;
        said += token.key;
        next = at + 1;
      } else if (const std::string digits = digits_at(tokens_, at, next); !digits.empty()) {
        said += digits;
      } else if (const char letter = letter_at(tokens_, at, next); letter != 0) {
        said += letter;
      } else if (token.has(kFiller) && at > first) {
        next = at + 1;
      } else {
        break;
      }
      at = next;
      const bool ends = at >= tokens_.size() || tokens_[at].space_before || tokens_[at].kind == TokenKind::kMark;
      if (ends && is_british(said)) last = at - 1;
    }
    if (!last) return std::nullopt;
    const Told why = told(first);
    if (why.cue == Cue::kStays && why.content <= 1) return std::nullopt;
    return Range{first, *last};
  }

  // Letters that are a word of their own are no part of a code: "in 12 is".
  bool beside_digit(std::size_t at) const {
    const bool before = at > 0 && tokens_[at - 1].kind == TokenKind::kDigits && touches(tokens_, at - 1);
    const bool after = touches(tokens_, at) && tokens_[at + 1].kind == TokenKind::kDigits;
    return before || after;
  }

  static bool is_british(std::string_view said) {
    if (said.size() < 5 || said.size() > 7) return false;
    std::string shape;
    for (const char c : said) shape += c >= '0' && c <= '9' ? '9' : 'a';
    for (const std::string_view outward : {"a9", "a99", "aa9", "aa99", "a9a", "aa9a"}) {
      if (shape.size() == outward.size() + 3 && shape.starts_with(outward) && shape.ends_with("9aa")) return true;
    }
    return false;
  }

  // Belgian and American: only after a cue, in an address, or behind a state.
  std::optional<Range> digits_only(std::size_t first) {
    bool written = false;
    const Told why = told(first);
    const bool cued = why.cue == Cue::kPostcode && why.content <= 2;
    const bool street = house_in_front(first);
    const bool american = street && key_at(tokens_, first - 1).size() > 1;
    const bool state = first > 0 && tokens_[first - 1].upper && (is_american_state(tokens_[first - 1].key) || street);
    if (const std::size_t at = digits(first, 5, written); at > 0 && (cued || (state && written) || american)) {
      bool ignored = false;
      std::size_t more = at;
      const bool plus4 = key_at(tokens_, at) == "-" && (more = digits(at + 1, 4, ignored)) > 0;
      return Range{first, (plus4 ? more : at) - 1};
    }
    const std::size_t at = digits(first, 4, written);
    if (at > 0 && at < tokens_.size() && tokens_[at].has(kUnit)) return std::nullopt;
    if (at > 0 && cued) return Range{first, at - 1};
    const bool thousands = at > 0 && (tokens_[first].value >= 1000 || at - first >= 2);
    if (thousands && !written && why.cue != Cue::kStays && at < tokens_.size() &&
        tokens_[at].kind == TokenKind::kWord && !tokens_[at].has(kUnit | kStop | kConnector | kFiller) &&
        tokens_[at].value < 0 && with_street_number(first, false) < first) {
      return Range{first, at - 1};
    }
    if (at == 0 || !written || why.cue == Cue::kStays) return std::nullopt;
    if (has_street_beside(first, at)) return Range{first, at - 1};
    return place_and_street(first, at);
  }

  bool house_in_front(std::size_t first) const;

  // "2000 Antwerpen, Meir 12", and "in 2000 Antwerpen" of who says where they live.
  std::optional<Range> place_and_street(std::size_t first, std::size_t at) const {
    if (at >= tokens_.size() || !tokens_[at].upper || tokens_[at].month > 0) return std::nullopt;
    std::size_t street = at + 1;
    if (key_at(tokens_, street) == ",") ++street;
    const bool named = street < tokens_.size() && tokens_[street].upper && is_house_number(street + 1);
    if (named && search_.content <= 4) return Range{first, street + 1};
    for (std::size_t i = first; i > 0 && first - i < 12;) {
      if (tokens_[--i].has(kAddress)) return Range{first, at - 1};
    }
    return std::nullopt;
  }

  // "Kerkstraat 12, 9000 Gent" and "9000 Gent, Kerkstraat 12".
  bool has_street_beside(std::size_t first, std::size_t after) const {
    if (with_street_number(first, false) < first) return true;
    for (std::size_t at = after; at < tokens_.size() && at <= after + 5; ++at) {
      if (tokens_[at].kind == TokenKind::kPlaceholder) return false;
      if (tokens_[at].has(kStreet) && at + 1 < tokens_.size() && is_house_number(at + 1)) return at > after;
    }
    return false;
  }

  bool is_house_number(std::size_t at) const {
    if (at >= tokens_.size()) return false;
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kDigits) return token.key.size() <= 4;
    return token.value >= 0 && token.value <= 9999;
  }

  // The last token of the house number behind token `last`; `last` when none follows.
  std::size_t with_house_number(std::size_t last) const {
    std::size_t at = last + 1;
    bool named = false;
    while (at < tokens_.size() && at <= last + kWidestGap) {
      const Token& token = tokens_[at];
      const bool house = token.has(kNumberNoun) || token.key.starts_with("huisn") || token.key == "house" ||
                         token.key == "nr" || token.key == "flat";
      named = named || house;
      const bool mark = token.key == "," || token.key == "-" || token.key == "." || token.key == ":";
      const bool link = token.has(kFiller | kGap | kConnector) && token.value < 0;
      if (!house && !mark && !link) break;
      ++at;
    }
    if (at >= tokens_.size() || at > last + kWidestGap || !search_.is_free(at, at)) return last;
    // "… 1234 AB. Om 10 uur": far off only when it is named.
    if (!named && at > last + 3) return last;
    std::size_t next = at;
    std::string said = digits_at(tokens_, at, next);
    if (said.empty() && tokens_[at].kind == TokenKind::kDigits) {
      said = tokens_[at].key;
      next = at + 1;
    }
    if (said.empty() || said.size() > 4) return last;
    for (std::size_t more = next; more < tokens_.size() && said.size() < 4; more = next) {
      const std::string digit = digits_at(tokens_, more, next);
      if (digit.size() != 1 || tokens_[more].kind == TokenKind::kDigits) {
        next = more;
        break;
      }
      said += digit;
    }
    if (next < tokens_.size() && (tokens_[next].has(kUnit) || tokens_[next].key == ":")) return last;
    std::size_t longer = next;
    if (next < tokens_.size() && !digits_at(tokens_, next, longer).empty()) return last;  // a longer number
    // "12-3", "12 bus 3"
    const bool dash = key_at(tokens_, next) == "-" || key_at(tokens_, next) == "/";
    if (next + 1 < tokens_.size() &&
        (dash || tokens_[next].key == "bus" || tokens_[next].key.starts_with("toevoeging")) &&
        is_house_number(next + 1) && search_.is_free(next, next + 1)) {
      return next + 1;
    }
    next = with_additions(next);
    const bool suffix = next < tokens_.size() && tokens_[next].kind == TokenKind::kWord &&
                        (tokens_[next].key == "bis" || tokens_[next].key == "hs" ||
                         (tokens_[next].key.size() == 1 && (touches(tokens_, next - 1) || next + 1 == tokens_.size())));
    return suffix ? next : next - 1;
  }

  // Past "bus 3", "toevoeging c", "zwart", "driehoog", "-III" behind a house number; `next` when none follows.
  std::size_t with_additions(std::size_t next) const {
    for (std::size_t steps = 0; steps < 3 && next < tokens_.size() && search_.is_free(next, next); ++steps) {
      const std::string& key = tokens_[next].key;
      const bool more = next + 1 < tokens_.size() && search_.is_free(next, next + 1);
      const bool short_word = more && tokens_[next + 1].kind == TokenKind::kWord && tokens_[next + 1].key.size() <= 3;
      const bool names = key == "bus" || key == "box" || key == "toevoeging" || key == "apartment" || key == "app" ||
                         key == "flat" || key == "verdieping" || key == "letter";
      if (names && more && (is_house_number(next + 1) || tokens_[next + 1].key.size() == 1)) {
        next += 2;
      } else if ((key == "-" || key == "/") && !tokens_[next].space_before &&
                 !tokens_[next + (more ? 1 : 0)].space_before && (short_word || (more && is_house_number(next + 1)))) {
        next += 2;
      } else if (key == "bis" || key == "hs" || key == "huis" || key == "rood" || key == "zwart" || key == "wit" ||
                 key == "boven" || key == "beneden" || (key.size() > 5 && key.ends_with("hoog"))) {
        ++next;
      } else if (key.size() == 1 && tokens_[next].kind == TokenKind::kWord && more && with_additions_at(next + 1)) {
        ++next;
      } else {
        break;
      }
    }
    return next;
  }

  bool with_additions_at(std::size_t at) const {
    const std::string_view key = key_at(tokens_, at);
    return key == "bus" || key == "zwart" || key == "rood" || key == "bis" || key == "box";
  }

  // "deliver to 14, LS8 2NP": a number right before a code that has letters.
  std::size_t with_number_before(std::size_t first) const {
    std::size_t at = first;
    if (at > 0 && tokens_[at - 1].key == ",") --at;
    if (at == 0 || !is_house_number(at - 1) || tokens_[at - 1].kind != TokenKind::kDigits) return first;
    const bool introduced =
        at == 1 || tokens_[at - 2].has(kConnector | kNumberNoun | kFiller) || tokens_[at - 2].has(kAddress | kStreet);
    return introduced && search_.is_free(at - 1, first) ? at - 1 : first;
  }

  // "steenweg op Gierle 205": the number at `begin`.
  bool is_road_towards(std::size_t begin) const {
    if (begin < 3 || !tokens_[begin - 3].has(kStreet)) return false;
    return tokens_[begin - 2].key == "op" || tokens_[begin - 2].key == "naar" || tokens_[begin - 2].key == "van";
  }

  // The first token of "12" in "Kerkstraat 12, 1234 AB" and "huisnummer 12 postcode 1234 AB".
  std::size_t with_street_number(std::size_t first, bool any_name) const {
    std::size_t at = first;
    for (std::size_t steps = 0; at > 0 && steps < 5; ++steps) {
      const Token& token = tokens_[at - 1];
      if (is_house_number(at - 1)) {
        std::size_t begin = at - 1;
        while (begin > 0 && tokens_[begin - 1].value >= 0 && tokens_[begin - 1].value <= 999) --begin;
        const bool parted = begin > 1 && (tokens_[begin - 1].key == "bus" || tokens_[begin - 1].key == "box" ||
                                          tokens_[begin - 1].key == "/");
        if (parted) {  // "Veldstraat 4 bus 2", "220/4"
          at = begin - 1;
          continue;
        }
        const bool street =
            begin > 0 && (tokens_[begin - 1].has(kStreet) || is_road_towards(begin) ||
                          (any_name && tokens_[begin - 1].upper && tokens_[begin - 1].key.size() > 3) ||
                          (any_name && tokens_[begin - 1].has(kNumberNoun)) ||
                          tokens_[begin - 1].key.starts_with("huisn") || tokens_[begin - 1].cue == Cue::kPostcode);
        return street && search_.is_free(begin, first) ? begin : first;
      }
      const bool link = token.key == "," || token.cue == Cue::kPostcode || token.has(kFiller | kConnector | kGap) ||
                        token.key.size() == 1 || token.key == "te";
      if (!link || token.kind == TokenKind::kPlaceholder) return first;
      --at;
    }
    return first;
  }

  const Search& search_;
  const Tokens& tokens_;
};

// An answer to the question for a postcode or house number that has no postcode's shape: "nummer twaalf".
void find_asked_house_number(Search& search) {
  if (!search.expected.only(Cue::kPostcode) || !search.bare()) return;
  for (const Digits& run : digit_runs(search.tokens)) {
    std::size_t total = 0;
    for (const Digits::Part& part : run.parts) total += part.digits.size();
    const std::size_t first = run.parts.front().first;
    const std::size_t last = run.parts.back().last;
    if (total > kLongestZip || !search.is_free(first, last) || cue_before(search.tokens, first).cue == Cue::kStays)
      continue;
    search.take(first, last, SpanKind::kPostcode);
  }
}

// "22 Harrow Road, NW10 4UA", "42 Maple Street Austin Texas 78701": the token of the number; `first` when none is.
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

bool PostcodeReader::house_in_front(std::size_t first) const { return house_before_street(tokens_, first) < first; }

}  // namespace

void find_postcodes(Search& search) {
  PostcodeReader reader(search);
  for (std::size_t at = 0; at < search.tokens.size(); ++at) {
    const Token& token = search.tokens[at];
    const bool begins = token.kind == TokenKind::kDigits || token.value >= 0 || token.has(kMany) ||
                        token.key.size() <= 2 || token.letter != 0;
    if (!begins || search.taken[at] || token.kind == TokenKind::kPlaceholder || token.kind == TokenKind::kMark)
      continue;
    const auto range = reader.read(at);
    if (!range || !search.is_free(range->first, range->last)) continue;
    const std::size_t before = house_before_street(search.tokens, range->first);
    if (before < range->first && search.is_free(before, before)) search.take(before, before, SpanKind::kPostcode);
    search.take(range->first, range->last, SpanKind::kPostcode);
    at = range->last;
  }
  find_asked_house_number(search);
}

}  // namespace aandacht::domain::redaction
