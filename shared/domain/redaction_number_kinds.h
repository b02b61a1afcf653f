// Inside redaction: the ways in which a stretch of digits may be a number that must go.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/domain/redaction_number_run.h"

namespace aandacht::domain::redaction {

constexpr std::size_t kShortestCard = 12;  ///< Digits of a card number (ISO/IEC 7812-1).
constexpr std::size_t kLongestCard = 19;

/// Sets `told` and `asked` from the words around the run, and from the question that it answers.
void resolve_cue(NumberRun& run);

/// Whether "[card number]" stands before, with at most an expiry date between.
[[nodiscard]] bool follows_card_number(const NumberRun& run);

/// What the large card schemes issue, when a cue says that the number is something else.
[[nodiscard]] bool looks_like_large_scheme(std::string_view digits);

/// The part behind the card number that begins at part `from`; 0 when none does.
[[nodiscard]] std::size_t card_end(const NumberRun& run, std::size_t from);

/// The same of a phone number.
[[nodiscard]] std::size_t phone_end(const NumberRun& run, std::size_t from);

/// The same of a number that its cue names although its checksum fails, from the first part on: recognisers mishear
/// digits. One that only begins is hidden at once.
[[nodiscard]] std::size_t cued_end(const NumberRun& run, SpanKind& kind);

/// Whether the whole run has a citizen number's shape and check.
[[nodiscard]] bool is_citizen_number(const NumberRun& run);

/// Whether a British national insurance number is written whole from token `at` on.
[[nodiscard]] bool is_insurance_number(const Tokens& tokens, std::size_t at);

/// Takes a card code or a secret that its cue explains. True: nothing else is in this run.
[[nodiscard]] bool take_codes(NumberRun& run);

}  // namespace aandacht::domain::redaction
