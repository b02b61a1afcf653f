#include "shared/security/watched_file.h"

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "shared/base/text_file.h"

namespace aandacht::security {
namespace {

bool is_same(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size &&
         a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec &&
         a.st_ctim.tv_sec == b.st_ctim.tv_sec && a.st_ctim.tv_nsec == b.st_ctim.tv_nsec;
}

absl::Status trouble(const std::filesystem::path& file, int error) {
  if (error == ENOENT || error == ENOTDIR) return absl::NotFoundError(absl::StrCat("there is no file ", file.string()));
  return absl::UnavailableError(absl::StrCat("cannot read the file ", file.string(), ": ", std::strerror(error)));
}

}  // namespace

std::optional<std::string> WatchedFile::changed() {
  struct stat now {};
  if (stat(file_.c_str(), &now) != 0) {
    status_ = trouble(file_, errno);
    return std::nullopt;
  }
  if (seen_ && is_same(now, last_)) {
    status_ = absl::OkStatus();
    return std::nullopt;
  }
  absl::StatusOr<std::string> text = base::read_text_file(file_);
  status_ = text.status();
  if (!text.ok()) return std::nullopt;
  seen_ = true;
  last_ = now;
  return *std::move(text);
}

}  // namespace aandacht::security
