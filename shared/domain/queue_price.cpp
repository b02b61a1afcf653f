#include <algorithm>

#include "shared/domain/reset.h"

namespace aandacht::domain {

absl::Duration expected_gap(const TeamLoad& load) {
  if (load.occupancy <= 0) return absl::InfiniteDuration();
  return load.mean_handling * ((1 - std::min(load.occupancy, 1.0)) / load.occupancy);
}

std::optional<QueuePrice> queue_price(const TeamLoad& /*load*/, absl::Duration /*length*/) { return std::nullopt; }

absl::Duration next_length(absl::Duration length) {
  return length < absl::Minutes(2) ? absl::Minutes(2) : absl::Minutes(10);
}

}  // namespace aandacht::domain
