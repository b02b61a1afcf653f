// Takes out what must not be stored: card numbers and codes, IBANs, e-mail addresses, phone numbers, ….
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aandacht::domain {

enum class SpanKind {
  kCardNumber,  ///< 12–19 digits that pass Luhn (ISO/IEC 7812-1); after a cue also with a digit wrong, or unfinished.
  kCardCode,    ///< 3 or 4 digits after a cue ("cvc", "beveiligingscode") or after a card number.
  kIban,        ///< ISO 13616, mod 97; after a cue also a part of one.
  kBsn,         ///< Citizen number: Dutch (11-test), Belgian (mod 97); after a cue any, also British and American.
  kEmail,
  kPhone,
  kSecret,     ///< Password or PIN after its cue.
  kBirthDate,  ///< After its cue, or an answer that is a date of long ago.
  kPostcode,   ///< With the house number, if one is said.
};

/// Where something was taken out of the *input*: a half-open range of bytes.
struct RedactedSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  SpanKind kind = SpanKind::kPhone;

  bool operator==(const RedactedSpan&) const = default;
};

struct Redacted {
  std::string text;                 ///< With each span replaced by placeholder(kind).
  std::vector<RedactedSpan> spans;  ///< In order, not overlapping.
};

/// "[card number]", "[iban]", …: the same in every language, so that stored text can be searched.
[[nodiscard]] std::string_view placeholder(SpanKind kind);

/// The kind as scripts know it: "card_number", "card_code", "iban", "bsn", "email", "phone", "secret", "birth_date",
/// "postcode".
[[nodiscard]] std::string_view name(SpanKind kind);

/// Redacts one utterance, written or spoken, Dutch or English ("vier acht nul nul …", "double seven").
///
/// Idempotent: redact(redact(x).text).text == redact(x).text. Invalid UTF-8 is replaced by U+FFFD first; the spans then
/// refer to the repaired text. Knows nothing of what was said before: see ConversationRedactor.
[[nodiscard]] Redacted redact(std::string_view text);

}  // namespace aandacht::domain
