#include "service/store/sqlite/statement.h"

#include <sqlite3.h>

#include <utility>

namespace aandacht::store::sqlite {

Statement::~Statement() {
  if (handle_ == nullptr) return;
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
  idle_->push_back(handle_);
}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      idle_(other.idle_),
      handle_(std::exchange(other.handle_, nullptr)),
      next_(other.next_),
      status_(std::move(other.status_)) {}

// SQLite takes a null pointer for NULL, which an empty view may hold.
Statement& Statement::bind_text(std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  note(sqlite3_bind_text64(handle_, next_++, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  note(sqlite3_bind_blob64(handle_, next_++, data, bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_integer(std::int64_t value) {
  note(sqlite3_bind_int64(handle_, next_++, value));
  return *this;
}

Statement& Statement::bind_real(double value) {
  note(sqlite3_bind_double(handle_, next_++, value));
  return *this;
}

Statement& Statement::bind_null() {
  note(sqlite3_bind_null(handle_, next_++));
  return *this;
}

Statement& Statement::bind_time(absl::Time value) {
  if (value == absl::InfinitePast() || value == absl::InfiniteFuture()) return bind_null();
  return bind_integer(absl::ToUnixNanos(value));
}

absl::StatusOr<bool> Statement::step() {
  if (absl::Status status = ready(); !status.ok()) return status;
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return connection_->note(code, "running a statement");
}

absl::Status Statement::run() {
  if (absl::Status status = ready(); !status.ok()) return status;
  for (;;) {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_DONE) return absl::OkStatus();
    if (code == SQLITE_ROW) continue;
    absl::Status status = connection_->note(code, "running a statement");
    const bool taken = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY;
    return taken ? absl::AlreadyExistsError(status.message()) : status;
  }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }

double Statement::real(int column) const { return sqlite3_column_double(handle_, column); }

std::string Statement::text(int column) const { return std::string(bytes(column)); }

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

absl::Time Statement::time(int column) const {
  return is_null(column) ? absl::InfinitePast() : absl::FromUnixNanos(integer(column));
}

std::string_view Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(handle_, column);
  const int size = sqlite3_column_bytes(handle_, column);
  if (data == nullptr) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

// SQLite ends a transaction by itself after some failures; what came after would be committed on its own.
absl::Status Statement::ready() const { return status_.ok() ? connection_->first_failure() : status_; }

void Statement::note(int code) {
  if (code != SQLITE_OK && status_.ok()) status_ = connection_->note(code, "binding a statement");
}

}  // namespace aandacht::store::sqlite
