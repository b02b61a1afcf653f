// The overlay beside another program's window, under Xvfb with openbox and without.
#include <fstream>
#include <optional>

#include "client/platform/glfw_window.h"
#include "tests/support/catch.h"
#include "tests/support/other_window.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

using platform::Dock;
using platform::DockSide;
using platform::Followed;
using platform::GlfwWindow;
using render::Rect;

class Docked {
 public:
  explicit Docked(const XScreen& screen, const Dock& dock = {DockSide::kBeside, "softphone"},
                  const std::string& place_file = "")
      : screen_(screen) {
    platform::WindowOptions options;
    options.design_size = {380, 600};
    options.scale = 1;
    options.dock = dock;
    options.place_file = place_file;
    auto opened = GlfwWindow::open(options);
    REQUIRE(opened.ok());
    window = *std::move(opened);
    REQUIRE(until([this] { return window->shown(); }));
  }

  bool until(const std::function<bool()>& done) {
    return step_until(done, [this] { window->wait_events(absl::Milliseconds(10)); });
  }

  /// Lets a quarter of a second of events pass: for things that must not happen.
  void dwell() {
    const absl::Duration end = window->now() + absl::Milliseconds(250);
    until([&] { return window->now() > end; });
  }

  [[nodiscard]] Rect place() const { return screen_.place_of(window->x11_id()); }
  bool comes_to(int left, int top) {
    const bool came = until([&] { return place().left == left && place().top == top; });
    UNSCOPED_INFO("stands at " << place().left << "," << place().top);
    return came;
  }
  /// Touches the window's outer edge, frame included.
  bool stands_right_of(const OtherWindow& other) {
    const bool came = until([&] {
      const Rect frame = screen_.frame_of(other.id());
      return place().left == frame.right && place().top == frame.top;
    });
    const Rect frame = screen_.frame_of(other.id());
    UNSCOPED_INFO("stands at " << place().left << "," << place().top << "; the window ends at " << frame.right << ","
                               << frame.top);
    return came;
  }
  /// Moves the other window and waits until the window manager has done so: before that, all stands as it stood.
  void moves(OtherWindow& other, int left, int top) {
    other.move(left, top);
    REQUIRE(until([&] { return screen_.frame_of(other.id()).left == left; }));
  }
  bool follows(Followed state) {
    return until([&] { return window->standing().followed == state; });
  }

  std::unique_ptr<GlfwWindow> window;

 private:
  const XScreen& screen_;
};

}  // namespace

TEST_CASE("docked beside the softphone, the overlay follows it when it is moved and resized", "[dock]") {
  XScreen screen;
  OtherWindow softphone;
  Docked overlay(screen);
  CHECK(overlay.stands_right_of(softphone));
  overlay.moves(softphone, 300, 120);
  CHECK(overlay.stands_right_of(softphone));
  softphone.resize(450, 400);
  REQUIRE(overlay.until([&] { return screen.place_of(softphone.id()).width() == 450; }));
  CHECK(overlay.stands_right_of(softphone));
  overlay.moves(softphone, 800, 100);
  const auto is_left_of_it = [&] { return overlay.place().right == screen.frame_of(softphone.id()).left; };
  CHECK(overlay.until(is_left_of_it));
}

TEST_CASE("the softphone minimised: the overlay goes to the nearer edge; it comes back with it", "[dock]") {
  XScreen screen;
  OtherWindow softphone;
  Docked overlay(screen);
  REQUIRE(overlay.stands_right_of(softphone));
  const int top = overlay.place().top;
  softphone.minimise();
  CHECK(overlay.comes_to(900, top));
  CHECK(overlay.follows(Followed::kHidden));
  softphone.show();
  CHECK(overlay.stands_right_of(softphone));
  CHECK(overlay.follows(Followed::kInSight));
}

