// As much of SQLite as the outbox needs. For the .cpp files of this folder.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace aandacht::net {

/// What a result code of SQLite means: UNAVAILABLE when it may pass (busy, full disk, read-only), DATA_LOSS when the
/// file is damaged, INTERNAL otherwise.
[[nodiscard]] absl::Status sqlite_status(int code, std::string_view doing, const std::string& file);

/// One prepared statement; reset() before using it again.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, std::string_view value);  ///< Bound as a blob-safe text; must outlive the step.
  Statement& bind_blob(int index, std::string_view value);

  /// SQLITE_ROW, SQLITE_DONE or an error code.
  [[nodiscard]] int step() { return statement_ == nullptr ? prepare_code_ : sqlite3_step(statement_.get()); }
  void reset() { sqlite3_reset(statement_.get()); }

  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  [[nodiscard]] std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int prepare_code_ = SQLITE_OK;
};

}  // namespace aandacht::net
