// A clock that stands still until it is moved.
#pragma once

#include <mutex>

#include "absl/time/time.h"
#include "shared/base/clock.h"

namespace aandacht::test {

/// Safe to use from any thread. Wall and steady time move together, but for set_back().
class ManualClock final : public base::Clock {
 public:
  /// Without a start: Thursday 1 January 2026, 00:00 UTC.
  explicit ManualClock(absl::Time start = absl::FromUnixSeconds(1767225600)) : start_(start), now_(start) {}

  absl::Time now() const override {
    const std::lock_guard lock(mutex_);
    return now_;
  }
  absl::Duration steady() const override {
    const std::lock_guard lock(mutex_);
    return now_ - start_ + set_back_;
  }
  void advance(absl::Duration by) {
    const std::lock_guard lock(mutex_);
    now_ += by;
  }
  /// Sets the wall clock back, as a time service does; the steady clock goes on.
  void set_back(absl::Duration by) {
    const std::lock_guard lock(mutex_);
    now_ -= by;
    set_back_ += by;
  }

 private:
  const absl::Time start_;
  mutable std::mutex mutex_;
  absl::Time now_;
  absl::Duration set_back_;
};

}  // namespace aandacht::test
