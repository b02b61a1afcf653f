// Staying on top of others.
#pragma once

#include <functional>
#include <vector>

#include "absl/time/time.h"
#include "client/platform/x11_display.h"

namespace aandacht::platform {

/// Puts a window over others that were raised over it. The window manager keeps it over ordinary windows; this is for
/// others that are "always on top" too, for desktops without a window manager, and for window managers that start
/// anew. One thread. An X11ErrorTrap must be set around every call.
///
/// It gives way to full-screen windows, panels, menus, dialogs and notifications, and to the windows that these belong
/// to: among them is the softphone's own question whether to answer. It gives up for a while against a program that
/// does the same: five times in ten seconds.
class X11Above {
 public:
  /// `own` is the window. `now` never jumps back. As for X11Follower, the caller selects the root window's events.
  X11Above(X11Display* display, X11Window own, std::function<absl::Duration()> now);

  void hear(const X11Event& event);

  /// Does what is needed after the events that were heard.
  void update();

 private:
  [[nodiscard]] std::vector<X11Window> windows_over() const;
  [[nodiscard]] bool may_raise();
  /// Raises, once each, dialogs of windows that are always on top and that came while their window was being covered.
  void give_way_to_dialogs();

  X11Display* display_;
  X11Window own_;
  std::function<absl::Duration()> now_;
  std::vector<X11Window> tried_;  // What lay over the window when it was last raised, in vain or not.
  std::vector<X11Window> gave_way_;
  std::vector<absl::Duration> raised_at_;  // Within the last ten seconds.
  bool stacking_changed_ = false;
  bool new_manager_ = false;
};

}  // namespace aandacht::platform