TEST_CASE("the softphone closed, into the tray or for good: the overlay stays in sight and finds the next one",
          "[dock]") {
  XScreen screen;
  std::optional<OtherWindow> softphone(std::in_place);
  Docked overlay(screen);
  REQUIRE(overlay.stands_right_of(*softphone));
  softphone->withdraw();
  CHECK(overlay.follows(Followed::kNotFound));
  CHECK(overlay.until([&] { return overlay.place().right == 1280; }));
  softphone->show();
  CHECK(overlay.stands_right_of(*softphone));
  softphone.reset();
  CHECK(overlay.follows(Followed::kNotFound));
  CHECK(overlay.until([&] { return overlay.place().right == 1280; }));
  softphone.emplace(OtherWindow::Options{.place = {60, 40, 300, 300}});
  CHECK(overlay.stands_right_of(*softphone));
}

TEST_CASE("windows that come and go by the dozen while they are followed do not end the overlay", "[dock]") {
  XScreen screen;
  Docked overlay(screen);
  for (int i = 0; i < 30; ++i) {
    OtherWindow softphone({.place = {10 + 5 * i, 40, 300, 300}});
    overlay.window->wait_events(absl::Milliseconds(i % 7));
  }
  OtherWindow last;
  CHECK(overlay.stands_right_of(last));
}

TEST_CASE("a window is found by the other name of its class, by its title, and when its title changes", "[dock]") {
  XScreen screen;
  OtherWindow other({.name = "browser", .class_name = "Browser", .title = "Nieuws", .place = {40, 40, 300, 300}});
  SECTION("first name of the class") {
    Docked overlay(screen, {DockSide::kBeside, "BROWSER"});
    CHECK(overlay.stands_right_of(other));
  }
  SECTION("title") {
    other.set_title("Belscherm van Sanne");
    Docked overlay(screen, {DockSide::kBeside, "belscherm"});
    CHECK(overlay.stands_right_of(other));
  }
  SECTION("title that changes, seen when the window is next chosen") {
    Docked overlay(screen, {DockSide::kBeside, "belscherm"});
    REQUIRE(overlay.follows(Followed::kNotFound));
    other.set_title("Belscherm van Sanne");
    OtherWindow third({.name = "third", .class_name = "Third", .title = "Derde"});
    CHECK(overlay.stands_right_of(other));
  }
}

TEST_CASE("of several windows of the softphone the one in sight is followed, and no dialog", "[dock]") {
  XScreen screen;
  OtherWindow main({.place = {40, 40, 300, 300}});
  OtherWindow dialog({.place = {500, 300, 600, 400}, .transient_for = main.id()});
  Docked overlay(screen);
  CHECK(overlay.stands_right_of(main));
  OtherWindow call({.title = "Gesprek", .place = {200, 90, 500, 300}});
  overlay.dwell();
  CHECK(overlay.stands_right_of(main));
  main.withdraw();
  CHECK(overlay.stands_right_of(call));
}

TEST_CASE("at the left edge the overlay stands at the left, and moves when it is told", "[dock]") {
  XScreen screen;
  Docked overlay(screen, {DockSide::kLeftEdge, ""});
  CHECK(overlay.comes_to(0, 0));
  CHECK(overlay.window->standing().followed == Followed::kNotAsked);
  overlay.window->dock({DockSide::kRightEdge, ""});
  CHECK(overlay.comes_to(900, 0));
  OtherWindow softphone;
  overlay.window->dock({DockSide::kBeside, "Softphone"});
  CHECK(overlay.stands_right_of(softphone));
}

TEST_CASE("on two monitors the overlay stands on the softphone's", "[dock]") {
  XScreen screen;
  screen.split_monitors(640);
  OtherWindow softphone({.place = {20, 60, 200, 300}});
  Docked overlay(screen);
  CHECK(overlay.stands_right_of(softphone));
  overlay.moves(softphone, 350, 60);
  // Beyond it there are 300 pixels of this monitor: too few, and the other monitor is not beside it.
  CHECK(overlay.until([&] { return overlay.place().right <= 640; }));
  overlay.moves(softphone, 700, 60);
  CHECK(overlay.stands_right_of(softphone));
  softphone.minimise();
  CHECK(overlay.comes_to(900, 60));
  CHECK(overlay.follows(Followed::kHidden));
  CHECK(overlay.window->standing().placed_by_hand == false);
}

