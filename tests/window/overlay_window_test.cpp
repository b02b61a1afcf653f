// The window as a desktop treats it: Xvfb, openbox, and an xterm in the part of the softphone.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "absl/time/clock.h"
#include "client/app/frame_loop.h"
#include "client/platform/glfw_window.h"
#include "client/render/drawn_text.h"
#include "client/render/png.h"
#include "tests/support/catch.h"
#include "tests/support/mesa_leaks.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

using platform::GlfwWindow;

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// An overlay with a button and a text field.
class Overlay {
 public:
  explicit Overlay(const platform::WindowOptions& options = {}) {
    auto opened = GlfwWindow::open(options);
    REQUIRE(opened.ok());
    window = *std::move(opened);
    app::FrameLoop::Options loop_options;
    loop_options.add_fonts = [](ImFontAtlas& atlas, float scale) {
      ImFontConfig config;
      config.SizePixels = 13 * scale;
      atlas.AddFontDefault(&config);
    };
    loop_options.make_painter = [this](platform::Window&, const render::Textures& textures) {
      return window->make_painter(textures);
    };
    loop = std::make_unique<app::FrameLoop>(*window, std::move(loop_options));
    loop->draw_with([this] { view(); });
    REQUIRE(until([this] { return window->shown(); }));
  }

  bool until(const std::function<bool()>& done) {
    return step_until(done, [this] { REQUIRE(loop->turn(absl::Milliseconds(10)).ok()); });
  }

  /// Lets half a second of events pass: for things that must not happen.
  void dwell() {
    const absl::Duration end = window->now() + absl::Milliseconds(500);
    until([&] { return window->now() > end; });
  }

  [[nodiscard]] render::DrawnText text() const {
    return render::DrawnText::read(*loop->last_frame(), *ImGui::GetIO().Fonts);
  }

  bool click(const XScreen& screen, const std::string& label) {
    const auto rect = text().find(label);
    if (!rect.has_value()) return false;
    const render::Rect place = screen.place_of(window->x11_id());
    return screen.xdotool({"mousemove", std::to_string(place.left + static_cast<int>(rect->centre().x)),
                           std::to_string(place.top + static_cast<int>(rect->centre().y)), "click", "1"});
  }

  std::unique_ptr<GlfwWindow> window;
  std::unique_ptr<app::FrameLoop> loop;
  int used = 0;
  char why[64] = "";

 private:
  void view() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("overlay", nullptr, ImGuiWindowFlags_NoDecoration);
    if (ImGui::Button("Gebruikt")) ++used;
    ImGui::InputTextWithHint("##why", "waarom", why, sizeof why);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({20, 100}, {200, 160}, IM_COL32(255, 255, 255, 255), 8.0F);
    list->AddRect({20, 180}, {200, 240}, IM_COL32(221, 216, 206, 255), 8.0F);
    list->AddCircleFilled({60.5F, 300.25F}, 20.0F, IM_COL32(31, 95, 168, 200));
    list->AddLine({20, 350}, {180.3F, 400.7F}, IM_COL32(138, 75, 8, 255), 2.0F);
    list->AddRectFilledMultiColor({20, 420}, {180, 480}, IM_COL32(255, 0, 0, 255), IM_COL32(0, 255, 0, 128),
                                  IM_COL32(0, 0, 255, 255), IM_COL32(255, 255, 255, 255));
    ImGui::End();
  }
};

