// A screen of its own for a test: Xvfb with openbox.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/platform/x11_display.h"
#include "client/render/canvas.h"
#include "tests/support/child.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

/// Starts Xvfb on a free display and openbox on it, sets DISPLAY, and ends both. One at a time.
class XScreen {
 public:
  struct Options {
    int width = 1280;
    int height = 800;
    bool glx = true;
    bool window_manager = true;
    std::string resources;  ///< X resources set before anything starts, e.g. "Xft.dpi: 192\n"
  };

  /// Throws std::runtime_error, saying what is missing, when the screen does not come up within 40 seconds: the first
  /// program after an install builds the font cache.
  explicit XScreen(const Options& options);
  XScreen() : XScreen(Options()) {}
  ~XScreen();
  XScreen(const XScreen&) = delete;
  XScreen& operator=(const XScreen&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  /// The window that has the keyboard according to the window manager; 0 when none.
  [[nodiscard]] X11Window active_window() const;
  /// All managed windows, the lowest first.
  [[nodiscard]] std::vector<X11Window> stacking() const;
  /// The first managed window whose class is `name`; 0 when there is none.
  [[nodiscard]] X11Window window_of_class(const std::string& name) const;
  /// Where a window lies on the screen.
  [[nodiscard]] render::Rect place_of(X11Window window) const;
  /// The same with the frame that the window manager put around it.
  [[nodiscard]] render::Rect frame_of(X11Window window) const;
  /// From now on the screen is two monitors: left of `x`, the main one, and right of it.
  void split_monitors(int x) const;
  /// Ends the window manager and starts it again.
  void restart_window_manager();
  /// What is on the screen now.
  [[nodiscard]] render::Canvas picture() const;

  /// Puts an unmanaged black window over `area` until the function that it gives is called.
  [[nodiscard]] std::function<void()> cover(const render::Rect& area) const;

  /// Runs xdotool with these arguments; false when it fails.
  bool xdotool(std::vector<std::string> arguments) const;

 private:
  [[nodiscard]] std::vector<X11Window> windows(const char* property) const;
  [[nodiscard]] std::vector<unsigned long> numbers(X11Window window, const char* property) const;
  [[nodiscard]] bool manages_windows() const;
  void start_window_manager();

  TemporaryFolder folder_;
  std::string name_;
  std::optional<Child> server_;
  std::optional<Child> manager_;
  X11Display* display_ = nullptr;
};

/// Calls `step` again and again until `done`, at most for `seconds`. True when it is done.
bool step_until(const std::function<bool()>& done, const std::function<void()>& step, double seconds = 10);

}  // namespace aandacht::test
