// The overlay as a program beside a softphone's window: moved, minimised, closed, opened again.
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <optional>

#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

/// False, with a warning that cannot be overlooked, where Twinkle is not installed.
bool twinkle_is_installed() {
  if (Child({"sh", "-c", "command -v twinkle"}).wait() == 0) return true;
  WARN("SKIPPED: twinkle is not installed; docking beside a real softphone's window was not tested");
  return false;
}

/// The program `aandacht` beside windows of the class "twinkle". No service runs: it stands there all the same.
class Overlay {
 public:
  explicit Overlay(XScreen& screen, std::vector<std::string> more = {}) : screen_(screen) {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    arguments_ = {absl::StrCat(AANDACHT_BIN_DIR, "/aandacht"),
                  "--server",
                  "127.0.0.1:1",
                  "--agent",
                  "sanne",
                  "--scale",
                  "1",
                  "--dock",
                  "beside:twinkle"};
    arguments_.insert(arguments_.end(), more.begin(), more.end());
    start();
  }

  void start() {
    program_.emplace(arguments_, folder_.file("aandacht.log"));
    REQUIRE(eventually([&] { return window() != 0; }, absl::Seconds(20)));
  }
  void end() {
    program_.reset();
    REQUIRE(eventually([&] { return window() == 0; }));
  }

  [[nodiscard]] X11Window window() const { return screen_.window_of_class("aandacht"); }
  [[nodiscard]] render::Rect place() const { return screen_.place_of(window()); }
  [[nodiscard]] bool runs() { return program_->running(); }

  /// Comes to touch the softphone's frame at its right or left.
  bool comes_beside(X11Window softphone) {
    const bool came = eventually([&] {
      const render::Rect phone = screen_.frame_of(softphone);
      const render::Rect own = place();
      return own.left == phone.right || own.right == phone.left;
    });
    UNSCOPED_INFO("overlay " << place().left << "-" << place().right << ", softphone "
                             << screen_.frame_of(softphone).left << "-" << screen_.frame_of(softphone).right);
    return came;
  }
  bool comes_to_an_edge() {
    return eventually([&] { return place().left == 0 || place().right == 1600; });
  }

 private:
  XScreen& screen_;
  TemporaryFolder folder_;
  std::vector<std::string> arguments_;
  std::optional<Child> program_;
};

X11Window comes(const XScreen& screen, const std::string& class_name) {
  X11Window found = 0;
  REQUIRE(eventually([&] { return (found = screen.window_of_class(class_name)) != 0; }, absl::Seconds(30)));
  return found;
}

/// The same for a real softphone and for a stand-in; `open` starts it.
void follows_through_a_day(XScreen& screen, const std::string& class_name, const std::function<Child()>& open) {
  std::optional<Child> softphone(open());
  X11Window phone = comes(screen, class_name);
  Overlay overlay(screen);
  const auto tell = [&](std::vector<std::string> words) { REQUIRE(screen.xdotool(std::move(words))); };
  const auto id = [&] { return std::to_string(phone); };
  CHECK(overlay.comes_beside(phone));

  tell({"windowmove", id(), "30", "60"});
  CHECK(eventually([&] { return screen.frame_of(phone).left < 100; }));
  CHECK(overlay.comes_beside(phone));
  tell({"windowmove", id(), "800", "60"});
  CHECK(eventually([&] { return screen.frame_of(phone).left > 700; }));
  CHECK(overlay.comes_beside(phone));

  tell({"windowminimize", id()});
  CHECK(overlay.comes_to_an_edge());
  tell({"windowactivate", "--sync", id()});
  CHECK(overlay.comes_beside(phone));
  // The softphone that is used is not over the overlay, and has the keyboard.
  CHECK(screen.active_window() == phone);
  CHECK(eventually([&] { return screen.stacking().back() == overlay.window(); }));

  // The window manager passes over keys that come while it gives the focus: pressed again until it has heard.
  CHECK(eventually([&] {
    tell({"key", "--clearmodifiers", "alt+F4"});
    return eventually([&] { return screen.window_of_class(class_name) == 0; }, absl::Seconds(1));
  }));
  CHECK(overlay.comes_to_an_edge());
  softphone.reset();
  softphone.emplace(open());
  phone = comes(screen, class_name);
  CHECK(overlay.comes_beside(phone));
  CHECK(overlay.runs());
}

}  // namespace

