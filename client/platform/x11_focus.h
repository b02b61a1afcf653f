// Who has the keyboard.
#pragma once

#include "client/platform/x11_display.h"

namespace aandacht::platform {

/// Makes a window one that is clicked but never focused, and lends it the keyboard while it needs it.
/// One thread: that of the window. Window ids that are gone are ignored.
class X11Focus {
 public:
  X11Focus(X11Display* display, X11Window window) : display_(display), window_(window) {}

  /// Before the window is shown: an accessory that stays out of task bar and pager and is not focused, neither when it
  /// appears nor when it is clicked (ICCCM "no input" model: WM_HINTS input false, no WM_TAKE_FOCUS).
  void mark_as_overlay();

  /// Before an overlay is shown, each time: asks to be above others and on every virtual desktop. The window manager
  /// forgets both when a window is hidden.
  void ask_to_be_above();

  /// Lets the window be focused, focuses it, and remembers who had the keyboard.
  void take();

  /// Makes the window unfocusable again. If it still has the keyboard, whoever had it before gets it back.
  void give_back();

 private:
  void set_input_hint(bool input);
  [[nodiscard]] X11Window active() const;
  void activate(X11Window window);
  [[nodiscard]] bool has_window_manager() const;

  X11Display* display_;
  X11Window window_;
  X11Window before_ = 0;
  bool taken_ = false;
};

}  // namespace aandacht::platform
