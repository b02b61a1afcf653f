// Whether words may be a card's number or code, an account, a citizen's number or a telephone's.
#include <algorithm>

#include "shared/base/one_of.h"
#include "shared/domain/redaction_candidate.h"
#include "shared/domain/redaction_checks.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

using base::is_one_of;

constexpr std::size_t kMostOfAmount = 5;  // digits
constexpr std::size_t kIrishLandline = 10;
constexpr std::size_t kCitizenDigits = 9;
constexpr std::size_t kLastDigits = 4;
constexpr std::size_t kNearEnding = 3;  // tokens

/// About how many digits are said, and whether letters are spelled.
struct Spelled {
  std::size_t digits = 0;
  bool letters = false;
};

Spelled spelled_in(const Candidate& it) {
  Spelled said;
  for (std::size_t at = it.from; at < it.to; ++at) {
    const Token& token = it.tokens[at];
    if (token.kind == TokenKind::kDigits) said.digits += token.key.size();
    if (token.value >= 0) said.digits += token.value > 99 ? 3 : token.value > 9 ? 2 : 1;
    said.letters = said.letters || token.letter != 0 || (token.kind == TokenKind::kWord && token.key.size() == 1);
  }
  return said;
}

// "at eight oh five", "kwart over drie"
bool is_time(const Candidate& it) {
  if (it.from == 0 || it.to - it.from > 3 || it.tokens[it.from].value == 0) return false;
  const std::string_view before = it.tokens[it.from - 1].key;
  if (is_one_of(before, {"at", "om", "around", "rond"})) return true;
  if (it.from == 1 || !is_one_of(before, {"over", "voor", "past"})) return false;
  const Token& minutes = it.tokens[it.from - 2];
  return is_one_of(minutes.key, {"kwart", "quarter", "half"}) ||
         (minutes.kind == TokenKind::kWord && minutes.value >= 5 && minutes.value < 30);
}

bool is_plus(const Candidate& it, std::size_t at) { return is_one_of(it.tokens[at].key, {"+", "plus"}); }

// "0900-8844", also as it is said
bool is_service_number(const Candidate& it) {
  const std::string digits = it.digits();
  const bool hundreds = it.from + 1 < it.to && it.tokens[it.from].value == 0 &&
                        (it.tokens[it.from + 1].value == 800 || it.tokens[it.from + 1].value == 900);
  if (digits.starts_with("090") && digits.size() == kIrishLandline) return false;  // of Athlone
  return hundreds || digits.starts_with("0800") || digits.starts_with("0900") || digits.starts_with("0906") ||
         digits.starts_with("0909");
}

// "bel ik wel een een twee"; where a phone number was asked for it may be a part of one.
bool is_emergency_in_words(const Candidate& it) {
  const bool goes_on =
      (it.from > 0 && it.search.taken[it.from - 1]) || (it.to < it.tokens.size() && it.search.taken[it.to]);
  if (goes_on || it.search.expected.has(Cue::kPhone)) return false;
  std::string digits;
  for (std::size_t at = it.from; at < it.to;) {
    std::size_t next = at;
    const std::string said = digits_at(it.tokens, at, next);
    if (said.empty()) return false;
    digits += said;
    at = next;
  }
  return is_one_of(digits, {"112", "911", "999", "111", "101"});
}

// "moet ik een een twee bellen", where no card is talked of.
bool calls_emergency(const Candidate& it) {
  const bool paying = it.search.situation.payment.stage == Payment::Stage::kPaying;
  if (paying || it.search.expected.has(Cue::kCardCode) || !is_emergency_in_words(it)) return false;
  return std::any_of(it.tokens.begin(), it.tokens.end(), [](const Token& token) {
    return is_one_of(token.key, {"bel", "belt", "bellen", "gebeld", "call", "ring", "dial", "phone"});
  });
}

bool talks_of_card(const Candidate& it) {
  const Payment& payment = it.search.situation.payment;
  if (payment.stage == Payment::Stage::kPaying || payment.near || it.search.expected.has(Cue::kCard)) return true;
  if (it.is_beside_found()) return true;  // more of that
  return std::any_of(it.tokens.begin(), it.tokens.end(), [](const Token& token) { return token.cue == Cue::kCard; });
}

// "that's thirty four ninety nine": of an agent who repeats nothing, and names nothing of the kind.
bool is_amount_said(const Candidate& it, SpanKind kind) {
  if (!it.is_number_alone()) return false;
  return std::none_of(it.tokens.begin(), it.tokens.end(), [&](const Token& token) {
    return token.cue == cue_of(kind) || token.has(kNumberNoun | kDigitsNoun);
  });
}

// "mijn man 76"
bool is_small_number(const Candidate& it) {
  const Token& token = it.tokens[it.from];
  return it.to - it.from == 1 && (token.kind == TokenKind::kDigits ? token.key.size() == 2 : token.value < 100);
}

// A code may be said in pieces where one is expected.
bool is_code_likely(const Candidate& it) {
  if (it.search.situation.payment.stage == Payment::Stage::kPaying || it.search.expected.has(Cue::kCardCode))
    return true;
  for (std::size_t at = 0; at < it.tokens.size(); ++at) {
    const Cue cue = cue_at(it.tokens, at).cue;
    if (cue == Cue::kCardCode || cue == Cue::kCard || it.tokens[at].has(kBackOfCard)) return true;
  }
  return false;
}

