// Hiding the overlay and showing it again, under Xvfb and openbox.
#include <algorithm>

#include "client/platform/glfw_window.h"
#include "tests/support/catch.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

using platform::GlfwWindow;

class Shown {
 public:
  Shown() {
    auto opened = GlfwWindow::open({});
    REQUIRE(opened.ok());
    window = *std::move(opened);
    REQUIRE(until([this] { return window->shown(); }));
  }
  bool until(const std::function<bool()>& done) {
    return step_until(done, [this] { window->wait_events(absl::Milliseconds(10)); });
  }

  std::unique_ptr<GlfwWindow> window;
};

bool is_managed(const XScreen& screen, X11Window window) {
  const std::vector<X11Window> all = screen.stacking();
  return std::find(all.begin(), all.end(), window) != all.end();
}

}  // namespace

TEST_CASE("hidden and shown again, the overlay is where it was, above others, and takes no keyboard", "[window]") {
  XScreen screen;
  Child other({"xterm", "-class", "Other", "-geometry", "120x30+400+40"});
  REQUIRE(step_until([&] { return screen.window_of_class("Other") != 0; }, [] {}));
  const X11Window raised = screen.window_of_class("Other");
  REQUIRE(screen.xdotool({"windowactivate", "--sync", std::to_string(raised)}));
  Shown overlay;
  const X11Window id = overlay.window->x11_id();
  for (int round = 0; round < 2; ++round) {
    overlay.window->set_shown(false);
    REQUIRE(overlay.until([&] { return !is_managed(screen, id); }));
    overlay.window->set_shown(true);
    REQUIRE(overlay.until([&] { return overlay.window->shown() && is_managed(screen, id); }));
    REQUIRE(screen.xdotool({"windowraise", std::to_string(raised)}));
    CHECK(overlay.until([&] { return screen.stacking().back() == id; }));
    CHECK(screen.place_of(id) == render::Rect{900, 0, 1280, 720});
    CHECK(screen.active_window() == raised);
  }
}

TEST_CASE("a hidden overlay does not come back by itself and sleeps until it is woken", "[window]") {
  XScreen screen;
  Shown overlay;
  overlay.window->set_shown(false);
  REQUIRE(overlay.until([&] { return !is_managed(screen, overlay.window->x11_id()); }));
  // Longer than the window waits before it asks again to be shown.
  const absl::Duration end = overlay.window->now() + absl::Milliseconds(800);
  overlay.until([&] { return overlay.window->now() > end; });
  CHECK_FALSE(is_managed(screen, overlay.window->x11_id()));
  overlay.window->post_wakeup();
  overlay.window->wait_events(std::nullopt);  // Would never end if the wake-up were lost.
}

}  // namespace aandacht::test
