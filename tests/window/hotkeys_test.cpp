// Keys that are ours while somebody types elsewhere, and clicks that go through, under Xvfb and openbox.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "absl/time/clock.h"
#include "client/app/frame_loop.h"
#include "client/platform/glfw_window.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

// Last: their macros (Status, None) break other headers.
#include <X11/Xlib.h>
#include <X11/keysym.h>

namespace aandacht::test {
namespace {

using platform::GlfwWindow;
using platform::Hotkey;
using platform::HotkeyFault;
using platform::HotkeyTrouble;

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

Hotkey hotkey(const std::string& name, const std::string& chord) { return {name, *platform::parse_chord(chord)}; }

/// An overlay that notes its hotkeys, with a field to type in.
class Overlay {
 public:
  Overlay() {
    auto opened = GlfwWindow::open({});
    REQUIRE(opened.ok());
    window = *std::move(opened);
    app::FrameLoop::Options options;
    options.add_fonts = [](ImFontAtlas& atlas, float) { atlas.AddFontDefault(); };
    loop = std::make_unique<app::FrameLoop>(*window, std::move(options));
    loop->on_hotkey([this](const std::string& name) {
      pressed.push_back(name);
      if (name == "search") searching = !searching;
    });
    loop->draw_with([this] { view(); });
    REQUIRE(until([this] { return window->shown(); }));
  }

  bool until(const std::function<bool()>& done) {
    return step_until(done, [this] { REQUIRE(loop->turn(absl::Milliseconds(10)).ok()); });
  }

  /// Lets 300 ms of events pass: for things that must not happen.
  void dwell() {
    const absl::Duration end = window->now() + absl::Milliseconds(300);
    until([&] { return window->now() > end; });
  }

  bool has_heard(const std::vector<std::string>& names) {
    return until([&] { return pressed == names; });
  }

  std::unique_ptr<GlfwWindow> window;
  std::unique_ptr<app::FrameLoop> loop;
  std::vector<std::string> pressed;
  bool searching = false;
  int clicks = 0;
  char why[64] = "";

 private:
  void view() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("overlay", nullptr, ImGuiWindowFlags_NoDecoration);
    if (ImGui::Button("everything", {360, 300})) ++clicks;
    if (searching) {
      if (!searched_) ImGui::SetKeyboardFocusHere();
      ImGui::InputText("##why", why, sizeof why);
    }
    searched_ = searching;
    ImGui::End();
  }

  bool searched_ = false;
};

/// An xterm that writes each line typed into it to a file.
class Elsewhere {
 public:
  explicit Elsewhere(const XScreen& screen)
      : file_(folder_.path() / "typed"),
        xterm_({"xterm", "-geometry", "60x10+40+40", "-e", "sh", "-c", "exec cat > '" + file_.string() + "'"}) {
    const auto window = [&screen] { return screen.window_of_class("XTerm"); };
    REQUIRE(step_until([&] { return window() != 0 && std::filesystem::exists(file_); }, wait, 20));
    REQUIRE(step_until([&] { return screen.active_window() == window(); }, wait, 20));
  }
  [[nodiscard]] std::string typed() const { return contents(file_); }

 private:
  static void wait() { absl::SleepFor(absl::Milliseconds(10)); }
  TemporaryFolder folder_;
  std::filesystem::path file_;
  Child xterm_;
};

/// Another program with a connection of its own.
class OtherProgram {
 public:
  OtherProgram() : display_(XOpenDisplay(nullptr)) { REQUIRE(display_ != nullptr); }
  ~OtherProgram() { XCloseDisplay(display_); }
  OtherProgram(const OtherProgram&) = delete;
  OtherProgram& operator=(const OtherProgram&) = delete;

  void grab(KeySym key, unsigned modifiers) {
    XGrabKey(display_, XKeysymToKeycode(display_, key), modifiers, DefaultRootWindow(display_), False, GrabModeAsync,
             GrabModeAsync);
    XSync(display_, False);
  }

  /// True when it could be had.
  bool try_grab(KeySym key, unsigned modifiers) {
    static bool failed = false;
    failed = false;
    const XErrorHandler before = XSetErrorHandler([](Display*, XErrorEvent*) {
      failed = true;
      return 0;
    });
    grab(key, modifiers);
    XSetErrorHandler(before);
    return !failed;
  }

  /// The key that says `from` says `to` from now on, and the other way round.
  void swap(KeySym from, KeySym to) {
    KeySym signs[2] = {to, from};
    const KeyCode codes[2] = {XKeysymToKeycode(display_, from), XKeysymToKeycode(display_, to)};
    for (int i = 0; i < 2; ++i) XChangeKeyboardMapping(display_, codes[i], 1, &signs[i], 1);
    XSync(display_, False);
  }

  /// No key says `sign` any more.
  void remove(KeySym sign) {
    const KeyCode code = XKeysymToKeycode(display_, sign);
    int count = 0;
    XFree(XGetKeyboardMapping(display_, code, 1, &count));
    std::vector<KeySym> none(static_cast<std::size_t>(count), NoSymbol);
    XChangeKeyboardMapping(display_, code, count, none.data(), 1);
    XSync(display_, False);
  }

