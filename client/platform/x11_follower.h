// Another program's window, followed.
#pragma once

#include <optional>
#include <string>

#include "client/platform/standing.h"
#include "client/platform/x11_display.h"
#include "client/render/canvas.h"

namespace aandacht::platform {

/// Finds a window and knows where it is, from the X server's events; it never asks in vain. One thread. An X11ErrorTrap
/// must be set around every call.
class X11Follower {
 public:
  /// `display` belongs to an X11Connection and outlives the follower. Events of the root window (properties, and, when
  /// no window manager runs, its children) must be selected by the caller.
  explicit X11Follower(X11Display* display) : display_(display) {}

  /// What to look for from now on, as x11_find_window() does; empty: nothing.
  void follow(std::string wanted);

  /// Notes what `event` means for the window. Nothing is asked of the server yet.
  void hear(const X11Event& event);

  /// Looks again if there is a reason; true when state() or place() is another than before.
  bool update();

  [[nodiscard]] Followed state() const { return state_; }

  /// With its frame; nothing unless it is in sight.
  [[nodiscard]] std::optional<render::Rect> place() const { return place_; }

  /// 0 when there is none.
  [[nodiscard]] X11Window window() const { return window_; }

 private:
  void watch(X11Window window);

  X11Display* display_;
  std::string wanted_;
  X11Window window_ = 0;
  Followed state_ = Followed::kNotAsked;
  std::optional<render::Rect> place_;
  bool look_for_it_ = false;
  bool look_at_it_ = false;
};

}  // namespace aandacht::platform
