#include "client/app/folder_look.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace aandacht::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMost = 500;

fs::path home() {
  const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nothing sets it.
  return home == nullptr || *home == '\0' ? fs::temp_directory_path() : fs::path(home);
}

bool ends_in_one(const std::string& name, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return absl::EndsWithIgnoreCase(name, ending); });
}

void put_in_order(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    const std::string low_a = absl::AsciiStrToLower(a);
    const std::string low_b = absl::AsciiStrToLower(b);
    return low_a != low_b ? low_a < low_b : a < b;
  });
  if (names.size() > kMost) names.resize(kMost);
}

}  // namespace

std::string without_tilde(const std::string& path) {
  if (path == "~") return home().string();
  return absl::StartsWith(path, "~/") ? (home() / path.substr(2)).string() : path;
}

std::filesystem::path usual_folder() {
  std::error_code ignored;
  for (const char* name : {"Downloads", "Documenten", "Documents"}) {
    if (fs::is_directory(home() / name, ignored)) return home() / name;
  }
  return home();
}

FolderLook look_at_folder(const std::string& path, const FolderWish& wish) {
  const fs::path folder = without_tilde(path);
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found || folder.empty()) return {FolderFound::kNotThere, {}, {}};
  if (status.type() == fs::file_type::none) return {FolderFound::kMayNotRead, {}, {}};
  if (status.type() != fs::file_type::directory) return {FolderFound::kNotAFolder, {}, {}};
  FolderLook look;
  fs::directory_iterator entries(folder, fs::directory_options::skip_permission_denied, error);
  if (error || access(folder.c_str(), R_OK | X_OK) != 0) look.found = FolderFound::kMayNotRead;
  if (wish.writes)
    look.found = access(folder.c_str(), W_OK | X_OK) == 0 ? FolderFound::kThere : FolderFound::kMayNotWrite;
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    std::error_code unknown;
    if (name.empty() || name.front() == '.') continue;
    if (entries->is_directory(unknown)) {
      look.folders.push_back(name);
    } else if (ends_in_one(name, wish.endings) && entries->is_regular_file(unknown)) {
      look.files.push_back(name);
    }
  }
  put_in_order(look.folders);
  put_in_order(look.files);
  return look;
}

}  // namespace aandacht::app
