// The monitors of a desktop.
#pragma once

#include <vector>

#include "client/platform/x11_display.h"
#include "client/render/canvas.h"

namespace aandacht::platform {

struct Monitor {
  render::Rect area;
  render::Rect
      work_area;  ///< Without the desktop's panels, as far as it tells (_NET_WORKAREA is one for all monitors).
  bool operator==(const Monitor&) const = default;
};

/// The main one first; at least one. Monitors that show the same (cloned) count once.
[[nodiscard]] std::vector<Monitor> x11_monitors(X11Display* display);

/// From now on `display` gets events when monitors come, go or change.
void x11_watch_monitors(X11Display* display);

/// True when an X server inside a Wayland desktop answers.
[[nodiscard]] bool x11_is_xwayland(X11Display* display);

}  // namespace aandacht::platform
