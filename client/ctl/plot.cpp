#include "client/ctl/plot.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/ctl/plot_canvas.h"

namespace aandacht::ctl {
namespace {

using Align = PlotCanvas::Align;

constexpr int kMargin = 24;
constexpr int kSmall = 13;
constexpr int kText = 15;
constexpr int kTitle = 22;
constexpr double kTickLabels = 62;  // Left of the panel.
constexpr Colour kGrid{228, 231, 235};

/// 1, 2 or 5 times a power of ten, so that about `ticks` fit.
double chosen_step(double extent, int ticks) {
  const double rough = extent / ticks;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

std::string label(const PlotAxis& axis, double at) {
  // 0.30000000000000004 is 0.3.
  // Adding nothing makes -0 a 0.
  const double shown = std::round(at * 1e6) / 1e6 + 0.0;
  return axis.format != nullptr ? axis.format(shown) : absl::StrCat(shown);
}

struct Frame {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

class PanelPainter {
 public:
  PanelPainter(PlotCanvas& canvas, const PlotPanel& panel, const Frame& frame)
      : canvas_(canvas), panel_(panel), frame_(frame) {}

  void paint() {
    for (const PlotSpan& span : panel_.spans)
      canvas_.fill(x(span.from), frame_.top, x(span.to), frame_.bottom, span.colour);
    paint_axes();
    for (const PlotRule& rule : panel_.rules) paint_rule(rule);
    for (const PlotSeries& series : panel_.series) paint_series(series);
    canvas_.line(frame_.left, frame_.bottom, frame_.right, frame_.bottom, 1, kGrey);
    paint_legend();
  }

 private:
  [[nodiscard]] double x(double value) const {
    const double share = (value - panel_.x.from) / (panel_.x.to - panel_.x.from);
    return frame_.left + std::clamp(share, 0.0, 1.0) * (frame_.right - frame_.left);
  }
  [[nodiscard]] double y(double value) const {
    const double share = (value - panel_.y.from) / (panel_.y.to - panel_.y.from);
    return frame_.bottom - std::clamp(share, 0.0, 1.0) * (frame_.bottom - frame_.top);
  }

  template <typename At>
  static void ticks(const PlotAxis& axis, int wanted, const At& at) {
    const double step = axis.step > 0 ? axis.step : chosen_step(axis.to - axis.from, wanted);
    for (double tick = std::ceil(axis.from / step - 1e-9) * step; tick <= axis.to + step * 1e-9; tick += step) at(tick);
  }

  void paint_axes() {
    ticks(panel_.y, 5, [&](double tick) {
      canvas_.line(frame_.left, y(tick), frame_.right, y(tick), 1, kGrid);
      canvas_.words(label(panel_.y, tick), frame_.left - 8, y(tick) + 5, kSmall, kGrey, Align::kRight);
    });
    ticks(panel_.x, 8, [&](double tick) {
      canvas_.line(x(tick), frame_.bottom, x(tick), frame_.bottom + 5, 1, kGrey);
      canvas_.words(label(panel_.x, tick), x(tick), frame_.bottom + 20, kSmall, kGrey, Align::kCentre);
    });
    canvas_.words(panel_.title, frame_.left, frame_.top - 32, kText, kInk, Align::kLeft, true);
    canvas_.words(panel_.y.title, frame_.left, frame_.top - 10, kSmall, kGrey);
    canvas_.words(panel_.x.title, frame_.right, frame_.bottom + 38, kSmall, kGrey, Align::kRight);
  }

  void paint_rule(const PlotRule& rule) {
    for (double at = frame_.left; at < frame_.right; at += 9)
      canvas_.line(at, y(rule.y), std::min(at + 4, frame_.right), y(rule.y), 1, kGrey);
    canvas_.words(rule.words, frame_.right, y(rule.y) - 5, kSmall, kGrey, Align::kRight);
  }

  void paint_series(const PlotSeries& series) {
    if (series.style == PlotStyle::kArea) paint_area(series);
    const PlotPoint* before = nullptr;
    for (const PlotPoint& point : series.points) {
      if (series.style == PlotStyle::kTicks) {
        canvas_.line(x(point.x), frame_.bottom, x(point.x), frame_.bottom - 14, series.width, series.colour);
      } else if (series.style == PlotStyle::kDots) {
        if (point.error > 0)
          canvas_.line(x(point.x), y(point.y - point.error), x(point.x), y(point.y + point.error), 1.5, series.colour);
        canvas_.dot(x(point.x), y(point.y), series.width, series.colour);
      } else if (before != nullptr) {
        connect(*before, point, series);
      }
      before = &point;
    }
  }

  void connect(const PlotPoint& from, const PlotPoint& to, const PlotSeries& series) {
    // What is above the panel is not drawn along its edge.
    if (from.y > panel_.y.to && to.y > panel_.y.to) return;
    const bool steps = series.style == PlotStyle::kSteps;
    canvas_.line(x(from.x), y(from.y), x(to.x), y(steps ? from.y : to.y), series.width, series.colour);
    if (steps) canvas_.line(x(to.x), y(from.y), x(to.x), y(to.y), series.width, series.colour);
  }

  /// Columns of one pixel; each takes the height of the line above its middle.
  void paint_area(const PlotSeries& series) {
    Colour shade = series.colour;
    shade.opacity *= 0.85;
    std::size_t i = 1;
    for (double column = std::ceil(frame_.left); column < frame_.right && series.points.size() > 1; ++column) {
      while (i + 1 < series.points.size() && x(series.points[i].x) < column) ++i;
      const double from = x(series.points[i - 1].x);
      const double to = x(series.points[i].x);
      if (column < from || column > to) continue;
      const double share = to > from ? (column - from) / (to - from) : 1;
      const double top = y(series.points[i - 1].y) * (1 - share) + y(series.points[i].y) * share;
      canvas_.fill(column, top, column + 1, frame_.bottom, shade);
    }
  }

  /// Beside the axis' title where there is room, else beside the panel's.
  [[nodiscard]] double legend_row() const {
    double width = 0;
    for (const PlotSeries& series : panel_.series) {
      if (!series.name.empty()) width += canvas_.width_of(series.name, kSmall) + 36;
    }
    const bool fits = width + canvas_.width_of(panel_.y.title, kSmall) < frame_.right - frame_.left;
    return frame_.top - (fits ? 10 : 32);
  }

  void paint_legend() {
    double at = frame_.right;
    const double row = legend_row();
    for (auto series = panel_.series.rbegin(); series != panel_.series.rend(); ++series) {
      if (series->name.empty()) continue;
      at -= canvas_.width_of(series->name, kSmall);
      canvas_.words(series->name, at, row, kSmall, kInk);
      if (series->style == PlotStyle::kDots) {
        canvas_.dot(at - 11, row - 4, 4, series->colour);
      } else {
        canvas_.fill(at - 20, row - 6, at - 6, row - 2, series->colour);
      }
      at -= 36;
    }
  }

  PlotCanvas& canvas_;
  const PlotPanel& panel_;
  const Frame frame_;
};

absl::Status check(const Plot& plot) {
  if (plot.panels.empty() || plot.columns < 1) return absl::InvalidArgumentError("there is nothing to plot");
  for (const PlotPanel& panel : plot.panels) {
    if (!(panel.x.to > panel.x.from) || !(panel.y.to > panel.y.from))
      return absl::InvalidArgumentError(absl::StrCat("an axis of \"", panel.title, "\" has no extent"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status write_plot(const Plot& plot, const std::string& file) {
  if (absl::Status status = check(plot); !status.ok()) return status;
  const std::vector<std::string> lines = absl::StrSplit(plot.subtitle, '\n', absl::SkipEmpty());
  const double header = kMargin + kTitle + 20.0 * static_cast<double>(lines.size()) + 12;
  const int rows = (static_cast<int>(plot.panels.size()) + plot.columns - 1) / plot.columns;
  auto canvas = PlotCanvas::create(plot.width, static_cast<int>(header) + rows * plot.panel_height + kMargin / 2);
  if (!canvas.ok()) return canvas.status();
  canvas->words(plot.title, kMargin, kMargin + kTitle - 4, kTitle, kInk, Align::kLeft, true);
  for (std::size_t i = 0; i < lines.size(); ++i)
    canvas->words(lines[i], kMargin, kMargin + kTitle + 18 + 20.0 * static_cast<double>(i), kText, kGrey);
  const double column = static_cast<double>(plot.width - kMargin) / plot.columns;
  for (std::size_t i = 0; i < plot.panels.size(); ++i) {
    const double left = kMargin / 2.0 + column * static_cast<double>(i % static_cast<std::size_t>(plot.columns));
    const double top = header + plot.panel_height * static_cast<double>(i / static_cast<std::size_t>(plot.columns));
    const Frame frame{left + kTickLabels, top + 56, left + column - kMargin, top + plot.panel_height - 48.0};
    PanelPainter(*canvas, plot.panels[i], frame).paint();
  }
  return canvas->write(file);
}

}  // namespace aandacht::ctl