 private:
  Display* display_;
};

}  // namespace

TEST_CASE("a hotkey is heard while somebody types elsewhere, and what they type arrives whole", "[window][hotkeys]") {
  XScreen screen;
  Elsewhere elsewhere(screen);
  const X11Window active = screen.active_window();
  Overlay overlay;
  overlay.window->hold_hotkeys({hotkey("used", "Ctrl+Alt+G"), hotkey("hide", "Super+F9")});
  CHECK(overlay.window->hotkey_faults().empty());
  REQUIRE(screen.xdotool({"type", "goede"}));
  REQUIRE(screen.xdotool({"key", "ctrl+alt+g"}));
  REQUIRE(screen.xdotool({"type", "morgen g"}));
  REQUIRE(screen.xdotool({"key", "super+F9"}));
  REQUIRE(screen.xdotool({"key", "Return"}));
  CHECK(overlay.has_heard({"used", "hide"}));
  CHECK(overlay.until([&] { return elsewhere.typed() == "goedemorgen g\n"; }));
  CHECK(screen.active_window() == active);
}

TEST_CASE("hotkeys work whatever the locks are, and only with exactly their modifiers", "[window][hotkeys]") {
  XScreen screen;
  Overlay overlay;
  overlay.window->hold_hotkeys({hotkey("used", "Ctrl+Alt+G")});
  REQUIRE(screen.xdotool({"key", "Num_Lock"}));
  REQUIRE(screen.xdotool({"key", "ctrl+alt+g"}));
  CHECK(overlay.has_heard({"used"}));
  REQUIRE(screen.xdotool({"key", "Caps_Lock"}));
  REQUIRE(screen.xdotool({"key", "ctrl+alt+g"}));
  CHECK(overlay.has_heard({"used", "used"}));
  for (const char* other : {"ctrl+g", "alt+g", "ctrl+alt+shift+g", "ctrl+alt+h", "g"}) {
    REQUIRE(screen.xdotool({"key", other}));
  }
  overlay.dwell();
  CHECK(overlay.pressed.size() == 2);
}

TEST_CASE("a hotkey that is held down is one press", "[window][hotkeys]") {
  XScreen screen;
  Overlay overlay;
  overlay.window->hold_hotkeys({hotkey("used", "Ctrl+Alt+G")});
  REQUIRE(screen.xdotool({"keydown", "ctrl+alt+g"}));
  CHECK(overlay.has_heard({"used"}));
  const absl::Duration end = overlay.window->now() + absl::Milliseconds(1200);  // Keys repeat after 0.66 s.
  overlay.until([&] { return overlay.window->now() > end; });
  REQUIRE(screen.xdotool({"keyup", "ctrl+alt+g"}));
  overlay.dwell();
  CHECK(overlay.pressed.size() == 1);
  REQUIRE(screen.xdotool({"key", "ctrl+alt+g"}));
  CHECK(overlay.has_heard({"used", "used"}));
}

TEST_CASE("a chord that another program has is named, and the others are held", "[window][hotkeys]") {
  XScreen screen;
  OtherProgram other;
  // With NumLock on only: half a hotkey is none.
  other.grab(XK_h, ControlMask | Mod1Mask | Mod2Mask);
  Overlay overlay;
  overlay.window->hold_hotkeys(
      {hotkey("used", "Ctrl+Alt+G"), hotkey("hide", "Ctrl+Alt+H"), hotkey("strange", "Ctrl+Alt+F24")});
  const std::vector<HotkeyFault>& faults = overlay.window->hotkey_faults();
  REQUIRE(faults.size() >= 1);
  CHECK(faults[0] == HotkeyFault{"hide", HotkeyTrouble::kTaken});
  CHECK(other.try_grab(XK_h, ControlMask | Mod1Mask));
  CHECK_FALSE(other.try_grab(XK_g, ControlMask | Mod1Mask));
  REQUIRE(screen.xdotool({"key", "ctrl+alt+g"}));
  CHECK(overlay.has_heard({"used"}));
}

TEST_CASE("a sign that no key of this keyboard has is named", "[window][hotkeys]") {
  XScreen screen;
  OtherProgram other;
  other.remove(XK_F9);
  Overlay overlay;
  overlay.window->hold_hotkeys({hotkey("hide", "Super+F9")});
  CHECK(overlay.window->hotkey_faults() == std::vector{HotkeyFault{"hide", HotkeyTrouble::kNoSuchKey}});
}

TEST_CASE("a sign that is typed with Shift is a hotkey with Shift held", "[window][hotkeys]") {
  XScreen screen;
  Overlay overlay;
  overlay.window->hold_hotkeys({hotkey("used", "Ctrl+Alt+plus")});  // Above the equals sign on this keyboard.
  REQUIRE(screen.xdotool({"key", "ctrl+alt+equal"}));
  overlay.dwell();
  CHECK(overlay.pressed.empty());
  REQUIRE(screen.xdotool({"key", "ctrl+alt+shift+equal"}));
  CHECK(overlay.has_heard({"used"}));
}

