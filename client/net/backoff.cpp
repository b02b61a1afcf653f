#include "client/net/backoff.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

namespace aandacht::net {

Randomness system_randomness() {
  auto engine = std::make_shared<std::minstd_rand>(std::random_device{}());
  return [engine] { return std::uniform_real_distribution<double>(0.0, 1.0)(*engine); };
}

absl::Duration Backoff::next() {
  const double growth = std::pow(policy_.factor, attempts_);
  const double longest = absl::FDivDuration(policy_.longest, policy_.first);
  if (growth < longest) {
    ++attempts_;
  }
  const double swing = 1.0 + policy_.jitter * (2.0 * random_() - 1.0);
  return std::min(policy_.first * (std::min(growth, longest) * swing), policy_.longest);
}

}  // namespace aandacht::net
