#include "service/app/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "absl/strings/str_cat.h"

namespace aandacht::service_app {

absl::StatusOr<std::unique_ptr<FileLock>> FileLock::take(const std::filesystem::path& file) {
  const std::string name = file.string() + ".lock";
  const int descriptor = open(name.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) return absl::ErrnoToStatus(errno, absl::StrCat("cannot open ", name));
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return std::unique_ptr<FileLock>(new FileLock(descriptor));
  close(descriptor);
  return absl::UnavailableError(
      absl::StrCat("another aandachtd uses the store ", file.string(), ". Stop it, or choose another with --store"));
}

FileLock::~FileLock() { close(descriptor_); }

}  // namespace aandacht::service_app
