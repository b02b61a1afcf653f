#include "client/net/whole_file.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"

namespace aandacht::net {
namespace {

constexpr char kErrno[] = "aandacht/errno";
constexpr int kMostParts = 100;

bool is_there(const std::string& path) {
  struct stat found {};
  return lstat(path.c_str(), &found) == 0;
}

FileFault fault_of(int error) {
  switch (error) {
    case EEXIST:
      return FileFault::kExists;
    case ENOENT:
    case ENOTDIR:
      return FileFault::kNoFolder;
    case EACCES:
    case EPERM:
    case EROFS:
      return FileFault::kNotAllowed;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return FileFault::kDiskFull;
    default:
      return FileFault::kOther;
  }
}

}  // namespace

FileFault file_fault(const absl::Status& status) {
  const absl::optional<absl::Cord> error = status.GetPayload(kErrno);
  return error ? fault_of(std::atoi(std::string(*error).c_str())) : FileFault::kNone;
}

WholeFile::WholeFile(std::string path, Replace replace) : path_(std::move(path)), replace_(replace) {}

WholeFile::~WholeFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  unlink(part_.c_str());
}

absl::Status WholeFile::failure(int error) const {
  absl::Status status =
      error == EEXIST ? absl::AlreadyExistsError(absl::StrCat(path_, " is there already"))
                      : absl::FailedPreconditionError(absl::StrCat("cannot write ", path_, ": ", std::strerror(error)));
  status.SetPayload(kErrno, absl::Cord(absl::StrCat(error)));
  return status;
}

absl::Status WholeFile::open() {
  if (replace_ == Replace::kNo && is_there(path_)) return failure(EEXIST);
  int file = -1;
  for (int number = 1; file < 0; ++number) {
    part_ = number == 1 ? absl::StrCat(path_, ".part") : absl::StrCat(path_, ".part", number);
    file = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && (errno != EEXIST || number == kMostParts)) return failure(errno);
  }
  file_ = fdopen(file, "wb");
  if (file_ != nullptr) return absl::OkStatus();
  const int error = errno;
  close(file);
  unlink(part_.c_str());
  return failure(error);
}

absl::Status WholeFile::write(std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size() ? absl::OkStatus() : failure(errno);
}

// 0, or an errno.
int WholeFile::take_name() const {
  if (replace_ == Replace::kYes) return std::rename(part_.c_str(), path_.c_str()) == 0 ? 0 : errno;
  if (renameat2(AT_FDCWD, part_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot say so in one step.
  if (is_there(path_)) return EEXIST;
  return std::rename(part_.c_str(), path_.c_str()) == 0 ? 0 : errno;
}

absl::Status WholeFile::finish() {
  if (std::fflush(file_) != 0 || fsync(fileno(file_)) != 0) return failure(errno);
  if (const int error = take_name(); error != 0) return failure(error);
  std::fclose(file_);
  file_ = nullptr;
  return absl::OkStatus();
}

absl::Status write_whole_file(const std::string& path, std::string_view bytes, Replace replace) {
  WholeFile file(path, replace);
  absl::Status status = file.open();
  if (status.ok()) status = file.write(bytes);
  return status.ok() ? file.finish() : status;
}

}  // namespace aandacht::net
