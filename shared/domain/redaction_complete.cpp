// Makes what was found whole: the parts of one number, the rest of a date, a street's name and what follows its number.
#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_date.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_search.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kMostBetween = 7;    // tokens between two parts of one number
constexpr std::size_t kCodeDigits = 3;     // of a card's code that is said in pieces
constexpr std::size_t kMostNameWords = 4;  // of a street's name
constexpr std::size_t kMostAdditions = 5;  // words behind a house number
constexpr std::size_t kFarthestRest = 5;   // tokens between two runs of one number
constexpr std::size_t kFarthestDot = 8;    // tokens between an address and its last dot
constexpr std::size_t kLongestAside = 14;  // tokens that interrupt a number
constexpr std::size_t kMostOfCode = 4;     // digits, as American Express has
constexpr std::size_t kLongestDetour = 7;  // tokens in an address for mail that no rule reads

bool is_letter(const Token& token) { return token.kind == TokenKind::kWord && token.key.size() == 1; }

bool is_number(const Token& token) { return token.kind == TokenKind::kDigits || token.value >= 0; }

// "zwart", "bis", "souterrain": behind a house number.
bool is_addition(const Token& token) {
  return is_one_of(token.key, {"bis",        "hs",       "huis",   "rood",  "zwart",  "wit",   "boven", "beneden",
                               "souterrain", "hoog",     "achter", "links", "rechts", "etage", "ii",    "iii",
                               "iv",         "parterre", "rd",     "zw",    "bus",    "box",   "unit",  "vooraan"}) ||
         (token.key.size() > 5 && token.key.ends_with("hoog"));
}

class Completion {
 public:
  explicit Completion(Search& search)
      : search_(search), tokens_(search.tokens), dates_(date_shapes(search.tokens)), runs_(digit_runs(search.tokens)) {}

  void complete() {
    sort();
    join();
    for (RedactedSpan& span : search_.found) complete(span);
    join();
  }

