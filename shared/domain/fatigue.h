// How much the calls since the last real pause ask of an agent. From counters only, never from voice, camera, typing or
// mouse. Every point has its cause.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace aandacht::domain {

/// What can tire; one row each in the table of weights (service/content/fatigue.toml).
enum class FatigueCause {
  kOccupancy,       ///< Busy nearly all of the last hour.
  kCallsInARow,     ///< Calls since the last real pause.
  kMinutesInARow,   ///< Minutes since the last real pause.
  kHeavyCalls,      ///< Heavy calls of late; they weigh less as time passes.
  kHeavyInARow,     ///< Heavy calls one after another, until now.
  kHelplessCalls,   ///< Calls of late in which nothing could be done.
  kAfterCallWork,   ///< After-call work takes longer than this agent's own median.
  kHoursIntoShift,  ///< Hours since the shift began.
};

/// One row of the table. What is counted lies between `from` (no points) and `full` (`points`), on a straight line.
struct FatigueWeight {
  double from = 0;     ///< In the cause's unit: share of the hour, calls, minutes, calls, calls, calls, ratio, hours.
  double full = 1;     ///< In the same unit; above `from`.
  int points = 0;      ///< At `full` and above; 0 … 100.
  std::string reason;  ///< Why it weighs so much, for whoever reads the table.

  bool operator==(const FatigueWeight&) const = default;
};

/// The table and the thresholds. The figures are a design choice; the values here are those of the shipped table.
struct FatigueRules {
  std::map<FatigueCause, FatigueWeight> weights;
  int suggest_from = 60;                         ///< A reset is suggested from this score on …
  int calm_below = 45;                           ///< … until it is below this.
  absl::Duration real_pause = absl::Minutes(5);  ///< Without a call for so long: a pause.
  absl::Duration shift_gap = absl::Hours(5);     ///< Without a call for so long: a new shift.
  absl::Duration half_life = absl::Minutes(45);  ///< A heavy or helpless call weighs half after it.
  double heavy_by_agent = 1.5;                   ///< What a call weighs that the agent marked as heavy …
  double heavy_by_text = 1.0;                    ///< … and one whose text says so.
  int median_from_calls = 10;                    ///< The own median of after-call work is known from so many calls on.
  absl::Duration offer_gap = absl::Minutes(20);  ///< Between two suggestions.
  absl::Duration decline_gap = absl::Minutes(60);  ///< After a decline nothing is suggested for so long.

  bool operator==(const FatigueRules&) const = default;
};

/// From when to when calls kept the agent busy: talking, holding, wrapping up.
struct BusySpan {
  absl::Time from;
  absl::Time to;

  bool operator==(const BusySpan&) const = default;
};

/// A heavy or helpless call that is over.
struct WeighedCall {
  absl::Time ended;
  double weight = 1;

  bool operator==(const WeighedCall&) const = default;
};

/// The counters of one agent. Kept by note_fatigue(); nothing else writes them. All times are the desk's, absolute:
/// midnight and daylight-saving changes do not touch them.
struct Fatigue {
  absl::Time shift_began = absl::InfinitePast();  ///< InfinitePast: no call yet.
  absl::Time busy_since = absl::InfinitePast();   ///< InfinitePast: no call is handled now.
  absl::Time free_since = absl::InfinitePast();   ///< The last call was over; InfinitePast: none was yet.
  absl::Time pause_ended = absl::InfinitePast();  ///< Work began again after the last real pause, or the shift began.
  int calls_since_pause = 0;
  int calls_in_shift = 0;
  int heavy_in_shift = 0;
  int heavy_in_row = 0;
  std::vector<BusySpan> busy;                   ///< Of the last hour, oldest first, at most 64.
  std::vector<WeighedCall> heavy;               ///< Oldest first, at most 32.
  std::vector<WeighedCall> helpless;            ///< Oldest first, at most 32.
  std::vector<absl::Duration> after_call_work;  ///< Of the last calls, over shifts, oldest first, at most 64.
  double sensitivity = 1;                       ///< 0.5 … 1.5, set by the agent: every point is multiplied by it.
  bool elevated = false;  ///< The score reached `suggest_from` and was not below `calm_below` since.
  absl::Time shared_until = absl::InfinitePast();  ///< The agent lets the supervisor see it until then.

  bool operator==(const Fatigue&) const = default;
};

/// Points of one cause.
struct CausePoints {
  FatigueCause cause = FatigueCause::kOccupancy;
  int points = 0;     ///< 1 … 100.
  double amount = 0;  ///< What was counted, in the cause's unit: .92, 14, 130, 3.2, 4, 2, 1.6, 7.5.

  bool operator==(const CausePoints&) const = default;
};

/// The score of one moment.
struct FatigueScore {
  int total = 0;                    ///< 0 … 100: exactly the sum of the causes' points.
  std::vector<CausePoints> causes;  ///< Most points first; none without points.

  bool operator==(const FatigueScore&) const = default;
};

/// The score at `now`, which is not before the counters' last change. Pure; a pause that is under way counts already.
[[nodiscard]] FatigueScore fatigue_score(const Fatigue& fatigue, const FatigueRules& rules, absl::Time now);

/// The agent's own median of after-call work; absent below `rules.median_from_calls` calls.
/// As absl::InfiniteDuration() when absent.
[[nodiscard]] absl::Duration own_after_call_work(const Fatigue& fatigue, const FatigueRules& rules);

/// The table as shipped, for a desk without content; service/content/fatigue.toml says the same with its reasons.
[[nodiscard]] FatigueRules shipped_fatigue_rules();

}  // namespace aandacht::domain
