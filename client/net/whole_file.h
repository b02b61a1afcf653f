// A file that has its name only when it is whole.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace aandacht::net {

/// Whether a file that has the name already may go.
enum class Replace { kNo, kYes };

/// Who may read a file that was not there before. One that is replaced keeps its mode, and its group where this may be.
enum class Readers {
  kOwner,      ///< 0600: it holds words or numbers of customers.
  kEverybody,  ///< 0666 less the umask.
};

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

/// Written beside itself as "NAME.part-" and eight letters of its own, so that nobody sees half of it, and no file of
/// somebody else goes; what a killed program left is in nobody's way. A link to a file stays one: the file that it
/// leads to is replaced. One thread.
class WholeFile {
 public:
  WholeFile(std::string path, Replace replace, Readers readers = Readers::kOwner);
  /// Nothing is left of one that was not finished.
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  // Failures of all: ALREADY_EXISTS for FileFault::kExists, which Replace::kYes never is; else FAILED_PRECONDITION. The
  // message says why and names the file.

  /// Tells at once when the name is taken and may not be, or when what has it is no file.
  [[nodiscard]] absl::Status open();
  [[nodiscard]] absl::Status write(std::string_view bytes);
  /// All of it is on the disk, and has its name not yet. Nothing is written after it.
  [[nodiscard]] absl::Status settle();
  /// It is on the disk, under its name; settles it first where that was not done.
  [[nodiscard]] absl::Status finish();

 private:
  [[nodiscard]] absl::Status failure(int error) const;
  [[nodiscard]] int open_part();
  [[nodiscard]] int take_name() const;

  const std::string path_;
  const Replace replace_;
  const Readers readers_;
  std::string target_;         // Where path_ leads to.
  std::string part_;           // Empty: there is none.
  std::FILE* file_ = nullptr;  // None: not begun, or settled.
};

/// All of it at once.
[[nodiscard]] absl::Status write_whole_file(const std::string& path, std::string_view bytes, Replace replace,
                                            Readers readers = Readers::kOwner);

}  // namespace aandacht::net
