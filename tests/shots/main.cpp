// Renders every state of the windows into PNG files: `shots FOLDER`. Needs no display.
#include <absl/strings/str_cat.h>
#include <imgui.h>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

#include "client/app/frame_loop.h"
#include "client/overlay/overlay_view.h"
#include "client/platform/null_window.h"
#include "client/render/png.h"
#include "client/supervisor/floor_view.h"
#include "tests/ui/example_desks.h"

namespace aandacht {
namespace {

using model::Language;
using View = std::function<void(ui::Look&)>;

struct Shot {
  std::string path;
  int width = 0;   ///< Pixels of the design.
  int height = 0;  ///< Pixels of the design.
  float scale = 1;
  ui::Palette palette = ui::Palette::kLight;
};

absl::Status take(const Shot& shot, const View& view) {
  const auto pixels = [&](int length) { return static_cast<int>(static_cast<float>(length) * shot.scale); };
  platform::NullWindow window({pixels(shot.width), pixels(shot.height)}, shot.scale);
  ui::Look look;
  app::FrameLoop::Options options;
  options.add_fonts = [&](ImFontAtlas& atlas, float scale) { look = ui::make_look(shot.palette, scale, atlas); };
  options.apply_style = [&](float) { ui::apply_look(look); };
  options.background = ui::background_of(ui::theme_of(shot.palette));
  app::FrameLoop loop(window, options);
  loop.draw_with([&] { view(look); });
  loop.redraw(3);
  if (absl::Status drawn = loop.turn(absl::ZeroDuration()); !drawn.ok()) return drawn;
  return render::write_png(window.canvas(), shot.path);
}

std::string suffix(Language language, float scale, ui::Palette palette) {
  const std::string colours = palette == ui::Palette::kLight  ? ""
                              : palette == ui::Palette::kDark ? "-dark"
                                                              : "-contrast";
  return absl::StrCat(language == Language::kDutch ? "-nl" : "-en", colours, scale > 1.5F ? "-200" : "", ".png");
}

absl::Status take_all(const std::filesystem::path& folder) {
  for (const ui::Palette palette : {ui::Palette::kLight, ui::Palette::kDark, ui::Palette::kHighContrast}) {
    for (const float scale : {1.0F, 2.0F}) {
      for (const Language language : {Language::kDutch, Language::kEnglish}) {
        const std::string end = suffix(language, scale, palette);
        const auto take_one = [&](const std::string& name, int width, int height, const View& view) {
          return take({(folder / (name + end)).string(), width, height, scale, palette}, view);
        };
        for (const test::Scene scene : test::all_scenes()) {
          const absl::Status taken = take_one(test::name_of(scene), 380, 720, [&](ui::Look& look) {
            std::vector<overlay::Action> actions;
            overlay::draw(test::overlay_model(scene, language), look, actions);
          });
          if (!taken.ok()) return taken;
        }
        for (const bool empty : {false, true}) {
          const model::FloorModel floor = empty ? test::empty_floor_model(language) : test::floor_model(language);
          const absl::Status taken = take_one(empty ? "floor-empty" : "floor", 960, 600,
                                              [&](ui::Look& look) { supervisor::draw_floor(floor, look); });
          if (!taken.ok()) return taken;
        }
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace aandacht

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: shots FOLDER\n");
    return 2;
  }
  std::error_code failed;
  std::filesystem::create_directories(argv[1], failed);
  const absl::Status taken = aandacht::take_all(argv[1]);
  if (taken.ok()) return 0;
  std::fprintf(stderr, "shots: %s\n", std::string(taken.message()).c_str());
  return 1;
}
