#include "tests/shots/console_shots.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "client/app/frame_loop.h"
#include "client/platform/null_window.h"
#include "client/render/png.h"
#include "tests/ui/example_console.h"

namespace aandacht::shots {
namespace {

using model::Language;

/// How a picture is taken: the width and height are of the design, so that a screen of 1920 by 1080 at 200 % has 960 by
/// 540, and one of 2560 by 1440 that is read from afar, at 150 %, 1707 by 960.
struct Manner {
  std::string suffix;
  int width = 1280;
  int height = 800;
  float scale = 1;
  ui::Palette palette = ui::Palette::kLight;
};

absl::Status take(const test::ConsoleScene& scene, Language language, const Manner& manner,
                  const std::filesystem::path& folder) {
  const auto pixels = [&](int length) { return static_cast<int>(static_cast<float>(length) * manner.scale); };
  platform::NullWindow window({pixels(manner.width), pixels(manner.height)}, manner.scale);
  ui::Look look;
  app::FrameLoop::Options options;
  options.add_fonts = [&](ImFontAtlas& atlas, float scale) { look = ui::make_look(manner.palette, scale, atlas); };
  options.apply_style = [&](float) { supervisor::apply_console_look(look); };
  options.background = ui::background_of(ui::theme_of(manner.palette));
  app::FrameLoop loop(window, options);
  const test::DrawPage page = scene.make(language);
  loop.draw_with([&] { test::draw_scene(scene, language, look, page); });
  loop.redraw(3);
  if (absl::Status drawn = loop.turn(absl::ZeroDuration()); !drawn.ok()) return drawn;
  const std::string file =
      absl::StrCat("console-", scene.name, language == Language::kDutch ? "-nl" : "-en", manner.suffix, ".png");
  return render::write_png(window.canvas(), (folder / file).string());
}

}  // namespace

absl::Status take_console(const std::filesystem::path& folder, bool for_docs) {
  const Manner usual{""};
  const Manner others[] = {
      {"-dark", 1280, 800, 1, ui::Palette::kDark}, {"-contrast", 1280, 800, 1, ui::Palette::kHighContrast},
      {"-200", 1280, 800, 2, ui::Palette::kLight}, {"-small", 900, 600},
      {"-half", 960, 540, 2, ui::Palette::kLight}, {"-far", 1707, 960, 1.5F, ui::Palette::kLight}};
  for (const test::ConsoleScene& scene : test::console_scenes()) {
    if (for_docs && !scene.usual) continue;
    for (const Language language : {Language::kDutch, Language::kEnglish}) {
      absl::Status taken = take(scene, language, usual, folder);
      if (taken.ok() && !for_docs) taken = take(scene, language, {"-wall", 2560, 1440}, folder);
      if (!taken.ok()) return taken;
    }
    if (for_docs) continue;
    for (const Manner& manner : others) {
      if (!scene.usual && manner.width == 1280) continue;
      if (absl::Status taken = take(scene, Language::kDutch, manner, folder); !taken.ok()) return taken;
    }
  }
  return absl::OkStatus();
}

}  // namespace aandacht::shots
