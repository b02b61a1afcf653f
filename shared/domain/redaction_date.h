// Inside redaction: days as they are said, written or spelled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// A day that was said, tokens [first, last].
struct SaidDate {
  std::size_t first = 0;
  std::size_t last = 0;
  bool named_month = false;
  std::optional<int> year = std::nullopt;  ///< With its century.
  bool whole_year = false;                 ///< With four digits.
  bool part = false;                       ///< A year alone, a month with its year, a day alone.
  bool together = false;                   ///< Written as one: "03-05-1967".
};

/// The day that begins at token `first`, the form with most parts first.
[[nodiscard]] std::optional<SaidDate> read_date(const Tokens& tokens, std::size_t first);

/// Whether a date may begin with this token: most do not.
[[nodiscard]] bool may_begin_date(const Token& token);

inline constexpr std::size_t kDayInOrdinals = 4;  ///< Its tokens.

/// "vijftiende van de zevende" begins at token `at`.
[[nodiscard]] bool is_day_in_ordinals(const Tokens& tokens, std::size_t at);

/// "the first line of your address", "de eerste twee letters" at token `at`: a place in a row, no day.
[[nodiscard]] bool is_first_of_several(const Tokens& tokens, std::size_t at);

/// "06-32-16-01-86": three pairs of a longer number.
[[nodiscard]] bool is_inside_number(const Tokens& tokens, const SaidDate& date);

/// The tokens of a day, [first, last]; `shape` says which of its parts and of what years, below 32.
struct DateShape {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t shape = 0;
};

/// All days of which more than one part is said, in order.
[[nodiscard]] std::vector<DateShape> date_shapes(const Tokens& tokens);

}  // namespace aandacht::domain::redaction
