// A small file that may change while a program runs.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>

#include "absl/status/status.h"

namespace aandacht::security {

/// One thread at a time.
class WatchedFile {
 public:
  explicit WatchedFile(std::filesystem::path file) : file_(std::move(file)) {}

  [[nodiscard]] const std::filesystem::path& path() const { return file_; }

  /// The text when it was never given, or the file was written or replaced since; nothing when it is the same, or
  /// cannot be read now; status() says which.
  [[nodiscard]] std::optional<std::string> changed();

  /// How the last changed() went. NOT_FOUND: there is no such file. UNAVAILABLE: it is there and cannot be read, or it
  /// cannot be told whether it is. The message names it.
  [[nodiscard]] const absl::Status& status() const { return status_; }

 private:
  const std::filesystem::path file_;
  absl::Status status_;
  bool seen_ = false;
  struct stat last_ {};
};

}  // namespace aandacht::security
