// Inside redaction: the checksums of the numbers that must not be kept.
#pragma once

#include <string_view>

namespace aandacht::domain::redaction {

/// Luhn's check digit (ISO/IEC 7812-1, annex B).
[[nodiscard]] bool passes_luhn(std::string_view digits);
/// The Dutch 11-test of a citizen number: weights 9 … 2 and -1.
[[nodiscard]] bool passes_eleven_test(std::string_view digits);
/// The Belgian check of a national register number: 97 minus the rest of the first nine digits (2 before them from
/// 2000).
[[nodiscard]] bool passes_register_test(std::string_view digits);
/// GS1's check digit of an article (13 digits) or a connection (18).
[[nodiscard]] bool passes_ean(std::string_view digits);

}  // namespace aandacht::domain::redaction
