// A clock that stands still until it is moved.
#pragma once

#include <mutex>

#include "absl/time/time.h"
#include "shared/base/clock.h"

namespace aandacht::test {

/// Safe to use from any thread. Wall and steady time move together.
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
    return now_ - start_;
  }
  void advance(absl::Duration by) {
    const std::lock_guard lock(mutex_);
    now_ += by;
  }

 private:
  const absl::Time start_;
  mutable std::mutex mutex_;
  absl::Time now_;
};

}  // namespace aandacht::test
