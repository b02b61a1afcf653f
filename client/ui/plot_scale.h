// How far the axes of a plot go, and from there to the screen.
#pragma once

#include <limits>

#include "client/ui/plot.h"

namespace aandacht::ui {

/// From an axis to the screen.
struct Scale {
  double from = 0;
  double to = 1;
  float begin = 0;  ///< Pixels.
  float end = 1;

  [[nodiscard]] float at(double value) const {
    return begin + static_cast<float>((value - from) / (to - from)) * (end - begin);
  }
};

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void take(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  [[nodiscard]] bool empty() const { return low > high; }
};

/// Everything that is drawn on the axis, or what the plot asks for.
[[nodiscard]] Range range_of_x(const Plot& plot);
[[nodiscard]] Range range_of_y(const Plot& plot);

/// The least distance between two neighbours: how broad bars may be, in the units of the axis.
[[nodiscard]] double pitch_of_x(const Plot& plot);

}  // namespace aandacht::ui
