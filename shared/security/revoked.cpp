#include "shared/security/revoked.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/base/text_file.h"

namespace aandacht::security {
namespace {

namespace fs = std::filesystem;

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] int get() const { return descriptor_; }

 private:
  const int descriptor_;
};

absl::Status trouble(const fs::path& file, int error) {
  return absl::UnavailableError(absl::StrCat("cannot write ", file.string(), ": ", std::strerror(error),
                                             "; nothing was revoked, run it as the user of the service"));
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

/// 0, or errno. Whoever writes it, root too: it is the folder's owner who must be able to read it.
int give_to_owner_of(const fs::path& folder, int descriptor) {
  struct stat owner {};
  if (stat(folder.c_str(), &owner) != 0) return errno;
  mode_t mode = owner.st_mode & (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP);
  if (fchown(descriptor, owner.st_uid, owner.st_gid) != 0) {
    if (owner.st_uid != geteuid()) return errno;
    mode &= S_IRUSR | S_IWUSR;  // Of another group than the folder.
  }
  return fchmod(descriptor, mode) == 0 ? 0 : errno;
}

/// 0, or errno. The list comes into being with its owner and mode: there is no moment at which the service cannot read
/// it.
int make(const fs::path& file) {
  const fs::path folder = folder_of(file);
  std::error_code error;
  fs::create_directories(folder, error);
  std::string temporary = file.string() + ".XXXXXX";
  const File made(mkostemp(temporary.data(), O_CLOEXEC));
  if (made.get() < 0) return errno;
  int failure = give_to_owner_of(folder, made.get());
  // Another may have made it meanwhile: then that one is added to.
  if (failure == 0 && link(temporary.c_str(), file.c_str()) != 0 && errno != EEXIST) failure = errno;
  unlink(temporary.c_str());
  return failure;
}

/// 0, or errno. A list that root made once, and that nobody else can read, goes back to the folder's owner.
int give_back(const fs::path& folder, int descriptor) {
  struct stat list {};
  struct stat owner {};
  if (fstat(descriptor, &list) != 0 || stat(folder.c_str(), &owner) != 0) return errno;
  if (list.st_uid == owner.st_uid || (list.st_mode & (S_IRGRP | S_IROTH)) != 0) return 0;
  return give_to_owner_of(folder, descriptor);
}

/// 0, or errno: all of the text, or none of it.
int append(int descriptor, const std::string& text) {
  struct stat before {};
  if (fstat(descriptor, &before) != 0) return errno;
  const ssize_t written = write(descriptor, text.data(), text.size());
  const int failure = written < 0 ? errno : static_cast<std::size_t>(written) < text.size() ? ENOSPC : 0;
  if (failure != 0) return ftruncate(descriptor, before.st_size) == 0 ? failure : errno;
  return fsync(descriptor) == 0 ? 0 : errno;
}

}  // namespace

std::set<std::string> parse_revoked(std::string_view text) {
  std::set<std::string> ids;
  for (absl::string_view line : absl::StrSplit(absl::string_view(text.data(), text.size()), '\n')) {
    line = absl::StripAsciiWhitespace(line.substr(0, line.find('#')));
    if (!line.empty()) ids.emplace(line);
  }
  return ids;
}

absl::Status revoke(const fs::path& file, const std::string& token_id) {
  const std::set<std::string> alone = parse_revoked(token_id);
  if (alone.size() != 1 || *alone.begin() != token_id)
    return absl::InvalidArgumentError("give the id (jti) of one token; aandachtctl token show tells it");
  constexpr int kFlags = O_RDWR | O_APPEND | O_CLOEXEC;
  int descriptor = open(file.c_str(), kFlags);
  if (descriptor < 0 && errno == ENOENT) {
    if (const int failure = make(file); failure != 0) return trouble(file, failure);
    descriptor = open(file.c_str(), kFlags);
  }
  if (descriptor < 0) return trouble(file, errno);
  const File list(descriptor);
  while (flock(list.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return trouble(file, errno);
  }
  if (const int failure = give_back(folder_of(file), list.get()); failure != 0) return trouble(file, failure);
  const absl::StatusOr<std::string> text = base::read_text_file(file);
  if (!text.ok()) return text.status();
  if (parse_revoked(*text).count(token_id) != 0) return absl::OkStatus();
  const bool is_cut = !text->empty() && text->back() != '\n';
  const int failure = append(list.get(), absl::StrCat(is_cut ? "\n" : "", token_id, "\n"));
  return failure == 0 ? absl::OkStatus() : trouble(file, failure);
}

}  // namespace aandacht::security
