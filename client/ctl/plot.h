// Pictures of figures: panels with two axes, lines, dots, shaded spans. For docs and for looking at simulations.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"

namespace aandacht::ctl {

/// Red, green and blue, 0 … 255, and how much of what lies below is covered.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  double opacity = 1;
};

/// Colours that are told apart with colour-blind eyes too (Okabe and Ito, 2008), and two greys.
inline constexpr Colour kBlue{0, 114, 178};
inline constexpr Colour kOrange{230, 159, 0};
inline constexpr Colour kGreen{0, 158, 115};
inline constexpr Colour kVermilion{213, 94, 0};
inline constexpr Colour kPurple{204, 121, 167};
inline constexpr Colour kSky{86, 180, 233};
inline constexpr Colour kInk{40, 44, 52};
inline constexpr Colour kGrey{130, 136, 146};

/// In the units of the axes. `error` is drawn as a bar up and down; 0: none.
struct PlotPoint {
  double x = 0;
  double y = 0;
  double error = 0;
};

/// What a series' points are drawn as.
enum class PlotStyle {
  kLine,
  kSteps,  ///< A value holds until the next point.
  kArea,   ///< A line, shaded down to the axis; stacked by giving the sums, the highest first.
  kDots,
  kTicks,  ///< Short marks at the lower edge, by x only.
};

struct PlotSeries {
  std::string name;  ///< In the legend; empty: not there.
  Colour colour;
  PlotStyle style = PlotStyle::kLine;
  std::vector<PlotPoint> points;
  double width = 2;  ///< Pixels; of dots their radius.
};

/// From `from` to `to` on the x axis, over the panel's whole height.
struct PlotSpan {
  double from = 0;
  double to = 0;
  Colour colour;
};

/// A dashed line across at `y`, with words at its right end.
struct PlotRule {
  double y = 0;
  std::string words;
};

struct PlotAxis {
  std::string title;  ///< May be empty.
  double from = 0;
  double to = 1;                              ///< Above `from`.
  double step = 0;                            ///< Between two ticks; 0: chosen.
  std::function<std::string(double)> format;  ///< Of a tick; empty: as short as can be.
};

struct PlotPanel {
  std::string title;
  PlotAxis x;
  PlotAxis y;
  std::vector<PlotSpan> spans;
  std::vector<PlotSeries> series;  ///< Drawn in this order.
  std::vector<PlotRule> rules;
};

struct Plot {
  std::string title;
  std::string subtitle;  ///< Lines by '\n'; may be empty.
  std::vector<PlotPanel> panels;
  int columns = 1;
  int width = 1200;        ///< Pixels of the picture.
  int panel_height = 360;  ///< Pixels of each row of panels.
};

/// Writes `plot` as a PNG, replacing what was there.
///
/// INVALID_ARGUMENT: no panels, or an axis without extent. FAILED_PRECONDITION: no font is installed. UNAVAILABLE: the
/// file cannot be written.
[[nodiscard]] absl::Status write_plot(const Plot& plot, const std::string& file);

}  // namespace aandacht::ctl
