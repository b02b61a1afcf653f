#include "shared/security/machine_key.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "shared/base/folders.h"
#include "shared/base/ids.h"
#include "shared/base/text_file.h"
#include "shared/security/key_set.h"

namespace aandacht::security {
namespace {

absl::Status denied(const std::filesystem::path& file, const char* what) {
  return absl::PermissionDeniedError(absl::StrCat("cannot ", what, " ", file.string(), ": ",
                                                  std::error_code(errno, std::generic_category()).message()));
}

absl::Status write_new(const std::filesystem::path& file, const std::string& text) {
  const int descriptor = open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) return denied(file, "make");
  const ssize_t written = write(descriptor, text.data(), text.size());
  const bool good = written == static_cast<ssize_t>(text.size()) && fsync(descriptor) == 0;
  absl::Status status = good ? absl::OkStatus() : denied(file, "write");
  close(descriptor);
  if (!good) unlink(file.c_str());
  return status;
}

// A link fails where a file is, so that of two who make a key at once both use the same.
absl::Status put_first(const std::filesystem::path& file, const std::string& text) {
  const std::filesystem::path draft = file.string() + "." + base::RandomIds().next();
  if (absl::Status status = write_new(draft, text); !status.ok()) return status;
  const bool placed = link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST;
  absl::Status status = placed ? absl::OkStatus() : denied(file, "make");
  unlink(draft.c_str());
  return status;
}

absl::Status make_folder(const std::filesystem::path& folder) {
  if (mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return absl::OkStatus();
  return denied(folder, "make the folder");
}

}  // namespace

MachineFiles machine_files(const std::filesystem::path& folder) {
  return {folder / "key.pem", folder / "jwks.json", folder / "revoked"};
}

std::filesystem::path usual_identity_folder() {
  const char* named = std::getenv("AANDACHT_IDENTITY");
  if (named != nullptr && *named != '\0') return named;
  return base::data_folder() / "identity";
}

absl::StatusOr<PrivateKey> read_machine_key(const std::filesystem::path& folder) {
  const std::filesystem::path file = machine_files(folder).key;
  struct stat found {};
  if (stat(file.c_str(), &found) != 0) {
    if (errno == ENOENT || errno == ENOTDIR)
      return absl::NotFoundError(absl::StrCat("there is no key ", file.string()));
    return denied(file, "read");
  }
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return absl::PermissionDeniedError(absl::StrCat("others may read the key ", file.string(),
                                                    ": chmod 600 it, and when somebody may have copied it, remove it; "
                                                    "the next start makes a new one"));
  }
  const absl::StatusOr<std::string> pem = base::read_text_file(file);
  if (!pem.ok()) return absl::PermissionDeniedError(std::string(pem.status().message()));
  absl::StatusOr<PrivateKey> key = PrivateKey::from_pem(*pem);
  if (!key.ok())
    return absl::InvalidArgumentError(absl::StrCat(file.string(), " ", std::string(key.status().message())));
  return key;
}

absl::StatusOr<PrivateKey> ensure_machine_key(const std::filesystem::path& folder) {
  absl::StatusOr<PrivateKey> key = read_machine_key(folder);
  if (absl::IsNotFound(key.status())) {
    if (absl::Status status = make_folder(folder); !status.ok()) return status;
    const absl::StatusOr<PrivateKey> made = PrivateKey::generate(Algorithm::kEs256);
    if (!made.ok()) return made.status();
    if (absl::Status status = put_first(machine_files(folder).key, made->pem()); !status.ok()) return status;
    key = read_machine_key(folder);
  }
  if (!key.ok()) return key.status();
  // The public half follows the private one, also when somebody put another key there.
  const std::filesystem::path jwks = machine_files(folder).jwks;
  const std::string text = print_key_set({key->public_key()});
  if (const auto known = base::read_text_file(jwks); known.ok() && *known == text) return key;
  if (absl::Status status = base::write_text_file(jwks, text); !status.ok())
    return absl::PermissionDeniedError(std::string(status.message()));
  return key;
}

}  // namespace aandacht::security
