// Inside redaction: days as they are said, written or spelled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// A day that was said, tokens [first, last]; `shape` says which of its parts and of what years, below 32.
struct DateShape {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t shape = 0;
};

/// All days of which more than one part is said, in order.
[[nodiscard]] std::vector<DateShape> date_shapes(const Tokens& tokens);

}  // namespace aandacht::domain::redaction
