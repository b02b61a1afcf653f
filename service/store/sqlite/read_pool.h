// Connections for reading, shared by all threads.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "service/store/sqlite/connection.h"

namespace aandacht::store::sqlite {

/// Safe to use from any thread. Never waits: opens another connection when all are in use, and keeps a few.
class ReadPool {
 public:
  explicit ReadPool(std::string path) : path_(std::move(path)) {}

  /// A connection that goes back to the pool when the last copy of the pointer does; the pool must live longer.
  [[nodiscard]] absl::StatusOr<std::shared_ptr<Connection>> take();

 private:
  void give_back(Connection* connection);

  const std::string path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace aandacht::store::sqlite
