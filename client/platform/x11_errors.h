// X11 errors of a window that may be gone already.
#pragma once

#include <X11/Xlib.h>

namespace aandacht::platform {

/// While it lives, errors of X11 are noted instead of ending the process. One at a time, one thread.
/// Includes Xlib's macros: only for sources that talk to X11.
class X11ErrorTrap {
 public:
  explicit X11ErrorTrap(Display* display) : display_(display) {
    XSync(display_, False);
    seen() = false;
    before_ = XSetErrorHandler([](Display*, XErrorEvent*) {
      seen() = true;
      return 0;
    });
  }
  ~X11ErrorTrap() {
    XSync(display_, False);
    XSetErrorHandler(before_);
  }
  X11ErrorTrap(const X11ErrorTrap&) = delete;
  X11ErrorTrap& operator=(const X11ErrorTrap&) = delete;

  /// Waits for the server's answer to everything asked so far; true when something failed since the trap was set.
  [[nodiscard]] bool failed() {
    XSync(display_, False);
    return seen();
  }

 private:
  static bool& seen() {
    static bool error = false;
    return error;
  }

  Display* display_;
  XErrorHandler before_ = nullptr;
};

}  // namespace aandacht::platform
