#include "client/net/library_files.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace aandacht::net {
namespace {

namespace fs = std::filesystem;

/// The service names the files; none may lie elsewhere.
absl::Status check_names(const LibraryFiles& files) {
  for (const auto& [name, text] : files) {
    const fs::path path = fs::path(name).lexically_normal();
    if (!name.empty() && path.is_relative() && *path.begin() != ".." && path.has_filename()) continue;
    return absl::InvalidArgumentError(absl::StrCat("the service names a file “", name, "” outside the folder"));
  }
  return absl::OkStatus();
}

/// Absent: there is none, or it cannot be read.
std::optional<std::string> bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

absl::StatusOr<FolderChange> compare_with_folder(const LibraryFiles& files, const std::string& folder) {
  if (const absl::Status status = check_names(files); !status.ok()) return status;
  FolderChange change;
  for (const auto& [name, text] : files) {
    const fs::path path = fs::path(folder) / name;
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
      ++change.added;
    } else if (bytes_of(path) == text) {
      ++change.same;
    } else {
      change.replaced.push_back(name);
    }
  }
  return change;
}

absl::Status write_into_folder(const LibraryFiles& files, const std::string& folder, Replace replace,
                               const std::function<void(std::size_t done)>& progress, Stop* stop) {
  absl::Status status = check_names(files);
  std::size_t done = 0;
  for (const auto& [name, text] : files) {
    if (status.ok() && stop != nullptr) status = stop->status();
    if (!status.ok()) return status;
    const fs::path path = fs::path(folder) / name;
    if (bytes_of(path) != text) {
      std::error_code ignored;  // Opening the file says what is wrong.
      fs::create_directories(path.parent_path(), ignored);
      status = write_whole_file(path.string(), text, replace, Readers::kEverybody);
    }
    if (status.ok() && progress) progress(++done);
  }
  return status;
}

}  // namespace aandacht::net
