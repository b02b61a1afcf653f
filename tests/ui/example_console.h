// Every page of the console as it stands empty, on an ordinary day, and full: for pictures and for checks of the
// layout. A page that is to be among them adds its scenes in example_console.cpp: a few lines.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client/model/shell_model.h"
#include "client/supervisor/shell_view.h"

namespace aandacht::test {

/// Draws a page into its place. Holds what the page remembers between two frames.
using DrawPage = std::function<void(supervisor::PageFrame&)>;

struct ConsoleScene {
  std::string name;  ///< "floor-full"
  model::PageName page = model::PageName::kFloor;
  bool usual = false;  ///< The one that stands for its page in other colours and at 200 %.
  /// A fresh page in a language.
  std::function<DrawPage(model::Language)> make;
  /// Changes what stands around the page; may be empty.
  std::function<void(model::ShellState&, model::Language)> around = {};
};

[[nodiscard]] std::vector<ConsoleScene> console_scenes();

/// What stands around a scene's page.
[[nodiscard]] model::ShellModel shell_of(const ConsoleScene& scene, model::Language language);

/// The moment at which all scenes play: Monday 2 March 2026, 10:00 UTC.
[[nodiscard]] supervisor::ShellMoment console_moment();

/// Draws one frame of a scene over the whole window. `page` was made by the scene.
void draw_scene(const ConsoleScene& scene, model::Language language, ui::Look& look, const DrawPage& page);

}  // namespace aandacht::test
