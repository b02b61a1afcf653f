#include "client/ctl/queue_plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace aandacht::ctl {
namespace {

constexpr std::array kColours = {kBlue, kOrange, kGreen, kVermilion, kPurple, kSky};
constexpr double kLineStep = 0.0025;

std::string in_seconds(double value) { return absl::StrFormat("%g s", value); }

std::map<int, std::vector<QueueFigure>> by_team(const std::vector<QueueFigure>& figures) {
  std::map<int, std::vector<QueueFigure>> teams;
  for (const QueueFigure& figure : figures) teams[figure.load.agents].push_back(figure);
  return teams;
}

/// The lowest round figure that is not below `value`.
double round_up(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double factor : {1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5}) {
    if (factor * power >= value) return factor * power;
  }
  return 10 * power;
}

PlotAxis occupancy_axis(const std::vector<QueueFigure>& figures) {
  const auto [least, most] = std::minmax_element(
      figures.begin(), figures.end(),
      [](const QueueFigure& a, const QueueFigure& b) { return a.load.occupancy < b.load.occupancy; });
  return {"occupancy", least->load.occupancy - 0.005, most->load.occupancy + 0.005, 0.025,
          [](double at) { return absl::StrFormat("%g%%", std::round(at * 1000) / 10); }};
}

PlotSeries model_line(const QueueFigure& like, const PlotAxis& axis, Colour colour) {
  PlotSeries line{absl::StrCat(like.load.agents), colour, PlotStyle::kLine, {}};
  for (double at = axis.from + 0.005; at <= axis.to - 0.005 + 1e-9; at += kLineStep) {
    const auto extra = domain::extra_wait({like.load.agents, at, like.load.mean_handling}, like.reset);
    line.points.push_back({at, absl::ToDoubleSeconds(extra.during + extra.after)});
  }
  return line;
}

PlotSeries played_dots(const std::vector<QueueFigure>& team, Colour colour) {
  PlotSeries dots{"", colour, PlotStyle::kDots, {}, 4};
  for (const QueueFigure& figure : team) {
    dots.points.push_back({figure.load.occupancy, absl::ToDoubleSeconds(figure.played.extra_wait),
                           2 * absl::ToDoubleSeconds(figure.played.error)});
  }
  return dots;
}

PlotPanel cost_panel(const std::vector<QueueFigure>& figures, const PlotAxis& x) {
  PlotPanel panel;
  panel.title = "What all callers wait longer, together";
  panel.x = x;
  panel.y = {"lines: computed; dots: played, ± 2 standard errors", 0, 1, 0, in_seconds};
  double highest = 1;
  std::size_t colour = 0;
  for (const auto& [agents, team] : by_team(figures)) {
    panel.series.push_back(model_line(team.front(), x, kColours[colour % kColours.size()]));
    panel.series.push_back(played_dots(team, kColours[colour++ % kColours.size()]));
    for (const PlotPoint& point : panel.series.back().points) highest = std::max(highest, point.y + point.error);
  }
  // The unit stands once, behind the last of the lines.
  panel.series[panel.series.size() - 2].name += " agents";
  panel.y.to = round_up(highest);
  return panel;
}

PlotPanel gap_panel(const QueueFigure& like, const PlotAxis& x) {
  PlotPanel panel;
  panel.title = "The expected gap between two calls of one agent";
  panel.x = x;
  PlotSeries line{"", kInk, PlotStyle::kLine, {}};
  for (double at = x.from + 0.005; at <= x.to - 0.005 + 1e-9; at += kLineStep) {
    line.points.push_back(
        {at, absl::ToDoubleSeconds(domain::expected_gap({like.load.mean_handling, at, like.load.agents}))});
  }
  panel.y = {"AHT · (1 − occupancy) / occupancy", 0, round_up(line.points.front().y), 0, in_seconds};
  panel.series.push_back(std::move(line));
  const double reset = absl::ToDoubleSeconds(like.reset);
  if (reset < panel.y.to) panel.rules.push_back({reset, "the reset"});
  return panel;
}

}  // namespace

Plot queue_plot(const std::vector<QueueFigure>& figures) {
  const QueueFigure& like = figures.front();
  const PlotAxis x = occupancy_axis(figures);
  Plot plot;
  plot.title = absl::StrCat("What a reset of ", in_seconds(absl::ToDoubleSeconds(like.reset)), " costs the queue");
  plot.subtitle =
      absl::StrCat("M/M/c, handling time ", in_seconds(absl::ToDoubleSeconds(like.load.mean_handling)),
                   ", first come first served, nobody hangs up; the agent goes when nobody waits. ", like.played.resets,
                   " resets a dot, the same calls with and without.\n",
                   "What a reset saves (fewer mistakes, calmer calls, people who stay) is not in this model.");
  plot.columns = 2;
  plot.width = 1320;
  plot.panel_height = 460;
  plot.panels = {cost_panel(figures, x), gap_panel(like, x)};
  return plot;
}

}  // namespace aandacht::ctl
