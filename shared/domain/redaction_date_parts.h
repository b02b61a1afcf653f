// Inside redaction: the parts of a date as they are said and written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

constexpr int kLastYear = 2039;  ///< The last one that is read as a year.

/// "e", "ste", "th": behind the digits of an ordinal.
[[nodiscard]] bool is_ordinal_ending(std::string_view key);

/// -1 when there are no digits, or too many for a date.
[[nodiscard]] int value_of(const std::string& digits);

/// 1 … 99: "derde", "twelfth", and Flemish "twaalfden"; absent for all else.
[[nodiscard]] std::optional<int> said_ordinal(std::string_view key);

/// Reads the parts of a date one after the other; what is not there leaves `at` where it was.
struct DateParts {
  const Tokens& tokens;
  std::size_t at = 0;  ///< The token to read next.

  [[nodiscard]] bool at_end() const { return at >= tokens.size(); }

  /// Over fillers, marks and, with `words`, over words that may stand between the parts of a date: at most four.
  void skip(bool words);

  /// Over "and the year's", "en het jaar is"; false when no year is named.
  bool skip_year_name();

  /// 1 … 31: "3", "03", "3e", "drie", "nul drie", "derde", "twenty first"; 0 when none. Also how a month is said.
  int day();

  /// 1 … 12: "mei", "sept."; 0 when none.
  int named_month();

  /// With its century: "1967", "'67", "negentienzevenenzestig", "two thousand and one".
  std::optional<int> year();

  /// A longer number, a quantity or a month goes on here.
  [[nodiscard]] bool goes_on() const;

 private:
  // Two digits: "67", "zevenenzestig", "oh four"; -1 when none.
  int two_digits();
  // What is said behind "negentienhonderd", if anything is.
  std::optional<int> century(int hundreds);
};

}  // namespace aandacht::domain::redaction
