// The library as files in a folder of this machine.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/net/stop.h"
#include "client/net/whole_file.h"

namespace aandacht::net {

/// "nl/whys.toml" and what is in it.
using LibraryFiles = std::vector<std::pair<std::string, std::string>>;

/// What writing them into a folder would do there.
struct FolderChange {
  std::size_t added = 0;
  std::vector<std::string> replaced;  ///< Names of those that are there and say something else.
  std::size_t same = 0;
};

/// Reads the folder; what cannot be read counts as replaced. INVALID_ARGUMENT: a name leads out of the folder.
[[nodiscard]] absl::StatusOr<FolderChange> compare_with_folder(const LibraryFiles& files, const std::string& folder);

/// What write_into_folder() did.
struct FolderResult {
  /// Of WholeFile (ALREADY_EXISTS when one is there and `replace` is kNo), CANCELLED by `stop`, INVALID_ARGUMENT as
  /// compare_with_folder().
  absl::Status status;
  std::size_t changed = 0;  ///< Files that have their new bytes. Of a failure it is 0, but when it came between names.
  std::size_t wanted = 0;   ///< Files that had other bytes or none; known when `changed` is not 0.
};

/// Writes those that are not there with these bytes already; folders are made. All are written beside their names
/// first and take these at the end, so that stopping and a full disk change nothing, and leave nothing.
///
/// \param progress  called with how many are written beside or the same already, after each; may be empty
/// \param stop      may be null; is not heard any more while names are taken
[[nodiscard]] FolderResult write_into_folder(const LibraryFiles& files, const std::string& folder, Replace replace,
                                             const std::function<void(std::size_t done)>& progress, Stop* stop);

}  // namespace aandacht::net
