// How long to wait before trying again.
#pragma once

#include <functional>

#include "absl/time/time.h"

namespace aandacht::net {

struct BackoffPolicy {
  absl::Duration first = absl::Milliseconds(200);
  double factor = 1.6;
  absl::Duration longest = absl::Seconds(5);
  double jitter = 0.2;  ///< A wait is drawn from ±20 % around its length, so that a floor does not return in one beat.
};

/// Numbers in [0, 1). Passed in, so that tests know them.
using Randomness = std::function<double()>;

/// A source seeded from the operating system. Not safe to share between threads.
[[nodiscard]] Randomness system_randomness();

/// The waits of one series of attempts: first · factor^n, never above `longest`.
class Backoff {
 public:
  Backoff(BackoffPolicy policy, Randomness random) : policy_(policy), random_(std::move(random)) {}

  /// The next wait.
  [[nodiscard]] absl::Duration next();

  /// An attempt succeeded: the next series begins at `first`.
  void reset() { attempts_ = 0; }

 private:
  BackoffPolicy policy_;
  Randomness random_;
  int attempts_ = 0;
};

}  // namespace aandacht::net
