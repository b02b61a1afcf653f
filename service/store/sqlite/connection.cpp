#include "service/store/sqlite/connection.h"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

#include "service/store/sqlite/failure.h"
#include "service/store/sqlite/statement.h"

namespace aandacht::store::sqlite {
namespace {

constexpr int kBusyMilliseconds = 5000;
constexpr const char* kOpening = "opening the store";

// synchronous=FULL: in WAL mode each commit is followed by a sync of the log. temp_store=MEMORY: nothing outside the
// file. secure_delete=ON: what was redacted late is overwritten, on pages that became free too.
constexpr const char* kPragmas =
    "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;"
    "PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864;";

absl::Status check_folder(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return absl::OkStatus();
  return absl::NotFoundError("opening the store: the folder " + folder.string() + " does not exist");
}

absl::Status named(const std::string& path, const absl::Status& status) {
  if (status.ok()) return status;
  return {status.code(), path + ": " + std::string(status.message())};
}

}  // namespace

absl::StatusOr<std::unique_ptr<Connection>> Connection::open(const std::string& path, Use use) {
  if (path.empty()) return absl::InvalidArgumentError("opening the store: no file is named");
  if (absl::Status status = check_folder(path); !status.ok()) return status;
  sqlite3* handle = nullptr;
  const int create = use == Use::kWrite ? SQLITE_OPEN_CREATE : 0;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | create, nullptr);
  std::unique_ptr<Connection> connection(new Connection(handle));
  if (code != SQLITE_OK) return named(path, failure(handle, code, kOpening));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  if (use == Use::kWrite && sqlite3_db_readonly(handle, "main") == 1) {
    return named(path, failure(nullptr, SQLITE_READONLY, kOpening));
  }
  const std::string pragmas = std::string(kPragmas) + (use == Use::kRead ? "PRAGMA query_only=ON;" : "");
  if (absl::Status status = connection->execute(pragmas, kOpening); !status.ok()) return named(path, status);
  return connection;
}

Connection::~Connection() {
  for (auto& [sql, statements] : idle_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close_v2(handle_);
}

Statement Connection::prepare(std::string_view sql) {
  auto known = idle_.find(sql);
  if (known == idle_.end()) known = idle_.try_emplace(std::string(sql)).first;
  std::vector<sqlite3_stmt*>& idle = known->second;
  if (!idle.empty()) {
    sqlite3_stmt* statement = idle.back();
    idle.pop_back();
    return {*this, idle, statement};
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  Statement prepared(*this, idle, statement);
  if (code != SQLITE_OK) prepared.status_ = note(code, "preparing a statement");
  return prepared;
}

absl::Status Connection::execute(const std::string& sql, std::string_view doing) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? absl::OkStatus() : note(code, doing);
}

absl::StatusOr<std::int64_t> Connection::ask(std::string_view sql) {
  Statement statement = prepare(sql);
  const absl::StatusOr<bool> row = statement.step();
  if (!row.ok()) return row.status();
  return statement.integer(0);
}

bool Connection::empty_log() {
  sqlite3_busy_timeout(handle_, 0);
  const bool is_empty =
      sqlite3_wal_checkpoint_v2(handle_, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
  sqlite3_busy_timeout(handle_, kBusyMilliseconds);
  return is_empty;
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

std::int64_t Connection::changes() const { return sqlite3_changes64(handle_); }

absl::Status Connection::note(int code, std::string_view doing) {
  absl::Status status = failure(handle_, code, doing);
  if (first_failure_.ok() && (code & 0xff) != SQLITE_CONSTRAINT) first_failure_ = status;
  return status;
}

}  // namespace aandacht::store::sqlite
