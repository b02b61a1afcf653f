#include "shared/security/watched_file.h"

#include "shared/base/text_file.h"

namespace aandacht::security {
namespace {

bool is_same(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size &&
         a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec &&
         a.st_ctim.tv_sec == b.st_ctim.tv_sec && a.st_ctim.tv_nsec == b.st_ctim.tv_nsec;
}

}  // namespace

std::optional<std::string> WatchedFile::changed() {
  struct stat now {};
  if (stat(file_.c_str(), &now) != 0 || (seen_ && is_same(now, last_))) return std::nullopt;
  absl::StatusOr<std::string> text = base::read_text_file(file_);
  if (!text.ok()) return std::nullopt;
  seen_ = true;
  last_ = now;
  return *std::move(text);
}

}  // namespace aandacht::security
