#include "client/platform/x11_follower.h"

#include <X11/Xlib.h>

#include <utility>

#include "client/platform/x11_properties.h"
#include "client/platform/x11_windows.h"

namespace aandacht::platform {

void X11Follower::follow(std::string wanted) {
  wanted_ = std::move(wanted);
  look_for_it_ = true;
}

void X11Follower::watch(X11Window window) {
  if (window == window_) return;
  if (window_ != 0) XSelectInput(display_, window_, NoEventMask);
  window_ = window;
  if (window_ != 0) XSelectInput(display_, window_, StructureNotifyMask | PropertyChangeMask);
  look_at_it_ = true;
}

void X11Follower::hear(const X11Event& event) {
  if (wanted_.empty()) return;
  const Window root = x11_root(display_);
  if (event.xany.window == window_) {
    look_at_it_ = true;
    // Another window of the same program may take its part: a call window, a compact view.
    if (event.type == DestroyNotify || event.type == UnmapNotify) look_for_it_ = true;
    return;
  }
  if (event.xany.window != root) return;
  if (event.type != PropertyNotify) {
    // Sent to the root window only without a window manager.
    look_for_it_ = look_for_it_ || event.type == MapNotify || event.type == UnmapNotify || event.type == DestroyNotify;
    return;
  }
  const Atom changed = event.xproperty.atom;
  if (changed == x11_atom(display_, "_NET_CLIENT_LIST") || changed == x11_atom(display_, "_NET_SUPPORTING_WM_CHECK")) {
    look_for_it_ = true;
  } else if (changed == x11_atom(display_, "_NET_CURRENT_DESKTOP")) {
    look_at_it_ = true;
  } else if (changed == x11_atom(display_, "_NET_ACTIVE_WINDOW")) {
    // Its title may have become the one that is looked for.
    look_for_it_ = look_for_it_ || window_ == 0;
  }
}

bool X11Follower::update() {
  const bool looked_for_it = std::exchange(look_for_it_, false);
  if (looked_for_it) watch(wanted_.empty() ? 0 : x11_find_window(display_, wanted_, window_));
  if (!std::exchange(look_at_it_, false) && !looked_for_it) return false;
  const Followed before = state_;
  const std::optional<render::Rect> place_before = place_;
  place_ = window_ == 0 ? std::nullopt : x11_place_in_sight(display_, window_);
  if (wanted_.empty()) {
    state_ = Followed::kNotAsked;
  } else if (window_ == 0) {
    state_ = Followed::kNotFound;
  } else {
    state_ = place_ ? Followed::kInSight : Followed::kHidden;
  }
  return state_ != before || place_ != place_before;
}

}  // namespace aandacht::platform
