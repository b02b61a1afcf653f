// Another program's window, as a test wants it.
#pragma once

#include <string>

#include "client/platform/x11_display.h"
#include "client/render/canvas.h"

namespace aandacht::test {

/// A plain window with a connection of its own to the display in DISPLAY; shown when it is made. What it is asked
/// happens at once in the X server; a window manager follows when it will.
class OtherWindow {
 public:
  struct Options {
    std::string name = "softphone";        ///< The first name of its class.
    std::string class_name = "Softphone";  ///< The second.
    std::string title = "Softphone";
    render::Rect place{300, 50, 600, 500};  ///< Without the frame.
    X11Window transient_for = 0;
  };

  explicit OtherWindow(const Options& options);
  OtherWindow() : OtherWindow(Options()) {}
  ~OtherWindow();
  OtherWindow(const OtherWindow&) = delete;
  OtherWindow& operator=(const OtherWindow&) = delete;

  [[nodiscard]] X11Window id() const { return window_; }
  void move(int left, int top);
  void resize(int width, int height);
  void raise();
  void minimise();
  /// Shows it again after minimise() or withdraw().
  void show();
  /// As a program does that closes into the tray.
  void withdraw();
  void set_title(const std::string& title);
  /// Asks the window manager to add a state, e.g. "_NET_WM_STATE_ABOVE".
  void add_state(const char* state);

 private:
  X11Display* display_;
  X11Window window_;
};

}  // namespace aandacht::test
