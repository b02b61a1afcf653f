// One service at a time uses a store.
#pragma once

#include <filesystem>
#include <memory>

#include "absl/status/statusor.h"

namespace aandacht::service_app {

/// Held until destroyed, or until the process dies in whatever way.
class FileLock {
 public:
  /// Takes FILE.lock. UNAVAILABLE: another process has it. PERMISSION_DENIED or NOT_FOUND: it cannot be made there.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<FileLock>> take(const std::filesystem::path& file);

  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}

  const int descriptor_;
};

}  // namespace aandacht::service_app
