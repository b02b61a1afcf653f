// The way back from a message's enumeration. Used by the tables of enumerations only.
#pragma once

#include <optional>

#include "shared/wire/enums.h"

namespace aandacht::wire {

/// Searches the table that to_proto() is; domain enumerators count from 0 to `last`.
template <typename Domain, typename Wire>
std::optional<Domain> find(Wire value, Domain last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_proto(static_cast<Domain>(i)) == value) return static_cast<Domain>(i);
  }
  return std::nullopt;
}

}  // namespace aandacht::wire
