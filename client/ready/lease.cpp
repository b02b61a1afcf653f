#include "client/ready/lease.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "shared/base/folders.h"

namespace aandacht::ready {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHead = "aandacht-ready 1";
constexpr const char* kSuffix = ".lease";
constexpr std::size_t kLargest = 8192;

absl::Status failed(const fs::path& file) {
  return absl::UnavailableError(absl::StrCat(file.string(), ": ", std::strerror(errno)));
}

std::string to_text(const Owed& owed) {
  return absl::StrCat(kHead, "\nagent=", owed.told.agent, "\nuntil=", owed.told.until, "\nready=", owed.ready, "\n");
}

std::map<std::string, std::string> members_of(const std::string& text) {
  std::map<std::string, std::string> members;
  for (const auto& line : absl::StrSplit(text, '\n')) {
    const std::pair<std::string, std::string> member = absl::StrSplit(line, absl::MaxSplits('=', 1));
    members.insert(member);
  }
  return members;
}

std::string read_all(int descriptor) {
  std::string text(kLargest, '\0');
  const ssize_t size = pread(descriptor, text.data(), text.size(), 0);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  return text;
}

/// What lies there is run: it must be this user's own.
bool is_ours(int descriptor) {
  struct stat facts {};
  return fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_uid == geteuid() &&
         (facts.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool write_all(int descriptor, const std::string& text) {
  return write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(descriptor) == 0;
}

void sync_folder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

/// FNV-1a: the same on every machine and in every version, unlike std::hash.
std::uint32_t hash_of(const std::string& text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// flock keeps others away, also in this process; the record lock tells them which process it is.
bool hold_lock(int descriptor) {
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) return false;
  struct flock whole {};
  whole.l_type = F_RDLCK;
  whole.l_whence = SEEK_SET;
  return fcntl(descriptor, F_SETLK, &whole) == 0;
}

/// DATA_LOSS: it is none.
absl::StatusOr<Owed> parse(const fs::path& file, const std::string& text) {
  std::map<std::string, std::string> members = members_of(text);
  const bool whole = absl::StartsWith(text, kHead) && absl::EndsWith(text, "\n") && is_agent_name(members["agent"]) &&
                     !members["ready"].empty() && check_command(members["ready"]).ok();
  if (!whole) return absl::DataLossError(absl::StrCat(file.string(), " cannot be read"));
  return Owed{{members["agent"], members["until"]}, members["ready"]};
}

bool is_file_at(int descriptor, const fs::path& file) {
  struct stat here {};
  struct stat there {};
  return fstat(descriptor, &here) == 0 && lstat(file.c_str(), &there) == 0 && here.st_ino == there.st_ino &&
         here.st_dev == there.st_dev;
}

}  // namespace

bool is_agent_name(const std::string& name) {
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || std::strchr(".-_@", c) != nullptr;
  });
}

fs::path lease_folder() { return base::state_folder() / "not-ready"; }

Lease::Lease(fs::path file, int descriptor, Owed owed)
    : file_(std::move(file)), descriptor_(descriptor), owed_(std::move(owed)) {}

Lease::Lease(Lease&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)), owed_(std::move(other.owed_)) {}

Lease::~Lease() {
  if (descriptor_ >= 0) close(descriptor_);
}

absl::StatusOr<Lease> Lease::take(const fs::path& folder, Owed owed) {
  if (!is_agent_name(owed.told.agent)) return absl::InvalidArgumentError("no name of an agent");
  if (owed.ready.empty() || !check_command(owed.ready).ok()) return absl::InvalidArgumentError("no ready command");
  std::error_code ignored;
  fs::create_directories(folder, ignored);
  fs::permissions(folder, fs::perms::owner_all, ignored);
  const fs::path file = lease_file(folder, owed);
  const fs::path made = absl::StrCat(file.string(), ".", getpid());
  const int descriptor = open(made.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return failed(made);
  Lease lease(file, descriptor, std::move(owed));
  // Locked before it has its name: nobody ever sees it without a holder.
  const bool kept =
      hold_lock(descriptor) && write_all(descriptor, to_text(lease.owed_)) && rename(made.c_str(), file.c_str()) == 0;
  if (!kept) {
    const absl::Status status = failed(made);
    unlink(made.c_str());
    return status;
  }
  sync_folder(folder);
  return lease;
}

absl::StatusOr<Lease> Lease::adopt(const fs::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return absl::NotFoundError(absl::StrCat("no lease: ", file.string()));
  Lease lease(file, descriptor, {});
  if (!is_ours(descriptor)) return absl::PermissionDeniedError(absl::StrCat(file.string(), " is not this user's own"));
  if (!hold_lock(descriptor)) return absl::AbortedError("its watchdog is alive");
  if (!lease.held()) return absl::AbortedError("it was just done, or taken over");
  absl::StatusOr<Owed> owed = parse(file, read_all(descriptor));
  if (!owed.ok()) return owed.status();
  lease.owed_ = *std::move(owed);
  return lease;
}

bool Lease::held() const { return is_file_at(descriptor_, file_); }

void Lease::settle() {
  if (held()) unlink(file_.c_str());
}

absl::StatusOr<Owed> read_lease(const fs::path& file) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return absl::NotFoundError(absl::StrCat("no lease: ", file.string()));
  const bool ours = is_ours(descriptor);
  const std::string text = ours ? read_all(descriptor) : std::string();
  close(descriptor);
  if (!ours) return absl::PermissionDeniedError(absl::StrCat(file.string(), " is not this user's own"));
  return parse(file, text);
}

fs::path lease_file(const fs::path& folder, const Owed& owed) {
  return folder / absl::StrCat(owed.told.agent, ".", absl::Hex(hash_of(owed.ready)), kSuffix);
}

std::vector<fs::path> lease_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == kSuffix) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

int living_holder(const fs::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return 0;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool asked = fcntl(descriptor, F_GETLK, &lock) == 0;
  close(descriptor);
  return asked && lock.l_type != F_UNLCK ? std::max<int>(lock.l_pid, 0) : 0;
}

CommandTurn::CommandTurn(const fs::path& folder, const std::string& agent, absl::Duration limit)
    : descriptor_(open((folder / (agent + ".turn")).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
  constexpr absl::Duration kLook = absl::Milliseconds(20);
  for (absl::Duration waited; descriptor_ >= 0 && waited < limit; waited += kLook) {
    if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    const timespec pause = absl::ToTimespec(kLook);
    nanosleep(&pause, nullptr);
  }
}

CommandTurn::~CommandTurn() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace aandacht::ready
