// BEGIN, and ROLLBACK unless it was committed.
#pragma once

#include "absl/status/status.h"
#include "service/store/sqlite/connection.h"

namespace aandacht::store::sqlite {

class TransactionGuard {
 public:
  enum class Kind { kRead, kWrite };

  explicit TransactionGuard(Connection& connection) : connection_(connection) {}
  ~TransactionGuard();
  TransactionGuard(const TransactionGuard&) = delete;
  TransactionGuard& operator=(const TransactionGuard&) = delete;

  /// kWrite waits for other writers; kRead takes its snapshot now.
  [[nodiscard]] absl::Status begin(Kind kind);

  /// Makes it durable. When this fails nothing of it was kept.
  [[nodiscard]] absl::Status commit();

 private:
  Connection& connection_;
};

}  // namespace aandacht::store::sqlite
