#include <mutex>
#include <string>
#include <utility>

#include "service/store/sqlite/read_pool.h"
#include "service/store/sqlite/reads.h"
#include "service/store/sqlite/schema.h"
#include "service/store/sqlite/sqlite.h"
#include "service/store/sqlite/statement.h"
#include "service/store/sqlite/transaction.h"
#include "service/store/sqlite/transaction_guard.h"

namespace aandacht::store::sqlite {
namespace {

class SqliteStore final : public Store {
 public:
  SqliteStore(const std::string& path, std::unique_ptr<Connection> writer)
      : writer_(std::move(writer)), readers_(path) {}

  absl::Status write(const std::function<absl::Status(Transaction&)>& work) override {
    const std::lock_guard lock(writing_);
    TransactionGuard guard(*writer_);
    if (absl::Status status = guard.begin(TransactionGuard::Kind::kWrite); !status.ok()) return status;
    WriteTransaction transaction(*writer_);
    if (absl::Status status = work(transaction); !status.ok()) return status;
    if (absl::Status status = guard.commit(); !status.ok()) return status;
    // The log still has what was redacted. While a read lasts it cannot be emptied: the next write tries again.
    log_has_redacted_ |= transaction.redacted();
    if (log_has_redacted_) log_has_redacted_ = !writer_->empty_log();
    return absl::OkStatus();
  }

  absl::Status read(const std::function<absl::Status(Reads&)>& work) override {
    const absl::StatusOr<std::shared_ptr<Connection>> connection = readers_.take();
    if (!connection.ok()) return connection.status();
    TransactionGuard guard(**connection);
    if (absl::Status status = guard.begin(TransactionGuard::Kind::kRead); !status.ok()) return status;
    ReadsThrough<Reads> reads(**connection);
    return work(reads);
  }

 private:
  std::mutex writing_;
  const std::unique_ptr<Connection> writer_;  // guarded by writing_
  bool log_has_redacted_ = false;             // guarded by writing_
  ReadPool readers_;
};

absl::Status use_write_ahead_log(Connection& connection) {
  Statement statement = connection.prepare("PRAGMA journal_mode=WAL");
  const absl::StatusOr<bool> row = statement.step();
  if (!row.ok()) return row.status();
  if (statement.text(0) == "wal") return absl::OkStatus();
  return absl::FailedPreconditionError("this file system cannot hold a write-ahead log; choose a local disk");
}

absl::Status prepare_database(Connection& connection) {
  if (absl::Status status = check_owner(connection); !status.ok()) return status;
  if (absl::Status status = use_write_ahead_log(connection); !status.ok()) return status;
  return bring_up_to_date(connection);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> open(const std::string& path) {
  absl::StatusOr<std::unique_ptr<Connection>> writer = Connection::open(path, Connection::Use::kWrite);
  if (!writer.ok()) return writer.status();
  if (absl::Status status = prepare_database(**writer); !status.ok()) {
    return absl::Status(status.code(), path + ": " + std::string(status.message()));
  }
  return std::make_unique<SqliteStore>(path, *std::move(writer));
}

}  // namespace aandacht::store::sqlite
