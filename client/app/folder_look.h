// What is in a folder, for somebody who chooses one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace aandacht::app {

enum class FolderFound { kThere, kNotThere, kNotAFolder, kMayNotRead, kMayNotWrite };

/// What it is looked at for.
struct FolderWish {
  bool writes = false;               ///< A file is put into it.
  std::vector<std::string> endings;  ///< Files that are told: ".csv", in any case; empty: none.
};

/// Names in alphabetical order, whatever their case; hidden ones are left out, and what is beyond the first 500.
struct FolderLook {
  FolderFound found = FolderFound::kThere;
  std::vector<std::string> folders;
  std::vector<std::string> files;
};

/// Waits for the disk. `path` may begin with "~/".
[[nodiscard]] FolderLook look_at_folder(const std::string& path, const FolderWish& wish);

/// "~/x" as the home folder has it; anything else as it is.
[[nodiscard]] std::string without_tilde(const std::string& path);

/// Where people look for what they saved: Downloads, else Documents, else their home. Waits for the disk.
[[nodiscard]] std::filesystem::path usual_folder();

}  // namespace aandacht::app
