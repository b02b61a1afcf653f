#include "client/platform/x11_dock.h"

#include <X11/Xlib.h>
#undef Status  // Xlib's macro, in the way of absl::Status
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <utility>

#include "client/platform/x11_properties.h"
#include "client/platform/x11_standing.h"
#include "client/platform/x11_windows.h"

namespace aandacht::platform {
namespace {

/// Put down as near as this to its docked place, the overlay is docked: pixels.
constexpr int kSnap = 24;

std::vector<render::Rect> areas(const std::vector<Monitor>& monitors) {
  std::vector<render::Rect> all;
  for (const Monitor& m : monitors) all.push_back(m.area);
  return all;
}

std::vector<render::Rect> work_areas(const std::vector<Monitor>& monitors) {
  std::vector<render::Rect> all;
  for (const Monitor& m : monitors) all.push_back(m.work_area);
  return all;
}

}  // namespace

X11Dock::X11Dock(X11Connection& connection, Options options)
    : connection_(connection),
      options_(std::move(options)),
      follower_(connection.display()),
      above_(connection.display(), options_.own, options_.now) {
  connection_.guarded([this](X11Display* display) {
    x11_watch_monitors(display);
    select_root_events();
    look_at_monitors();
    follower_.follow(options_.dock.window);
    follower_.update();
  });
  connection_.listen([this](const X11Event& event) { hear(event); });
  connection_.after_events([this] { update(); });
}

void X11Dock::select_root_events() {
  X11Display* display = connection_.display();
  // With a window manager the children of the root window are its frames, and nothing that happens to them matters.
  const long children = x11_has_manager(display) ? NoEventMask : SubstructureNotifyMask;
  XSelectInput(display, x11_root(display), PropertyChangeMask | StructureNotifyMask | children);
}

void X11Dock::look_at_monitors() {
  if (!std::exchange(monitors_changed_, false)) return;
  const std::string before = layout_of(areas(monitors_));
  monitors_ = x11_monitors(connection_.display());
  const std::string layout = layout_of(areas(monitors_));
  if (layout != before) by_hand_ = options_.memory.at(layout);
}

void X11Dock::hear(const X11Event& event) {
  follower_.hear(event);
  above_.hear(event);
  X11Display* display = connection_.display();
  const bool of_root = event.xany.window == x11_root(display);
  if (of_root && event.type == PropertyNotify) {
    const unsigned long changed = event.xproperty.atom;
    if (changed == x11_atom(display, "_NET_WORKAREA") || changed == x11_atom(display, "_NET_CURRENT_DESKTOP")) {
      monitors_changed_ = true;
    } else if (changed == x11_atom(display, "_NET_SUPPORTING_WM_CHECK")) {
      select_root_events();
      new_manager_ = true;
    }
  } else if (event.type >= LASTEvent ||
             (of_root && event.type == ConfigureNotify && event.xconfigure.window == event.xany.window)) {
    monitors_changed_ = true;  // RandR's events are numbered beyond X11's own.
  }
}

void X11Dock::update() {
  const std::vector<Monitor> before = monitors_;
  look_at_monitors();
  const bool followed_changed = follower_.update();
  above_.update();
  // One that starts may have put the overlay elsewhere.
  if (std::exchange(new_manager_, false) || followed_changed || !(monitors_ == before)) options_.changed();
}

render::Rect X11Dock::place(Size size) const {
  const std::vector<render::Rect> free = work_areas(monitors_);
  if (by_hand_) return kept_in_sight(by_hand_->left, by_hand_->top, size, free);
  return docked_place(options_.dock, {free, follower_.place(), now_}, size);
}

void X11Dock::put_by_hand(const render::Rect& place) {
  now_ = place;
  const render::Rect docked =
      docked_place(options_.dock, {work_areas(monitors_), follower_.place(), now_}, {place.width(), place.height()});
  const bool near = std::abs(docked.left - place.left) <= kSnap && std::abs(docked.top - place.top) <= kSnap;
  keep(near ? std::nullopt : std::optional(Place{place.left, place.top}));
}

void X11Dock::dock_again() { keep(std::nullopt); }

void X11Dock::dock(Dock dock) {
  if (dock == options_.dock) return;
  options_.dock = std::move(dock);
  connection_.guarded([this](X11Display*) {
    follower_.follow(options_.dock.window);
    follower_.update();
  });
  dock_again();
}

void X11Dock::keep(const std::optional<Place>& place) {
  by_hand_ = place;
  const absl::Status kept = options_.memory.keep(layout_of(areas(monitors_)), place);
  if (!kept.ok()) spdlog::warn("the overlay's place is not remembered: {}", std::string(kept.message()));
}

Standing X11Dock::standing() {
  Standing standing;
  connection_.guarded([&](X11Display* display) { standing = x11_standing(display); });
  standing.followed = follower_.state();
  standing.placed_by_hand = by_hand_.has_value();
  return standing;
}

X11Dock::Pointer X11Dock::pointer() {
  X11Display* display = connection_.display();
  Window root = 0;
  Window child = 0;
  Pointer pointer;
  int ignored = 0;
  unsigned mask = 0;
  XQueryPointer(display, x11_root(display), &root, &child, &pointer.x, &pointer.y, &ignored, &ignored, &mask);
  pointer.held = (mask & (Button1Mask | Button2Mask | Button3Mask)) != 0;
  return pointer;
}

}  // namespace aandacht::platform
