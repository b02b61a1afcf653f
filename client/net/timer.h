// "Later" as a parameter.
#pragma once

#include <functional>
#include <memory>

#include "absl/time/time.h"

namespace aandacht::net {

/// Runs one thing later.
class Timer {
 public:
  virtual ~Timer() = default;

  /// Runs `action` once after `delay` on any thread, in the place of one that waits. Never runs it inside this call.
  virtual void start(absl::Duration delay, std::function<void()> action) = 0;

  /// Forgets the action that waits. Does not wait for one that runs already.
  virtual void cancel() = 0;
};

/// A timer on gRPC's threads.
[[nodiscard]] std::unique_ptr<Timer> make_timer();

}  // namespace aandacht::net
