// A screen on another machine, to which each pixel has to travel.
#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "client/app/frame_loop.h"
#include "client/overlay/overlay_view.h"
#include "client/platform/glfw_window.h"
#include "client/ui/look.h"
#include "tests/support/catch.h"
#include "tests/support/x_screen.h"
#include "tests/ui/example_desks.h"

namespace aandacht::test {
namespace {

constexpr double kMostOfWindow = 0.05;

/// Bytes that this process has handed to write() and its like: Xlib's requests among them, and little else here.
double bytes_written() {
  std::ifstream io("/proc/self/io");
  for (std::string name; io >> name;) {
    double value = 0;
    io >> value;
    if (name == "wchar:") return value;
  }
  return -1;
}

/// The overlay in a call on a screen that reads none of our memory.
class RemoteOverlay {
 public:
  RemoteOverlay() {
    platform::WindowOptions options;
    options.shared_memory = false;
    auto opened = platform::GlfwWindow::open(options);
    REQUIRE(opened.ok());
    window = *std::move(opened);
    app::FrameLoop::Options loop_options;
    loop_options.add_fonts = [this](ImFontAtlas& atlas, float scale) {
      look_ = ui::make_look(ui::Palette::kLight, scale, atlas);
    };
    loop_options.apply_style = [this](float) { ui::apply_look(look_); };
    loop = std::make_unique<app::FrameLoop>(*window, std::move(loop_options));
    loop->draw_with([this] {
      std::vector<overlay::Action> actions;
      overlay::draw(model, look_, actions);
    });
    REQUIRE(until([this] { return window->shown(); }));
  }

  bool until(const std::function<bool()>& done) {
    return step_until(done, [this] { REQUIRE(loop->turn(absl::Milliseconds(10)).ok()); });
  }

  /// Draws what changed and gives which part of the window's bytes that took.
  double part_sent() {
    const double before = bytes_written();
    loop->redraw(2);
    REQUIRE(loop->turn(absl::ZeroDuration()).ok());
    return (bytes_written() - before) / (4.0 * window->size().width * window->size().height);
  }

  model::OverlayModel model = overlay_model(Scene::kWeCard, model::Language::kDutch);
  std::unique_ptr<platform::GlfwWindow> window;
  std::unique_ptr<app::FrameLoop> loop;

 private:
  ui::Look look_;
};

bool shows(const XScreen& screen, RemoteOverlay& overlay) {
  const render::Rect place = screen.place_of(overlay.window->x11_id());
  const render::Canvas picture = screen.picture();
  const render::Canvas& drawn = overlay.window->canvas();
  for (int y = 0; y < drawn.height(); ++y) {
    for (int x = 0; x < drawn.width(); ++x) {
      if (picture.at(place.left + x, place.top + y) != drawn.at(x, y)) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a screen elsewhere shows what was drawn and is sent only what changed", "[window][remote]") {
  if (bytes_written() < 0) {
    WARN("SKIPPED: this system does not count what a process writes");
    return;
  }
  XScreen screen;
  RemoteOverlay overlay;
  CHECK(overlay.until([&] { return shows(screen, overlay); }));

  CHECK(overlay.part_sent() < 0.0001);  // Questions to the server, no pixels.
  REQUIRE(overlay.model.header.has_value());
  for (const char* time : {"02:15", "02:16", "11:49"}) {
    overlay.model.header->time = time;
    const double part = overlay.part_sent();
    INFO("clock " << time << ": " << part * 100 << " % of the window");
    CHECK(part > 0);
    CHECK(part <= kMostOfWindow);
  }
  for (const double score : {-0.8, 0.4}) {
    overlay.model.sentiment.scores.push_back(score);
    const double part = overlay.part_sent();
    INFO("sentiment " << score << ": " << part * 100 << " % of the window");
    CHECK(part > 0);
    CHECK(part <= kMostOfWindow);
  }
  CHECK(overlay.until([&] { return shows(screen, overlay); }));
}

TEST_CASE("a screen elsewhere is sent everything again when the window was covered", "[window][remote]") {
  XScreen screen;
  RemoteOverlay overlay;
  REQUIRE(overlay.until([&] { return shows(screen, overlay); }));
  const std::function<void()> uncover = screen.cover({1000, 50, 1200, 400});
  overlay.model.header->time = "59:59";
  overlay.loop->redraw(2);
  REQUIRE(overlay.loop->turn(absl::ZeroDuration()).ok());
  CHECK_FALSE(shows(screen, overlay));
  uncover();
  CHECK(overlay.until([&] { return shows(screen, overlay); }));
}

}  // namespace aandacht::test
