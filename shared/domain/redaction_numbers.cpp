// Card numbers and codes, phone numbers, citizen numbers, PINs.
#include <algorithm>
#include <optional>

#include "shared/domain/redaction_detail.h"

namespace aandacht::domain::redaction {
namespace {

using Part = Digits::Part;

constexpr std::size_t kShortestCard = 12;
constexpr std::size_t kLongestCard = 19;
constexpr std::size_t kMostParts = 24;  // of a phone number; more digits than any has
constexpr std::size_t kShortestCardAfterCue =
    7;  // six may be known to anybody: PCI DSS 3.4 lets the first six be shown

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = (*digit - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0 && digits.find_first_not_of('0') != std::string_view::npos;
}

// The Dutch 11-test: weights 9 … 2 and -1.
bool passes_eleven_test(std::string_view digits) {
  if (digits.size() != 9 || digits.find_first_not_of('0') == std::string_view::npos) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += (digits[i] - '0') * (9 - static_cast<int>(i));
  return (sum - (digits[8] - '0')) % 11 == 0;
}

// What the large card schemes issue, when a cue says that the number is something else.
bool looks_like_large_scheme(std::string_view digits) {
  if (digits.size() == 15) return digits.starts_with("34") || digits.starts_with("37");
  if (digits.size() != 16) return false;
  return digits[0] == '4' || (digits[0] == '5' && digits[1] >= '1' && digits[1] <= '5');
}

class NumberFinder {
 public:
  NumberFinder(const std::vector<Token>& tokens, const Digits& run, Finding& finding)
      : tokens_(tokens), run_(run), parts_(run.parts), finding_(finding) {
    for (const Part& part : parts_) total_ += part.digits.size();
  }

  void find() {
    if (total_ < 3 || !finding_.is_free(parts_.front().first, parts_.back().last)) return;
    cue_ = cue_before(tokens_, run_.plus ? run_.plus_token : parts_.front().first);
    if (take_codes()) return;
    for (std::size_t from = 0; from < parts_.size();) {
      const std::size_t taken = take_at(from);
      from += taken > 0 ? taken : 1;
    }
  }

 private:
  // Digits of parts [from, to).
  std::string join(std::size_t from, std::size_t to) const {
    std::string digits;
    for (std::size_t i = from; i < to; ++i) digits += parts_[i].digits;
    return digits;
  }

  void take(std::size_t from, std::size_t to, SpanKind kind) {
    const bool plus = from == 0 && run_.plus;
    finding_.take(tokens_, plus ? run_.plus_token : parts_[from].first, parts_[to - 1].last, kind);
  }

  // Whole runs that their cue explains. True: done with this run.
  bool take_codes() {
    const Cue cue = cue_ == Cue::kNone && total_ <= 4 ? cue_after(tokens_, parts_.back().last) : cue_;
    if (cue == Cue::kCardCode) return take_card_code();
    if (cue == Cue::kSecret && total_ >= 3 && total_ <= 10) {
      take(0, parts_.size(), SpanKind::kSecret);
      return true;
    }
    return false;
  }

  bool take_card_code() {
    std::size_t begin = 0;
    // "cvc2: 123": the 2 is part of the name.
    const bool glued = !tokens_[parts_[0].first].space_before && parts_[0].digits.size() == 1 && parts_.size() > 1;
    if (glued && parts_[0].first > 0 && tokens_[parts_[0].first - 1].kind == TokenKind::kWord) begin = 1;
    std::size_t length = 0;
    for (std::size_t i = begin; i < parts_.size(); ++i) {
      length += parts_[i].digits.size();
      const bool last = i + 1 == parts_.size();
      if (length == 4 || (length == 3 && (last || parts_[i + 1].fresh || parts_[i + 1].digits.size() > 1))) {
        take(begin, i + 1, SpanKind::kCardCode);
        return true;
      }
      if (length > 4) break;
    }
    return false;
  }

  // What begins at part `from`; how many parts it took, 0 when nothing does.
  std::size_t take_at(std::size_t from) {
    const bool start = from == 0 || parts_[from].fresh || parts_[from].written;
    if (!start) return 0;
    std::size_t to = card_end(from);
    SpanKind kind = SpanKind::kCardNumber;
    if (to == 0 && from == 0) to = cued_end(kind);
    if (to == 0) {
      to = phone_end(from);
      kind = SpanKind::kPhone;
    }
    if (to == 0 && from == 0 && is_bsn()) {
      to = parts_.size();
      kind = SpanKind::kBsn;
    }
    if (to == 0) return 0;
    take(from, to, kind);
    return to - from;
  }

