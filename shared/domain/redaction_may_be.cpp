#include "shared/domain/redaction_may_be.h"

#include <algorithm>
#include <string>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kMostOfAmount = 5;  // digits

class Doubts {
 public:
  explicit Doubts(const Search& search) : search_(search), tokens_(search.tokens) {}

  [[nodiscard]] bool may_be(SpanKind kind, std::size_t from, std::size_t to) const {
    const bool numbers = kind == SpanKind::kCardNumber || kind == SpanKind::kCardCode || kind == SpanKind::kIban ||
                         kind == SpanKind::kBsn || kind == SpanKind::kPhone;
    if (is_everybodys_number(from) && to - from == 1) return false;
    if (kind == SpanKind::kSecret && to - from == 1 && is_one_digit(tokens_[from])) {
      return search_.expected.has(Cue::kSecret) || search_.expected.has(Cue::kPassword);
    }
    if (kind == SpanKind::kPostcode && names_street_alone(from, to)) return false;
    if (kind == SpanKind::kPostcode && is_no_house(from, to)) return false;
    if (kind == SpanKind::kBirthDate && is_when_card_expires()) return false;
    if ((kind == SpanKind::kPostcode || kind == SpanKind::kBirthDate) && is_age(from, to)) return false;
    if (kind == SpanKind::kBirthDate && is_no_day(from, to)) return false;
    if (kind == SpanKind::kSecret && search_.situation.by_agent && is_number_alone(from, to) && !talks_of_secret())
      return false;
    if (kind == SpanKind::kEmail) return !names_only_a_site() && !is_plain(from, to);
    if (!numbers) return true;
    if (is_time(from, to)) return false;
    std::size_t digits = 0;
    bool letters = false;
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::kDigits) digits += token.key.size();
      if (token.value >= 0) digits += token.value > 99 ? 3 : token.value > 9 ? 2 : 1;
      letters = letters || token.letter != 0 || (token.kind == TokenKind::kWord && token.key.size() == 1);
    }
    if (digits == 0 && !letters) return false;
    if (kind == SpanKind::kCardNumber && digits <= kMostOfAmount && !talks_of_card()) return false;
    if (digits < 2 && search_.situation.by_agent && kind == SpanKind::kIban) return false;  // "een e mailadres"
    if (from >= 3 && is_plus(from - 1) && is_plus(from - 2)) return false;                  // "+++123/4567/89002"
    if (kind != SpanKind::kCardCode && search_.situation.by_agent && digits <= kMostOfAmount &&
        is_amount_said(kind, from, to))
      return false;
    if (kind == SpanKind::kPhone) return !is_everybodys_number(from) && !is_emergency_in_words(from, to);
    if (kind == SpanKind::kCardCode && is_thousands(from, to)) return false;
    if (kind == SpanKind::kCardCode && calls_emergency(from, to)) return false;
    return kind != SpanKind::kCardCode ||
           (digits > 1 && !(is_small_number(from, to) && !is_code_likely()) && !counts(from, to) &&
            !is_expiry(from, to) && !(from > 0 && reports_fault(tokens_[from - 1].key)));
  }

 private:
  // "ordered at shop.com", where no mail is talked of
  [[nodiscard]] bool names_only_a_site() const {
    if (search_.expected.has(Cue::kEmail)) return false;
    bool at = false;
    bool dot = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      const bool sign = token.key == "@" || token.key.starts_with("apen") || token.key.starts_with("apest");
      const bool mail = token.cue == Cue::kEmail || token.has(kMailHouse) || token.key.starts_with("mail");
      if (sign || mail || is_one_of(token.key, {"dot", "punt", "point", "send", "sent", "forward", "stuur", "sturen"}))
        return false;
      at = at || token.key == "at";
      dot = dot || (at && token.key == "." && touches(tokens_, i));
    }
    return dot;
  }

  // "at eight oh five", "kwart over drie"
  [[nodiscard]] bool is_time(std::size_t from, std::size_t to) const {
    if (from == 0 || to - from > 3 || tokens_[from].value == 0) return false;
    const std::string_view before = tokens_[from - 1].key;
    if (is_one_of(before, {"at", "om", "around", "rond"})) return true;
    if (from == 1 || !is_one_of(before, {"over", "voor", "past"})) return false;
    const Token& minutes = tokens_[from - 2];
    return is_one_of(minutes.key, {"kwart", "quarter", "half"}) ||
           (minutes.kind == TokenKind::kWord && minutes.value >= 5 && minutes.value < 30);
  }

  // "mijn man 76"
  [[nodiscard]] bool is_small_number(std::size_t from, std::size_t to) const {
    const Token& token = tokens_[from];
    return to - from == 1 && (token.kind == TokenKind::kDigits ? token.key.size() == 2 : token.value < 100);
  }

  // A code may be said in pieces where one is expected.
  [[nodiscard]] bool is_code_likely() const {
    if (search_.situation.payment.stage == Payment::Stage::kPaying || search_.expected.has(Cue::kCardCode)) return true;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Cue cue = cue_at(tokens_, at).cue;
      if (cue == Cue::kCardCode || cue == Cue::kCard || tokens_[at].has(kBackOfCard)) return true;
    }
    return false;
  }

  // "honderdtwintig", and nothing of a street
  [[nodiscard]] bool is_number_alone(std::size_t from, std::size_t to) const {
    return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& token) {
                         return token.kind != TokenKind::kWord || token.value >= 0 || token.key == "hundred" ||
                                token.has(kFiller | kStop);
                       });
  }

  // Four digits may be a Belgian postcode; of an agent who repeats it, its town is said.
  [[nodiscard]] bool is_no_house(std::size_t from, std::size_t to) const {
    if (!is_number_alone(from, to) || talks_of_address()) return false;
    std::size_t digits = 0;
    for (std::size_t at = from; at < to;) {
      std::size_t next = at;
      const std::string said = digits_at(tokens_, at, next);
      digits += said.empty() && tokens_[at].kind == TokenKind::kDigits ? tokens_[at].key.size() : said.size();
      at = std::max(next, at + 1);
    }
    return search_.situation.by_agent || digits != 4;
  }

  [[nodiscard]] bool talks_of_address() const {
    if (search_.expected.has(Cue::kPostcode) && !search_.situation.by_agent) return true;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      const bool noun = token.has(kNumberNoun) && cue_at(tokens_, at).cue != Cue::kStays;
      if (token.has(kStreet | kAddress) || token.cue == Cue::kPostcode || noun) return true;
      if (token.placeholder_kind == SpanKind::kPostcode || search_.taken[at]) return true;
    }
    return false;
  }

  // "the first", "elf dus twee", and an agent's "two eighteen forty": no month, and nothing of a birth
  [[nodiscard]] bool is_no_day(std::size_t from, std::size_t to) const {
    if (search_.expected.has(Cue::kBirth) || search_.expected.has(Cue::kBirthPart)) return false;
    bool says = false;
    std::size_t numbers = 0;
    for (std::size_t at = from; at < to; ++at) {
      const Token& token = tokens_[at];
      if (token.month > 0 || token.kind == TokenKind::kMark || token.value > 99) return false;
      if (token.kind == TokenKind::kDigits && token.key.size() > 2) return false;  // "12031938"
      says = says || token.has(kStop | kFiller | kDeterminer);
      numbers += token.kind == TokenKind::kDigits || token.value >= 0 ? 1 : 0;
    }
    return ((says && numbers <= 2) || search_.situation.by_agent) && !talks_of_birth();
  }

  // "and it runs out june twenty eight"
  [[nodiscard]] bool is_when_card_expires() const {
    return search_.situation.payment.stage == Payment::Stage::kPaying && !search_.expected.has(Cue::kBirth) &&
           std::none_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.cue == Cue::kBirth; });
  }

  // "i'm eighty three"
  [[nodiscard]] bool is_age(std::size_t from, std::size_t to) const {
    return from > 0 && to - from <= 2 && is_number_alone(from, to) &&
           is_one_of(tokens_[from - 1].key, {"i'm", "she's", "he's", "i'll", "turning"});
  }

  [[nodiscard]] bool talks_of_card() const {
    const Payment& payment = search_.situation.payment;
    if (payment.stage == Payment::Stage::kPaying || payment.near || search_.expected.has(Cue::kCard)) return true;
    if (std::find(search_.taken.begin(), search_.taken.end(), true) != search_.taken.end())
      return true;  // more of that
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) { return token.cue == Cue::kCard; });
  }

  [[nodiscard]] bool talks_of_birth() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& near) {
      return near.cue == Cue::kBirth || near.month > 0 || near.placeholder_kind == SpanKind::kBirthDate;
    });
  }

  // "peak at": words that no address has, where none was asked for
  [[nodiscard]] bool is_plain(std::size_t from, std::size_t to) const {
    if (search_.expected.has(Cue::kEmail)) return false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      if (token.cue == Cue::kEmail || token.key.starts_with("ap") || token.key == "@") return false;
      if (at >= from && at < to && (token.has(kEmailPart | kMailHouse) || token.key == ".")) return false;
    }
    return true;
  }

  // "that's thirty four ninety nine": of an agent who repeats nothing, and names nothing of the kind.
  [[nodiscard]] bool is_amount_said(SpanKind kind, std::size_t from, std::size_t to) const {
    if (!is_number_alone(from, to)) return false;
    return std::none_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
      return token.cue == cue_of(kind) || token.has(kNumberNoun | kDigitsNoun);
    });
  }

  [[nodiscard]] bool talks_of_secret() const {
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return token.cue == Cue::kSecret || token.has(kCode) || token.key.ends_with("code") || token.key == "ww";
    });
  }

  // "1.215 punten"
  [[nodiscard]] bool is_thousands(std::size_t from, std::size_t to) const {
    return to - from == 3 && tokens_[from + 1].key == "." && touches(tokens_, from) && touches(tokens_, from + 1);
  }

  // "tegenover de lidl aan de mercatorlaan": no address without a number.
  [[nodiscard]] bool names_street_alone(std::size_t from, std::size_t to) const {
    const bool beside = (from > 0 && search_.taken[from - 1]) || (to < tokens_.size() && search_.taken[to]);
    return !beside && to - from == 1 && tokens_[from].has(kStreet) &&
           (!search_.expected.has(Cue::kPostcode) || search_.situation.by_agent);
  }

  [[nodiscard]] bool is_plus(std::size_t at) const { return is_one_of(tokens_[at].key, {"+", "plus"}); }

  // "option four"
  static bool is_one_digit(const Token& token) {
    return token.kind == TokenKind::kDigits ? token.key.size() == 1 : token.value >= 0 && token.value < 10;
  }

  // "een twee drie, hoor je mij"
  [[nodiscard]] bool counts(std::size_t from, std::size_t to) const {
    return to - from == 3 && tokens_[from].kind == TokenKind::kWord && tokens_[from].value == 1 &&
           tokens_[from + 1].value == 2 && tokens_[from + 2].value == 3 && search_.expected.empty();
  }

  static bool reports_fault(std::string_view before) {
    return is_one_of(before, {"fout", "error", "foutcode", "foutmelding", "storing", "errorcode"});
  }

  // "0900-8870", "112"
  [[nodiscard]] bool is_everybodys_number(std::size_t from) const {
    return is_one_of(tokens_[from].key, {"0800", "0900", "0906", "0909", "112", "911", "999", "111"});
  }

  // "bel ik wel een een twee"; where a phone number was asked for it may be a part of one.
  [[nodiscard]] bool is_emergency_in_words(std::size_t from, std::size_t to) const {
    const bool goes_on = (from > 0 && search_.taken[from - 1]) || (to < tokens_.size() && search_.taken[to]);
    if (goes_on || search_.expected.has(Cue::kPhone)) return false;
    std::string digits;
    for (std::size_t at = from; at < to;) {
      std::size_t next = at;
      const std::string said = digits_at(tokens_, at, next);
      if (said.empty()) return false;
      digits += said;
      at = next;
    }
    return is_one_of(digits, {"112", "911", "999", "111", "101"});
  }

  // "moet ik een een twee bellen", where no card is talked of.
  [[nodiscard]] bool calls_emergency(std::size_t from, std::size_t to) const {
    const bool paying = search_.situation.payment.stage == Payment::Stage::kPaying;
    if (paying || search_.expected.has(Cue::kCardCode) || !is_emergency_in_words(from, to)) return false;
    return std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return is_one_of(token.key, {"bel", "belt", "bellen", "gebeld", "call", "ring", "dial", "phone"});
    });
  }

  // "tot 09/28", "expiring January 2028"
  [[nodiscard]] bool is_expiry(std::size_t from, std::size_t to) const {
    const bool month_and_year = to - from == 3 && tokens_[from + 1].key == "/";
    const bool year = from > 0 && ((to - from == 1 && tokens_[from - 1].month > 0) || is_until(tokens_[from - 1].key));
    return month_and_year || year;
  }

  const Search& search_;
  const Tokens& tokens_;
};

}  // namespace

bool may_be(const Search& search, SpanKind kind, std::size_t from, std::size_t to) {
  return Doubts(search).may_be(kind, from, to);
}

}  // namespace aandacht::domain::redaction
