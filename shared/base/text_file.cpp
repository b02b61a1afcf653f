#include "shared/base/text_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"

namespace aandacht::base {
namespace {

namespace fs = std::filesystem;

absl::Status trouble(const fs::path& file, int error) {
  return absl::UnavailableError(absl::StrCat("cannot write ", file.string(), ": ", std::strerror(error)));
}

/// Where a link ends; the path itself when it is none.
fs::path behind_links(const fs::path& file) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(file, error);
  return error ? file : target;
}

mode_t mode_of(const fs::path& file) {
  struct stat there {};
  return stat(file.c_str(), &there) == 0 ? there.st_mode & 07777U : S_IRUSR | S_IWUSR;
}

/// 0, or errno.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(descriptor) == 0 ? 0 : errno;
}

}  // namespace

absl::StatusOr<std::string> read_text_file(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error) && !error) return absl::NotFoundError(absl::StrCat("there is no file ", file.string()));
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  // Copying nothing sets failbit: an empty file is a text too.
  if (stream && stream.peek() != std::ifstream::traits_type::eof()) text << stream.rdbuf();
  std::error_code ignored;
  if (!stream.is_open() || stream.bad() || !text || fs::is_directory(file, ignored)) {
    return absl::UnavailableError(absl::StrCat("cannot read the file ", file.string()));
  }
  return text.str();
}

absl::Status write_text_file(const fs::path& file, std::string_view text) {
  const fs::path target = behind_links(file);
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  std::string temporary = target.string() + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return trouble(target, errno);
  int failure = fchmod(descriptor, mode_of(target)) == 0 ? 0 : errno;
  if (failure == 0) failure = write_all(descriptor, text);
  if (close(descriptor) != 0 && failure == 0) failure = errno;
  if (failure == 0 && rename(temporary.c_str(), target.c_str()) != 0) failure = errno;
  if (failure == 0) return absl::OkStatus();
  unlink(temporary.c_str());
  return trouble(target, failure);
}

}  // namespace aandacht::base
