#include "shared/domain/redaction_payment.h"

#include <algorithm>

#include "shared/domain/redaction_asked.h"
#include "shared/domain/redaction_cue_words.h"
#include "shared/domain/redaction_digits.h"
#include "shared/domain/redaction_told.h"

namespace aandacht::domain::redaction {
namespace {

constexpr int kTurnsOfStretch = 12;  // of both speakers, since the card was last talked of
constexpr int kTurnsToMend = 3;      // in which a code is repeated or mended
constexpr int kTurnsNear = 6;        // since words that may be about a card
constexpr int kTurnsElsewhere = 6;
constexpr std::size_t kCodeDigits = 3;

// A word that only links others: most are.
bool says_nothing(const Token& token) {
  return token.cue == Cue::kNone && token.value < 0 && token.has(kStop | kFiller | kDeterminer) &&
         !token.has(kAsk | kNegation | kCode | kDigitsNoun | kNumberNoun | kBackOfCard | kLastDigits | kAddress);
}

// "hij loopt door tot"
bool ends_with_until(const Tokens& tokens, std::size_t at) {
  return at + 2 >= tokens.size() && at > 0 && is_until(tokens[at].key) &&
         std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, tokens.end(),
                     [](const Token& token) { return token.kind == TokenKind::kMark; });
}

bool is_date_word(const Token& token) {
  static constexpr base::OneOf kDates{"datum", "date", "einddatum", "wanneer", "when's",
                                      "until", "till", "thru",      "tot",     "vervaldag"};
  return kDates.has(token.key) || is_expiry_word(token.key);
}

// Says of a turn that it is about paying with a card, or may be: "de laatste drie", "charged".
bool is_near_payment(const Token& token, const CueAt& here) {
  if (here.cue == Cue::kCard || here.cue == Cue::kCardCode) return true;
  if (token.has(kBackOfCard | kDigitsNoun | kLastDigits) || is_side_of_card(token.key)) return true;
  if (token.has(kCode)) return here.cue != Cue::kStays;
  static constexpr base::OneOf kOther{"security", "verification", "strip", "panel"};
  return token.key.starts_with("beveilig") || token.key.starts_with("handtek") || kOther.has(token.key);
}

}  // namespace

// What a turn says that bears on paying.
struct PaymentStretch::Said {
  bool number = false;  // a card's number is named, asked for or given
  bool code = false;    // its code is asked for
  bool given = false;   // its code
  bool date = false;
  bool other = false;  // anything else that has a number: an order, a meter, a house
  bool near = false;
  bool asks = false;  // begins as a question
  bool four = false;
  bool last_digits = false;  // two or four are asked for
  bool card = false;         // the thing
  std::size_t words = 0;     // that tell something
  std::size_t code_digits = 0;
  bool expiry = false;  // nothing but a month and a year to come
};

namespace {

bool asks_how_much(const Tokens& tokens, std::size_t at) {
  const std::string_view key = tokens[at].key;
  if (key == "hoeveel" || key == "hoelaat" || key == "hoelang") return true;
  const std::string_view next = key_at(tokens, at + 1);
  return (key == "how" && is_one_of(next, {"much", "many", "long", "old", "far", "big", "tall"})) ||
         (key == "hoe" && is_one_of(next, {"laat", "oud", "lang", "groot", "zwaar", "ver", "hoog", "veel"})) ||
         (key == "what" && next == "time");
}

// "the code", "de code ervan": which nothing calls another's.
bool is_bare_code(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].has(kCode) || cue_at(tokens, at).cue != Cue::kNone) return false;
  if (at == 0 || !is_one_of(tokens[at - 1].key, {"the", "de", "die", "that", "een", "a"})) return false;
  const std::string_view next = key_at(tokens, at + 1);
  if (!is_one_of(next, {"of", "van", "voor", "for", "op", "on", "from", "uit", "we", "i", "die", "you"})) return true;
  for (std::size_t ahead = at + 2; ahead < tokens.size() && ahead <= at + 4; ++ahead) {
    if (tokens[ahead].cue == Cue::kCard || tokens[ahead].has(kBackOfCard)) return true;
  }
  return false;
}

// "the security digits", "het laatste nummertje van de pas": at the noun.
bool is_code_noun(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  const std::string_view before = key_before(tokens, at, 1);
  if (token.has(kDigitsNoun | kNumberNoun)) {
    if (is_one_of(before, {"security", "verification", "check", "control", "safety", "beveiligings", "controle"}))
      return true;
    if (at > 0 && (tokens[at - 1].value == 3 || before == "3")) {
      return at < 2 || !tokens[at - 2].has(kLastDigits);  // "the last three numbers": of anything
    }
  }
  return false;
}

