// Every page of the console at every size: nothing clips, nothing overlaps, nothing lies outside.
#include "tests/support/catch.h"
#include "tests/ui/example_console.h"
#include "tests/ui/layout_checks.h"

namespace aandacht::test {
namespace {

using model::Language;

struct Size {
  int width;
  int height;
  float scale;
};

/// The console with one scene.
class SceneWindow {
 public:
  SceneWindow(ConsoleScene scene, Language language, const Size& size)
      : scene_(std::move(scene)), page_(scene_.make(language)) {
    HeadlessUi::Options options;
    options.width = static_cast<int>(static_cast<float>(size.width) * size.scale);
    options.height = static_cast<int>(static_cast<float>(size.height) * size.scale);
    options.scale = size.scale;
    options.draws_pixels = false;
    options.add_fonts = [this](ImFontAtlas& atlas, float scale) {
      look_ = ui::make_look(ui::Palette::kLight, scale, atlas);
    };
    options.apply_style = [this](float) { supervisor::apply_console_look(look_); };
    ui_ = std::make_unique<HeadlessUi>(std::move(options),
                                       [this, language] { draw_scene(scene_, language, look_, page_); });
  }

  HeadlessUi& ui() { return *ui_; }

 private:
  ConsoleScene scene_;
  DrawPage page_;
  ui::Look look_;
  std::unique_ptr<HeadlessUi> ui_;
};

void check_scenes(const Size& size) {
  for (const ConsoleScene& scene : console_scenes()) {
    for (const Language language : {Language::kDutch, Language::kEnglish}) {
      SceneWindow window(scene, language, size);
      const DrawnText text = window.ui().text();
      INFO(scene.name << (language == Language::kDutch ? " nl " : " en ") << size.width << " x " << size.height
                      << " at " << size.scale);
      REQUIRE_FALSE(text.runs().empty());
      const ImVec2 pixels = window.ui().frame().DisplaySize;
      check_within(text, pixels.x, pixels.y);
      check_apart(text);
      check_uncut(window.ui().frame());
      CHECK(text.sees(model::title_of(scene.page, language)));
    }
  }
}

}  // namespace

TEST_CASE("every page of the console fits the smallest window", "[console_layout]") { check_scenes({900, 600, 1}); }

TEST_CASE("every page of the console fits an ordinary window", "[console_layout]") { check_scenes({1280, 800, 1}); }

TEST_CASE("every page of the console fits an ordinary window at 200 %", "[console_layout]") {
  check_scenes({1280, 800, 2});
}

TEST_CASE("every page of the console fits a wall screen", "[console_layout]") { check_scenes({2560, 1440, 1}); }

TEST_CASE("every page of the console fits a screen of 1920 by 1080 at 200 %", "[console_layout]") {
  check_scenes({960, 540, 2});
}

TEST_CASE("every page of the console fits a wall screen that is read from afar", "[console_layout]") {
  check_scenes({1707, 960, 1.5F});
}

}  // namespace aandacht::test
