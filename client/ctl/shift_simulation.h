// An agent's shifts, call by call, through the real desk: what the fatigue score would have been and what it would have
// brought. Nothing waits: whole weeks take seconds.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/desk.h"
#include "shared/domain/library.h"

namespace aandacht::ctl {

/// How heavy a day is: the share of heavy calls is 6, 22 and 75 percent.
enum class Mood { kCalm, kMixed, kBrutal };

/// A break, taken between two calls from this moment of the shift on.
struct Break {
  absl::Duration from;
  absl::Duration length;
};

/// A lunch of 30 minutes in the middle and two breaks of 15 minutes at a quarter and three quarters of a shift of six
/// hours and more; one break of 15 minutes in the middle from four hours on; none below.
[[nodiscard]] std::vector<Break> breaks_of(absl::Duration shift);

struct ShiftPlan {
  std::uint64_t seed = 1;
  std::vector<absl::Duration> shifts = {absl::Hours(8)};  ///< One a day, each from nine o'clock.
  Mood mood = Mood::kMixed;
  double occupancy = 0.85;  ///< Of the time between breaks: above 0, below 1.
  double sensitivity = 1;   ///< 0.5 … 1.5.
  bool breaks = true;       ///< See breaks_of().
  double accepts = 0.6;     ///< How likely the agent accepts an offer …
  double declines = 0.15;   ///< … or declines it; otherwise it is not answered. Together at most 1.
};

/// One shift up to twelve hours; more hours are worked in shifts of eight, one a day.
[[nodiscard]] std::vector<absl::Duration> shifts_of(absl::Duration hours);

/// One event or wake-up. Borrowed: valid while on_step runs.
struct ShiftStep {
  absl::Time time;
  absl::Duration since;    ///< The first shift began.
  std::string_view event;  ///< "ringing", "answered", "said", "marked heavy", "ended", "wrapped up", "woke up", …
  const domain::Desk& before;
  const domain::Desk& desk;  ///< After it.
  domain::FatigueScore score;
  bool in_call = false;  ///< Somebody is on the line, talking or on hold.
  bool offer = false;    ///< A reset is offered now.
};

/// Plays the shifts of `plan` at a new desk. Deterministic: the same plan and library give the same steps.
///
/// Calls: arrivals as by chance, with gaps of mean AHT·(1−ρ)/ρ; handle times log-normal around 360 s. Heavy calls take
/// a quarter longer and are marked by the agent half of the time; in some of them nothing can be done. One call in
/// fifty rings out. While a reset runs calls are held off, but one in twenty comes through.
void simulate_shifts(const ShiftPlan& plan, const domain::Library& library,
                     const std::function<void(const ShiftStep&)>& on_step);

}  // namespace aandacht::ctl
