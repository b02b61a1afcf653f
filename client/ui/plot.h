// A picture of numbers with axes: lines, bars, intervals. Crisp at every scale, and understood without colour.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "client/model/language.h"
#include "client/ui/pen.h"

namespace aandacht::ui {

/// How the points of a series are drawn.
enum class PlotKind {
  kLine,      ///< Joined, but not across a gap; a point alone is a dot.
  kBars,      ///< From 0, one a point; several series of bars stand beside each other.
  kInterval,  ///< A dot, and a bar from `low` to `high`.
};

/// In the units of the axes. `x` of an axis of names is the number of the name, from 0.
struct PlotPoint {
  double x = 0;
  std::optional<double> y;  ///< Absent: nothing is known there, and a gap is seen.
  double low = 0;           ///< Of an interval.
  double high = 0;
  std::string words;  ///< Told beside the pointer, lines by '\n'; empty: nothing is.
};

/// Told apart by colour and by form: lines are whole, dashed or dotted, bars full or hatched, in this order.
struct PlotSeries {
  std::string name;  ///< In the legend, which is there when two or more have a name.
  PlotKind kind = PlotKind::kLine;
  std::vector<PlotPoint> points;  ///< By ascending x.
};

struct PlotAxis {
  std::string title;           ///< With its unit: "sentiment (-1 … +1)". May be empty.
  std::optional<double> from;  ///< Absent: as the points say.
  std::optional<double> to;
  bool whole = false;                         ///< No marks between whole numbers; of time, between whole days.
  std::function<std::string(double)> format;  ///< Of a mark; empty: as short as can be.
};

/// What the x axis is of.
enum class PlotAcross { kNumbers, kTime, kNames };

struct Plot {
  PlotAxis x;
  PlotAxis y;
  PlotAcross across = PlotAcross::kNumbers;
  std::vector<std::string> names;                      ///< Of an axis of names.
  bool few_names = false;                              ///< Names are days or weeks: at most five are written.
  absl::TimeZone zone = absl::UTCTimeZone();           ///< Of an axis of time, which counts seconds since the epoch.
  std::vector<PlotSeries> series;                      ///< At most four.
  model::Language language = model::Language::kDutch;  ///< Of marks without a format of their own.
  std::optional<double> rule;                          ///< A dashed line across at this y, e.g. a target.
};

/// Fills `box`, at least 160 by 120 pixels of the design. At most five marks on each axis; names are all written
/// where each has room, shortened if need be, else five of them, evenly chosen. Whoever rests the pointer on a point is
/// told its words.
void draw_plot(Look& look, const Box& box, const Plot& plot);

}  // namespace aandacht::ui
