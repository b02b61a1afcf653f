// Page tokens: the key of the last row of a page, encrypted, and valid for one list and one run of the service only. A
// caller may not see the row that it is the key of, so neither the key nor its length can be told from the token.
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

/// `list` names the list and its filter, e.g. "turns of call-1". At least 16 characters of [A-Za-z0-9_-]; another one
/// every time. AES-256-GCM with a key that this process makes for itself. INTERNAL: the library failed.
[[nodiscard]] absl::StatusOr<std::string> to_token(std::string_view list, const PageKey& key);

/// INVALID_ARGUMENT: not a token of this list, or one of another process.
[[nodiscard]] absl::StatusOr<PageKey> from_token(std::string_view list, std::string_view token);

/// 0 → 50, above 500 → 500. INVALID_ARGUMENT: below 0.
[[nodiscard]] absl::StatusOr<int> page_size_of(int wanted);

}  // namespace aandacht::store::sqlite
