// Where the overlay stands: pure geometry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "client/platform/size.h"
#include "client/render/canvas.h"

namespace aandacht::platform {

enum class DockSide {
  kRightEdge,
  kLeftEdge,
  kBeside,  ///< Another program's window.
};

/// The `dock` setting.
struct Dock {
  DockSide side = DockSide::kRightEdge;
  std::string window;  ///< kBeside: the class of the window, or a part of its title; any case.

  bool operator==(const Dock&) const = default;
};

/// "right-edge", "left-edge" or "beside:<window class or title>". INVALID_ARGUMENT otherwise; the message completes a
/// sentence that begins with the setting's name.
[[nodiscard]] absl::StatusOr<Dock> parse_dock(std::string_view text);

/// What parse_dock() reads.
[[nodiscard]] std::string to_text(const Dock& dock);

/// What there is to stand on and beside; pixels of the whole screen.
struct Surroundings {
  /// What each monitor has left beside panels; the main one first. Empty: nobody knows.
  std::vector<render::Rect> work_areas;
  /// The followed window with its frame; nothing when there is none or it is not to be seen.
  std::optional<render::Rect> followed;
  /// Where the overlay is now, or was last; nothing before it stood anywhere.
  std::optional<render::Rect> now;
};

/// Where an overlay of `size` stands: wholly inside one work area, made smaller when it is larger than that.
///
/// Beside a window: on the monitor that has most of it, right of it if there is room, else left of it, else at the
/// edge of that monitor that is nearer to the overlay, over the window. Its top is level with the window's as far as
/// it fits. With nothing to stand beside it goes to the nearer edge of the monitor that it is on: it stays in sight
/// and leaves the middle free.
[[nodiscard]] render::Rect docked_place(const Dock& dock, const Surroundings& around, Size size);

/// A window of `size` put at (left, top), moved and made smaller as little as needed to lie wholly inside one work
/// area: that which has most of it, or the nearest one.
[[nodiscard]] render::Rect kept_in_sight(int left, int top, Size size, const std::vector<render::Rect>& work_areas);

}  // namespace aandacht::platform
