// Where the overlay stands on an X11 desktop, and why.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "client/platform/dock.h"
#include "client/platform/place_memory.h"
#include "client/platform/standing.h"
#include "client/platform/x11_above.h"
#include "client/platform/x11_connection.h"
#include "client/platform/x11_follower.h"
#include "client/platform/x11_monitors.h"

namespace aandacht::platform {

/// Knows the place of one overlay: docked, or where it was put by hand for the present monitors. Wakes only by events
/// of the X server: monitors, panels, the followed window, the stacking order. One thread.
class X11Dock {
 public:
  struct Options {
    Dock dock;
    PlaceMemory memory{std::filesystem::path()};
    X11Window own = 0;
    std::function<absl::Duration()> now;
    /// Something has changed that may give the overlay another place. Called from the connection's process().
    std::function<void()> changed;
  };

  /// `connection` outlives this and is processed only while this lives.
  X11Dock(X11Connection& connection, Options options);
  X11Dock(const X11Dock&) = delete;
  X11Dock& operator=(const X11Dock&) = delete;

  /// Where an overlay of `size` belongs now.
  [[nodiscard]] render::Rect place(Size size) const;

  /// The overlay is here now.
  void stands_at(const render::Rect& place) { now_ = place; }

  /// The user put the overlay here. Near the place where it would be docked, it is docked again; anywhere else it
  /// stays, and so it does the next time that these monitors are there.
  void put_by_hand(const render::Rect& place);

  /// Forgets where it was put by hand, for the present monitors.
  void dock_again();

  /// Another setting; what was put by hand is forgotten for the present monitors.
  void dock(Dock dock);

  [[nodiscard]] Standing standing();

  /// Where the pointer is on the whole screen, and whether a button is held. Asks the server.
  struct Pointer {
    int x = 0;
    int y = 0;
    bool held = false;
  };
  [[nodiscard]] Pointer pointer();

 private:
  void hear(const X11Event& event);
  void update();
  void select_root_events();
  void look_at_monitors();
  void keep(const std::optional<Place>& place);

  X11Connection& connection_;
  Options options_;
  X11Follower follower_;
  X11Above above_;
  std::vector<Monitor> monitors_;
  std::optional<Place> by_hand_;
  std::optional<render::Rect> now_;
  bool monitors_changed_ = true;
  bool new_manager_ = false;
};

}  // namespace aandacht::platform
