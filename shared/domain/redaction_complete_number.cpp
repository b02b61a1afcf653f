// The other digits of a number of which some were found.
#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_complete.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kCodeDigits = 3;    // of a card's code that is said in pieces
constexpr std::size_t kMobilePrefix = 2;  // digits of "06", and of what follows it
constexpr std::size_t kBehindMobilePrefix = 8;
constexpr std::size_t kLongestAside = 14;  // tokens that interrupt a number
constexpr std::size_t kLongestDetour = 7;  // tokens between two runs of one number

class Number {
 public:
  explicit Number(const Surroundings& in) : in_(in), tokens_(in.tokens) {}

  // "zes drie en dan nog een vier", "three then a nine and a one": the other digits of a code of which one or two went.
  void complete_code(std::size_t& first, std::size_t& last) const {
    std::size_t length = 0;
    for (const Digits& run : in_.runs) {
      const std::size_t begin = run.parts.front().first;
      const std::size_t end = run.parts.back().last;
      if (end < first || begin > last) continue;
      length += in_.length_of(run);
      if (length > kCodeDigits || !is_free_before(begin, first) || !in_.is_free_beyond(begin, end, last)) return;
      first = std::min(first, begin);
      last = std::max(last, end);
    }
    if (length == 0) return;
    for (std::size_t i = in_.runs.size(); i-- > 0;) {
      const std::size_t end = in_.runs[i].parts.back().last;
      if (end >= first) continue;
      if (length + in_.length_of(in_.runs[i]) > kCodeDigits || !in_.only_small(end + 1, first)) break;
      if (!is_free_before(in_.runs[i].parts.front().first, first)) break;
      first = in_.runs[i].parts.front().first;
      length += in_.length_of(in_.runs[i]);
    }
    for (const Digits& run : in_.runs) {
      const std::size_t begin = run.parts.front().first;
      if (begin <= last) continue;
      if (length + in_.length_of(run) > kCodeDigits || !in_.only_small(last + 1, begin)) break;
      if (!in_.is_free_beyond(begin, run.parts.back().last, last)) break;
      last = run.parts.back().last;
      length += in_.length_of(run);
    }
  }

  // "2170 5010, en dan 5863 63": the runs that go on behind it.
  void complete_number(std::size_t first, std::size_t& last, std::size_t most) const {
    std::size_t digits = 0;
    for (const Digits& run : in_.runs) {
      const std::size_t begin = run.parts.front().first;
      if (run.parts.back().last < first) continue;
      std::size_t length = 0;
      for (const Digits::Part& part : run.parts) length += part.digits.size();
      // "nul zes, even hoor, het is een nieuw toestel, dertien achtenvijftig nul vier zevenennegentig"
      const bool mobile = digits == kMobilePrefix && length == kBehindMobilePrefix && begin <= last + kLongestAside;
      if (begin > last && digits == kMobilePrefix && length == 1 && in_.tokens[begin].key == "een")
        continue;  // "een nieuw"
      const bool goes_on = begin <= last + kLongestDetour && leads_on(last + 1, begin);
      if (begin > last && !mobile && !goes_on) return;
      digits += length;
      if (digits > most || !in_.is_free_beyond(begin, run.parts.back().last, last)) return;
      last = std::max(last, run.parts.back().last);
    }
  }

 private:
  [[nodiscard]] bool is_free_before(std::size_t begin, std::size_t first) const {
    for (std::size_t at = begin; at < first; ++at) {
      if (!in_.is_free(at)) return false;
    }
    return true;
  }

  [[nodiscard]] bool leads_on(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      const bool empty = token.kind == TokenKind::kMark
                             ? token.key == "," || token.key == "." || token.key == "-"
                             : token.has(kFiller | kGap | kFresh | kCorrection) || is_one_of(token.key, {"hang", "on"});
      if (!empty || !in_.is_free(at)) return false;
    }
    return true;
  }

  const Surroundings& in_;
  const Tokens& tokens_;
};

}  // namespace

Extent whole_code(const Surroundings& in, Extent found) {
  Number(in).complete_code(found.first, found.last);
  return found;
}

Extent whole_number(const Surroundings& in, Extent found, std::size_t most) {
  Number(in).complete_number(found.first, found.last, most);
  return found;
}

}  // namespace aandacht::domain::redaction
