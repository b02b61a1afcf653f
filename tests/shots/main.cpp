// Renders every state of the windows into PNG files: `shots FOLDER [--docs | --console]`. Needs no display.
#include <absl/strings/str_cat.h>
#include <imgui.h>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "client/app/frame_loop.h"
#include "client/model/settings_model.h"
#include "client/overlay/overlay_view.h"
#include "client/overlay/own_page_view.h"
#include "client/overlay/settings_view.h"
#include "client/platform/null_window.h"
#include "client/render/png.h"
#include "tests/shots/console_shots.h"
#include "tests/shots/contact_sheet.h"
#include "tests/ui/example_desks.h"
#include "tests/ui/example_own.h"
#include "tests/ui/example_rest.h"

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

using Prepare = std::function<void(render::Textures&)>;

absl::Status take(const Shot& shot, const View& view, shots::ContactSheet* sheet = nullptr,
                  const Prepare& prepare = {}) {
  const auto pixels = [&](int length) { return static_cast<int>(static_cast<float>(length) * shot.scale); };
  platform::NullWindow window({pixels(shot.width), pixels(shot.height)}, shot.scale);
  ui::Look look;
  app::FrameLoop::Options options;
  options.add_fonts = [&](ImFontAtlas& atlas, float scale) { look = ui::make_look(shot.palette, scale, atlas); };
  options.apply_style = [&](float) { ui::apply_look(look); };
  options.background = ui::background_of(ui::theme_of(shot.palette));
  app::FrameLoop loop(window, options);
  if (prepare) prepare(loop.textures());
  loop.draw_with([&] { view(look); });
  loop.redraw(3);
  if (absl::Status drawn = loop.turn(absl::ZeroDuration()); !drawn.ok()) return drawn;
  if (sheet != nullptr) sheet->add(window.canvas());
  return render::write_png(window.canvas(), shot.path);
}

std::string suffix(Language language, float scale, ui::Palette palette) {
  const std::string colours = palette == ui::Palette::kLight  ? ""
                              : palette == ui::Palette::kDark ? "-dark"
                                                              : "-contrast";
  return absl::StrCat(language == Language::kDutch ? "-nl" : "-en", colours, scale > 1.5F ? "-200" : "", ".png");
}

/// How a set of pictures is taken.
struct Manner {
  Language language = Language::kDutch;
  float scale = 1;
  ui::Palette palette = ui::Palette::kLight;
};

using Scenes = std::vector<test::Scene>;

/// Columns, then pills.
Scenes every_scene() {
  Scenes scenes = test::all_scenes();
  for (const test::Scene pill : test::pill_scenes()) scenes.push_back(pill);
  return scenes;
}

absl::Status take_scenes(const std::filesystem::path& folder, const Manner& manner, const Scenes& scenes,
                         shots::ContactSheet* sheet) {
  const std::string end = suffix(manner.language, manner.scale, manner.palette);
  for (const test::Scene scene : scenes) {
    const model::OverlayModel model = test::overlay_model(scene, manner.language);
    const Shot shot{(folder / (test::name_of(scene) + end)).string(), 380, test::design_height(scene), manner.scale,
                    manner.palette};
    std::vector<overlay::Action> actions;
    const absl::Status taken = take(
        shot, [&](ui::Look& look) { overlay::draw(model, look, actions); }, sheet);
    if (!taken.ok()) return taken;
  }
  return absl::OkStatus();
}

/// A face of nobody: hills and a sun, as a service would send it.
render::Picture made_up_photo() {
  constexpr int kSide = 192;
  render::Picture picture{kSide, kSide, {}};
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const int hill = 110 + (x - 60) * (x - 60) / 160;
      const bool sun = (x - 130) * (x - 130) + (y - 60) * (y - 60) < 26 * 26;
      const std::uint8_t sky = static_cast<std::uint8_t>(200 + y / 4);
      const bool ground = y > hill;
      picture.rgba.insert(picture.rgba.end(), {ground ? std::uint8_t{96}
                                               : sun  ? std::uint8_t{250}
                                                      : sky,
                                               ground ? static_cast<std::uint8_t>(150 - y / 4)
                                               : sun  ? std::uint8_t{206}
                                                      : std::uint8_t{222},
                                               ground ? std::uint8_t{96}
                                               : sun  ? std::uint8_t{120}
                                                      : std::uint8_t{240},
                                               255});
    }
  }
  return picture;
}

