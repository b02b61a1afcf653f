// Desks of the agent's own rest: tired or not, offered, taking a moment, and after it.
#pragma once

#include "absl/time/time.h"
#include "client/model/overlay_model.h"
#include "shared/domain/desk.h"
#include "tests/ui/example_desks.h"

namespace aandacht::test {

/// One of the scenes of the agent's own rest in which there is no call.
[[nodiscard]] bool is_rest_between_calls(Scene scene);

/// What such a scene has on its desk; nothing in other scenes. `overfull`: the longest words, and every cause.
void add_rest(Scene scene, model::Language language, bool overfull, domain::Desk& desk);

/// What the agent opened in such a scene.
void direct_rest(Scene scene, model::OverlayModel& model);

/// Counters of an agent who had a quiet morning.
[[nodiscard]] domain::Fatigue calm_fatigue(absl::Time now);
/// … and of one after four hard calls in a row and three hours without a pause.
[[nodiscard]] domain::Fatigue heavy_fatigue(absl::Time now);

/// … and of one for whom every cause counts.
[[nodiscard]] domain::Fatigue worn_out(absl::Time now);

/// A team of twelve that is so busy: 0 … 1.
[[nodiscard]] domain::TeamLoad load_of(double occupancy);

/// Offered a few seconds ago, with the causes of `heavy_fatigue`.
[[nodiscard]] domain::Reset offered_reset(absl::Time now);

/// Accepted `elapsed` ago, with words in `language` (the longest that are allowed when `long_words`).
[[nodiscard]] domain::Reset running_reset(domain::Exercise exercise, absl::Duration elapsed, absl::Time now,
                                          model::Language language, bool long_words = false);

/// Past resets with both taps: seven of breathing that helped, four of the kind act that did not clearly, two of the
/// customer's eyes.
[[nodiscard]] std::vector<domain::Reset> past_resets(absl::Time now);

/// The window while this exercise runs.
[[nodiscard]] model::OverlayModel running_model(domain::Exercise exercise, absl::Duration elapsed,
                                                model::Language language);

}  // namespace aandacht::test
