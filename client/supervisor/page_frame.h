// What a page of the console has to draw one frame with.
#pragma once

#include <imgui.h>

#include "absl/time/time.h"
#include "client/model/language.h"
#include "client/ui/look.h"

namespace aandacht::supervisor {

/// Given between NewFrame and Render, inside a window of the page's own: ids of a page need to be unique only within
/// it. A view is a function of its model and this; it needs neither network nor clock.
struct PageFrame {
  ui::Look& look;
  ImVec2 at;    ///< Top left of what the page may draw in, pixels of the screen; margins are already off.
  ImVec2 size;  ///< Pixels of the screen. What does not fit, the page scrolls in parts of its own.
  model::Language language = model::Language::kDutch;
  absl::Time now = absl::UnixEpoch();         ///< This machine's wall clock.
  absl::TimeZone zone = absl::UTCTimeZone();  ///< Times are shown in it.

  [[nodiscard]] float right() const { return at.x + size.x; }
  [[nodiscard]] float bottom() const { return at.y + size.y; }
};

}  // namespace aandacht::supervisor
