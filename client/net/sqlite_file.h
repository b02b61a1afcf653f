// Small SQLite files of one user.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/net/sqlite.h"
#include "shared/base/clock.h"

namespace aandacht::net {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// What a file must look like.
struct SqliteSchema {
  int version = 1;            ///< Kept in user_version.
  const char* make = "";      ///< SQL that makes the tables and sets user_version, in one transaction.
  const char* settings = "";  ///< PRAGMAs of every connection.
};

/// Runs SQL that gives no rows.
absl::Status run_sql(sqlite3* database, const char* sql, std::string_view doing, const std::string& file);

/// The first column of the first row.
[[nodiscard]] absl::StatusOr<std::int64_t> read_integer(sqlite3* database, std::string_view sql,
                                                        const std::string& file);

/// Writes all of the write-ahead log into the file and cuts the log to nothing. UNAVAILABLE: another connection reads
/// or writes just now; try again.
absl::Status empty_log(sqlite3* database, const std::string& file);

/// Opens or makes the file and its folder (modes 0600 and 0700), in WAL mode, and makes its tables.
/// A file that is not a database any more is moved aside to FILE.damaged-<time> and a new one begun.
///
/// FAILED_PRECONDITION: a newer version of this program made the file.
/// PERMISSION_DENIED, UNAVAILABLE: folder or file cannot be made or opened.
[[nodiscard]] absl::StatusOr<Database> open_sqlite_file(const std::filesystem::path& file, const SqliteSchema& schema,
                                                        const base::Clock& clock);

}  // namespace aandacht::net
