// A file that has its name only when it is whole.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace aandacht::net {

/// Whether a file that has the name already may go.
enum class Replace { kNo, kYes };

/// Why a file could not be written, for whoever says so in other words.
enum class FileFault {
  kNone,        ///< The status is not about a file.
  kExists,      ///< There is one of that name, and it may not go.
  kNoFolder,    ///< The folder is not there, or something on the way to it is no folder.
  kNotAllowed,  ///< The folder may not be written into, or the disk is read-only.
  kDiskFull,
  kOther,
};

/// Of a status of WholeFile, or of what writes with one.
[[nodiscard]] FileFault file_fault(const absl::Status& status);

/// Written beside itself as "NAME.part" (or ".part2" … where that is taken), so that nobody sees half of it, and no
/// file of somebody else goes. One thread.
class WholeFile {
 public:
  WholeFile(std::string path, Replace replace);
  /// Nothing is left of one that was not finished.
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  // Failures of all: ALREADY_EXISTS for FileFault::kExists, else FAILED_PRECONDITION; the message says why and names
  // the file.

  /// Tells at once when the name is taken and may not be.
  [[nodiscard]] absl::Status open();
  [[nodiscard]] absl::Status write(std::string_view bytes);
  /// It is on the disk, under its name.
  [[nodiscard]] absl::Status finish();

 private:
  [[nodiscard]] absl::Status failure(int error) const;
  [[nodiscard]] int take_name() const;

  const std::string path_;
  const Replace replace_;
  std::string part_;
  std::FILE* file_ = nullptr;
};

/// All of it at once.
[[nodiscard]] absl::Status write_whole_file(const std::string& path, std::string_view bytes, Replace replace);

}  // namespace aandacht::net
