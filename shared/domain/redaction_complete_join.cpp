// Whether two spans are of one number or address that was interrupted.
#include <algorithm>

#include "shared/domain/redaction_complete.h"
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr std::size_t kMostBetween = 7;    // tokens between two parts of one number
constexpr std::size_t kCodeDigits = 3;     // of a card's code that is said in pieces
constexpr std::size_t kLongestAside = 14;  // tokens that interrupt a number
constexpr std::size_t kLongestDetour = 7;  // tokens in an address for mail that no rule reads

class Pair {
 public:
  explicit Pair(const Surroundings& in) : in_(in), tokens_(in.tokens) {}

  [[nodiscard]] bool are_one(const RedactedSpan& before, const RedactedSpan& behind) const {
    return nothing_between(before, behind) || are_pieces_of_code(before, behind) || is_interrupted(before, behind) ||
           are_one_address(before, behind);
  }

 private:
  // Fillers and corrections: "eh nee wacht", "sorry dat is", "en dan"; "of the" in a date.
  [[nodiscard]] bool nothing_between(const RedactedSpan& before, const RedactedSpan& behind) const {
    const std::size_t begin = before.end;
    const std::size_t end = behind.begin;
    const SpanKind kind = before.kind;
    std::size_t between = 0;
    bool corrects = false;
    bool goes_on = is_one_of(tokens_[in_.first_of(behind)].key, {"dan", "then"});
    bool says = false;
    for (const Token& token : tokens_) {
      if (token.end <= begin || token.begin >= end) continue;
      if (++between > kMostBetween) return false;
      corrects = corrects || token.has(kCorrection);
      goes_on = goes_on || token.key == "dan" || token.key == "then" ||
                (kind == SpanKind::kBirthDate && is_one_of(token.key, {"of", "van"})) ||
                (kind == SpanKind::kPostcode && is_one_of(token.key, {"in", "te"})) ||
                (kind == SpanKind::kCardCode && is_one_of(token.key, {"of", "or"}));
      const bool empty = token.kind == TokenKind::kMark ? token.key != "?" && token.key != ";"
                                                        : token.has(kFiller | kGap | kCorrection) && !token.has(kFresh);
      const bool small = token.has(kConnector | kDeterminer | kStop) || token.value == 1 ||
                         is_one_of(token.key, {"keer", "hang"}) ||
                         (kind == SpanKind::kPostcode && token.key.starts_with("letter"));
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
    const std::string begun = in_.digits_in(before);
    const std::string rest = in_.digits_in(behind);
    if (begun.size() >= length_of(before.kind).least) return false;
    const bool again = begun.size() > (before.kind == SpanKind::kCardCode ? 1 : kCodeDigits) &&
                       rest.starts_with(begun);  // "085113, it's 0851137206"
    const std::size_t most = length_of(before.kind).most;
    bool corrects = false;
    const std::size_t from = in_.last_of(before) + 1;
    const std::size_t to = in_.first_of(behind);
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

  // "two hundred" and "six chapel lane", "singel honderd en één"; "w", "streepje onder" and "bakker drie apenstaartje
  // live punt nl"
  [[nodiscard]] bool are_one_address(const RedactedSpan& before, const RedactedSpan& behind) const {
    const std::size_t from = in_.last_of(before) + 1;
    const std::size_t to = in_.first_of(behind);
    if (to < from) return false;
    if (before.kind == SpanKind::kPostcode) {
      const bool links = to == from + 1 && is_one_of(tokens_[from].key, {"and", "en"});
      return links && (tokens_[from - 1].key == "hundred" || tokens_[from - 1].key.ends_with("honderd"));
    }
    if (before.kind != SpanKind::kEmail || to - from > kLongestDetour) return false;
    const auto sign = [&](std::size_t first, std::size_t last) {
      return std::any_of(
          tokens_.begin() + static_cast<std::ptrdiff_t>(first), tokens_.begin() + static_cast<std::ptrdiff_t>(last) + 1,
          [](const Token& token) { return token.key == "@" || token.key == "at" || is_spoken_sign(token.key); });
    };
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      const bool ends = token.kind == TokenKind::kMark ? token.key != "-" && token.key != "_" && token.key != ","
                                                       : token.cue != Cue::kNone;
      if (ends || is_one_of(token.key, {"of", "or"}) || !in_.is_free(at)) return false;
    }
    return !sign(in_.first_of(before), from - 1) || !sign(to, in_.last_of(behind));
  }

  // "three then a nine" and "a one"
  [[nodiscard]] bool are_pieces_of_code(const RedactedSpan& before, const RedactedSpan& behind) const {
    if (before.kind != SpanKind::kCardCode) return false;
    std::size_t length = 0;
    for (const Digits& run : in_.runs) {
      const std::size_t begin = tokens_[run.parts.front().first].begin;
      if (begin >= before.begin && begin < behind.end) length += in_.length_of(run);
    }
    return length <= kCodeDigits && in_.only_small(in_.last_of(before) + 1, in_.first_of(behind));
  }

  const Surroundings& in_;
  const Tokens& tokens_;
};

}  // namespace

bool are_one(const Surroundings& in, const RedactedSpan& before, const RedactedSpan& behind) {
  return Pair(in).are_one(before, behind);
}

}  // namespace aandacht::domain::redaction