/// An xterm that writes each line typed into it to a file.
class Softphone {
 public:
  explicit Softphone(const XScreen& screen)
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

bool maps_opengl() {
  const std::string maps = contents("/proc/self/maps");
  return maps.find("libGL") != std::string::npos || maps.find("libLLVM") != std::string::npos;
}

/// How many pixels differ by more than a tenth in some channel from the part of `screen` that begins at `left`.
int different_pixels(const render::Canvas& ours, const render::Canvas& screen, int left) {
  int count = 0;
  for (int y = 0; y < ours.height(); ++y) {
    for (int x = 0; x < ours.width(); ++x) {
      bool differs = false;
      for (const unsigned shift : {0U, 8U, 16U}) {
        const int a = static_cast<int>((ours.at(x, y) >> shift) & 0xFFU);
        const int b = static_cast<int>((screen.at(left + x, y) >> shift) & 0xFFU);
        differs = differs || std::abs(a - b) > 25;
      }
      count += differs ? 1 : 0;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("the overlay stands at the right edge and leaves the keyboard to the softphone, clicked or not", "[window]") {
  XScreen screen;
  Softphone softphone(screen);
  const X11Window phone = screen.active_window();
  Overlay overlay;
  overlay.dwell();
  CHECK(screen.place_of(overlay.window->x11_id()) == render::Rect{900, 0, 1280, 720});
  CHECK(screen.active_window() == phone);

  REQUIRE(screen.xdotool({"type", "hallo"}));
  REQUIRE(overlay.click(screen, "Gebruikt"));
  CHECK(overlay.until([&] { return overlay.used == 1; }));
  overlay.dwell();
  CHECK(screen.active_window() == phone);
  REQUIRE(screen.xdotool({"type", " wereld\n"}));
  CHECK(overlay.until([&] { return softphone.typed() == "hallo wereld\n"; }));
}

TEST_CASE("the overlay stays above a window that is raised and activated", "[window]") {
  XScreen screen;
  Softphone softphone(screen);
  Overlay overlay;
  const std::string phone = std::to_string(screen.window_of_class("XTerm"));
  REQUIRE(screen.xdotool({"windowmove", phone, "800", "100"}));
  REQUIRE(screen.xdotool({"windowactivate", "--sync", phone, "windowraise", phone}));
  overlay.dwell();
  // For eyes: AANDACHT_TEST_PICTURES=FOLDER keeps what the screen showed.
  if (const char* folder = std::getenv("AANDACHT_TEST_PICTURES")) {
    CHECK(render::write_png(screen.picture(), std::string(folder) + "/above.png").ok());
  }
  REQUIRE_FALSE(screen.stacking().empty());
  CHECK(screen.stacking().back() == overlay.window->x11_id());
}

TEST_CASE("a text field has the keyboard while it is used, and the softphone has it back afterwards", "[window]") {
  XScreen screen;
  Softphone softphone(screen);
  const X11Window phone = screen.active_window();
  Overlay overlay;
  REQUIRE(overlay.click(screen, "waarom"));
  REQUIRE(overlay.until([&] { return screen.active_window() == overlay.window->x11_id(); }));
  REQUIRE(screen.xdotool({"type", "terug"}));
  CHECK(overlay.until([&] { return std::string(overlay.why) == "terug"; }));
  REQUIRE(screen.xdotool({"key", "Return"}));
  CHECK(overlay.until([&] { return screen.active_window() == phone; }));
  REQUIRE(screen.xdotool({"type", "belt\n"}));
  CHECK(overlay.until([&] { return softphone.typed() == "belt\n"; }));
  CHECK(std::string(overlay.why) == "terug");
}

TEST_CASE("a text field is left when the user goes to another window", "[window]") {
  XScreen screen;
  Softphone softphone(screen);
  const X11Window phone = screen.active_window();
  Overlay overlay;
  REQUIRE(overlay.click(screen, "waarom"));
  REQUIRE(overlay.until([&] { return screen.active_window() == overlay.window->x11_id(); }));
  REQUIRE(screen.xdotool({"mousemove", "120", "120", "click", "1"}));
  REQUIRE(overlay.until([&] { return screen.active_window() == phone; }));
  overlay.dwell();
  REQUIRE(overlay.click(screen, "Gebruikt"));
  CHECK(overlay.until([&] { return overlay.used == 1; }));
  CHECK(screen.active_window() == phone);
}

TEST_CASE("what is on the screen is what was drawn, and comes back without a frame after being covered", "[window]") {
  XScreen screen;
  Overlay overlay;
  overlay.dwell();
  const auto matches = [&] {
    const render::Rect place = screen.place_of(overlay.window->x11_id());
    const render::Canvas picture = screen.picture();
    render::Canvas& drawn = overlay.window->canvas();
    for (int y = 0; y < drawn.height(); ++y) {
      for (int x = 0; x < drawn.width(); ++x) {
        if (picture.at(place.left + x, place.top + y) != drawn.at(x, y)) return false;
      }
    }
    return true;
  };
  CHECK(matches());
  const std::function<void()> uncover = screen.cover({1000, 50, 1200, 400});
  overlay.dwell();
  CHECK_FALSE(matches());
  const std::int64_t frames = overlay.loop->stats().frames;
  uncover();
  CHECK(overlay.until(matches));
  CHECK(overlay.loop->stats().frames == frames);
}

TEST_CASE("nothing is drawn and nothing wakes up while nothing happens", "[window]") {
  XScreen screen;
  Overlay overlay;
  overlay.dwell();
  const std::int64_t frames = overlay.loop->stats().frames;
  overlay.dwell();
  CHECK(overlay.loop->stats().frames == frames);
}

TEST_CASE("a message from another thread is drawn", "[window]") {
  XScreen screen;
  Overlay overlay;
  const std::int64_t messages = overlay.loop->stats().messages;
  std::thread sender([&] {
    for (int i = 0; i < 100; ++i) overlay.loop->inbox().post([&overlay] { overlay.why[0] = 'x'; });
  });
  CHECK(overlay.until([&] { return overlay.loop->stats().messages == messages + 100; }));
  sender.join();
  CHECK(overlay.text().sees("x"));
}

TEST_CASE("on a screen of 192 dots an inch the overlay is twice as large, and no higher than the screen", "[window]") {
  XScreen screen({.resources = "Xft.dpi: 192\n"});
  Overlay overlay;
  CHECK(overlay.window->scale() == Approx(2.0F));
  CHECK(overlay.window->size() == platform::Size{760, 800});
}

TEST_CASE("without a window manager the overlay opens, is clicked and lends the keyboard", "[window]") {
  XScreen screen({.window_manager = false});
  Overlay overlay;
  REQUIRE(overlay.click(screen, "waarom"));
  REQUIRE(overlay.until([&] { return overlay.loop->stats().inputs > 2; }));
  REQUIRE(screen.xdotool({"type", "terug"}));
  CHECK(overlay.until([&] { return std::string(overlay.why) == "terug"; }));
}

TEST_CASE("without a screen the window says what is missing", "[window]") {
  setenv("DISPLAY", ":199", 1);
  const auto opened = GlfwWindow::open({});
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.status().code() == absl::StatusCode::kUnavailable);
  CHECK(opened.status().message().find("DISPLAY") != std::string::npos);
}

TEST_CASE("the software renderer keeps OpenGL out of the process; OpenGL draws the same when asked for", "[window]") {
  XScreen screen;
  render::Canvas ours(380, 720);
  {
    Overlay overlay;
    CHECK(std::string(overlay.loop->painter().name()) == "software");
    CHECK_FALSE(maps_opengl());
    for (int y = 0; y < 720; ++y) std::copy_n(overlay.window->canvas().row(y), 380, ours.row(y));
  }
  const MesaLeaks unnamed;
  Overlay overlay({.renderer = platform::Renderer::kOpenGl});
  CHECK(std::string(overlay.loop->painter().name()) == "opengl");
  CHECK(overlay.until([&] { return different_pixels(ours, screen.picture(), 900) < 100; }));
  REQUIRE(overlay.click(screen, "Gebruikt"));
  CHECK(overlay.until([&] { return overlay.used == 1; }));
}

TEST_CASE("where OpenGL cannot be had, the software renderer draws", "[window]") {
  XScreen screen({.glx = false});
  Overlay overlay({.renderer = platform::Renderer::kOpenGl});
  CHECK(std::string(overlay.loop->painter().name()) == "software");
  CHECK(overlay.until([&] { return screen.picture().at(900 + 100, 130) == render::pixel(255, 255, 255); }));
}

}  // namespace aandacht::test
