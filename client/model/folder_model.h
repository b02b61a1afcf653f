// A folder that somebody chooses, to put a file into or to take one from.
#pragma once

#include <string>
#include <vector>

#include "client/model/language.h"

namespace aandacht::model {

/// What is known of the place.
enum class FolderStanding { kNotLooked, kThere, kNotThere, kNotAFolder, kMayNotRead, kMayNotWrite };

struct FolderState {
  std::string path;  ///< As it is typed.
  FolderStanding standing = FolderStanding::kNotLooked;
  std::vector<std::string> folders;  ///< Names of those in it.
  std::vector<std::string> files;    ///< Names of the files in it that can be taken; none where a file is put.
  bool has_parent = true;
};

struct FolderModel {
  std::string caption;
  std::string path;
  std::string go_hint;              ///< Of the list of folders.
  std::vector<std::string> go_to;   ///< The folder above first, where there is one.
  std::vector<std::string> places;  ///< The path of each, as it is typed.
  std::string trouble;              ///< Empty: the folder will do.

  bool operator==(const FolderModel&) const = default;
};

/// Pure.
[[nodiscard]] FolderModel make_folder_model(const FolderState& state, Language language);

/// "/home/eva" and "a.csv" make "/home/eva/a.csv".
[[nodiscard]] std::string path_in(const std::string& folder, const std::string& name);

/// The folder above: of "/home/eva/" it is "/home".
[[nodiscard]] std::string parent_of(const std::string& folder);

}  // namespace aandacht::model
