// Looks at the folder that somebody chooses, off the drawing thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "client/app/errands.h"
#include "client/app/folder_look.h"
#include "client/model/folder_model.h"
#include "client/supervisor/page.h"

namespace aandacht::supervisor {

/// Belongs to the drawing thread, but for what it does on its own.
class FolderPicker {
 public:
  using Post = std::function<void(std::function<void()>)>;

  /// `post` as PageContext's. `looked`: called in the drawing thread when the folder was looked at; may be empty.
  FolderPicker(app::FolderWish wish, Post post, std::function<void()> looked = {});

  /// Looks there; of several only the last is told. An empty path: at the usual folder.
  void go(const std::string& path);

  [[nodiscard]] const model::FolderState& state() const { return state_; }
  /// As it is to be opened.
  [[nodiscard]] std::string path() const { return app::without_tilde(state_.path); }

 private:
  void show(const std::string& path, app::FolderLook look);

  const app::FolderWish wish_;
  const Post post_;
  const std::function<void()> looked_;
  model::FolderState state_;
  std::uint64_t asked_ = 0;
  std::unique_ptr<app::Errands> errands_;  // Made with the first look. Last: it uses the rest.
};

}  // namespace aandacht::supervisor
