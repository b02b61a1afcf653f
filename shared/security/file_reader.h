// Who can read a file, as owners and modes say it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace aandacht::security {

/// A user, such as the one that a service runs as.
struct FileReader {
  uid_t user = 0;
  gid_t group = 0;            ///< A file that is given to them gets it.
  std::vector<gid_t> groups;  ///< All that they are in.
  std::string name;           ///< Or the number, when this machine has no name for it.
};

/// Somebody who owns nothing and is in no group.
[[nodiscard]] FileReader everybody();

/// `group` is what a file of theirs has.
[[nodiscard]] FileReader reader_with_id(uid_t user, gid_t group);

/// The owner of a file or folder; absent when there is none.
[[nodiscard]] std::optional<FileReader> owner_of(const std::filesystem::path& file);

/// Whether the file, and every folder on the way to it, lets them read it. Access lists are not looked at: who may by
/// those alone is answered with no, except who runs this program.
[[nodiscard]] bool can_read(const FileReader& reader, const std::filesystem::path& file);

}  // namespace aandacht::security
