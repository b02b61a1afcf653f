// Page tokens: the key of the last row of a page, closed to the caller and valid for one list only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace aandacht::store::sqlite {

/// The last row of a page.
struct PageKey {
  std::int64_t number = 0;
  std::string text;

  bool operator==(const PageKey&) const = default;
};

/// `list` names the list and its filter, e.g. "turns of call-1". At least 16 characters of [A-Za-z0-9_-].
[[nodiscard]] std::string to_token(std::string_view list, const PageKey& key);

/// INVALID_ARGUMENT: not a token of this list.
[[nodiscard]] absl::StatusOr<PageKey> from_token(std::string_view list, std::string_view token);

/// 0 → 50, above 500 → 500. INVALID_ARGUMENT: below 0.
[[nodiscard]] absl::StatusOr<int> page_size_of(int wanted);

}  // namespace aandacht::store::sqlite
