// Takes out what must not be stored: card numbers and codes, IBANs, e-mail addresses, phone numbers, ….
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aandacht::domain {

enum class SpanKind {
  kCardNumber,  ///< 12–19 digits that pass Luhn (ISO/IEC 7812-1).
  kCardCode,    ///< 3 or 4 digits after a cue ("cvc", "beveiligingscode").
  kIban,        ///< ISO 13616, mod 97.
  kBsn,         ///< Dutch citizen number, 11-test, after a cue or 9 digits that pass.
  kEmail,
  kPhone,
  kSecret,  ///< Password or PIN after its cue.
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

/// The kind as scripts know it: "card_number", "card_code", "iban", "bsn", "email", "phone", "secret".
[[nodiscard]] std::string_view name(SpanKind kind);

/// Redacts one utterance, written or spoken, Dutch or English ("vier acht nul nul …", "double seven").
///
/// Idempotent: redact(redact(x).text).text == redact(x).text. Invalid UTF-8 is replaced by U+FFFD first; the spans then
/// refer to the repaired text.
[[nodiscard]] Redacted redact(std::string_view text);

}  // namespace aandacht::domain
