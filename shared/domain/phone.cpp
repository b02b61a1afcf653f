#include "shared/domain/phone.h"

#include <algorithm>
#include <array>

namespace aandacht::domain {
namespace {

constexpr std::size_t kShortestNational = 7;  // shorter: an extension or a service number
constexpr std::size_t kLongest = 15;          // ITU-T E.164

// Countries that write a trunk 0 which is not dialled from abroad.
constexpr std::array<std::string_view, 7> kTrunkZero = {"31", "32", "33", "44", "49", "43", "41"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The user part of a SIP or tel address, or all of what is no address.
std::string_view user_part(std::string_view written) {
  if (const auto open = written.rfind('<'); open != std::string_view::npos) {
    written.remove_prefix(open + 1);
    written = written.substr(0, written.find('>'));
  }
  for (const std::string_view scheme : {"sips:", "sip:", "tel:", "SIP:", "SIPS:", "TEL:"}) {
    if (written.starts_with(scheme)) written.remove_prefix(scheme.size());
  }
  written = written.substr(0, written.find('@'));
  return written.substr(0, written.find(';'));
}

// Digits with a leading + if there was one; empty when there is anything that no phone number has.
std::string only_digits(std::string_view user) {
  std::string digits;
  for (std::size_t i = 0; i < user.size(); ++i) {
    if (is_digit(user[i])) {
      digits += user[i];
    } else if (digits.empty() && (user[i] == '+' || user.substr(i, 3) == "%2B" || user.substr(i, 3) == "%2b")) {
      digits = "+";
      if (user[i] == '%') i += 2;
    } else if (user.substr(i, 2) == "\xC2\xA0") {
      ++i;
    } else if (std::string_view(" -./()\t").find(user[i]) == std::string_view::npos) {
      return {};
    }
  }
  return digits;
}

bool drops_trunk_zero(std::string_view country) {
  return std::find(kTrunkZero.begin(), kTrunkZero.end(), country) != kTrunkZero.end();
}

// "+31 0 6 …": the trunk 0 does not belong there.
std::string without_trunk_zero(std::string number) {
  for (const std::string_view country : kTrunkZero) {
    if (number.compare(1, country.size(), country) == 0 && number.size() > country.size() + 1 &&
        number[country.size() + 1] == '0') {
      number.erase(country.size() + 1, 1);
      break;
    }
  }
  return number;
}

std::string checked(std::string number) {
  number = without_trunk_zero(std::move(number));
  const bool fits = number.size() > kShortestNational && number.size() <= kLongest + 1 && number[1] != '0';
  return fits ? number : std::string();
}

}  // namespace

std::string normalise_phone(std::string_view written, std::string_view country_code) {
  std::string digits = only_digits(user_part(written));
  if (digits.empty()) return {};
  if (digits[0] == '+') return checked(std::move(digits));
  if (digits.compare(0, 2, "00") == 0) return checked("+" + digits.substr(2));
  if (digits.size() < kShortestNational) return {};
  const std::string country(country_code);
  if (digits[0] == '0') return checked("+" + country + digits.substr(drops_trunk_zero(country) ? 1 : 0));
  // Trunks send "31612345678" as well as "612345678".
  const bool has_country = digits.compare(0, country.size(), country) == 0 && digits.size() >= country.size() + 8;
  return checked(has_country || digits.size() > 10 ? "+" + digits : "+" + country + digits);
}

}  // namespace aandacht::domain
