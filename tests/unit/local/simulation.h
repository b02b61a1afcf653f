// An overlay and a service with a bad network between them, played from a seed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace aandacht::test {

/// What goes wrong in a run; each can be left out, to see whether a failure needs it.
struct Weather {
  bool cuts = true;        ///< The stream ends and the service cannot be reached.
  bool lost = true;        ///< Requests and answers get lost; they are sent again.
  bool delays = true;      ///< Requests, answers and updates overtake each other.
  bool duplicates = true;  ///< What arrived arrives again.
  bool restarts = true;    ///< The overlay is killed and begins with what it has on disk.
  bool others = true;      ///< Utterances, prompts and another softphone's reports reach the service by themselves.
};

/// What a run did, one line a step, and what did not hold at its end.
struct Run {
  std::optional<std::string> failure;
  std::vector<std::string> trace;
};

/// Plays `steps` random steps, then good weather until everything arrived. The same arguments give the same run.
[[nodiscard]] Run play(std::uint64_t seed, int steps, const Weather& weather);

/// The fewest steps and the least weather with which this seed still fails, as a test prints it.
[[nodiscard]] std::string smallest_failure(std::uint64_t seed, int steps);

}  // namespace aandacht::test
