#include "client/model/folder_model.h"

#include "absl/strings/str_cat.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kFolder{"Map", "Folder"};
constexpr Bilingual kGo{"Andere map …", "Another folder …"};
constexpr Bilingual kUp{"↑ een map hoger", "↑ the folder above"};
constexpr Bilingual kNotThere{"Deze map is er niet. Kies een andere, of maak hem eerst.",
                              "This folder is not there. Choose another, or make it first."};
constexpr Bilingual kNotAFolder{"Dit is geen map. Kies de map waar het in staat.",
                                "This is not a folder. Choose the one that it is in."};
constexpr Bilingual kMayNotRead{"In deze map mag je niet kijken. Kies een andere.",
                                "You may not look into this folder. Choose another."};
constexpr Bilingual kMayNotWrite{"In deze map mag je niets bewaren. Kies een andere.",
                                 "You may not save in this folder. Choose another."};

std::string trouble_of(FolderStanding standing, Language language) {
  switch (standing) {
    case FolderStanding::kNotLooked:
    case FolderStanding::kThere:
      return "";
    case FolderStanding::kNotThere:
      return kNotThere.in(language);
    case FolderStanding::kNotAFolder:
      return kNotAFolder.in(language);
    case FolderStanding::kMayNotRead:
      return kMayNotRead.in(language);
    case FolderStanding::kMayNotWrite:
      return kMayNotWrite.in(language);
  }
  return "";
}

}  // namespace

std::string path_in(const std::string& folder, const std::string& name) {
  return absl::StrCat(folder, !folder.empty() && folder.back() == '/' ? "" : "/", name);
}

std::string parent_of(const std::string& folder) {
  const std::size_t last = folder.find_last_not_of('/');
  if (last == std::string::npos) return "/";
  const std::size_t slash = folder.find_last_of('/', last);
  return slash == std::string::npos || slash == 0 ? "/" : folder.substr(0, slash);
}

FolderModel make_folder_model(const FolderState& state, Language language) {
  FolderModel model;
  model.caption = kFolder.in(language);
  model.path = state.path;
  model.go_hint = kGo.in(language);
  model.trouble = trouble_of(state.standing, language);
  if (state.has_parent) {
    model.go_to.emplace_back(kUp.in(language));
    model.places.push_back(parent_of(state.path));
  }
  for (const std::string& name : state.folders) {
    model.go_to.push_back(name);
    model.places.push_back(path_in(state.path, name));
  }
  return model;
}

}  // namespace aandacht::model
