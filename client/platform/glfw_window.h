// A real window, by GLFW on X11.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "client/platform/event_wait.h"
#include "client/platform/glfw_input.h"
#include "client/platform/painter.h"
#include "client/platform/window.h"
#include "client/platform/x11_connection.h"
#include "client/platform/x11_dock.h"
#include "client/platform/x11_focus.h"
#include "client/platform/x11_hotkeys.h"
#include "client/platform/x11_presenter.h"

struct GLFWwindow;

namespace aandacht::platform {

enum class Renderer { kSoftware, kOpenGl };

struct WindowOptions {
  std::string title = "Aandacht";
  std::string class_name = "aandacht";  ///< WM_CLASS, for rules of window managers
  Size design_size{380, 720};           ///< at scale 1; the height is clamped to the work area
  Size least_size{0, 0};                ///< at scale 1; of an ordinary window; 0: as small as may be
  float scale = 0;                      ///< 0: as the desktop says (Xft.dpi)
  /// True: undecorated, above other windows, where `dock` says or where it was put by hand, on every virtual desktop,
  /// not in the task bar, never takes the keyboard. False: an ordinary window that can be focused, moved and resized.
  bool overlay = true;
  Dock dock;  ///< Of an overlay.
  std::filesystem::path
      place_file;  ///< Where the places of an overlay are kept that was moved by hand; empty: nowhere.
  Renderer renderer = Renderer::kSoftware;
  bool shared_memory = true;  ///< false: pixels travel to the screen as if it were another machine's
};

/// One a process. X11 ends the process when the X server goes away; that cannot be caught here.
/// Being above is what the window manager makes of it: a full-screen window that is focused still covers the overlay.
class GlfwWindow final : public Window {
 public:
  /// Opens and shows the window. When OpenGL is asked for and cannot be had, says so in one log line and opens the
  /// window for the software renderer. Fails with UNAVAILABLE, telling why, when there is no usable screen.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<GlfwWindow>> open(const WindowOptions& options);

  ~GlfwWindow() override;
  GlfwWindow(const GlfwWindow&) = delete;
  GlfwWindow& operator=(const GlfwWindow&) = delete;

  [[nodiscard]] Size size() const override { return size_; }
  [[nodiscard]] float scale() const override { return scale_; }
  /// Things are another size on it from now on, 0: as the desktop says. The window keeps its own size where that is not
  /// below the least; whoever draws makes fonts anew (FrameLoop::rebuild_fonts). Of an ordinary window.
  void set_scale(float scale);
  [[nodiscard]] absl::Duration now() const override;
  void wait_events(std::optional<absl::Duration> timeout) override;
  void post_wakeup() override;
  [[nodiscard]] std::vector<Input> take_input() override;
  [[nodiscard]] bool should_close() const override;
  [[nodiscard]] render::Canvas& canvas() override;
  [[nodiscard]] absl::Status present(const std::vector<render::Rect>& damage) override;
  void resize(Size size) override;
  void set_shown(bool shown) override;
  void drag() override;
  void dock_again() override;
  void dock(const Dock& dock) override;
  [[nodiscard]] Standing standing() override;
  void accept_keyboard(bool on) override;
  void hold_hotkeys(std::vector<Hotkey> hotkeys) override;
  [[nodiscard]] const std::vector<HotkeyFault>& hotkey_faults() const override;
  bool let_clicks_through(bool on) override;
  void ring_bell() override;
  [[nodiscard]] std::string clipboard() const override;
  void set_clipboard(const std::string& text) override;

  /// The painter that fits the window: hand it to FrameLoop::Options::make_painter.
  [[nodiscard]] std::unique_ptr<Painter> make_painter(const render::Textures& textures);

  /// True once the window manager has let the window appear; it is asked twice a second until then.
  [[nodiscard]] bool shown() const { return shown_; }

  /// For other programs' windows and grabbed keys: its events end wait_events(). Lives as long as the window.
  [[nodiscard]] X11Connection& connection() { return *connection_; }

  /// The window's X id, e.g. to find it among others in a test.
  [[nodiscard]] unsigned long x11_id() const;

  /// For the OpenGL painter: the window, and whether it was uncovered since this was last asked.
  [[nodiscard]] GLFWwindow* handle() const { return window_; }
  [[nodiscard]] bool take_uncovered() { return std::exchange(events_.uncovered, false); }

 private:
  GlfwWindow() = default;
  [[nodiscard]] absl::Status create(const WindowOptions& options);
  void stand();
  void limit_size();
  [[nodiscard]] Place corner() const;
  void note_press();
  void follow_pointer();
  void notice_move_by_manager();
  void ask_again_to_show();
  void sleep(std::optional<absl::Duration> timeout);

  GLFWwindow* window_ = nullptr;
  Bell bell_;
  std::unique_ptr<X11Connection> connection_;
  std::unique_ptr<X11Hotkeys> hotkeys_;  // Made when the first are asked for.
  std::unique_ptr<X11Dock> dock_;
  std::unique_ptr<X11Focus> focus_;
  std::unique_ptr<X11Presenter> presenter_;
  GlfwEvents events_;
  Size size_;
  Size wanted_;  ///< On a monitor that is large enough.
  render::Rect asked_place_;
  bool settled_ = false;       ///< The window manager has put the window where it was asked to.
  Place pressed_at_;           ///< In the window, where a button last went down.
  std::optional<Place> grip_;  ///< Of the window, where the pointer holds it while it is dragged.
  float scale_ = 1.0F;
  Size least_{0, 0};  // At scale 1; 0: as small as may be.
  bool overlay_ = true;
  bool opengl_ = false;
  bool shared_memory_ = true;
  bool shown_ = false;
  bool hidden_ = false;  ///< By set_shown().
  absl::Duration asked_to_show_ = absl::ZeroDuration();
};

}  // namespace aandacht::platform
