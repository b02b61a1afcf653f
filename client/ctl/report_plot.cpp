#include "client/ctl/report_plot.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/plot.h"

namespace aandacht::ctl {
namespace {

using domain::ReportBy;

absl::Status nothing() {
  return absl::FailedPreconditionError("there is nothing to draw: no calls on these days; choose others");
}

/// Where a row stands on the x axis: hours of the clock, days since the first, or its number.
double place_of(const domain::SentimentRow& row, std::size_t number, const domain::ReportQuestion& question,
                absl::TimeZone zone) {
  if (question.by == ReportBy::kHourOfDay) return row.key.hour_of_day;
  if (!row.key.start) return static_cast<double>(number);
  return absl::ToDoubleHours(*row.key.start - absl::FromCivil(question.from, zone)) / 24;
}

PlotAxis across(const domain::SentimentReport& report, const domain::ReportQuestion& question) {
  if (question.by == ReportBy::kHourOfDay) {
    return {"hour of the day", 0, 24, 6, [](double at) { return absl::StrFormat("%02.0f:00", at); }};
  }
  if (!report.rows.front().key.start) {
    std::vector<std::string> names;
    for (const auto& row : report.rows) names.push_back(row.key.name.empty() ? "-" : row.key.name);
    const double count = static_cast<double>(names.size());
    return {"", -0.5, count - 0.5, std::max(1.0, std::ceil(count / 5)), [names](double at) {
              const auto number = static_cast<std::size_t>(std::max(0.0, std::round(at)));
              return number < names.size() ? names[number] : std::string();
            }};
  }
  const double days = static_cast<double>(question.to - question.from) + 1;
  return {"", 0, days, std::max(1.0, std::ceil(days / 5)), [first = question.from](double at) {
            return absl::FormatCivilTime(first + static_cast<std::int64_t>(std::floor(at)));
          }};
}

}  // namespace

absl::Status plot_sentiment(const domain::SentimentReport& report, const domain::ReportQuestion& question,
                            absl::TimeZone zone, const std::string& file) {
  if (report.rows.empty()) return nothing();
  absl::TimeZone shown = zone;
  absl::LoadTimeZone(report.time_zone, &shown);
  PlotSeries mean{"", kBlue, PlotStyle::kLine, {}};
  PlotSeries dots{"", kBlue, PlotStyle::kDots, {}, 3};
  // Hours without calls lie between hours with: no line is drawn over a night.
  const bool gaps = question.by == ReportBy::kHour;
  const PlotStyle style = gaps ? PlotStyle::kDots : PlotStyle::kLine;
  const double width = gaps ? 3 : 2;
  PlotSeries negative{"negative", kVermilion, style, {}, width};
  PlotSeries positive{"positive", kGreen, style, {}, width};
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const domain::SentimentRow& row = report.rows[i];
    if (row.turns == 0) continue;
    const double x = place_of(row, i, question, shown);
    mean.points.push_back({x, row.mean});
    negative.points.push_back({x, 100.0 * row.negative / row.turns});
    positive.points.push_back({x, 100.0 * row.positive / row.turns});
  }
  if (mean.points.empty()) return nothing();
  dots.points = mean.points;
  if (gaps) mean.points.clear();
  const auto percent = [](double at) { return absl::StrFormat("%g%%", at); };
  Plot plot;
  plot.title = "The customers' sentiment";
  plot.subtitle = absl::StrCat(absl::FormatCivilTime(question.from), " to ", absl::FormatCivilTime(question.to));
  const PlotAxis x = across(report, question);
  plot.panels.push_back({"mean of their turns", x, {"score, -1 to +1", -1, 1, 0.5, {}}, {}, {mean, dots}, {{0, ""}}});
  plot.panels.push_back({"share of their turns", x, {"", 0, 100, 25, percent}, {}, {negative, positive}, {}});
  return write_plot(plot, file);
}

absl::Status plot_promises(const domain::PromiseReport& report, const std::string& file) {
  if (report.days.empty()) return nothing();
  PlotSeries due{"due", kBlue, PlotStyle::kLine, {}};
  PlotSeries kept{"kept", kGreen, PlotStyle::kLine, {}};
  PlotSeries broken{"broken", kVermilion, PlotStyle::kLine, {}};
  const absl::CivilDay first = report.days.front().day;
  double most = 1;
  for (const domain::PromiseDay& day : report.days) {
    const auto x = static_cast<double>(day.day - first);
    due.points.push_back({x, static_cast<double>(day.due)});
    kept.points.push_back({x, static_cast<double>(day.kept)});
    broken.points.push_back({x, static_cast<double>(day.broken)});
    most = std::max(most, static_cast<double>(day.due));
  }
  const double days = static_cast<double>(report.days.back().day - first) + 1;
  Plot plot;
  plot.title = "Promises of customers' journeys";
  plot.panels.push_back(
      {"by the day they are due",
       {"", 0, days, std::max(1.0, std::ceil(days / 5)),
        [first](double at) { return absl::FormatCivilTime(first + static_cast<std::int64_t>(std::floor(at))); }},
       {"promises", 0, most * 1.1, 0, {}},
       {},
       {due, kept, broken},
       {}});
  return write_plot(plot, file);
}

}  // namespace aandacht::ctl
