// What the watches of desk and floor have in common.
#pragma once

#include <functional>
#include <memory>

#include "absl/time/time.h"
#include "client/net/backoff.h"
#include "client/net/timer.h"

namespace aandacht::net {

struct WatchOptions {
  BackoffPolicy backoff;
  absl::Duration refused_wait = absl::Seconds(30);  ///< Between attempts when the service says no.
  Randomness random = system_randomness();
  std::function<std::unique_ptr<Timer>()> make_timer;  ///< Empty: one on the watch's own thread.
};

}  // namespace aandacht::net
