// Our rasteriser beside ImGui's own OpenGL backend on Mesa: every state of overlay and console through both.
#include <cmath>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/app/frame_loop.h"
#include "client/overlay/overlay_view.h"
#include "client/platform/glfw_native.h"
#include "client/platform/glfw_window.h"
#include "client/render/png.h"
#include "client/supervisor/floor_view.h"
#include "client/supervisor/shell_view.h"
#include "client/ui/look.h"
#include "tests/support/catch.h"
#include "tests/support/headless_ui.h"
#include "tests/support/mesa_leaks.h"
#include "tests/support/x_screen.h"
#include "tests/ui/example_desks.h"

// Last: its macros (Status, None) break other headers.
#include <X11/Xlib.h>

namespace aandacht::test {
namespace {

constexpr double kLeastAgreement = 38;  // dB

using View = std::function<void(ui::Look&)>;

struct Named {
  std::string name;
  View view;
};

std::vector<Named> views() {
  std::vector<Named> all;
  for (const test::Scene scene : all_scenes()) {
    const auto model = std::make_shared<model::OverlayModel>(overlay_model(scene, model::Language::kDutch));
    all.push_back({name_of(scene), [model](ui::Look& look) {
                     std::vector<overlay::Action> actions;
                     overlay::draw(*model, look, actions);
                   }});
  }
  const auto floor = std::make_shared<model::FloorModel>(floor_model(model::Language::kDutch));
  all.push_back({"floor", [floor, memory = std::make_shared<supervisor::FloorMemory>()](ui::Look& look) {
                   supervisor::draw_alone(look, floor->language, {}, [&](supervisor::PageFrame& frame) {
                     supervisor::draw_floor(*floor, *memory, frame);
                   });
                 }});
  return all;
}

struct Manner {
  float scale = 1;
  ui::Palette palette = ui::Palette::kLight;

  [[nodiscard]] platform::Size pixels() const { return {static_cast<int>(380 * scale), static_cast<int>(720 * scale)}; }
  [[nodiscard]] app::FrameLoop::Options options(ui::Look& look) const {
    app::FrameLoop::Options options;
    options.add_fonts = [&look, palette = palette](ImFontAtlas& atlas, float s) {
      look = ui::make_look(palette, s, atlas);
    };
    options.apply_style = [&look](float) { ui::apply_look(look); };
    options.background = ui::background_of(ui::theme_of(palette));
    return options;
  }
};

render::Canvas copy_of(const render::Canvas& canvas, const render::Rect& part) {
  render::Canvas copy(part.width(), part.height());
  for (int y = 0; y < part.height(); ++y) std::copy_n(canvas.row(part.top + y) + part.left, part.width(), copy.row(y));
  return copy;
}

/// Peak signal to noise over the three channels, dB; 99 for equal pictures.
double agreement(const render::Canvas& a, const render::Canvas& b) {
  double squares = 0;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      for (const unsigned shift : {0U, 8U, 16U}) {
        const int difference =
            static_cast<int>((a.at(x, y) >> shift) & 0xFFU) - static_cast<int>((b.at(x, y) >> shift) & 0xFFU);
        squares += static_cast<double>(difference) * difference;
      }
    }
  }
  const double mean = squares / (3.0 * a.width() * a.height());
  return mean == 0 ? 99 : 10 * std::log10(255.0 * 255.0 / mean);
}

void settle(app::FrameLoop& loop, ui::Look& look, const View& view) {
  loop.draw_with([&] { view(look); });
  loop.redraw(3);
  REQUIRE(loop.turn(absl::ZeroDuration()).ok());
}

std::vector<render::Canvas> drawn_by_us(const Manner& manner, const std::vector<Named>& all) {
  const platform::Size size = manner.pixels();
  platform::NullWindow window(size, manner.scale);
  ui::Look look;
  app::FrameLoop loop(window, manner.options(look));
  std::vector<render::Canvas> pictures;
  for (const Named& each : all) {
    settle(loop, look, each.view);
    pictures.push_back(copy_of(window.canvas(), {0, 0, size.width, size.height}));
  }
  return pictures;
}

/// Empty when OpenGL cannot be had here.
std::vector<render::Canvas> drawn_by_opengl(const Manner& manner, const std::vector<Named>& all) {
  XScreen screen({.width = 800, .height = 1500});
  REQUIRE(screen.xdotool({"mousemove", "0", "1499"}));  // Over no row that would light up.
  const MesaLeaks unnamed;
  platform::WindowOptions window_options;
  window_options.scale = manner.scale;
  window_options.renderer = platform::Renderer::kOpenGl;
  auto window = platform::GlfwWindow::open(window_options);
  REQUIRE(window.ok());
  ui::Look look;
  app::FrameLoop::Options options = manner.options(look);
  options.make_painter = [&](platform::Window&, const render::Textures& textures) {
    return (*window)->make_painter(textures);
  };
  app::FrameLoop loop(**window, std::move(options));
  if (std::string(loop.painter().name()) != "opengl") return {};
  REQUIRE(step_until([&] { return (*window)->shown(); }, [&] { REQUIRE(loop.turn(absl::Milliseconds(10)).ok()); }));
  REQUIRE((*window)->size() == manner.pixels());
  std::vector<render::Canvas> pictures;
  for (const Named& each : all) {
    settle(loop, look, each.view);
    XSync(platform::glfw_x11_display(), False);  // What was swapped is on the screen.
    pictures.push_back(copy_of(screen.picture(), screen.place_of((*window)->x11_id())));
  }
  return pictures;
}

/// For eyes: AANDACHT_TEST_PICTURES=FOLDER keeps both.
void keep(const std::string& name, const render::Canvas& ours, const render::Canvas& theirs) {
  const char* folder = std::getenv("AANDACHT_TEST_PICTURES");
  if (folder == nullptr) return;
  CHECK(render::write_png(ours, absl::StrCat(folder, "/", name, "-ours.png")).ok());
  CHECK(render::write_png(theirs, absl::StrCat(folder, "/", name, "-opengl.png")).ok());
}

}  // namespace

TEST_CASE("every view looks the same as drawn by OpenGL", "[window][renderers]") {
  const auto manner = GENERATE(Manner{1, ui::Palette::kLight}, Manner{1, ui::Palette::kDark},
                               Manner{1.5F, ui::Palette::kHighContrast}, Manner{2, ui::Palette::kLight});
  const std::vector<Named> all = views();
  const std::vector<render::Canvas> theirs = drawn_by_opengl(manner, all);
  if (theirs.empty()) {
    WARN("SKIPPED: there is no OpenGL here, so nothing was compared");
    return;
  }
  const std::vector<render::Canvas> ours = drawn_by_us(manner, all);
  double lowest = 99;
  std::string worst;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double decibels = agreement(ours[i], theirs[i]);
    keep(absl::StrCat(all[i].name, "-", manner.scale, "-", static_cast<int>(manner.palette)), ours[i], theirs[i]);
    INFO(all[i].name << " at " << manner.scale * 100 << " %: " << decibels << " dB");
    CHECK(decibels >= kLeastAgreement);
    if (decibels < lowest) worst = all[i].name;
    lowest = std::min(lowest, decibels);
  }
  WARN("lowest of " << all.size() << " views at " << manner.scale * 100 << " %: " << worst << ", " << lowest << " dB");
}

}  // namespace aandacht::test