TEST_CASE("without a window manager the softphone is found and followed all the same", "[dock]") {
  XScreen screen({.window_manager = false});
  std::optional<OtherWindow> softphone(std::in_place);
  Docked overlay(screen);
  CHECK(overlay.stands_right_of(*softphone));
  overlay.moves(*softphone, 200, 10);
  CHECK(overlay.stands_right_of(*softphone));
  softphone.reset();
  CHECK(overlay.follows(Followed::kNotFound));
  softphone.emplace();
  CHECK(overlay.stands_right_of(*softphone));
  const platform::Standing standing = overlay.window->standing();
  CHECK_FALSE(standing.has_manager);
  CHECK_FALSE(standing.keeps_above);
}

TEST_CASE("dragged by hand the overlay stays, is there again the next day, and is docked when asked", "[dock]") {
  XScreen screen;
  TemporaryFolder folder;
  const auto drag = [&](Docked& overlay, int x, int y) {
    const Rect from = overlay.place();
    REQUIRE(
        screen.xdotool({"mousemove", std::to_string(from.left + 20), std::to_string(from.top + 10), "mousedown", "1"}));
    REQUIRE(overlay.until([&] {
      for (const platform::Input& input : overlay.window->take_input()) {
        const auto* button = std::get_if<platform::MouseButton>(&input);
        if (button != nullptr && button->down) return true;
      }
      return false;
    }));
    overlay.window->drag();
    REQUIRE(screen.xdotool({"mousemove", std::to_string(x + 20), std::to_string(y + 10)}));
    REQUIRE(overlay.comes_to(x, y));
    REQUIRE(screen.xdotool({"mouseup", "1"}));
    overlay.dwell();
  };
  OtherWindow softphone;
  {
    Docked overlay(screen, {DockSide::kBeside, "softphone"}, folder.file("places"));
    REQUIRE(overlay.stands_right_of(softphone));
    drag(overlay, 700, 90);
    CHECK(overlay.window->standing().placed_by_hand);
    overlay.moves(softphone, 10, 10);
    overlay.dwell();
    CHECK(overlay.comes_to(700, 90));
    overlay.window->set_shown(false);
    overlay.dwell();
    overlay.window->set_shown(true);
    CHECK(overlay.comes_to(700, 90));
  }
  {
    Docked overlay(screen, {DockSide::kBeside, "softphone"}, folder.file("places"));
    CHECK(overlay.comes_to(700, 90));
    drag(overlay, 1100, 500);
    CHECK(overlay.comes_to(900, 200));  // Not out of the screen.
    overlay.window->dock_again();
    CHECK(overlay.stands_right_of(softphone));
  }
  {
    Docked overlay(screen, {DockSide::kBeside, "softphone"}, folder.file("places"));
    CHECK(overlay.stands_right_of(softphone));
    const Rect docked = overlay.place();
    drag(overlay, 600, 300);
    drag(overlay, docked.left + 10, docked.top + 12);
    CHECK(overlay.comes_to(docked.left, docked.top));  // Let go near its place, it is docked.
    CHECK_FALSE(overlay.window->standing().placed_by_hand);
  }
}

TEST_CASE("moved with the window manager's own gesture the overlay stays where it was put", "[dock]") {
  XScreen screen;
  OtherWindow softphone;
  Docked overlay(screen);
  REQUIRE(overlay.stands_right_of(softphone));
  const Rect from = overlay.place();
  REQUIRE(screen.xdotool({"mousemove", std::to_string(from.left + 50), std::to_string(from.top + 50), "keydown", "alt",
                          "mousedown", "1"}));
  for (int step = 1; step <= 10; ++step) {
    REQUIRE(screen.xdotool({"mousemove", std::to_string(from.left + 50 + 20 * step), std::to_string(from.top + 50)}));
    overlay.window->wait_events(absl::Milliseconds(20));
  }
  REQUIRE(overlay.until([&] { return overlay.place().left == from.left + 200; }));
  REQUIRE(screen.xdotool({"mouseup", "1", "keyup", "alt"}));
  overlay.dwell();
  CHECK(overlay.window->standing().placed_by_hand);
  overlay.moves(softphone, 10, 10);
  overlay.dwell();
  CHECK(overlay.place().left == from.left + 200);
}

