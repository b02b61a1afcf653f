#include "client/platform/x11_above.h"

#include <X11/Xlib.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "client/platform/x11_properties.h"
#include "client/platform/x11_windows.h"

namespace aandacht::platform {
namespace {

constexpr std::size_t kMostRaises = 5;
constexpr absl::Duration kRaisePeriod = absl::Seconds(10);

}  // namespace

X11Above::X11Above(X11Display* display, X11Window own, std::function<absl::Duration()> now)
    : display_(display), own_(own), now_(std::move(now)) {}

void X11Above::hear(const X11Event& event) {
  if (event.xany.window != x11_root(display_)) return;
  if (event.type == PropertyNotify) {
    const Atom changed = event.xproperty.atom;
    if (changed == x11_atom(display_, "_NET_CLIENT_LIST_STACKING")) stacking_changed_ = true;
    if (changed == x11_atom(display_, "_NET_SUPPORTING_WM_CHECK")) new_manager_ = true;
  } else if (event.type == MapNotify || event.type == ConfigureNotify) {
    stacking_changed_ = true;  // Sent to the root window only without a window manager.
  }
}

void X11Above::update() {
  if (std::exchange(new_manager_, false)) {
    for (const char* state : {"_NET_WM_STATE_ABOVE", "_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER"}) {
      x11_add_state(display_, own_, state);
    }
  }
  if (!std::exchange(stacking_changed_, false)) return;
  give_way_to_dialogs();
  std::vector<X11Window> over = windows_over();
  // The same ones again: the window manager does not let us.
  if (over == tried_) return;
  if (!over.empty() && !may_raise()) return;
  if (!over.empty()) XRaiseWindow(display_, own_);
  tried_ = std::move(over);
}

std::vector<X11Window> X11Above::windows_over() const {
  const std::vector<X11Window> all = x11_windows(display_);
  const auto own = std::find(all.begin(), all.end(), own_);
  if (own == all.end()) return {};
  std::vector<X11Window> over(own + 1, all.end());
  const auto ours = x11_place_in_sight(display_, own_);
  if (!ours) return {};
  const auto lies_over = [&](const std::optional<render::Rect>& place) {
    return place && !place->intersected(*ours).empty();
  };
  // A dialog brings its own window along; whoever went over that would go over the dialog as well. One that is not in
  // sight yet will be.
  const auto waits = [&](X11Window window) {
    if (!x11_is_passing_window(display_, window)) return false;
    const auto place = x11_place_in_sight(display_, window);
    return place ? lies_over(place) : !x11_has(display_, window, "_NET_WM_STATE", "_NET_WM_STATE_HIDDEN");
  };
  if (std::any_of(over.begin(), over.end(), waits)) return {};
  std::erase_if(over, [&](X11Window window) {
    return !lies_over(x11_place_in_sight(display_, window)) || !x11_is_main_window(display_, window) ||
           x11_has(display_, window, "_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN");
  });
  return over;
}

void X11Above::give_way_to_dialogs() {
  const auto is_above = [&](X11Window window) {
    return x11_has(display_, window, "_NET_WM_STATE", "_NET_WM_STATE_ABOVE");
  };
  const std::vector<X11Window> all = x11_windows(display_);
  std::erase_if(gave_way_, [&](X11Window w) { return std::find(all.begin(), all.end(), w) == all.end(); });
  const auto ours = x11_place_in_sight(display_, own_);
  for (auto under = all.begin(); ours && under != all.end() && *under != own_; ++under) {
    if (!x11_is_passing_window(display_, *under)) continue;
    const auto place = x11_place_in_sight(display_, *under);
    const X11Window parent = x11_number(display_, *under, "WM_TRANSIENT_FOR").value_or(0);
    if (!place || place->intersected(*ours).empty() || !(is_above(*under) || is_above(parent))) continue;
    if (std::find(gave_way_.begin(), gave_way_.end(), *under) != gave_way_.end()) continue;
    gave_way_.push_back(*under);
    XRaiseWindow(display_, *under);
  }
}

bool X11Above::may_raise() {
  const absl::Duration now = now_();
  std::erase_if(raised_at_, [&](absl::Duration at) { return now - at > kRaisePeriod; });
  if (raised_at_.size() >= kMostRaises) return false;
  raised_at_.push_back(now);
  return true;
}

}  // namespace aandacht::platform