// "is that the three on the back": how many, no digit of it.
bool counts_digits(const Tokens& tokens, const Digits& run) {
  const std::size_t at = run.parts.front().first;
  const bool few = run.parts.size() == 1 && (tokens[at].value == 3 || tokens[at].value == 4);
  return few && at > 0 &&
         (tokens[at - 1].has(kDeterminer | kLastDigits) || is_one_of(tokens[at - 1].key, {"all", "alle"}));
}

// Of a code that went.
std::size_t code_digits_in(const Tokens& tokens, const std::vector<RedactedSpan>& spans) {
  std::size_t digits = 0;
  for (const Digits& run : digit_runs(tokens)) {
    if (counts_digits(tokens, run)) continue;
    for (const Digits::Part& part : run.parts) {
      const std::size_t begin = tokens[part.first].begin;
      const bool of_code = std::any_of(spans.begin(), spans.end(), [&](const RedactedSpan& span) {
        return span.kind == SpanKind::kCardCode && begin >= span.begin && begin < span.end;
      });
      if (of_code) digits += part.digits.size();
    }
  }
  return digits;
}

// "nul vijf eenendertig": the twenties and thirties, in which cards expire.
bool is_month_to_come(const Tokens& tokens) {
  std::string digits;
  for (const Digits& run : digit_runs(tokens)) {
    digits += digits_of(run);
  }
  return digits.size() == 4 && is_month_and_year(digits) && (digits[2] == '2' || digits[2] == '3');
}

// "two digits": at the noun.
bool is_count(const Tokens& tokens, std::size_t at) { return at > 0 && tokens[at].has(kDigitsNoun | kNumberNoun); }

// "four digits", "vier cijfertjes": at the noun.
bool is_four_digits(const Tokens& tokens, std::size_t at) {
  return is_count(tokens, at) && (tokens[at - 1].value == 4 || tokens[at - 1].key == "4");
}

bool is_small_number(const Tokens& tokens, std::size_t at) {
  const std::string_view key = tokens[at].key;
  static constexpr base::OneOf kSmall{"nummertje", "getalletje", "cijfertje", "cijfertjes", "codetje"};
  if (kSmall.has(key)) return true;
  return tokens[at].has(kDigitsNoun | kNumberNoun | kCode) &&
         is_one_of(key_before(tokens, at, 1), {"little", "small", "tiny", "kleine", "short", "korte"});
}

}  // namespace