TEST_CASE("after another keyboard map a hotkey is on the key that has its sign now", "[window][hotkeys]") {
  XScreen screen;
  OtherProgram other;
  Overlay overlay;
  overlay.window->hold_hotkeys({hotkey("used", "Ctrl+Alt+A")});
  const auto free_now = [&](KeySym key) { return !other.try_grab(key, ControlMask | Mod1Mask); };
  other.swap(XK_a, XK_q);
  overlay.dwell();
  // xdotool looks the sign up in the map of now.
  REQUIRE(screen.xdotool({"key", "ctrl+alt+a"}));
  CHECK(overlay.has_heard({"used"}));
  REQUIRE(screen.xdotool({"key", "ctrl+alt+q"}));
  overlay.dwell();
  CHECK(overlay.pressed.size() == 1);
  CHECK(free_now(XK_a));
}

TEST_CASE("hotkeys that are no longer asked for are given back, and all are at the end", "[window][hotkeys]") {
  XScreen screen;
  OtherProgram other;
  {
    Overlay overlay;
    overlay.window->hold_hotkeys({hotkey("used", "Ctrl+Alt+G"), hotkey("hide", "Ctrl+Alt+H")});
    CHECK_FALSE(other.try_grab(XK_h, ControlMask | Mod1Mask));
    overlay.window->hold_hotkeys({hotkey("used", "Ctrl+Alt+G")});
    CHECK(other.try_grab(XK_h, ControlMask | Mod1Mask));
    CHECK_FALSE(other.try_grab(XK_g, ControlMask | Mod1Mask));
  }
  CHECK(other.try_grab(XK_g, ControlMask | Mod1Mask));
}

TEST_CASE("a search opened by hotkey takes the typing until it closes, and no letter is lost", "[window][hotkeys]") {
  XScreen screen;
  Elsewhere elsewhere(screen);
  const X11Window active = screen.active_window();
  Overlay overlay;
  overlay.window->hold_hotkeys({hotkey("search", "Ctrl+Alt+W")});
  REQUIRE(screen.xdotool({"type", "voor "}));
  REQUIRE(screen.xdotool({"key", "ctrl+alt+w"}));
  REQUIRE(overlay.until([&] { return screen.active_window() == overlay.window->x11_id(); }));
  REQUIRE(screen.xdotool({"type", "termijn"}));
  CHECK(overlay.until([&] { return std::string(overlay.why) == "termijn"; }));
  REQUIRE(screen.xdotool({"key", "ctrl+alt+w"}));
  REQUIRE(overlay.until([&] { return screen.active_window() == active; }));
  REQUIRE(screen.xdotool({"type", "na\n"}));
  CHECK(overlay.until([&] { return elsewhere.typed() == "voor na\n"; }));
  CHECK(std::string(overlay.why) == "termijn");
}

TEST_CASE("lent the keyboard, the overlay gives it back to the window that had it", "[window][hotkeys]") {
  XScreen screen;
  Elsewhere elsewhere(screen);
  const X11Window active = screen.active_window();
  Overlay overlay;
  overlay.loop->hold_keyboard(true);
  REQUIRE(overlay.until([&] { return screen.active_window() == overlay.window->x11_id(); }));
  overlay.loop->hold_keyboard(false);
  REQUIRE(overlay.until([&] { return screen.active_window() == active; }));
  overlay.loop->hold_keyboard(true);
  REQUIRE(overlay.until([&] { return screen.active_window() == overlay.window->x11_id(); }));
  REQUIRE(screen.xdotool({"mousemove", "120", "120", "click", "1"}));
  CHECK(overlay.until([&] { return !overlay.loop->holds_keyboard(); }));
  CHECK(screen.active_window() == active);
}

TEST_CASE("clicks go through to the window beneath, until they no longer do", "[window][hotkeys]") {
  XScreen screen;
  Elsewhere elsewhere(screen);
  const X11Window beneath = screen.active_window();
  REQUIRE(screen.xdotool({"windowmove", std::to_string(beneath), "880", "40"}));
  Overlay overlay;
  Child other({"xterm", "-class", "Other", "-geometry", "20x4+40+600"});
  const X11Window last = [&] {
    REQUIRE(overlay.until([&] { return screen.window_of_class("Other") != 0; }));
    return screen.window_of_class("Other");
  }();
  REQUIRE(overlay.until([&] { return screen.active_window() == last; }));
  const auto click = [&] { return screen.xdotool({"mousemove", "1000", "100", "click", "1"}); };

  REQUIRE(overlay.window->let_clicks_through(true));
  REQUIRE(click());
  CHECK(overlay.until([&] { return screen.active_window() == beneath; }));
  CHECK(overlay.clicks == 0);

  REQUIRE(overlay.window->let_clicks_through(false));
  REQUIRE(click());
  CHECK(overlay.until([&] { return overlay.clicks == 1; }));
}

}  // namespace aandacht::test
