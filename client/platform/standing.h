// What the desktop lets the overlay be.
#pragma once

#include <string>

namespace aandacht::platform {

/// Whether the window that the overlay stands beside is there.
enum class Followed {
  kNotAsked,  ///< The overlay stands at an edge.
  kInSight,
  kHidden,    ///< Minimised, or on another virtual desktop.
  kNotFound,  ///< Closed, not started, or called otherwise.
};

/// For aandachtctl doctor and the settings window: what holds, so that nothing fails silently.
struct Standing {
  bool reachable = true;     ///< False: no X server answers.
  bool wayland = false;      ///< The X server is one inside a Wayland desktop.
  bool has_manager = true;   ///< A window manager runs.
  std::string manager;       ///< What it calls itself; may be empty.
  bool keeps_above = true;   ///< The window manager knows "always on top" (_NET_WM_STATE_ABOVE).
  bool full_screen = false;  ///< The window that has the keyboard fills the screen: it covers the overlay.
  Followed followed = Followed::kNotAsked;
  bool placed_by_hand = false;  ///< The overlay was dragged away from where it is docked.

  bool operator==(const Standing&) const = default;
};

/// The standing of an overlay that would be docked beside `window` (empty: at an edge), from a connection of its own to
/// the X server that DISPLAY names. Waits for the server; not for a process that holds X11ErrorTrap.
[[nodiscard]] Standing look_at_desktop(const std::string& window);

}  // namespace aandacht::platform