// "1.215 punten"
bool is_thousands(const Candidate& it) {
  return it.to - it.from == 3 && it.tokens[it.from + 1].key == "." && touches(it.tokens, it.from) &&
         touches(it.tokens, it.from + 1);
}

// "een twee drie, hoor je mij"
bool counts(const Candidate& it) {
  return it.to - it.from == 3 && it.tokens[it.from].kind == TokenKind::kWord && it.tokens[it.from].value == 1 &&
         it.tokens[it.from + 1].value == 2 && it.tokens[it.from + 2].value == 3 && it.search.expected.empty();
}

// "tot 09/28", "expiring January 2028"
bool is_expiry(const Candidate& it) {
  const bool month_and_year = it.to - it.from == 3 && it.tokens[it.from + 1].key == "/";
  const bool year = it.from > 0 && ((it.to - it.from == 1 && it.tokens[it.from - 1].month > 0) ||
                                    is_until(it.tokens[it.from - 1].key));
  return month_and_year || year;
}

// "in groepjes van vier", "the digits in groups of four"
bool is_size_of_groups(const Candidate& it) {
  if (it.from < 2 || it.to - it.from != 1) return false;
  const Token& token = it.tokens[it.from];
  if (!is_one_of(it.tokens[it.from - 1].key, {"van", "of"})) return false;
  const Key& group = it.tokens[it.from - 2].key;
  const bool small = token.kind == TokenKind::kDigits ? token.key.size() == 1 : token.value < 10;
  return small && is_one_of(group, {"groepjes", "groepen", "stukjes", "stukken", "blokjes", "blokken", "setjes", "sets",
                                    "groups", "blocks", "chunks", "bits", "codetje", "reeksen", "reeksjes"});
}

// "de kaart eindigt dus op 0503", "the card ending 9162": what may be known of it.
bool ends_with(const Candidate& it, std::size_t digits) {
  if (digits != kLastDigits) return false;
  for (std::size_t at = it.from; at-- > 0 && it.from - at <= kNearEnding;) {
    if (is_one_of(it.tokens[at].key, {"eindigt", "eindigend", "eindigen", "ending", "ends"})) return true;
    if (!is_one_of(it.tokens[at].key, {"op", "dus", "in", "with", "met"})) return false;
  }
  return false;
}

// "lid sinds 2011"
bool is_year_since(const Candidate& it) {
  const Token& token = it.tokens[it.from];
  return it.from > 0 && it.to - it.from == 1 && token.key.size() == 4 &&
         (token.key.starts_with("19") || token.key.starts_with("20")) &&
         is_one_of(it.tokens[it.from - 1].key, {"sinds", "since", "anno", "bouwjaar"});
}

// "111222334", of which nobody said what it is: the check says what it is not.
bool fails_as_citizen_number(const Candidate& it) {
  if (it.search.expected.has(Cue::kBsn) || cue_before(it.tokens, it.from).cue == Cue::kBsn) return false;
  const std::string digits = it.digits();
  return digits.size() == kCitizenDigits && !passes_eleven_test(digits);
}

bool may_be_phone(const Candidate& it, std::size_t digits) {
  if (is_service_number(it) || (digits <= 3 && it.search.content > 2 && !it.is_beside_found())) return false;
  return !it.is_everybodys_number() && !is_emergency_in_words(it);
}

bool may_be_code(const Candidate& it, std::size_t digits) {
  if (digits < 2 || is_mail_port(it) || is_thousands(it) || calls_emergency(it) || counts(it) || is_expiry(it))
    return false;
  const bool measures = it.to < it.tokens.size() && it.tokens[it.to].has(kUnit);  // "two five six gig"
  if ((measures || is_small_number(it)) && !is_code_likely(it)) return false;
  if (it.from == 0) return true;
  const bool place = is_one_of(it.tokens[it.from - 1].key, {"poort", "port", "kamer", "room"});
  return !follows_fault(it) && (!place || is_code_likely(it));
}

}  // namespace

bool may_be_number(const Candidate& it, SpanKind kind) {
  if (is_time(it) || is_size_of_groups(it)) return false;
  const auto [digits, letters] = spelled_in(it);
  if (digits == 0 && !letters) return false;
  if (it.from >= 3 && is_plus(it, it.from - 1) && is_plus(it, it.from - 2)) return false;  // "+++123/4567/89002"
  if (kind != SpanKind::kPhone && ends_with(it, digits)) return false;
  if (kind == SpanKind::kBsn && fails_as_citizen_number(it)) return false;
  if (kind == SpanKind::kCardCode) return !is_year_since(it) && may_be_code(it, digits);
  if (kind == SpanKind::kCardNumber && digits <= kMostOfAmount && !talks_of_card(it)) return false;
  if (it.search.situation.by_agent) {
    if (digits < 2 && kind == SpanKind::kIban) return false;  // "een e mailadres"
    if (digits <= kMostOfAmount && is_amount_said(it, kind)) return false;
  }
  return kind != SpanKind::kPhone || may_be_phone(it, digits);
}

}  // namespace aandacht::domain::redaction
