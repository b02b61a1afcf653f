#include "service/store/sqlite/read_pool.h"

namespace aandacht::store::sqlite {
namespace {

constexpr std::size_t kKept = 4;

}  // namespace

absl::StatusOr<std::shared_ptr<Connection>> ReadPool::take() {
  std::unique_ptr<Connection> connection;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      connection = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!connection) {
    absl::StatusOr<std::unique_ptr<Connection>> opened = Connection::open(path_, Connection::Use::kRead);
    if (!opened.ok()) return opened.status();
    connection = *std::move(opened);
  }
  return std::shared_ptr<Connection>(connection.release(), [this](Connection* used) { give_back(used); });
}

void ReadPool::give_back(Connection* connection) {
  std::unique_ptr<Connection> owned(connection);
  // A connection that failed may hold on to a damaged page; the next reader gets a fresh one.
  if (!owned->first_failure().ok()) return;
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kKept) idle_.push_back(std::move(owned));
}

}  // namespace aandacht::store::sqlite
