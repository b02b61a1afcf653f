#include "client/supervisor/folder_picker.h"

#include <utility>

namespace aandacht::supervisor {
namespace {

model::FolderStanding standing_of(app::FolderFound found) {
  switch (found) {
    case app::FolderFound::kThere:
      return model::FolderStanding::kThere;
    case app::FolderFound::kNotThere:
      return model::FolderStanding::kNotThere;
    case app::FolderFound::kNotAFolder:
      return model::FolderStanding::kNotAFolder;
    case app::FolderFound::kMayNotRead:
      return model::FolderStanding::kMayNotRead;
    case app::FolderFound::kMayNotWrite:
      return model::FolderStanding::kMayNotWrite;
  }
  return model::FolderStanding::kNotLooked;
}

}  // namespace

FolderPicker::FolderPicker(app::FolderWish wish, Post post, std::function<void()> looked)
    : wish_(std::move(wish)), post_(std::move(post)), looked_(std::move(looked)) {}

void FolderPicker::go(const std::string& path) {
  state_.path = path;
  state_.standing = model::FolderStanding::kNotLooked;
  const std::uint64_t number = ++asked_;
  if (errands_ == nullptr) errands_ = std::make_unique<app::Errands>();
  errands_->ask([this, path, number] {
    const std::string where = path.empty() ? app::usual_folder().string() : path;
    app::FolderLook look = app::look_at_folder(where, wish_);
    post_([this, where, number, look = std::move(look)] {
      if (number == asked_) show(where, look);
    });
  });
}

void FolderPicker::show(const std::string& path, app::FolderLook look) {
  state_.path = path;
  state_.standing = standing_of(look.found);
  state_.folders = std::move(look.folders);
  state_.files = std::move(look.files);
  state_.has_parent = path != "/";
  if (looked_) looked_();
}

}  // namespace aandacht::supervisor