PaymentStretch::Said PaymentStretch::said_in(const Tokens& tokens, const std::vector<RedactedSpan>& spans,
                                             bool by_agent) {
  Said said;
  for (const RedactedSpan& span : spans) {
    said.number = said.number || span.kind == SpanKind::kCardNumber;
    said.given = said.given || span.kind == SpanKind::kCardCode;
  }
  if (!by_agent && said.given) said.code_digits = code_digits_in(tokens, spans);
  bool back = false;
  bool digits = false;
  bool negated = false;
  bool small = false;
  bool birth = false;
  bool letters = false;
  bool bare_code = false;
  bool three = false;
  bool four_digits = false;
  bool two_digits = false;
  bool last = false;
  bool front = false;
  std::size_t numbers = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kPlaceholder) {
      said.number = said.number || token.placeholder_kind == SpanKind::kCardNumber;
      said.given = said.given || token.placeholder_kind == SpanKind::kCardCode;
      continue;
    }
    three = three || token.key == "3" || token.key == "4" || token.value == 3 || token.value == 4;
    numbers += token.kind == TokenKind::kDigits || token.value >= 0 ? 1 : 0;
    if (token.kind != TokenKind::kWord) continue;
    said.asks = said.asks || (at < 3 && (token.has(kAsk) || is_one_of(token.key, {"en", "and"})));
    if (says_nothing(token) && !ends_with_until(tokens, at)) continue;
    const CueAt here = token.key == "no" ? CueAt{} : cue_at(tokens, at);  // "no", which is no number here
    const bool date = is_date_word(token);
    said.date = said.date || date;
    said.near = said.near || is_near_payment(token, here);
    static constexpr base::OneOf kFour{"amex", "express"};
    said.four = said.four || kFour.has(token.key);
    said.card = said.card || here.cue == Cue::kCard;
    const bool pass = token.key == "pasnummer" || token.key == "pasnr";  // of three digits, which may be known
    said.number = said.number || (here.cue == Cue::kCard && !here.generic && !pass);
    said.code = said.code || here.cue == Cue::kCardCode || is_code_noun(tokens, at);
    bare_code = bare_code || is_bare_code(tokens, at);
    four_digits = four_digits || token.key.starts_with("viercijfer") || is_four_digits(tokens, at);
    two_digits = two_digits || (is_count(tokens, at) && tokens[at - 1].value == 2);
    last = last || token.has(kLastDigits);
    static constexpr base::OneOf kFront{"front", "voorop", "voorkant", "voorzijde"};
    front = front || kFront.has(token.key);
    back = back || (token.key == "achter" && key_at(tokens, at + 1) == "op");
    back = back || is_back_of_card(tokens, at);
    digits = digits || token.has(kDigitsNoun | kCode) || token.value == 3 || token.value == 4;
    small = small || is_small_number(tokens, at);
    negated = negated || token.key == "nooit" || token.key == "never";
    birth = birth || here.cue == Cue::kBirth;
    letters = letters || token.key.starts_with("letter");
    const bool own = here.cue != Cue::kNone && here.cue != Cue::kCard && here.cue != Cue::kCardCode && !here.generic;
    said.other = said.other || (own && !date) || pass || asks_how_much(tokens, at) || token.has(kStreet | kAddress) ||
                 token.key.starts_with("meter");
    static constexpr base::OneOf kEmpty{"erop", "daarop", "rest", "bit", "thing", "stukje", "andere", "other"};
    const bool tells = token.value < 0 && token.key.size() > 2 &&
                       !token.has(kFiller | kDeterminer | kConnector | kStop | kGap | kAsk | kCorrection) &&
                       !kEmpty.has(token.key);
    said.words += tells || here.cue != Cue::kNone ? 1 : 0;
  }
  said.near = said.near || (three && numbers == 1);
  said.expiry = said.words == 0 && is_month_to_come(tokens);
  said.last_digits = by_agent && last && (four_digits || two_digits);
  const bool of_amex = four_digits && (said.four || front);  // whose code has four digits, on the front
  said.four = said.four || of_amex;
  said.code = said.code || of_amex;
  said.date = said.date && !birth && (by_agent || numbers == 0);  // Asked for, not given.
  // The agent asks what stands on the back, or "for the code".
  const bool asks = by_agent && !said.other && (back || (bare_code && !letters));
  said.code = said.code || (back && digits) || (small && said.card) || asks;
  if (negated) {
    said.number = said.number || said.code;
    said.code = false;
  }
  return said;
}

bool is_expiry_word(std::string_view key) {
  if (key.size() < 3) return false;
  switch (key.front()) {  // It is asked of nearly every word.
    case 'v':
      return key.starts_with("verval") || key.starts_with("verloop") || key == "valid";
    case 'g':
      return key.starts_with("geldig");
    case 'e':
      return key.starts_with("expir") || key.starts_with("einddatum") || key == "exp";
    default:
      return false;
  }
}

bool is_until(std::string_view key) { return is_one_of(key, {"tot", "until", "till", "thru"}); }

bool is_month_and_year(std::string_view digits) {
  if (digits.size() != 4 && digits.size() != 6) return false;
  const int month = (digits[0] - '0') * 10 + (digits[1] - '0');
  return month >= 1 && month <= 12 && (digits.size() == 4 || digits.substr(2, 2) == "20");
}

bool is_short_month_and_year(std::string_view digits) {
  return digits.size() == 3 && digits[0] != '0' && ((digits[1] == '2' && digits[2] >= '5') || digits[1] == '3');
}

bool is_date_beside_code(const Tokens& tokens, std::string_view digits, std::size_t first, std::size_t last) {
  const bool clearly = digits.size() == 4 && is_month_and_year(digits) && (digits[2] == '2' || digits[2] == '3');
  if (!clearly && !is_short_month_and_year(digits)) return false;
  if (first > 0 && is_until(tokens[first - 1].key)) return true;
  for (std::size_t at = clearly ? 0 : last + 1; at < tokens.size(); ++at) {
    if (tokens[at].placeholder_kind == SpanKind::kCardCode) return true;  // found already
  }
  for (const Digits& run : digit_runs(tokens)) {
    const bool before = run.parts.back().last < first;
    const bool behind = run.parts.front().first > last;
    std::size_t length = 0;
    for (const Digits::Part& part : run.parts) length += part.digits.size();
    if (length == 3 && (behind || (before && clearly))) return true;
  }
  return false;
}

