#include "client/model/reset_pace.h"

#include <algorithm>
#include <cmath>

namespace aandacht::model {
namespace {

constexpr double kPi = 3.14159265358979;
constexpr double kLongestLine = 20;  // Seconds.
constexpr double kComes = 0.6;
constexpr double kGoes = 0.4;

/// Past the moment itself: a frame that comes too early would show the one before.
absl::Duration until_next(absl::Duration elapsed, absl::Duration step) {
  return absl::Floor(elapsed, step) + step - elapsed + absl::Milliseconds(5);
}

double ease(double part) { return 0.5 - 0.5 * std::cos(kPi * std::clamp(part, 0.0, 1.0)); }

/// The rung of the ladder in which this moment lies: a reset that was extended goes on where it was.
struct Rung {
  double begins = 0;
  double length = 30;
};

Rung rung_at(const domain::Reset& reset, double elapsed) {
  const double all = absl::ToDoubleSeconds(reset.length);
  if (reset.state != domain::ResetState::kExtended) return {0, all};
  Rung rung;
  for (absl::Duration end = absl::Seconds(30);; end = domain::next_length(end)) {
    rung.length = absl::ToDoubleSeconds(end) - rung.begins;
    if (elapsed < absl::ToDoubleSeconds(end) || end >= reset.length) return rung;
    rung.begins = absl::ToDoubleSeconds(end);
  }
}

}  // namespace

Breath breath_at(absl::Duration elapsed) {
  absl::Duration into;
  (void)absl::IDivDuration(elapsed, kBreathIn + kBreathOut, &into);
  if (into < kBreathIn) return {true, ease(absl::FDivDuration(into, kBreathIn))};
  return {false, 1 - ease(absl::FDivDuration(into - kBreathIn, kBreathOut))};
}

ResetLine line_at(const domain::Reset& reset, absl::Duration elapsed) {
  const auto lines = static_cast<double>(reset.steps.size());
  if (reset.steps.size() < 2) return {};
  const double at = std::max(0.0, absl::ToDoubleSeconds(elapsed));
  const Rung rung = rung_at(reset, at);
  const double rounds = std::max(1.0, std::ceil(rung.length / (lines * kLongestLine)));
  const double each = rung.length / (rounds * lines);
  const double into = at - rung.begins;
  const double number = std::floor(into / each);
  // Past the end the last line stays until the desk says that it is over.
  if (number >= rounds * lines) return {reset.steps.size() - 1, 1};
  const double since = into - number * each;
  const bool last = number + 1 >= rounds * lines;
  const double comes = ease(since / kComes);
  const double goes = last ? 1 : ease((each - since) / kGoes);
  absl::Duration stays;
  if (since >= kComes) {
    stays = last ? absl::InfiniteDuration() : absl::Seconds(std::max(0.0, each - kGoes - since));
  }
  return {static_cast<std::size_t>(std::fmod(number, lines)), std::min(comes, goes), stays};
}

absl::Duration sway_at(absl::Duration elapsed) { return absl::Floor(elapsed, kSwayFrame); }

absl::Duration next_reset_frame(absl::Duration elapsed, const ResetLine& line, ResetMotion motion) {
  if (motion == ResetMotion::kStill) return until_next(elapsed, absl::Seconds(1));
  if (line.stays <= absl::ZeroDuration()) return kFadeFrame;
  const bool breathes = motion == ResetMotion::kBreathes;
  return std::min(breathes ? kBreathFrame : until_next(elapsed, kSwayFrame), line.stays + absl::Milliseconds(5));
}

}  // namespace aandacht::model