absl::Status take_story(const std::filesystem::path& folder, const Manner& manner, shots::ContactSheet* sheet) {
  const std::string end = suffix(manner.language, manner.scale, manner.palette);
  model::OverlayModel model = test::overlay_model(test::Scene::kStory, manner.language);
  const Shot shot{(folder / ("story-photo" + end)).string(), 380, 720, manner.scale, manner.palette};
  std::vector<overlay::Action> actions;
  return take(
      shot, [&](ui::Look& look) { overlay::draw(model, look, actions); }, sheet,
      [&](render::Textures& textures) { model.card->photo = textures.add(made_up_photo()); });
}

/// A desk's settings as most agents have them, with one mistake in the file.
model::SettingsState usual_settings(Language language) {
  model::SettingsState state;
  state.values = {{"agent", "sanne"},
                  {"language", language == Language::kDutch ? "nl" : "en"},
                  {"theme", "light"},
                  {"text", "18"},
                  {"width", "380"},
                  {"dock", "beside:Linphone"},
                  {"form", "column"},
                  {"reduced_motion", "false"},
                  {"queue", "verhuizen"},
                  {"softphone", "baresip:127.0.0.1:4444"},
                  {"scale", "0"},
                  {"server", "127.0.0.1:7443"},
                  {"time_zone", "local"},
                  {"renderer", "software"},
                  {"log_level", "warn"},
                  {"keys.used", "Ctrl+Alt+G"},
                  {"reset.sound", "false"},
                  {"reset.hold_off", "refuse"},
                  {"reset.not_ready", "asterisk -rx \"queue pause member PJSIP/7\""},
                  {"reset.ready", ""}};
  state.file = "~/.config/aandacht/overlay.toml";
  state.version = AANDACHT_VERSION;
  state.faults = {{base::FaultKind::kWrongValue, 7, "theme", "blauw", "light", "", ""}};
  return state;
}

absl::Status take_settings(const std::filesystem::path& folder, const Manner& manner, shots::ContactSheet* sheet) {
  const std::string end = suffix(manner.language, manner.scale, manner.palette);
  const model::SettingsState state = usual_settings(manner.language);
  const auto shot = [&](const std::string& name) {
    return Shot{(folder / (name + end)).string(), 380, 720, manner.scale, manner.palette};
  };
  overlay::SettingsActions actions;
  const model::SettingsModel settings = model::make_settings_model(state, manner.language);
  absl::Status taken = take(
      shot("settings"), [&](ui::Look& look) { overlay::draw_settings(settings, look, false, actions); }, sheet);
  for (int step = 0; taken.ok() && step < model::kFirstSteps; ++step) {
    const model::FirstStartModel first =
        model::make_first_start_model(state, static_cast<model::FirstStep>(step), manner.language);
    taken = take(
        shot(absl::StrCat("first-start-", step + 1)),
        [&](ui::Look& look) { overlay::draw_first_start(first, look, false, actions); }, sheet);
  }
  return taken;
}

/// The agent's own pages as they stand in the window, and all the way down.
absl::Status take_own_pages(const std::filesystem::path& folder, const Manner& manner, shots::ContactSheet* sheet) {
  const std::string end = suffix(manner.language, manner.scale, manner.palette);
  for (const test::PageScene scene : test::all_page_scenes()) {
    const model::OwnPageModel page = test::page_model(scene, manner.language);
    std::vector<overlay::Action> actions;
    const View view = [&](ui::Look& look) { overlay::draw_own_page(page, look, false, actions); };
    const std::string name = test::name_of(scene);
    const Shot shot{(folder / (name + end)).string(), 380, 720, manner.scale, manner.palette};
    if (const absl::Status taken = take(shot, view, sheet); !taken.ok()) return taken;
    const Shot whole{(folder / (name + "-whole" + end)).string(), 380, 1600, manner.scale, manner.palette};
    if (const absl::Status taken = take(whole, view); !taken.ok()) return taken;
  }
  return absl::OkStatus();
}

/// The four exercises at their begin, in their middle and at their end.
absl::Status take_exercises(const std::filesystem::path& folder, const Manner& manner) {
  using domain::Exercise;
  constexpr std::pair<Exercise, const char*> kExercises[] = {{Exercise::kInfluence, "influence"},
                                                             {Exercise::kKindAct, "kind-act"},
                                                             {Exercise::kCustomersEyes, "customers-eyes"},
                                                             {Exercise::kBreathing, "breathing"}};
  constexpr std::pair<int, const char*> kMoments[] = {{2, "begin"}, {14, "middle"}, {28, "end"}};
  const std::string end = suffix(manner.language, manner.scale, manner.palette);
  for (const auto& [exercise, name] : kExercises) {
    for (const auto& [seconds, moment] : kMoments) {
      const model::OverlayModel model = test::running_model(exercise, absl::Seconds(seconds), manner.language);
      const std::string path = (folder / absl::StrCat("exercise-", name, "-", moment, end)).string();
      std::vector<overlay::Action> actions;
      const absl::Status taken = take({path, 380, 720, manner.scale, manner.palette},
                                      [&](ui::Look& look) { overlay::draw(model, look, actions); });
      if (!taken.ok()) return taken;
    }
  }
  return absl::OkStatus();
}

