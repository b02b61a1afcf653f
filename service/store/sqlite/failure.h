// What SQLite's result codes mean for the caller of the store.
#pragma once

#include <string_view>

#include "absl/status/status.h"

struct sqlite3;

namespace aandacht::store::sqlite {

/// The last failure on `database` as a status that begins with `doing`, e.g. "saving a desk".
[[nodiscard]] absl::Status failure(sqlite3* database, int code, std::string_view doing);

/// What is stored cannot be read: INTERNAL with what it was and why.
[[nodiscard]] absl::Status unreadable(std::string_view what, std::string_view key, const absl::Status& why);

}  // namespace aandacht::store::sqlite
