// What a queue of calls does when one agent is away for a while: M/M/c.
#pragma once

#include "absl/time/time.h"

namespace aandacht::domain {

/// The share of calls that wait when `servers` handle `load` erlang (calls a handling time): Erlang C, by the stable
/// recursion over Erlang B. 1 when `load` reaches `servers`.
///
/// A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
/// exchanges", 1917.
[[nodiscard]] double waiting_share(int servers, double load);

/// Calls come at random (Poisson) and are handled in times that vary (exponential) by whoever is free, first come first
/// served; nobody hangs up.
struct Queue {
  int agents = 1;
  double occupancy = 0;          ///< Above 0 and below 1.
  absl::Duration mean_handling;  ///< Above 0.
};

/// What callers wait longer, all of them together, because one agent was away.
struct ExtraWait {
  absl::Duration during;  ///< While the agent was away.
  absl::Duration after;   ///< Until nothing of it is left: who came later waits for those who came before.
};

/// The mean over all courses that the queue can take from a moment in which one agent became free and nobody waited,
/// when that agent is away from then on for `length`, against the same course without. Exact for this queue: the states
/// are followed through `length` (uniformisation; A. Jensen, 1953), and what is left is what the queue's relative value
/// function says (R. A. Howard, 1960). Takes about two milliseconds for 250 calls in `length`.
[[nodiscard]] ExtraWait extra_wait(const Queue& queue, absl::Duration length);

}  // namespace aandacht::domain
