#include "client/ctl/sign_plot.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace aandacht::ctl {
namespace {

constexpr Colour kShade{86, 180, 233, 0.12};

double highest(const domain::SignEffect& effect) {
  double most = 0.01;
  for (const domain::SignWeek& week : effect.series) most = std::max(most, week.high);
  return std::ceil(most * 100 + 0.5) / 100;
}

/// A dot for each week, and its interval as an upright line.
void add_weeks(const domain::SignEffect& effect, bool after, PlotPanel& panel) {
  const Colour colour = after ? kBlue : kGrey;
  PlotSeries dots{after ? "after" : "before", colour, PlotStyle::kDots, {}, 5};
  double week_number = 0;
  for (const domain::SignWeek& week : effect.series) {
    ++week_number;
    if (week.after != after) continue;
    dots.points.push_back({week_number, week.share});
    panel.series.push_back(
        {"", colour, PlotStyle::kLine, {{week_number, week.low}, {week_number, week.high}}, week.compared ? 3.0 : 1.0});
  }
  panel.series.push_back(std::move(dots));
}

}  // namespace

Plot sign_plot(const domain::SignEffect& effect, const std::string& title, const std::string& verdict) {
  PlotPanel panel;
  const double weeks = static_cast<double>(effect.series.size());
  panel.x = {"whole weeks; the week around the change is left out", 0.5, std::max(weeks, 1.0) + 0.5, 1, {}};
  panel.y = {"share of calls, 95 % interval", 0, highest(effect), 0,
             [](double at) { return absl::StrFormat("%g%%", std::round(at * 1000) / 10); }};
  const auto first =
      std::find_if(effect.series.begin(), effect.series.end(), [](const auto& week) { return week.after; });
  const double up = static_cast<double>(first - effect.series.begin()) + 0.5;
  panel.spans.push_back({up, panel.x.to, kShade});
  add_weeks(effect, false, panel);
  add_weeks(effect, true, panel);
  Plot plot;
  plot.title = title;
  plot.subtitle = verdict;
  plot.panels.push_back(std::move(panel));
  plot.width = 1000;
  return plot;
}

}  // namespace aandacht::ctl
