#include <algorithm>

#include "shared/domain/queue_model.h"
#include "shared/domain/reset.h"

namespace aandacht::domain {
namespace {

// Beyond it the model's queue hardly ever empties, where a real one loses callers.
constexpr double kHighestOccupancy = 0.97;
// Nobody answers and wraps up in less; such a figure is a mistake.
constexpr absl::Duration kShortestHandling = absl::Seconds(5);
// A larger team waits less for one of its agents, so these bounds never make a reset look cheaper.
constexpr int kMostAgents = 100;
constexpr double kMostCalls = 120;

/// The same queue, small enough to be computed at once.
Queue bounded(const TeamLoad& load, absl::Duration length) {
  const double occupancy = std::min(load.occupancy, kHighestOccupancy);
  const double calls_of_one = occupancy * absl::FDivDuration(length, load.mean_handling);
  const int computable = std::max(1, static_cast<int>(std::min<double>(kMostAgents, kMostCalls / calls_of_one)));
  return {std::min(load.agents, computable), occupancy, load.mean_handling};
}

}  // namespace

absl::Duration expected_gap(const TeamLoad& load) {
  if (load.occupancy <= 0) return absl::InfiniteDuration();
  return load.mean_handling * ((1 - std::min(load.occupancy, 1.0)) / load.occupancy);
}

std::optional<QueuePrice> queue_price(const TeamLoad& load, absl::Duration length) {
  const bool known = load.agents > 0 && load.mean_handling >= kShortestHandling && load.occupancy > 0 &&
                     load.occupancy < 1 && length > absl::ZeroDuration();
  if (!known) return std::nullopt;
  const absl::Duration span = std::min(length, absl::Hours(1));
  const ExtraWait extra = extra_wait(bounded(load, span), span);
  QueuePrice price{expected_gap(load), extra.during + extra.after};
  // The gap is a mean, and many are shorter: that it fits is said only when callers hardly feel it either.
  if (span <= price.gap && price.cost <= span / 3) price.cost = absl::ZeroDuration();
  return price;
}

absl::Duration next_length(absl::Duration length) {
  return length < absl::Minutes(2) ? absl::Minutes(2) : absl::Minutes(10);
}

}  // namespace aandacht::domain
