// One run of a prepared statement.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/store/sqlite/connection.h"

namespace aandacht::store::sqlite {

/// Bound from left to right, stepped through its rows, and given back to its connection when destroyed.
/// A failure of preparing or binding comes out of the next step(). After a failure on its connection no statement runs
/// until Connection::forget_failure().
class Statement {
 public:
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement& operator=(Statement&&) = delete;

  /// Binds the next parameter. Text and bytes are copied.
  Statement& bind_text(std::string_view value);
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_integer(std::int64_t value);
  Statement& bind_real(double value);
  Statement& bind_null();
  /// NULL for an infinite time; otherwise nanoseconds since 1970, to the nearest end of 1677 … 2262.
  Statement& bind_time(absl::Time value);

  /// True when there is a row, false at the end.
  [[nodiscard]] absl::StatusOr<bool> step();

  /// Steps to the end. ALREADY_EXISTS: a key is taken.
  [[nodiscard]] absl::Status run();

  /// Columns of the row, counted from 0; valid after step() said true.
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  /// InfinitePast for NULL.
  [[nodiscard]] absl::Time time(int column) const;
  /// The bytes of a text or blob; they live until the next step().
  [[nodiscard]] std::string_view bytes(int column) const;

 private:
  friend class Connection;

  Statement(Connection& connection, std::vector<sqlite3_stmt*>& idle, sqlite3_stmt* handle)
      : connection_(&connection), idle_(&idle), handle_(handle) {}
  [[nodiscard]] absl::Status ready() const;
  void note(int code);

  Connection* connection_;
  std::vector<sqlite3_stmt*>* idle_;  // where it goes back to; a map's value, so that it stays
  sqlite3_stmt* handle_;
  int next_ = 1;
  absl::Status status_;
};

}  // namespace aandacht::store::sqlite
