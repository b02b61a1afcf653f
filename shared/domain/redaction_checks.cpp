// The checksums of the numbers that must not be kept.
#include "shared/domain/redaction_checks.h"

namespace aandacht::domain::redaction {
namespace {

bool is_all_zero(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

long long value_of(std::string_view digits) {
  long long value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = (*digit - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0 && !is_all_zero(digits);
}

bool passes_eleven_test(std::string_view digits) {
  if (digits.size() != 9 || is_all_zero(digits)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += (digits[i] - '0') * (9 - static_cast<int>(i));
  return (sum - (digits[8] - '0')) % 11 == 0;
}

bool passes_register_test(std::string_view digits) {
  if (digits.size() != 11 || is_all_zero(digits)) return false;
  constexpr long long kFrom2000 = 2'000'000'000;
  const long long base = value_of(digits.substr(0, 9));
  const long long check = value_of(digits.substr(9));
  return 97 - base % 97 == check || 97 - (kFrom2000 + base) % 97 == check;
}

bool passes_ean(std::string_view digits) {
  int sum = 0;
  bool thrice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, thrice = !thrice) {
    sum += (*digit - '0') * (thrice ? 3 : 1);
  }
  return sum % 10 == 0;
}

}  // namespace aandacht::domain::redaction
