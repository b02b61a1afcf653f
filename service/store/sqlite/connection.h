// One connection to a database file and its prepared statements.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

struct sqlite3;
struct sqlite3_stmt;

namespace aandacht::store::sqlite {

class Statement;

/// Not safe to use from two threads at once.
class Connection {
 public:
  enum class Use { kWrite, kRead };

  /// Opens the file and sets the pragmas of its use; creates the file only for writing. Failures as sqlite::open().
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Connection>> open(const std::string& path, Use use);

  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// A statement ready to be bound. Prepared once, then reused.
  [[nodiscard]] Statement prepare(std::string_view sql);

  /// Runs one or more statements without parameters. `doing` begins the message of a failure.
  [[nodiscard]] absl::Status execute(const std::string& sql, std::string_view doing);

  /// The first column of the first row.
  [[nodiscard]] absl::StatusOr<std::int64_t> ask(std::string_view sql);

  /// Moves the write-ahead log into the file and makes it zero bytes, so that nothing older is left in it. False when
  /// somebody reads just now, or it failed: try again later. Never waits for others; not inside a transaction.
  [[nodiscard]] bool empty_log();

  /// True between BEGIN and the end of its transaction; SQLite ends one by itself after some failures.
  [[nodiscard]] bool in_transaction() const;

  /// How many rows the last statement changed.
  [[nodiscard]] std::int64_t changes() const;

  /// The first failure since forget_failure() of any statement, other than a broken constraint. A transaction that met
  /// one is not to be committed.
  [[nodiscard]] const absl::Status& first_failure() const { return first_failure_; }
  void forget_failure() { first_failure_ = absl::OkStatus(); }

 private:
  friend class Statement;

  explicit Connection(sqlite3* handle) : handle_(handle) {}
  absl::Status note(int code, std::string_view doing);

  sqlite3* handle_;
  std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle_;  // by SQL; taken out while in use
  absl::Status first_failure_;
};

}  // namespace aandacht::store::sqlite
