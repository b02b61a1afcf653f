#include "shared/security/revoked.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/base/text_file.h"
#include "shared/security/file_reader.h"

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

/// 0, or errno.
int give(int descriptor, uid_t user, gid_t group, mode_t mode) {
  if (fchown(descriptor, user, group) != 0) {
    if (user != geteuid()) return errno;
    mode &= S_IRUSR | S_IWUSR;  // A group that this user is not in.
  }
  return fchmod(descriptor, mode) == 0 ? 0 : errno;
}

/// 0, or errno. Whoever writes it, root too: it is the folder's owner who must be able to read it.
int give_to_owner_of(const fs::path& folder, int descriptor) {
  struct stat owner {};
  if (stat(folder.c_str(), &owner) != 0) return errno;
  return give(descriptor, owner.st_uid, owner.st_gid, owner.st_mode & (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP));
}

/// 0, or errno. The list comes into being with its owner and mode: there is no moment at which the service cannot read
/// it.
int make(const fs::path& file, const std::optional<FileReader>& service) {
  const fs::path folder = folder_of(file);
  std::error_code error;
  fs::create_directories(folder, error);
  std::string temporary = file.string() + ".XXXXXX";
  const File made(mkostemp(temporary.data(), O_CLOEXEC));
  if (made.get() < 0) return errno;
  int failure = service ? give(made.get(), service->user, service->group, S_IRUSR | S_IWUSR | S_IRGRP)
                        : give_to_owner_of(folder, made.get());
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

/// A new file in this folder would be root's, and no service that runs as another user could read it.
bool is_only_for_root(const fs::path& folder) {
  struct stat owner {};
  return geteuid() == 0 && stat(folder.c_str(), &owner) == 0 && owner.st_uid == 0;
}

absl::Status unreadable(const fs::path& file, const std::optional<FileReader>& service) {
  return absl::FailedPreconditionError(absl::StrCat(
      "nothing was revoked: ",
      service ? absl::StrCat(service->name, ", as whom the service runs, cannot read ")
              : "it is not known that the service's user can read ",
      file.string(), ". Give it to the user that the service runs as and run this again, or run this as that user",
      service ? "" : "; --identity names the folder identity of the service, whose owner that is"));
}

/// The name of the user who is known to be able to read the list; empty when everybody can.
absl::StatusOr<std::string> reader_of(const fs::path& file, int descriptor, std::optional<FileReader> service) {
  if (can_read(everybody(), file)) return std::string();
  struct stat list {};
  if (fstat(descriptor, &list) != 0) return trouble(file, errno);
  // Root keeps files for others; anybody else keeps a list for the service that runs as they do.
  if (!service && list.st_uid != 0) service = reader_with_id(list.st_uid, list.st_gid);
  if (!service || !can_read(*service, file)) return unreadable(file, service);
  return service->name;
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

absl::StatusOr<std::string> revoke(const fs::path& file, const std::string& token_id,
                                   const std::optional<FileReader>& service) {
  const std::set<std::string> alone = parse_revoked(token_id);
  if (alone.size() != 1 || *alone.begin() != token_id)
    return absl::InvalidArgumentError("give the id (jti) of one token; aandachtctl token show tells it");
  constexpr int kFlags = O_RDWR | O_APPEND | O_CLOEXEC;
  int descriptor = open(file.c_str(), kFlags);
  if (descriptor < 0 && errno == ENOENT) {
    if (!service && is_only_for_root(folder_of(file))) return unreadable(file, std::nullopt);
    if (const int failure = make(file, service); failure != 0) return trouble(file, failure);
    descriptor = open(file.c_str(), kFlags);
  }
  if (descriptor < 0) return trouble(file, errno);
  const File list(descriptor);
  while (flock(list.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return trouble(file, errno);
  }
  if (const int failure = give_back(folder_of(file), list.get()); failure != 0) return trouble(file, failure);
  absl::StatusOr<std::string> reader = reader_of(file, list.get(), service);
  if (!reader.ok()) return reader;
  const absl::StatusOr<std::string> text = base::read_text_file(file);
  if (!text.ok()) return text.status();
  if (parse_revoked(*text).count(token_id) != 0) return reader;
  const bool is_cut = !text->empty() && text->back() != '\n';
  const int failure = append(list.get(), absl::StrCat(is_cut ? "\n" : "", token_id, "\n"));
  if (failure != 0) return trouble(file, failure);
  return reader;
}

}  // namespace aandacht::security
