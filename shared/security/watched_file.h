// A small file that may change while a program runs.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>

namespace aandacht::security {

/// One thread at a time.
class WatchedFile {
 public:
  explicit WatchedFile(std::filesystem::path file) : file_(std::move(file)) {}

  [[nodiscard]] const std::filesystem::path& path() const { return file_; }

  /// The text when it was never given, or the file was written or replaced since; nothing when it is the same, or
  /// cannot be read now.
  [[nodiscard]] std::optional<std::string> changed();

 private:
  const std::filesystem::path file_;
  bool seen_ = false;
  struct stat last_ {};
};

}  // namespace aandacht::security
