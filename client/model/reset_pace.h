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
inline constexpr absl::Duration kSwayFrame = absl::Milliseconds(400);    ///< The leaves.
inline constexpr absl::Duration kBreathFrame = absl::Milliseconds(100);  ///< The moon, while it breathes.
inline constexpr absl::Duration kFadeFrame = absl::Milliseconds(80);     ///< A line that comes or goes.

struct Breath {
  bool in = true;
  double fullness = 0;  ///< 0 … 1, slow at both ends.
};

/// Which of the lines is to be read.
struct ResetLine {
  std::size_t index = 0;
  double presence = 1;                              ///< 0 … 1: a line comes and goes softly.
  absl::Duration stays = absl::InfiniteDuration();  ///< Until that changes; zero: it does now.
};

/// `elapsed`: since the reset was accepted; not negative.
[[nodiscard]] Breath breath_at(absl::Duration elapsed);

/// The lines follow one another over the reset's length; in a long one again and again, each at most twenty seconds.
/// Who extends a reset reads on: what was read keeps its pace.
[[nodiscard]] ResetLine line_at(const domain::Reset& reset, absl::Duration elapsed);

/// What of a reset moves on the screen.
enum class ResetMotion {
  kStill,    ///< Only words and the rest of the time: less motion is wished for, or it is not in sight.
  kSways,    ///< Leaves and lines.
  kBreathes  ///< The moon too.
};

/// The moment whose leaves are drawn: they move in steps, so that a frame of the moon draws nothing but the moon.
[[nodiscard]] absl::Duration sway_at(absl::Duration elapsed);

/// How long until the picture is another. `line`: line_at(elapsed).
[[nodiscard]] absl::Duration next_reset_frame(absl::Duration elapsed, const ResetLine& line, ResetMotion motion);

}  // namespace aandacht::model
