#include "client/net/library_files.h"

#include <deque>
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

/// Folders that files need; those without one go again at the end.
class MadeFolders {
 public:
  MadeFolders() = default;
  ~MadeFolders() {
    std::error_code not_empty;
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, not_empty);
  }
  MadeFolders(const MadeFolders&) = delete;
  MadeFolders& operator=(const MadeFolders&) = delete;

  /// What goes wrong is told by opening a file in it.
  void make(const fs::path& folder) {
    std::error_code ignored;
    if (folder.empty() || fs::exists(folder, ignored)) return;
    make(folder.parent_path());
    if (fs::create_directory(folder, ignored)) made_.push_back(folder);
  }

 private:
  std::vector<fs::path> made_;
};

/// On the disk, beside its name.
absl::Status write_beside(WholeFile& file, const std::string& text) {
  absl::Status status = file.open();
  if (status.ok()) status = file.write(text);
  return status.ok() ? file.settle() : status;
}

}  // namespace

absl::StatusOr<FolderChange> compare_with_folder(const LibraryFiles& files, const std::string& folder) {
  if (const absl::Status status = check_names(files); !status.ok()) return status;
  FolderChange change;
  for (const auto& [name, text] : files) {
    const fs::path path = fs::path(folder) / name;
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored))) {
      ++change.added;
    } else if (bytes_of(path) == text) {
      ++change.same;
    } else {
      change.replaced.push_back(name);
    }
  }
  return change;
}

FolderResult write_into_folder(const LibraryFiles& files, const std::string& folder, Replace replace,
                               const std::function<void(std::size_t done)>& progress, Stop* stop) {
  FolderResult result{check_names(files)};
  MadeFolders folders;  // Lives longer than what is written into them.
  std::deque<WholeFile> beside;
  std::size_t done = 0;
  for (const auto& [name, text] : files) {
    if (result.status.ok() && stop != nullptr) result.status = stop->status();
    if (!result.status.ok()) return result;
    const fs::path path = fs::path(folder) / name;
    if (bytes_of(path) != text) {
      folders.make(path.parent_path());
      result.status = write_beside(beside.emplace_back(path.string(), replace, Readers::kEverybody), text);
    }
    if (result.status.ok() && progress) progress(++done);
  }
  if (result.status.ok() && stop != nullptr) result.status = stop->status();
  result.wanted = beside.size();
  for (WholeFile& file : beside) {
    if (result.status.ok()) result.status = file.finish();
    if (!result.status.ok()) return result;
    ++result.changed;
  }
  return result;
}

}  // namespace aandacht::net
