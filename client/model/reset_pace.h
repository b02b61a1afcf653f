// How a reset goes by: which line is read, and the breath.
#pragma once

#include <cstddef>

#include "absl/time/time.h"
#include "shared/domain/reset.h"

namespace aandacht::model {

/// One breath: four seconds in, six out, so six a minute. Slow breathing at 4.5 to 6.5 breaths a minute, with the
/// longer part going out, is what resonance breathing asks for (Lehrer & Gevirtz 2014, "Heart rate variability
/// biofeedback: how and why does it work?").
inline constexpr absl::Duration kBreathIn = absl::Seconds(4);
inline constexpr absl::Duration kBreathOut = absl::Seconds(6);

/// How often the picture of a reset moves: slow shapes need no more, and every frame costs.
inline constexpr absl::Duration kResetFrame = absl::Milliseconds(80);

struct Breath {
  bool in = true;
  double fullness = 0;  ///< 0 … 1, slow at both ends.
};

/// Which of the lines is to be read.
struct ResetLine {
  std::size_t index = 0;
  double presence = 1;  ///< 0 … 1: a line comes and goes softly.
};

/// `elapsed`: since the reset was accepted; not negative.
[[nodiscard]] Breath breath_at(absl::Duration elapsed);

/// The lines follow one another over the reset's length; in a long one again and again, each at most twenty seconds.
/// Who extends a reset reads on: what was read keeps its pace.
[[nodiscard]] ResetLine line_at(const domain::Reset& reset, absl::Duration elapsed);

/// How long until the picture is another. `still`: without movement, only words and the rest of the time change.
[[nodiscard]] absl::Duration next_reset_frame(absl::Duration elapsed, bool still);

}  // namespace aandacht::model
