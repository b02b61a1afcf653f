// The tables, as numbered steps that only ever grow.
#pragma once

#include "absl/status/status.h"
#include "service/store/sqlite/connection.h"

namespace aandacht::store::sqlite {

/// What a store of this program is marked with ("Aand"), so that another program's database is not touched.
inline constexpr int kApplicationId = 0x41616e64;

/// The number of steps: what PRAGMA user_version says of an up-to-date store.
[[nodiscard]] int schema_version();

/// FAILED_PRECONDITION: the database is another program's, or has more steps than this program knows. Changes nothing.
[[nodiscard]] absl::Status check_owner(Connection& connection);

/// Applies the steps that this database does not have yet, each in its own transaction.
/// Failures as check_owner().
[[nodiscard]] absl::Status bring_up_to_date(Connection& connection);

}  // namespace aandacht::store::sqlite
