#include "client/net/whole_file.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <system_error>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"

namespace aandacht::net {
namespace {

constexpr char kErrno[] = "aandacht/errno";
constexpr std::size_t kPartLetters = 8;
constexpr int kMostNames = 100;  // Of 26^8, so that more are never needed; a disk that says otherwise has a fault.
constexpr int kMostLinks = 40;   // As the kernel has it.

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

/// The name of the file that `path` leads to, there or not. 0, or an errno.
int follow_links(const std::string& path, std::string& target) {
  namespace fs = std::filesystem;
  fs::path at = path;
  for (int links = 0; links < kMostLinks; ++links) {
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(at, error))) {
      target = at.string();
      return 0;
    }
    const fs::path next = fs::read_symlink(at, error);
    if (error) return error.value();
    at = at.parent_path() / next;  // An absolute one stands alone.
  }
  return ELOOP;
}

std::string part_name(const std::string& target) {
  std::random_device random;
  std::uniform_int_distribution<int> letter('a', 'z');
  std::string name = absl::StrCat(target, ".part-");
  for (std::size_t i = 0; i < kPartLetters; ++i) name += static_cast<char>(letter(random));
  return name;
}

/// `file` may be read by who may read `replaced`. 0, or an errno.
int take_mode(int file, const struct stat& replaced) {
  struct stat made {};
  if (fstat(file, &made) != 0) return errno;
  mode_t mode = replaced.st_mode & 0777;
  // Only root gives files away; the group is often one's own too.
  const bool keeps_owner = made.st_uid == replaced.st_uid || fchown(file, replaced.st_uid, gid_t(-1)) == 0;
  const bool keeps_group = made.st_gid == replaced.st_gid || fchown(file, uid_t(-1), replaced.st_gid) == 0;
  if (!keeps_owner) mode |= S_IRUSR | S_IWUSR;
  // What one group might do is not for another one.
  if (!keeps_group) mode &= ~S_IRWXG;
  return fchmod(file, mode) == 0 ? 0 : errno;
}

}  // namespace

FileFault file_fault(const absl::Status& status) {
  const absl::optional<absl::Cord> error = status.GetPayload(kErrno);
  return error ? fault_of(std::atoi(std::string(*error).c_str())) : FileFault::kNone;
}

WholeFile::WholeFile(std::string path, Replace replace, Readers readers)
    : path_(std::move(path)), replace_(replace), readers_(readers) {}

WholeFile::~WholeFile() {
  if (file_ != nullptr) std::fclose(file_);
  if (!part_.empty()) unlink(part_.c_str());
}

absl::Status WholeFile::failure(int error) const {
  absl::Status status =
      error == EEXIST ? absl::AlreadyExistsError(absl::StrCat(path_, " is there already"))
                      : absl::FailedPreconditionError(absl::StrCat("cannot write ", path_, ": ", std::strerror(error)));
  status.SetPayload(kErrno, absl::Cord(absl::StrCat(error)));
  return status;
}

// A descriptor, or an errno below zero.
int WholeFile::open_part() {
  struct stat replaced {};
  const bool replaces = stat(target_.c_str(), &replaced) == 0;
  if (replaces && S_ISDIR(replaced.st_mode)) return -EISDIR;
  if (replaces && !S_ISREG(replaced.st_mode)) return -EOPNOTSUPP;
  const mode_t mode = replaces || readers_ == Readers::kOwner ? 0600 : 0666;
  for (int names = 0; names < kMostNames; ++names) {
    const std::string name = part_name(target_);
    const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0 && errno == EEXIST) continue;
    if (file < 0) return -errno;
    part_ = name;
    const int error = replaces ? take_mode(file, replaced) : 0;
    if (error == 0) return file;
    close(file);
    return -error;
  }
  return -EBUSY;
}

absl::Status WholeFile::open() {
  if (replace_ == Replace::kNo && is_there(path_)) return failure(EEXIST);
  if (const int error = follow_links(path_, target_); error != 0) return failure(error);
  const int file = open_part();
  if (file < 0) return failure(-file);
  file_ = fdopen(file, "wb");
  if (file_ != nullptr) return absl::OkStatus();
  const int error = errno;
  close(file);
  return failure(error);
}

absl::Status WholeFile::write(std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size() ? absl::OkStatus() : failure(errno);
}

// 0, or an errno.
int WholeFile::take_name() const {
  if (replace_ == Replace::kYes) return std::rename(part_.c_str(), target_.c_str()) == 0 ? 0 : errno;
  if (renameat2(AT_FDCWD, part_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot say so in one step.
  if (is_there(path_)) return EEXIST;
  return std::rename(part_.c_str(), path_.c_str()) == 0 ? 0 : errno;
}

absl::Status WholeFile::settle() {
  if (std::fflush(file_) != 0 || fsync(fileno(file_)) != 0) return failure(errno);
  const bool closed = std::fclose(file_) == 0;
  file_ = nullptr;
  return closed ? absl::OkStatus() : failure(errno);
}

absl::Status WholeFile::finish() {
  if (file_ != nullptr) {
    if (absl::Status status = settle(); !status.ok()) return status;
  }
  if (const int error = take_name(); error != 0) return failure(error);
  part_.clear();
  return absl::OkStatus();
}

absl::Status write_whole_file(const std::string& path, std::string_view bytes, Replace replace, Readers readers) {
  WholeFile file(path, replace, readers);
  absl::Status status = file.open();
  if (status.ok()) status = file.write(bytes);
  return status.ok() ? file.finish() : status;
}

}  // namespace aandacht::net