  std::size_t card_end(std::size_t from) const {
    std::string digits;
    std::size_t best = 0;
    std::size_t best_length = 0;
    for (std::size_t i = from; i < parts_.size() && digits.size() < kLongestCard; ++i) {
      digits += parts_[i].digits;
      const std::size_t length = digits.size();
      if (length < kShortestCard || length > kLongestCard || !passes_luhn(digits)) continue;
      const bool usual = length == 15 || length == 16;
      const bool closed = i + 1 == parts_.size() || parts_[i + 1].fresh || parts_[i + 1].written;
      if (!usual && !closed) continue;
      if (cue_ == Cue::kStays && !looks_like_large_scheme(digits)) continue;
      if (best_length == 16) continue;
      best = i + 1;
      best_length = length;
    }
    return best;
  }

  // A number that its cue names although its checksum fails: recognisers mishear digits.
  std::size_t cued_end(SpanKind& kind) const {
    if (cue_ == Cue::kCard && total_ >= kShortestCardAfterCue) {
      kind = SpanKind::kCardNumber;
      return longest_up_to(0, kLongestCard);
    }
    if (cue_ == Cue::kBsn && total_ >= 8 && total_ <= 11) {
      kind = SpanKind::kBsn;
      return parts_.size();
    }
    if (cue_ == Cue::kBank && total_ >= 6 && total_ <= 18) {
      kind = SpanKind::kIban;
      return parts_.size();
    }
    return 0;
  }

  std::size_t longest_up_to(std::size_t from, std::size_t digits) const {
    std::size_t length = 0;
    std::size_t to = from;
    while (to < parts_.size() && length + parts_[to].digits.size() <= digits) length += parts_[to++].digits.size();
    return length >= kShortestCardAfterCue ? to : 0;
  }

  bool is_bsn() const { return cue_ != Cue::kStays && total_ == 9 && passes_eleven_test(join(0, parts_.size())); }

  // The end of the number's own stretch: a fresh part that begins with 0 begins another number.
  std::size_t stretch_end(std::size_t from) const {
    const std::size_t farthest = std::min(parts_.size(), from + kMostParts);
    std::size_t to = from + 1;
    while (to < farthest && !(parts_[to].fresh && parts_[to].digits[0] == '0')) ++to;
    return to;
  }

  // The boundary after exactly `length` digits from part `from`; 0 when none is there.
  std::size_t boundary(std::size_t from, std::size_t length) const {
    std::size_t sum = 0;
    for (std::size_t i = from; i < parts_.size() && sum < length; ++i) {
      sum += parts_[i].digits.size();
      if (sum == length) return i + 1;
    }
    return 0;
  }

  std::size_t phone_end(std::size_t from) const {
    const std::size_t stretch = stretch_end(from);
    std::size_t length = 0;
    std::string lead;
    for (std::size_t i = from; i < stretch; ++i) {
      length += parts_[i].digits.size();
      if (lead.size() < 6) lead += parts_[i].digits;
    }
    if (from == 0 && run_.plus) return international_end(from, stretch, length, lead);
    if (cue_ == Cue::kStays) return 0;
    if (lead.starts_with("00")) return international_end(from, stretch, length, lead);
    if (lead[0] == '0') return national_end(from, stretch, length);
    return from == 0 && cue_ == Cue::kPhone && length >= 6 && length <= 15 ? stretch : 0;
  }

  std::size_t national_end(std::size_t from, std::size_t stretch, std::size_t length) const {
    if (length >= 9 && length <= 11) return stretch;
    if (length < 9) return from == 0 && cue_ == Cue::kPhone && length >= 6 ? stretch : 0;
    for (const std::size_t usual : {10U, 11U, 9U}) {
      if (const std::size_t to = boundary(from, usual); to > 0) return to;
    }
    return 0;
  }

  std::size_t international_end(std::size_t from, std::size_t stretch, std::size_t length,
                                std::string_view lead) const {
    const std::size_t prefix = lead.starts_with("00") ? 2 : 0;
    if (length >= 8 + prefix && length <= 15 + prefix) return stretch;
    const std::string_view country = lead.substr(prefix);
    if (length < 8 + prefix) return 0;
    const std::size_t usual = country.starts_with("44") ? 12 : country.starts_with("32") ? 10 : 11;
    for (const std::size_t digits : {usual, usual + 1}) {
      if (const std::size_t to = boundary(from, digits + prefix); to > 0) return to;
    }
    return 0;
  }

  const std::vector<Token>& tokens_;
  const Digits& run_;
  const std::vector<Part>& parts_;
  Finding& finding_;
  std::size_t total_ = 0;
  Cue cue_ = Cue::kNone;
};

}  // namespace

void find_numbers(const std::vector<Token>& tokens, Finding& finding) {
  for (const Digits& run : digit_runs(tokens)) NumberFinder(tokens, run, finding).find();
}

}  // namespace aandacht::domain::redaction