TEST_CASE("Beside a real Twinkle the overlay follows its window through a day") {
  if (!twinkle_is_installed()) return;
  XScreen screen({.width = 1600, .height = 900});
  TemporaryFolder home;
  std::filesystem::create_directories(home.path() / ".twinkle");
  std::ofstream(home.file(".twinkle/sanne.cfg"))
      << "user_name=sanne\nuser_domain=127.0.0.1\nregister_at_startup=no\npres_publish_startup=no\n";
  // A machine without sound makes Twinkle ask questions first.
  std::ofstream(home.file(".asoundrc")) << "pcm.!default { type null }\nctl.!default { type null }\n";
  const int port = 20000 + static_cast<int>(::getpid() % 20000);
  follows_through_a_day(screen, "twinkle", [&] {
    return Child({"env", absl::StrCat("HOME=", home.path().string()), "twinkle", "-f", "sanne", "--sip-port",
                  std::to_string(port), "--rtp-port", std::to_string(port + 2)},
                 home.file("twinkle.log"));
  });
}

TEST_CASE("Beside another program with the softphone's class the overlay follows its window through a day") {
  XScreen screen({.width = 1600, .height = 900});
  follows_through_a_day(screen, "Twinkle", [] {
    return Child({"xterm", "-class", "Twinkle", "-title", "Twinkle", "-geometry", "80x24+200+100"});
  });
}

TEST_CASE("The overlay dragged by its header is there again when it is started again") {
  XScreen screen({.width = 1600, .height = 900});
  Child stand_in({"xterm", "-class", "Twinkle", "-geometry", "80x24+100+100"});
  const X11Window phone = comes(screen, "Twinkle");
  Overlay overlay(screen);
  REQUIRE(overlay.comes_beside(phone));
  const render::Rect docked = overlay.place();
  const auto at = [](int n) { return std::to_string(n); };
  const int x = docked.left + docked.width() / 2;
  REQUIRE(screen.xdotool({"mousemove", at(x), at(docked.top + 8), "mousedown", "1"}));
  // As a hand does: slowly first, so that the press is seen while the pointer is still on the header.
  for (int step = 1; step <= 20; ++step) REQUIRE(screen.xdotool({"mousemove", at(x + 4 * step), at(docked.top + 8)}));
  CHECK(eventually([&] { return overlay.place().left > docked.left; }));
  REQUIRE(screen.xdotool({"mousemove", at(x + 300), at(docked.top + 8 + 60), "mouseup", "1"}));
  // A pointer that moves while the press is on its way is seen a few pixels on.
  const auto is_put = [&] {
    return overlay.place().left > docked.left + 200 && overlay.place().top == docked.top + 60;
  };
  INFO("from " << docked.left << "," << docked.top << " to " << overlay.place().left << "," << overlay.place().top);
  REQUIRE(eventually(is_put));
  const render::Rect put = overlay.place();
  overlay.end();
  overlay.start();
  CHECK(eventually([&] { return overlay.place() == put; }));
  // A double click at the top brings it back.
  REQUIRE(screen.xdotool(
      {"mousemove", at(put.left + put.width() / 2), at(put.top + 8), "click", "--repeat", "2", "--delay", "60", "1"}));
  CHECK(overlay.comes_beside(phone));
}

TEST_CASE("aandachtctl doctor says whether the overlay stays on top and finds the softphone's window") {
  XScreen screen;
  TemporaryFolder folder;
  const auto doctor = [&] {
    Child({absl::StrCat(AANDACHT_BIN_DIR, "/aandachtctl"), "doctor", "--dock", "beside:twinkle"}, folder.file("log"))
        .wait();
    std::ifstream log(folder.file("log"));
    return std::string(std::istreambuf_iterator<char>(log), {});
  };
  CHECK(doctor().find("no window is called \"twinkle\"") != std::string::npos);
  CHECK(doctor().find("Openbox keeps the overlay on top") != std::string::npos);
  Child stand_in({"xterm", "-class", "Twinkle"});
  const X11Window phone = comes(screen, "Twinkle");
  CHECK(eventually([&] { return doctor().find("the window \"twinkle\" is there") != std::string::npos; }));
  REQUIRE(screen.xdotool({"windowminimize", std::to_string(phone)}));
  CHECK(eventually([&] { return doctor().find("is minimised") != std::string::npos; }));
}

}  // namespace aandacht::test
