// What of the agent's own rest is in sight, and what stands before it.
#pragma once

#include "client/model/overlay_model.h"

namespace aandacht::overlay {

/// Something that was opened, or a card, stands where a reset and its offer would.
[[nodiscard]] bool covers_rest(const model::OverlayModel& model);

/// A reset runs and has the whole column. A call, a card and what the agent opened come before it.
[[nodiscard]] bool shows_reset(const model::OverlayModel& model);

/// The card stands on screen; false also without one.
[[nodiscard]] bool shows_card(const model::OverlayModel& model);

/// A reset runs behind something else: the foot says so.
[[nodiscard]] bool runs_covered(const model::OverlayModel& model);

}  // namespace aandacht::overlay
