#include "service/store/sqlite/transaction_guard.h"

#include "service/store/sqlite/statement.h"

namespace aandacht::store::sqlite {

TransactionGuard::~TransactionGuard() {
  // A failed rollback leaves nothing to do: SQLite rolls back by itself when the connection closes.
  if (connection_.in_transaction()) connection_.execute("ROLLBACK", "rolling back").IgnoreError();
}

absl::Status TransactionGuard::begin(Kind kind) {
  connection_.forget_failure();
  if (kind == Kind::kWrite) return connection_.prepare("BEGIN IMMEDIATE").run();
  if (absl::Status status = connection_.prepare("BEGIN").run(); !status.ok()) return status;
  return connection_.ask("SELECT count(*) FROM sqlite_schema").status();
}

absl::Status TransactionGuard::commit() {
  if (!connection_.first_failure().ok()) return connection_.first_failure();
  if (!connection_.in_transaction()) return absl::InternalError("the transaction ended before its commit");
  return connection_.prepare("COMMIT").run();
}

}  // namespace aandacht::store::sqlite
