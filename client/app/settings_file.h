// The file that settings are kept in, as the window changes it and as a person does.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"

namespace aandacht::app {

/// One setting to write.
struct SettingChange {
  std::string name;     ///< Dotted.
  std::string toml;     ///< Its value.
  std::string comment;  ///< For where it is missing.
  std::string whole;    ///< The whole file, for where there is none.
};

/// Writes a change and leaves the rest of the file as it is. A file that is not TOML is put aside under its name with
/// ".unreadable" and replaced. Waits for the disk.
///
/// UNAVAILABLE: the disk does not let it. FAILED_PRECONDITION: there is something else in that place of the file.
[[nodiscard]] absl::Status write_setting(const std::filesystem::path& file, const SettingChange& change);

/// Tells when a file was written or replaced, by anybody. The kernel says so (inotify): nobody looks again and again.
class FileWatch {
 public:
  /// `changed` is called on a thread of the watch. A folder that does not exist cannot be watched: then nothing is
  /// told.
  FileWatch(const std::filesystem::path& file, std::function<void()> changed);
  ~FileWatch();

  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aandacht::app
