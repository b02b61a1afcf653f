#include "shared/base/clock.h"

#include <chrono>

#include "absl/time/clock.h"

namespace aandacht::base {

absl::Time SystemClock::now() const { return absl::Now(); }

absl::Duration SystemClock::steady() const {
  return absl::FromChrono(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace aandacht::base
