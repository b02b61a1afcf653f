#include "shared/base/clock.h"

#include <ctime>

#include "absl/time/clock.h"

namespace aandacht::base {

absl::Time SystemClock::now() const { return absl::Now(); }

// Goes on while the machine is suspended, which CLOCK_MONOTONIC does not: a desk's time must not stand still then.
absl::Duration SystemClock::steady() const {
  timespec time{};
  clock_gettime(CLOCK_BOOTTIME, &time);
  return absl::DurationFromTimespec(time);
}

}  // namespace aandacht::base
