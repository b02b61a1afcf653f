// Plays a queue of calls with and without a reset, call by call.
#pragma once

#include <cstdint>

#include "absl/time/time.h"
#include "shared/domain/queue_model.h"

namespace aandacht::ctl {

/// What thousands of resets cost; means over resets.
struct PlayedResets {
  int resets = 0;
  double calls = 0;           ///< That come while the agent is away.
  absl::Duration during;      ///< What those wait longer, all together.
  absl::Duration extra_wait;  ///< What everybody waits longer, all together, until nothing of the reset is left.
  absl::Duration error;       ///< Standard error of `extra_wait`.
  double free_of_cost = 0;    ///< Share of resets for which nobody waited a moment longer.
  absl::Duration usual_wait;  ///< Mean wait of a call in this queue without resets.
};

/// Calls come and are handled as domain::Queue says. From a long run `resets` moments are taken in which an agent ends
/// a call and nobody waits; from each the same calls are played twice, with the agent there and with the agent away for
/// `length` (common random numbers). The same seed gives the same figures on every machine.
[[nodiscard]] PlayedResets play_resets(const domain::Queue& queue, absl::Duration length, int resets,
                                       std::uint64_t seed);

}  // namespace aandacht::ctl