TEST_CASE("another window that is always on top is raised: the overlay is over it, but never over a dialog", "[dock]") {
  XScreen screen;
  Docked overlay(screen, {});
  const X11Window id = overlay.window->x11_id();
  OtherWindow other({.name = "note", .class_name = "Note", .title = "Notitie", .place = {700, 100, 1100, 400}});
  other.add_state("_NET_WM_STATE_ABOVE");
  REQUIRE(step_until([&] { return screen.stacking().back() == other.id(); }, [&] { other.raise(); }));
  CHECK(overlay.until([&] { return screen.stacking().back() == id; }));
  OtherWindow dialog({.title = "Aannemen?", .place = {850, 150, 1000, 250}, .transient_for = other.id()});
  dialog.add_state("_NET_WM_STATE_ABOVE");
  dialog.raise();
  CHECK(overlay.until([&] { return screen.stacking().back() == dialog.id(); }));
  overlay.dwell();
  CHECK(screen.stacking().back() == dialog.id());
}

TEST_CASE("two windows that both want to be on top do not fight for ever", "[dock]") {
  XScreen screen;
  Docked overlay(screen, {});
  OtherWindow other({.name = "note", .class_name = "Note", .title = "Notitie", .place = {700, 100, 1100, 400}});
  other.add_state("_NET_WM_STATE_ABOVE");
  int lost = 0;
  for (int round = 0; round < 12; ++round) {
    other.raise();
    overlay.dwell();
    lost += screen.stacking().back() == other.id() ? 1 : 0;
  }
  CHECK(lost >= 6);
}

TEST_CASE("the window manager starts anew: the overlay is above others and in its place", "[dock]") {
  XScreen screen;
  OtherWindow softphone;
  Docked overlay(screen);
  REQUIRE(overlay.stands_right_of(softphone));
  screen.restart_window_manager();
  OtherWindow raised({.name = "other", .class_name = "Other", .title = "Ander", .place = {300, 60, 900, 500}});
  raised.raise();
  CHECK(overlay.until([&] {
    const std::vector<X11Window> all = screen.stacking();
    return all.size() >= 3 && all.back() == overlay.window->x11_id();
  }));
  CHECK(overlay.stands_right_of(softphone));
}

TEST_CASE("a window that fills the screen covers the overlay, and the overlay knows", "[dock]") {
  XScreen screen;
  Docked overlay(screen, {});
  CHECK_FALSE(overlay.window->standing().full_screen);
  CHECK(overlay.window->standing().keeps_above);
  CHECK(overlay.window->standing().manager == "Openbox");
  OtherWindow film({.name = "film", .class_name = "Film", .title = "Film"});
  REQUIRE(overlay.until([&] { return screen.active_window() == film.id(); }));
  film.add_state("_NET_WM_STATE_FULLSCREEN");
  CHECK(overlay.until([&] { return overlay.window->standing().full_screen; }));
}

TEST_CASE("while nothing moves, docking wakes nobody up", "[dock]") {
  XScreen screen;
  OtherWindow softphone;
  Docked overlay(screen);
  REQUIRE(overlay.stands_right_of(softphone));
  overlay.dwell();
  // The pointer of the test's screen rests; a longer silence would only take longer.
  const absl::Duration begin = overlay.window->now();
  overlay.window->wait_events(absl::Seconds(2));
  CHECK(overlay.window->now() - begin >= absl::Seconds(2));
}

TEST_CASE("a place that no monitor has any more is not used", "[dock]") {
  XScreen screen;
  TemporaryFolder folder;
  std::ofstream(folder.file("places")) << "1280x800+0+0 5000 4000\n";
  Docked overlay(screen, {}, folder.file("places"));
  CHECK(overlay.comes_to(900, 200));
}

}  // namespace aandacht::test