absl::Status take_long_words(const std::filesystem::path& folder) {
  for (const test::Scene scene : {test::Scene::kWeCard, test::Scene::kWrapUp}) {
    const model::OverlayModel model = test::long_words_model(scene, Language::kDutch);
    std::vector<overlay::Action> actions;
    const absl::Status taken = take({(folder / ("long-words-" + test::name_of(scene) + ".png")).string(), 300, 720},
                                    [&](ui::Look& look) { overlay::draw(model, look, actions); });
    if (!taken.ok()) return taken;
  }
  return absl::OkStatus();
}

std::vector<Manner> all_manners() {
  std::vector<Manner> manners;
  for (const ui::Palette palette : {ui::Palette::kLight, ui::Palette::kDark, ui::Palette::kHighContrast}) {
    for (const float scale : {1.0F, 2.0F}) {
      for (const Language language : {Language::kDutch, Language::kEnglish}) {
        manners.push_back({language, scale, palette});
      }
    }
  }
  return manners;
}

bool is_plain(const Manner& manner) { return manner.palette == ui::Palette::kLight && manner.scale == 1.0F; }

/// Every state in both languages; in the other palettes and at 200 % the fullest one.
absl::Status take_for_docs(const std::filesystem::path& folder) {
  for (const Manner& manner : all_manners()) {
    const Scenes scenes = is_plain(manner) ? every_scene() : Scenes{test::Scene::kWeCard};
    if (absl::Status taken = take_scenes(folder, manner, scenes, nullptr); !taken.ok()) return taken;
    if (!is_plain(manner)) continue;
    if (absl::Status taken = take_story(folder, manner, nullptr); !taken.ok()) return taken;
    if (absl::Status taken = take_settings(folder, manner, nullptr); !taken.ok()) return taken;
    if (absl::Status taken = take_own_pages(folder, manner, nullptr); !taken.ok()) return taken;
  }
  return absl::OkStatus();
}

/// Every state in every manner, and contact-sheet.png: those at 100 % at a glance, a row for each manner.
absl::Status take_gallery(const std::filesystem::path& folder) {
  shots::ContactSheet sheet(
      static_cast<int>(every_scene().size() + test::all_page_scenes().size()) + 2 + model::kFirstSteps,
      {0, 0, 190, 360});
  for (const Manner& manner : all_manners()) {
    shots::ContactSheet* const on = manner.scale == 1.0F ? &sheet : nullptr;
    if (absl::Status taken = take_scenes(folder, manner, every_scene(), on); !taken.ok()) return taken;
    if (absl::Status taken = take_story(folder, manner, on); !taken.ok()) return taken;
    if (absl::Status taken = take_settings(folder, manner, on); !taken.ok()) return taken;
    if (absl::Status taken = take_own_pages(folder, manner, on); !taken.ok()) return taken;
    if (absl::Status taken = take_exercises(folder, manner); !taken.ok()) return taken;
    sheet.begin_row();
  }
  if (absl::Status taken = take_long_words(folder); !taken.ok()) return taken;
  return render::write_png(sheet.sheet(), (folder / "contact-sheet.png").string());
}

}  // namespace
}  // namespace aandacht

int main(int argc, char** argv) {
  const bool only_console = argc == 3 && std::string(argv[2]) == "--console";
  const bool for_docs = argc == 3 && std::string(argv[2]) == "--docs";
  if (argc < 2 || argv[1][0] == '-' || (argc > 2 && !for_docs && !only_console)) {
    std::fprintf(stderr, "usage: shots FOLDER [--docs | --console]\n");
    return 2;
  }
  std::error_code failed;
  std::filesystem::create_directories(argv[1], failed);
  absl::Status taken;
  if (!only_console) taken = for_docs ? aandacht::take_for_docs(argv[1]) : aandacht::take_gallery(argv[1]);
  if (taken.ok()) taken = aandacht::shots::take_console(argv[1], for_docs);
  if (taken.ok()) return 0;
  std::fprintf(stderr, "shots: %s\n", std::string(taken.message()).c_str());
  return 1;
}
