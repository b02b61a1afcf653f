#include "client/platform/x11_monitors.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <memory>

#include "absl/strings/match.h"
#include "client/platform/x11_properties.h"

namespace aandacht::platform {
namespace {

using render::Rect;

bool has_monitors(Display* display) {
  int event = 0;
  int error = 0;
  int major = 0;
  int minor = 0;
  return XRRQueryExtension(display, &event, &error) != 0 && XRRQueryVersion(display, &major, &minor) != 0 &&
         (major > 1 || minor >= 5);
}

/// Two outputs that show the same area are one.
void add(std::vector<Monitor>& monitors, const Rect& area, bool main) {
  const auto same = [&](const Monitor& m) { return m.area == area; };
  if (area.empty() || std::any_of(monitors.begin(), monitors.end(), same)) return;
  monitors.insert(main ? monitors.begin() : monitors.end(), Monitor{area, area});
}

/// The work area of the virtual desktop that is shown; empty when nobody tells.
Rect work_area(Display* display) {
  const std::vector<unsigned long> all = x11_numbers(display, x11_root(display), "_NET_WORKAREA");
  const std::size_t desktop = x11_number(display, x11_root(display), "_NET_CURRENT_DESKTOP").value_or(0);
  const std::size_t at = all.size() >= 4 * desktop + 4 ? 4 * desktop : 0;
  if (all.size() < at + 4) return {};
  const auto n = [&](std::size_t i) { return static_cast<int>(all[at + i]); };
  return {n(0), n(1), n(0) + n(2), n(1) + n(3)};
}

}  // namespace

std::vector<Monitor> x11_monitors(X11Display* display) {
  std::vector<Monitor> monitors;
  if (has_monitors(display)) {
    int count = 0;
    const std::unique_ptr<XRRMonitorInfo, void (*)(XRRMonitorInfo*)> found(
        XRRGetMonitors(display, x11_root(display), True, &count), &XRRFreeMonitors);
    for (const XRRMonitorInfo* m = found.get(); m != nullptr && m < found.get() + count; ++m) {
      add(monitors, {m->x, m->y, m->x + m->width, m->y + m->height}, m->primary != 0);
    }
  }
  XWindowAttributes root = {};
  if (monitors.empty() && XGetWindowAttributes(display, x11_root(display), &root) != 0) {
    add(monitors, {0, 0, root.width, root.height}, true);
  }
  const Rect free = work_area(display);
  for (Monitor& monitor : monitors) {
    const Rect left = monitor.area.intersected(free);
    if (!left.empty()) monitor.work_area = left;
  }
  return monitors;
}

void x11_watch_monitors(X11Display* display) {
  if (!has_monitors(display)) return;
  XRRSelectInput(display, x11_root(display),
                 RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask);
}

bool x11_is_xwayland(X11Display* display) {
  int ignored = 0;
  if (XQueryExtension(display, "XWAYLAND", &ignored, &ignored, &ignored) != 0) return true;
  // Before XWayland 21 only the names of its outputs tell.
  if (!has_monitors(display)) return false;
  int count = 0;
  const std::unique_ptr<XRRMonitorInfo, void (*)(XRRMonitorInfo*)> found(
      XRRGetMonitors(display, x11_root(display), True, &count), &XRRFreeMonitors);
  if (found == nullptr || count == 0) return false;
  const std::unique_ptr<char, int (*)(void*)> name(XGetAtomName(display, found->name), &XFree);
  return name != nullptr && absl::StartsWith(name.get(), "XWAYLAND");
}

}  // namespace aandacht::platform
