#include "client/platform/x11_standing.h"

#include "client/platform/x11_monitors.h"
#include "client/platform/x11_properties.h"
#include "client/platform/x11_windows.h"

namespace aandacht::platform {

Standing x11_standing(X11Display* display) {
  Standing standing;
  standing.wayland = x11_is_xwayland(display);
  standing.has_manager = x11_has_manager(display);
  standing.manager = x11_manager_name(display);
  standing.keeps_above =
      standing.has_manager && x11_has(display, x11_root(display), "_NET_SUPPORTED", "_NET_WM_STATE_ABOVE");
  standing.full_screen = x11_full_screen_window(display) != 0;
  return standing;
}

}  // namespace aandacht::platform