 private:
  void sort() {
    std::stable_sort(search_.found.begin(), search_.found.end(),
                     [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  }

  void join() {
    std::vector<RedactedSpan>& found = search_.found;
    for (std::size_t i = 1; i < found.size();) {
      if (found[i - 1].kind == found[i].kind &&
          (nothing_between(found[i - 1].end, found[i].begin, found[i].kind) ||
           are_pieces_of_code(found[i - 1], found[i]) || is_interrupted(found[i - 1], found[i]) ||
           are_one_address(found[i - 1], found[i]))) {
        found[i - 1].end = std::max(found[i - 1].end, found[i].end);
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }

  // Fillers and corrections: "eh nee wacht", "sorry dat is", "en dan"; "of the" in a date.
  [[nodiscard]] bool nothing_between(std::size_t begin, std::size_t end, SpanKind kind) const {
    std::size_t between = 0;
    bool corrects = false;
    bool goes_on = false;
    bool says = false;
    for (const Token& token : tokens_) {
      if (token.end <= begin || token.begin >= end) continue;
      if (++between > kMostBetween) return false;
      corrects = corrects || token.has(kCorrection);
      goes_on = goes_on || token.key == "dan" || token.key == "then" ||
                (kind == SpanKind::kBirthDate && is_one_of(token.key, {"of", "van"})) ||
                (kind == SpanKind::kCardCode && is_one_of(token.key, {"of", "or"}));
      const bool empty = token.kind == TokenKind::kMark ? token.key != "?" && token.key != ";"
                                                        : token.has(kFiller | kGap | kCorrection) && !token.has(kFresh);
      const bool small =
          token.has(kConnector | kDeterminer | kStop) || token.value == 1 || is_one_of(token.key, {"keer", "hang"});
      if (!empty && !small) return false;
      says = says || !empty;
    }
    return !says || corrects || goes_on;
  }

  static bool names_another(const Token& token, SpanKind kind) {
    return token.cue != Cue::kNone && token.cue != cue_of(kind);
  }

  // "four nine one four eight five, hang on, the light is bad, five nine one six": one number, said with an aside.
  [[nodiscard]] bool is_interrupted(const RedactedSpan& before, const RedactedSpan& behind) const {
    const std::string begun = digits_in(before);
    const std::string rest = digits_in(behind);
    if (begun.size() >= length_of(before.kind).least) return false;
    const bool again = begun.size() > (before.kind == SpanKind::kCardCode ? 1 : kCodeDigits) &&
                       rest.starts_with(begun);  // "085113, it's 0851137206"
    const std::size_t most = length_of(before.kind).most;
    bool corrects = false;
    const std::size_t from = last_of(before) + 1;
    const std::size_t to = first_of(behind);
    if (to < from || to - from > kLongestAside) return false;
    for (std::size_t at = from; at < to; ++at) {
      const bool number = is_number(tokens_[at]) && tokens_[at].value != 1;
      if (number || tokens_[at].kind == TokenKind::kPlaceholder || names_another(tokens_[at], before.kind)) {
        return false;
      }
      corrects = corrects || tokens_[at].has(kCorrection);
    }
    return begun.size() + rest.size() <= most || again || (corrects && rest.size() <= most);
  }

  // "two hundred" and "six chapel lane"; "w", "streepje onder" and "bakker drie apenstaartje live punt nl"
  [[nodiscard]] bool are_one_address(const RedactedSpan& before, const RedactedSpan& behind) const {
    const std::size_t from = last_of(before) + 1;
    const std::size_t to = first_of(behind);
    if (to < from) return false;
    if (before.kind == SpanKind::kPostcode) {
      return tokens_[from - 1].key == "hundred" && to == from + 1 && tokens_[from].key == "and";
    }
    if (before.kind != SpanKind::kEmail || to - from > kLongestDetour) return false;
    const auto sign = [&](std::size_t first, std::size_t last) {
      return std::any_of(
          tokens_.begin() + static_cast<std::ptrdiff_t>(first), tokens_.begin() + static_cast<std::ptrdiff_t>(last) + 1,
          [](const Token& token) { return token.key == "@" || token.key == "at" || token.key.starts_with("ap"); });
    };
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      const bool ends = token.kind == TokenKind::kMark ? token.key != "-" && token.key != "_" && token.key != ","
                                                       : token.cue != Cue::kNone;
      if (ends || is_one_of(token.key, {"of", "or"}) || !is_free(at)) return false;
    }
    return !sign(first_of(before), from - 1) || !sign(to, last_of(behind));
  }

  [[nodiscard]] std::string digits_in(const RedactedSpan& span) const {
    std::string digits;
    for (const Digits& run : runs_) {
      for (const Digits::Part& part : run.parts) {
        const Token& token = tokens_[part.first];
        if (token.begin >= span.begin && token.end <= span.end) digits += part.digits;
      }
    }
    return digits;
  }

  // "three then a nine" and "a one"
  [[nodiscard]] bool are_pieces_of_code(const RedactedSpan& before, const RedactedSpan& behind) const {
    if (before.kind != SpanKind::kCardCode) return false;
    std::size_t length = 0;
    for (const Digits& run : runs_) {
      const std::size_t begin = tokens_[run.parts.front().first].begin;
      if (begin >= before.begin && begin < behind.end) length += length_of(run);
    }
    return length <= kCodeDigits && only_small(last_of(before) + 1, first_of(behind));
  }

  [[nodiscard]] std::size_t first_of(const RedactedSpan& span) const {
    std::size_t at = 0;
    while (at + 1 < tokens_.size() && tokens_[at].end <= span.begin) ++at;
    return at;
  }

  [[nodiscard]] std::size_t last_of(const RedactedSpan& span) const {
    std::size_t at = tokens_.size() - 1;
    while (at > 0 && tokens_[at].begin >= span.end) --at;
    return at;
  }

  [[nodiscard]] bool is_free(std::size_t at) const {
    return tokens_[at].kind != TokenKind::kPlaceholder && search_.is_free(at, at);
  }

  void complete(RedactedSpan& span) {
    std::size_t first = first_of(span);
    std::size_t last = last_of(span);
    if (span.kind == SpanKind::kBirthDate) complete_date(first, last);
    if (span.kind == SpanKind::kBirthDate) first = with_day_before(first, last);
    if (span.kind == SpanKind::kPostcode) complete_address(first, last);
    if (span.kind == SpanKind::kEmail) complete_email(first, last);
    if (span.kind == SpanKind::kSecret) complete_secret(first, last);
    if (span.kind == SpanKind::kCardCode) complete_code(first, last);
    if (const std::size_t most = length_of(span.kind).most; most > kMostOfCode) complete_number(first, last, most);
    last = with_letter_name(first, last);
    if (span.kind != SpanKind::kEmail) first = with_false_start(first);
    span.begin = std::min(span.begin, tokens_[first].begin);
    span.end = std::max(span.end, tokens_[last].end);
    search_.shield(first, last);
  }

  // "a for apple", "b van bernard" at the end of what went
  [[nodiscard]] std::size_t with_letter_name(std::size_t first, std::size_t last) const {
    const std::size_t name = last + 2;
    if (name >= tokens_.size() || last == first || !is_letter(tokens_[last])) return last;
    const bool names = is_one_of(tokens_[last + 1].key, {"for", "van"}) && tokens_[name].key.size() > 2 &&
                       tokens_[name].key.starts_with(tokens_[last].key);
    return names && is_free(last + 1) && is_free(name) ? name : last;
  }

  // "zeventig zeventien nee" before "tweeënzeventig zeventien s v": begun wrongly, said again.
  [[nodiscard]] std::size_t with_false_start(std::size_t first) const {
    std::size_t at = first;
    bool corrects = false;
    while (at > 0 && first - at < kFarthestRest && is_free(at - 1) && !is_number(tokens_[at - 1]) &&
           (tokens_[at - 1].has(kFiller | kCorrection) || is_one_of(tokens_[at - 1].key, {",", "."}))) {
      corrects =
          corrects || is_one_of(tokens_[at - 1].key, {"nee", "sorry", "no", "pardon", "correctie", "wacht", "joh"});
      --at;
    }
    if (!corrects || at == 0 || !is_number(tokens_[at - 1])) return first;
    while (at > 0 && is_free(at - 1) && (is_number(tokens_[at - 1]) || is_zero_letter(tokens_[at - 1]))) --at;
    return at;
  }

  struct Length {
    std::size_t least = 0;
    std::size_t most = 0;
  };

  // Digits of a whole number of the kind; 0: it is none.
  static Length length_of(SpanKind kind) {
    switch (kind) {
      case SpanKind::kCardNumber:
        return {13, 19};
      case SpanKind::kIban:
        return {9, 18};
      case SpanKind::kPhone:
        return {9, 11};
      case SpanKind::kBsn:
        return {8, 11};
      case SpanKind::kCardCode:
        return {kCodeDigits, kMostOfCode};
      case SpanKind::kEmail:
      case SpanKind::kSecret:
      case SpanKind::kBirthDate:
      case SpanKind::kPostcode:
        return {};
    }
    return {};
  }

  // "zes drie en dan nog een vier", "three then a nine and a one": the other digits of a code of which one or two went.
  void complete_code(std::size_t& first, std::size_t& last) const {
    std::size_t length = 0;
    for (const Digits& run : runs_) {
      const std::size_t begin = run.parts.front().first;
      const std::size_t end = run.parts.back().last;
      if (end < first || begin > last) continue;
      length += length_of(run);
      if (length > kCodeDigits || !is_free_before(begin, first) || !is_free_beyond(begin, end, last)) return;
      first = std::min(first, begin);
      last = std::max(last, end);
    }
    if (length == 0) return;
    for (std::size_t i = runs_.size(); i-- > 0;) {
      const std::size_t end = runs_[i].parts.back().last;
      if (end >= first) continue;
      if (length + length_of(runs_[i]) > kCodeDigits || !only_small(end + 1, first)) break;
      if (!is_free_before(runs_[i].parts.front().first, first)) break;
      first = runs_[i].parts.front().first;
      length += length_of(runs_[i]);
    }
    for (const Digits& run : runs_) {
      const std::size_t begin = run.parts.front().first;
      if (begin <= last) continue;
      if (length + length_of(run) > kCodeDigits || !only_small(last + 1, begin)) break;
      if (!is_free_beyond(begin, run.parts.back().last, last)) break;
      last = run.parts.back().last;
      length += length_of(run);
    }
  }

  [[nodiscard]] std::size_t length_of(const Digits& run) const {
    std::size_t length = 0;
    for (std::size_t i = 0; i < run.parts.size(); ++i) {
      const std::size_t at = run.parts[i].first;
      const bool article = i + 1 < run.parts.size() && tokens_[at].key == "een" && at > 0 &&
                           tokens_[at - 1].has(kGap);  // "nog een vier"
      length += article ? 0 : run.parts[i].digits.size();
    }
    return length;
  }

  // Nothing but "en dan nog een" from token `from` to `to`.
  [[nodiscard]] bool only_small(std::size_t from, std::size_t to) const {
    if (to - from > kMostBetween) return false;
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      const bool mark = token.kind == TokenKind::kMark && is_one_of(token.key, {",", ".", "-"});
      const bool small = token.kind == TokenKind::kWord && token.cue == Cue::kNone && !token.has(kUnit) &&
                         token.has(kFiller | kGap | kFresh | kDeterminer);
      if (!mark && !small) return false;
    }
    return true;
  }

  // "2170 5010, en dan 5863 63": the runs that go on behind it.
  void complete_number(std::size_t first, std::size_t& last, std::size_t most) const {
    std::size_t digits = 0;
    for (const Digits& run : runs_) {
      const std::size_t begin = run.parts.front().first;
      if (run.parts.back().last < first) continue;
      if (begin > last && (begin > last + kLongestDetour || !leads_on(last + 1, begin))) return;
      std::size_t length = 0;
      for (const Digits::Part& part : run.parts) length += part.digits.size();
      digits += length;
      if (digits > most || !is_free_beyond(begin, run.parts.back().last, last)) return;
      last = std::max(last, run.parts.back().last);
    }
  }

  [[nodiscard]] bool is_free_beyond(std::size_t begin, std::size_t end, std::size_t last) const {
    for (std::size_t at = std::max(begin, last + 1); at <= end; ++at) {
      if (!is_free(at)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_free_before(std::size_t begin, std::size_t first) const {
    for (std::size_t at = begin; at < first; ++at) {
      if (!is_free(at)) return false;
    }
    return true;
  }

  [[nodiscard]] bool leads_on(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      const bool empty = token.kind == TokenKind::kMark
                             ? token.key == "," || token.key == "." || token.key == "-"
                             : token.has(kFiller | kGap | kFresh | kCorrection) || is_one_of(token.key, {"hang", "on"});
      if (!empty || !is_free(at)) return false;
    }
    return true;
  }

  // "h 4 4 0 9", "kx7-44": the letters that stand with it.
  void complete_secret(std::size_t& first, std::size_t& last) const {
    const auto joins = [&](std::size_t at) { return is_free(at) && is_letter(tokens_[at]) && tokens_[at].key != "u"; };
    while (first > 0 && (joins(first - 1) || (!tokens_[first].space_before && is_free(first - 1)))) --first;
    while (last + 1 < tokens_.size() && joins(last + 1)) ++last;
    last = with_spelled(last);
    for (const DateShape& date : dates_) {  // "3 juli 2012" of which the year went
      if (date.last < first || date.first > last || !free_between(date.first, first)) continue;
      first = std::min(first, date.first);
    }
  }

  // "m-c-a-l-l"
  [[nodiscard]] std::size_t with_spelled(std::size_t last) const {
    while (last + 2 < tokens_.size() && is_letter(tokens_[last]) && tokens_[last + 1].key == "-" &&
           is_letter(tokens_[last + 2]) && is_free(last + 1) && is_free(last + 2)) {
      last += 2;
    }
    return last;
  }

  void complete_date(std::size_t& first, std::size_t& last) const {
    const std::size_t from = first;
    const std::size_t to = last;
    for (const DateShape& date : dates_) {
      if (date.last < from || date.first > to) continue;
      first = std::min(first, date.first);
      last = std::max(last, date.last);
    }
    if (first > 0 && is_free(first - 1) && is_one_of(tokens_[first - 1].key, {"de", "den", "the"})) --first;
  }

  // "july twenty second and the year is sixty one" of which the year went.
  [[nodiscard]] std::size_t with_day_before(std::size_t first, std::size_t last) const {
    const bool year = last <= first + 1 && is_number(tokens_[first]) && is_number(tokens_[last]);
    if (!year) return first;
    for (const DateShape& date : dates_) {
      if (date.last >= first || first - date.last > kFarthestRest) continue;
      const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(date.last) + 1;
      const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(first);
      const bool leads = std::any_of(begin, end, [](const Token& token) {
        return is_one_of(token.key, {"jaar", "year", "geboortejaar", "jaartal"});
      });
      const bool free = std::all_of(begin, end, [](const Token& token) {
        return token.kind == TokenKind::kMark || (token.value < 0 && token.cue == Cue::kNone);
      });
      if (leads && free && free_between(date.first, first)) return date.first;
    }
    return first;
  }

  void complete_address(std::size_t& first, std::size_t& last) const {
    const bool street = first > 0 && tokens_[first - 1].has(kStreet) && is_free(first - 1);
    if (street) --first;
    if (tokens_[first].has(kStreet) || begins_with_particle(first)) first = name_begin(first);
    if (is_number(tokens_[last]) || is_letter(tokens_[last]) || is_addition(tokens_[last])) last = with_additions(last);
    last = with_house_number(with_road(with_name_behind(last)));
    first = with_house_before(number_begin(first));
  }

  // "seven mill bank" before a postcode, at the beginning of a turn
  [[nodiscard]] std::size_t with_house_before(std::size_t first) const {
    if (is_number(tokens_[first]) && first + 1 < tokens_.size() && !is_letter(tokens_[first + 1])) return first;
    std::size_t house = 0;
    while (house < first && (tokens_[house].has(kFiller) || is_one_of(tokens_[house].key, {"it's", "at"}))) ++house;
    const std::size_t words = first - house;
    if (words < 2 || words > kMostNameWords || !is_number(tokens_[house])) return first;
    for (std::size_t at = house; at < first; ++at) {
      const Token& token = tokens_[at];
      const bool name = token.kind == TokenKind::kWord && token.cue == Cue::kNone && token.month == 0 &&
                        (token.value < 0 || at == house) &&
                        !token.has(kUnit | kStop | kConnector | kGap | kFiller | kNumberNoun);
      if (!is_free(at) || (!name && tokens_[at].key != "," && at != house)) return first;
    }
    return house;
  }

  // "92 portland" "place"
  [[nodiscard]] std::size_t with_road(std::size_t last) const {
    if (last + 1 >= tokens_.size() || is_number(tokens_[last]) || !is_free(last + 1)) return last;
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
    return ends && is_name && is_free(last + 1) && is_free(name) ? name : last;
  }

  // "flat 9, 63 dock street", "a hundred and nineteen station road": the words of the number before the first that
  // went.
  [[nodiscard]] std::size_t number_begin(std::size_t first) const {
    const auto hundreds = [&](std::size_t at) { return tokens_[at].value >= 100 || tokens_[at].key == "hundred"; };
    if (is_number(tokens_[first])) {
      if (first >= 2 && tokens_[first - 1].key == "and" && hundreds(first - 2) && free_between(first - 2, first)) {
        first -= 2;
      }
      while (first > 0 && is_free(first - 1) && hundreds(first) && is_one_of(tokens_[first - 1].key, {"a", "one"}))
        --first;
      while (first > 0 && is_free(first - 1) && tokens_[first].key == "hundred" && tokens_[first - 1].value > 0 &&
             tokens_[first - 1].value < 10) {
        --first;
      }
    }
    std::size_t at = first;
    if (at > 0 && tokens_[at - 1].key == ",") --at;
    if (at >= 2 && is_number(tokens_[at - 1]) && is_unit(tokens_[at - 2].key))
      return free_between(at - 2, first) ? at - 2 : first;
    return first > 0 && is_unit(tokens_[first - 1].key) && is_free(first - 1) ? first - 1 : first;
  }

  static bool is_unit(std::string_view key) { return is_one_of(key, {"flat", "apartment", "apt", "unit", "suite"}); }

  [[nodiscard]] bool free_between(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (!is_free(at)) return false;
    }
    return true;
  }

  // "eh27 9qx, number 31", "… huisnummer twaalf"
  [[nodiscard]] std::size_t with_house_number(std::size_t last) const {
    std::size_t at = last + 1;
    bool noun = false;
    for (; at < tokens_.size() && at <= last + kFarthestRest && is_free(at); ++at) {
      const Token& token = tokens_[at];
      if (is_number(token)) break;
      noun = noun || token.has(kNumberNoun) || token.key.starts_with("huisn");
      if (!noun && token.key != "," && !token.has(kFiller | kGap)) return last;
    }
    const bool number =
        noun && at < tokens_.size() && is_free(at) && is_number(tokens_[at]) && tokens_[at].key.size() < 16;
    if (!number) return last;
    while (at + 1 < tokens_.size() && is_free(at + 1) && tokens_[at + 1].kind == TokenKind::kWord &&
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
      if (token.kind != TokenKind::kWord || !is_free(at) || (says && !token.has(kNameParticle))) break;
      if (!token.has(kNameParticle)) first = at;
    }
    return first;
  }

  // "drie hoog achter", "a", "bus 4", "nummer tweeëntwintig": up to the last word of the address.
  [[nodiscard]] std::size_t with_additions(std::size_t last) const {
    std::size_t end = last;
    for (std::size_t at = last + 1; at < tokens_.size() && at <= last + kMostAdditions && is_free(at); ++at) {
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
        is_one_of(tokens_[end].key, {"bus", "box", "unit"}) && is_free(end + 1)) {
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

  // "n" "l" behind the last dot, letters that are spelled before.
  void complete_email(std::size_t& first, std::size_t& last) const {
    while (last + 1 < tokens_.size() && is_letter(tokens_[last]) && is_letter(tokens_[last + 1]) && is_free(last + 1)) {
      ++last;
    }
    while (first > 0 && is_free(first - 1) && (is_letter(tokens_[first - 1]) || tokens_[first - 1].has(kEmailPart))) {
      --first;
    }
    last = last_dot(with_spelled(last));
    first = with_mailbox(first);
    if (last + 1 < tokens_.size() && tokens_[last].has(kMailHouse) && tokens_[last + 1].has(kTopLevel)) ++last;
    for (std::size_t words = 0; words < kMostNameWords && first > 0 && is_part_of_name(first - 1); ++words) --first;
  }

  // "facturen at voorbeeld.nl" of which the end went
  [[nodiscard]] std::size_t with_mailbox(std::size_t first) const {
    std::size_t at = first;
    while (at > 0 && !tokens_[at].space_before && is_free(at - 1)) --at;
    const bool sign =
        at >= 2 && is_one_of(tokens_[at - 1].key, {"at", "@", "apenstaartje"}) && free_between(at - 2, at);
    return sign && tokens_[at - 2].kind == TokenKind::kWord ? at - 2 : at;
  }

  // "… bij de brug punt n l", "… dot com": behind the last dot that ends a domain.
  [[nodiscard]] std::size_t last_dot(std::size_t last) const {
    for (std::size_t at = last; at + 1 < tokens_.size() && at <= last + kFarthestDot; ++at) {
      const Token& token = tokens_[at];
      const bool ends = token.kind != TokenKind::kWord || !is_free(at) || token.key == "en" || token.key == "and";
      if (ends && at > last) break;
      if (!is_one_of(token.key, {"punt", "dot"})) continue;
      if (tokens_[at + 1].has(kTopLevel)) return at + 1;
      if (tokens_[at + 1].key == "en" && key_at(tokens_, at + 2) == "el") return at + 2;  // "n l" as it sounds
      if (at + 2 < tokens_.size() && is_letter(tokens_[at + 1]) && is_letter(tokens_[at + 2])) return at + 2;
    }
    return last;
  }

  // "berend twee nul nul vier", "amara okafor": what stands before the address and says nothing else.
  [[nodiscard]] bool is_part_of_name(std::size_t at) const {
    const Token& token = tokens_[at];
    if (!is_free(at) || token.cue != Cue::kNone) return false;
    if (is_number(token) && token.value != 1) return true;
    if (token.has(kNameParticle) || is_one_of(token.key, {"met", "bij"})) return true;
    if (token.key == "wil" && at + 1 < tokens_.size() && tokens_[at + 1].has(kNameParticle)) return true;
    return token.kind == TokenKind::kWord &&
           !token.has(kStop | kConnector | kFiller | kUnit | kAsk | kAddress | kDeterminer | kGap | kNegation) &&
           token.value < 0 && !token.key.ends_with("'s");
  }

  Search& search_;
  const Tokens& tokens_;
  const std::vector<DateShape> dates_;
  const std::vector<Digits> runs_;
};

}  // namespace

void complete_found(Search& search) {
  // Nobody says more in one breath; what is written longer is left as it was found.
  if (search.found.empty() || search.tokens.size() > kMostTokens) return;
  Completion(search).complete();
}

}  // namespace aandacht::domain::redaction
