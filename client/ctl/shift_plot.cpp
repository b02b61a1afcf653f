#include "client/ctl/shift_plot.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "client/ctl/plot.h"

namespace aandacht::ctl {
namespace {

using domain::FatigueCause;

constexpr absl::Duration kSampleGap = absl::Seconds(30);
constexpr Colour kYellow{240, 228, 66};
constexpr Colour kPauseShade{130, 136, 146, .14};
constexpr Colour kResetShade{0, 158, 115, .35};

struct CauseLook {
  FatigueCause cause;
  const char* name;
  Colour colour;
};

/// From the axis up: what stays long lies low, so that what comes and goes is seen on top of it.
constexpr CauseLook kLooks[] = {{FatigueCause::kHoursIntoShift, "hours", {190, 194, 200}},
                                {FatigueCause::kMinutesInARow, "minutes in a row", kSky},
                                {FatigueCause::kCallsInARow, "calls in a row", kBlue},
                                {FatigueCause::kOccupancy, "busy", kYellow},
                                {FatigueCause::kAfterCallWork, "after-call work", kGreen},
                                {FatigueCause::kHelplessCalls, "helpless", kPurple},
                                {FatigueCause::kHeavyCalls, "heavy", kOrange},
                                {FatigueCause::kHeavyInARow, "heavy in a row", kVermilion}};

std::size_t place_of(FatigueCause cause) { return static_cast<std::size_t>(cause); }

}  // namespace

double ShiftPlot::hour(absl::Time time) const { return absl::ToDoubleHours(time - shifts_.back().began); }

void ShiftPlot::sample(const domain::Fatigue& fatigue, absl::Time time) {
  Sample sample;
  sample.hour = hour(time);
  for (const domain::CausePoints& cause : domain::fatigue_score(fatigue, rules_, time).causes) {
    sample.points[place_of(cause.cause)] = cause.points;
  }
  shifts_.back().samples.push_back(sample);
  sampled_ = time;
}

void ShiftPlot::note_resets(const ShiftStep& step) {
  Shift& shift = shifts_.back();
  if (step.offer) shift.offers.push_back({hour(step.time), step.score.total, false});
  const auto& now = step.desk.resets.current;
  const auto& before = step.before.resets.current;
  const bool began = now && now->state == domain::ResetState::kAccepted &&
                     (!before || before->state == domain::ResetState::kRequested);
  if (began && !shift.offers.empty()) shift.offers.back().accepted = true;
  const bool ended = now && now->state == domain::ResetState::kDone &&
                     (!before || before->id != now->id || before->state != domain::ResetState::kDone);
  if (ended) shift.resets.push_back({hour(now->accepted), hour(now->ends)});
}

void ShiftPlot::add(const ShiftStep& step) {
  const domain::Fatigue& fatigue = step.desk.fatigue;
  const bool new_shift = fatigue.shift_began != step.before.fatigue.shift_began;
  if (new_shift) {
    shifts_.emplace_back();
    shifts_.back().began = fatigue.shift_began;
    sampled_ = step.time;
  }
  if (shifts_.empty()) return;
  Shift& shift = shifts_.back();
  while (sampled_ + kSampleGap < step.time) sample(step.before.fatigue, sampled_ + kSampleGap);
  sample(fatigue, step.time);
  note_resets(step);
  const bool paused = !new_shift && fatigue.pause_ended != step.before.fatigue.pause_ended;
  if (paused) shift.pauses.push_back({hour(step.before.fatigue.free_since), hour(fatigue.pause_ended)});
  if (fatigue.heavy_in_shift > step.before.fatigue.heavy_in_shift) shift.heavy.push_back(hour(step.time));
}

absl::Status ShiftPlot::write(const std::string& title, const std::string& subtitle, const std::string& file) const {
  Plot plot{.title = title, .subtitle = subtitle, .panels = {}, .columns = 1, .width = 1500, .panel_height = 480};
  for (std::size_t number = 0; number < shifts_.size(); ++number) {
    const Shift& shift = shifts_[number];
    PlotPanel panel;
    if (shifts_.size() > 1) panel.title = absl::StrCat("Shift ", number + 1);
    panel.x = {
        .title = "hours since the first call", .from = 0, .to = shift.samples.back().hour, .step = 1, .format = {}};
    panel.y = {.title = "points", .from = 0, .to = 100, .step = 20, .format = {}};
    for (const Span& span : shift.pauses) panel.spans.push_back({span.from, span.to, kPauseShade});
    // The highest sum first, so that each lies over the one before.
    for (std::size_t top = std::size(kLooks); top > 0; --top) {
      PlotSeries series{kLooks[top - 1].name, kLooks[top - 1].colour, PlotStyle::kArea, {}, 0.5};
      for (const Sample& sample : shift.samples) {
        const int sum = std::accumulate(kLooks, kLooks + top, 0, [&](int total, const CauseLook& look) {
          return total + sample.points[place_of(look.cause)];
        });
        series.points.push_back({sample.hour, static_cast<double>(sum), 0});
      }
      panel.series.push_back(std::move(series));
    }
    PlotSeries heavy{"heavy call ends", kInk, PlotStyle::kTicks, {}, 2};
    for (const double hour : shift.heavy) heavy.points.push_back({hour, 0, 0});
    PlotSeries offered{"offer", kInk, PlotStyle::kDots, {}, 5};
    PlotSeries accepted{"accepted", kGreen, PlotStyle::kDots, {}, 6};
    for (const Offer& offer : shift.offers) {
      (offer.accepted ? accepted : offered).points.push_back({offer.hour, static_cast<double>(offer.score), 0});
    }
    for (const Span& span : shift.resets)
      panel.spans.push_back({span.from, std::max(span.to, span.from + .01), kResetShade});
    panel.series.insert(panel.series.end(), {std::move(heavy), std::move(offered), std::move(accepted)});
    panel.rules = {{static_cast<double>(rules_.suggest_from), ""}, {static_cast<double>(rules_.calm_below), ""}};
    plot.panels.push_back(std::move(panel));
  }
  return write_plot(plot, file);
}

}  // namespace aandacht::ctl
