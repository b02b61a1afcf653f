#include "client/net/sqlite_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {

absl::Status run_sql(sqlite3* database, const char* sql, std::string_view doing, const std::string& file) {
  return sqlite_status(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), doing, file);
}

absl::StatusOr<std::int64_t> read_integer(sqlite3* database, std::string_view sql, const std::string& file) {
  Statement statement(database, sql);
  const int code = statement.step();
  if (code != SQLITE_ROW) {
    return sqlite_status(code == SQLITE_DONE ? SQLITE_INTERNAL : code, sql, file);
  }
  return statement.integer(0);
}

absl::Status empty_log(sqlite3* database, const std::string& file) {
  const auto busy = read_integer(database, "PRAGMA wal_checkpoint(TRUNCATE)", file);
  if (!busy.ok() || *busy == 0) return busy.status();
  return absl::UnavailableError(absl::StrCat(file, ": its log is in use"));
}

namespace {

constexpr int kBusyMilliseconds = 5'000;

/// Made by us first, so that nobody else may read it: SQLite gives -wal and -shm the same mode.
absl::Status make_private_file(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  std::error_code error;
  const bool made = std::filesystem::create_directories(folder, error);
  if (error) {
    return absl::PermissionDeniedError(absl::StrCat(folder.string(), ": ", error.message()));
  }
  if (made) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return absl::PermissionDeniedError(absl::StrCat(file.string(), ": ", std::strerror(errno)));
  }
  ::close(descriptor);
  return absl::OkStatus();
}

/// Going over to WAL needs the file for a moment alone, and SQLite does not wait for that by itself.
absl::Status use_wal(sqlite3* database, const std::string& file) {
  absl::Status status;
  for (int attempt = 0; attempt < 100; ++attempt) {
    status = run_sql(database, "PRAGMA journal_mode=WAL", "journal_mode", file);
    if (!absl::IsUnavailable(status)) {
      return status;
    }
    absl::SleepFor(absl::Milliseconds(20));
  }
  return status;
}

absl::Status prepare_schema(sqlite3* database, const SqliteSchema& schema, const std::string& file) {
  const absl::StatusOr<std::int64_t> version = read_integer(database, "PRAGMA user_version", file);
  if (!version.ok()) {
    return version.status();
  }
  if (*version > schema.version) {
    return absl::FailedPreconditionError(absl::StrCat(file, ": made by a newer version of this program (schema ",
                                                      *version, "); use that one, or name another file"));
  }
  return *version == schema.version ? absl::OkStatus() : run_sql(database, schema.make, "create tables", file);
}

absl::StatusOr<Database> open_database(const std::filesystem::path& path, const SqliteSchema& schema) {
  const std::string file = path.string();
  if (const absl::Status made = make_private_file(path); !made.ok()) {
    return made;
  }
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) {
    return sqlite_status(code, "open", file);
  }
  sqlite3_busy_timeout(raw, kBusyMilliseconds);
  absl::Status status = use_wal(raw, file);
  status.Update(run_sql(raw, schema.settings, "settings", file));
  if (status.ok()) {
    status = prepare_schema(raw, schema, file);
  }
  if (!status.ok()) {
    return status;
  }
  return database;
}

/// Keeps a damaged file for a person and makes room for a new one.
absl::Status move_aside(const std::filesystem::path& file, absl::Time now) {
  const std::string damaged =
      absl::StrCat(file.string(), ".damaged-", absl::FormatTime("%Y%m%dT%H%M%SZ", now, absl::UTCTimeZone()));
  if (::rename(file.c_str(), damaged.c_str()) != 0 && errno != ENOENT) {
    return absl::UnavailableError(absl::StrCat(file.string(), ": ", std::strerror(errno)));
  }
  for (const char* suffix : {"-wal", "-shm"}) {
    std::error_code ignored;
    std::filesystem::remove(file.string() + suffix, ignored);
  }
  spdlog::error("{} was damaged; kept as {}, a new one is begun", file.string(), damaged);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Database> open_sqlite_file(const std::filesystem::path& file, const SqliteSchema& schema,
                                          const base::Clock& clock) {
  absl::StatusOr<Database> database = open_database(file, schema);
  if (!absl::IsDataLoss(database.status())) return database;
  if (const absl::Status moved = move_aside(file, clock.now()); !moved.ok()) return moved;
  return open_database(file, schema);
}

}  // namespace aandacht::net