bool answers_last_digits(const Payment& payment, std::size_t digits) {
  return payment.asked == Payment::Asked::kLastDigits && (digits == 2 || digits == 4);
}

bool answers_expiry(const Payment& payment, const Tokens& tokens) {
  if (payment.stage != Payment::Stage::kPaying || payment.asked != Payment::Asked::kDate) return false;
  std::string digits;
  bool month = false;
  bool written = false;  // "03/29", which is no run of digits
  for (const Digits& run : digit_runs(tokens)) {
    digits += digits_of(run);
  }
  for (const Token& token : tokens) {
    month = month || token.month > 0;
    written = written || token.key == "/";
    if (token.kind == TokenKind::kPlaceholder || (token.cue != Cue::kNone && !is_expiry_word(token.key))) return false;
  }
  if (written && digits.size() == 3) return false;
  if (month) return digits.size() == 2 || (digits.size() == 4 && digits.starts_with("20"));
  return is_month_and_year(digits) || is_short_month_and_year(digits);
}

void PaymentStretch::hear(const Tokens& tokens, const std::vector<RedactedSpan>& spans, bool by_agent) {
  const Said said = said_in(tokens, spans, by_agent);
  begun_ = true;
  for (int* turns : {&turns_left_, &turns_near_, &turns_to_mend_, &turns_elsewhere_}) *turns = std::max(0, *turns - 1);
  four_ = four_ || said.four;
  if (said.number || said.code || said.given) turns_left_ = kTurnsOfStretch;
  if (said.near) {
    turns_near_ = kTurnsNear;
  } else if (by_agent && said.asks && said.words > 0) {
    turns_near_ = 0;  // "card went through fine … what's your floor"
  }
  // "nul vijf eenendertig" where a card was talked of: the digits behind it are its code.
  if (said.expiry && !by_agent && turns_near_ > 0 && turns_elsewhere_ == 0) turns_left_ = kTurnsOfStretch;
  note_code(said.code_digits);
  const bool of_card = said.near || said.number || said.code || said.given;
  if (of_card) {
    turns_elsewhere_ = 0;
  } else if (said.other || (said.words > 0 && turns_left_ == 0 && turns_near_ == 0)) {
    turns_elsewhere_ = kTurnsElsewhere;
  }
  note_asked(said, by_agent);
}

void PaymentStretch::note_code(std::size_t digits) {
  if (digits == 0) return;
  const bool goes_on = turns_to_mend_ > 0 && code_digits_ < kCodeDigits;
  code_digits_ = digits + (goes_on ? code_digits_ : 0);
}

void PaymentStretch::note_asked(const Said& said, bool by_agent) {
  using Asked = Payment::Asked;
  if (said.given) {
    given_ = true;
    turns_to_mend_ = kTurnsToMend;
    asked_ = said.other              ? Asked::kSomethingElse
             : said.code             ? Asked::kCode
             : said.date && by_agent ? Asked::kDate
                                     : Asked::kNothing;
  } else if (said.code) {
    asked_ = Asked::kCode;
    given_ = false;
  } else if (said.last_digits) {
    asked_ = Asked::kLastDigits;
  } else if (said.date && turns_left_ > 0) {
    asked_ = Asked::kDate;
  } else if (said.other) {
    asked_ = Asked::kSomethingElse;
  } else if (said.number || said.near || (asked_ == Asked::kDate && !by_agent)) {
    asked_ = Asked::kNothing;
  }
  if (given_ && !said.given && said.words > 1 && !said.near) turns_to_mend_ = 0;
}

Payment PaymentStretch::next() const {
  Payment payment;
  payment.begins = !begun_;
  payment.four = four_;
  payment.asked = asked_;
  payment.given = given_;
  payment.near = turns_near_ > 0;
  const bool begun = given_ && turns_to_mend_ > 0 && code_digits_ > 0;
  payment.missing = begun && code_digits_ < kCodeDigits ? kCodeDigits - code_digits_ : 0;
  const bool open = turns_left_ > 0 && (!given_ || turns_to_mend_ > 0);
  if (open && asked_ != Payment::Asked::kSomethingElse) {
    payment.stage = Payment::Stage::kPaying;
  } else if (turns_elsewhere_ > 0 || (turns_left_ > 0 && asked_ == Payment::Asked::kSomethingElse)) {
    payment.stage = Payment::Stage::kElsewhere;
  }
  return payment;
}

}  // namespace aandacht::domain::redaction
