#include "client/ui/plot_scale.h"

#include <algorithm>
#include <cmath>

namespace aandacht::ui {
namespace {

bool has_bars(const Plot& plot) {
  return std::any_of(plot.series.begin(), plot.series.end(),
                     [](const PlotSeries& series) { return series.kind == PlotKind::kBars; });
}

}  // namespace

Range range_of_y(const Plot& plot) {
  Range range;
  for (const PlotSeries& series : plot.series) {
    for (const PlotPoint& point : series.points) {
      if (!point.y) continue;
      range.take(*point.y);
      if (series.kind == PlotKind::kBars) range.take(0);
      if (series.kind != PlotKind::kInterval) continue;
      range.take(point.low);
      range.take(point.high);
    }
  }
  if (plot.rule) range.take(*plot.rule);
  if (range.empty()) range = {0, 1};
  if (plot.y.from) range.low = *plot.y.from;
  if (plot.y.to) range.high = *plot.y.to;
  return range;
}

double pitch_of_x(const Plot& plot) {
  if (plot.across == PlotAcross::kNames) return 1;
  double pitch = std::numeric_limits<double>::infinity();
  for (const PlotSeries& series : plot.series) {
    for (std::size_t i = 1; i < series.points.size(); ++i) {
      const double step = series.points[i].x - series.points[i - 1].x;
      if (step > 0) pitch = std::min(pitch, step);
    }
  }
  return std::isfinite(pitch) ? pitch : 1;
}

Range range_of_x(const Plot& plot) {
  if (plot.across == PlotAcross::kNames) return {-0.5, static_cast<double>(plot.names.size()) - 0.5};
  Range range;
  for (const PlotSeries& series : plot.series) {
    for (const PlotPoint& point : series.points) range.take(point.x);
  }
  if (range.empty()) range = {0, 1};
  if (has_bars(plot)) {
    const double half = pitch_of_x(plot) / 2;
    range = {range.low - half, range.high + half};
  }
  if (plot.x.from) range.low = *plot.x.from;
  if (plot.x.to) range.high = *plot.x.to;
  return range;
}

}  // namespace aandacht::ui
