#include "service/store/sqlite/failure.h"

#include <sqlite3.h>

#include <string>

namespace aandacht::store::sqlite {
namespace {

absl::StatusCode code_of(int primary) {
  switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR:
    case SQLITE_INTERRUPT:
    case SQLITE_PROTOCOL:
      return absl::StatusCode::kUnavailable;
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return absl::StatusCode::kResourceExhausted;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return absl::StatusCode::kPermissionDenied;
    case SQLITE_NOTADB:
      return absl::StatusCode::kFailedPrecondition;
    case SQLITE_TOOBIG:
      return absl::StatusCode::kInvalidArgument;
  }
  return absl::StatusCode::kInternal;
}

std::string advice(int primary) {
  switch (primary) {
    case SQLITE_FULL:
      return "; the disk is full, free some space";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return "; the file and its folder must be writable by this user";
    case SQLITE_NOTADB:
      return "; choose another file";
    case SQLITE_BUSY:
      return "; another process is using it";
    case SQLITE_CORRUPT:
      return "; restore a backup, or run \"sqlite3 FILE .recover\" on a copy";
  }
  return "";
}

}  // namespace

absl::Status failure(sqlite3* database, int code, std::string_view doing) {
  const int primary = code & 0xff;
  std::string message(doing);
  message += ": ";
  message += database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  message += advice(primary);
  return {code_of(primary), message};
}

absl::Status unreadable(std::string_view what, std::string_view key, const absl::Status& why) {
  std::string message = "the stored ";
  message.append(what).append(" of \"").append(key).append("\" cannot be read: ");
  message.append(why.message().data(), why.message().size());
  return absl::InternalError(message);
}

}  // namespace aandacht::store::sqlite
