#include "client/platform/standing.h"

#include "client/platform/x11_connection.h"
#include "client/platform/x11_standing.h"
#include "client/platform/x11_windows.h"

namespace aandacht::platform {

Standing look_at_desktop(const std::string& window) {
  const std::unique_ptr<X11Connection> connection = X11Connection::open();
  if (connection == nullptr) return {.reachable = false, .has_manager = false, .keeps_above = false};
  Standing standing;
  connection->guarded([&](X11Display* display) {
    standing = x11_standing(display);
    if (window.empty()) return;
    const X11Window found = x11_find_window(display, window, 0);
    if (found == 0) {
      standing.followed = Followed::kNotFound;
    } else {
      standing.followed = x11_place_in_sight(display, found) ? Followed::kInSight : Followed::kHidden;
    }
  });
  return standing;
}

}  // namespace aandacht::platform
