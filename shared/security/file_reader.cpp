#include "shared/security/file_reader.h"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace aandacht::security {
namespace {

namespace fs = std::filesystem;

/// The last three: the bit that lets the owner, the group, the others.
bool lets(const FileReader& reader, const fs::path& path, mode_t owner, mode_t group, mode_t others) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) return false;
  if (reader.user == 0) return true;
  if (found.st_uid == reader.user) return (found.st_mode & owner) != 0;
  const bool in_group = std::find(reader.groups.begin(), reader.groups.end(), found.st_gid) != reader.groups.end();
  return (found.st_mode & (in_group ? group : others)) != 0;
}

std::vector<gid_t> groups_of(const char* name, gid_t own) {
  int count = 64;
  std::vector<gid_t> groups(static_cast<std::size_t>(count));
  if (getgrouplist(name, own, groups.data(), &count) < 0) {
    groups.resize(static_cast<std::size_t>(count));
    if (getgrouplist(name, own, groups.data(), &count) < 0) return {own};
  }
  groups.resize(static_cast<std::size_t>(count));
  return groups;
}

}  // namespace

FileReader everybody() { return {static_cast<uid_t>(-1), static_cast<gid_t>(-1), {}, "everybody"}; }

FileReader reader_with_id(uid_t user, gid_t group) {
  const passwd* known = getpwuid(user);
  if (known == nullptr) return {user, group, {group}, std::to_string(user)};
  return {user, group, groups_of(known->pw_name, known->pw_gid), known->pw_name};
}

std::optional<FileReader> owner_of(const fs::path& file) {
  struct stat found {};
  if (stat(file.c_str(), &found) != 0) return std::nullopt;
  return reader_with_id(found.st_uid, found.st_gid);
}

bool can_read(const FileReader& reader, const fs::path& file) {
  if (reader.user == geteuid()) return access(file.c_str(), R_OK) == 0;
  std::error_code error;
  const fs::path whole = fs::canonical(file, error);
  if (error || !lets(reader, whole, S_IRUSR, S_IRGRP, S_IROTH)) return false;
  for (fs::path folder = whole.parent_path();; folder = folder.parent_path()) {
    if (!lets(reader, folder, S_IXUSR, S_IXGRP, S_IXOTH)) return false;
    if (folder == folder.root_path()) return true;
  }
}

}  // namespace aandacht::security
