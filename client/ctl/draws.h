// Chances that come out the same on every machine: the standard distributions differ from one library to another.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

#include "absl/time/time.h"

namespace aandacht::ctl {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : random_(seed) {}

  /// From 0 up to, not including, 1.
  double share() { return static_cast<double>(random_() >> 11U) * 0x1p-53; }

  bool chance(double probability) { return share() < probability; }

  /// Whole seconds, evenly from `least` to `most`.
  absl::Duration between(int least, int most) {
    return absl::Seconds(least + static_cast<int>(share() * (most - least + 1)));
  }

  /// Whole seconds around a mean, as between events that come by themselves.
  absl::Duration exponential(absl::Duration mean) { return whole(absl::ToDoubleSeconds(mean) * -std::log1p(-share())); }

  /// Whole seconds around a mean; the logarithm spreads by `sigma` on both sides. Handle times are so: many short, few
  /// very long (Brown et al., Statistical analysis of a telephone call center, 2005).
  absl::Duration log_normal(absl::Duration mean, double sigma) {
    const double normal = std::sqrt(-2 * std::log1p(-share())) * std::cos(2 * std::numbers::pi * share());
    return whole(absl::ToDoubleSeconds(mean) * std::exp(sigma * normal - sigma * sigma / 2));
  }

 private:
  static absl::Duration whole(double seconds) { return absl::Seconds(std::llround(seconds)); }

  std::mt19937_64 random_;
};

}  // namespace aandacht::ctl
