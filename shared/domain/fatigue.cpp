#include "shared/domain/fatigue.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aandacht::domain {
namespace {

constexpr absl::Duration kOccupancySpan = absl::Hours(1);
constexpr std::ptrdiff_t kLatestCalls = 5;
constexpr std::ptrdiff_t kFewestLatestCalls = 3;
// From two seconds to six is three times as long, and nothing.
constexpr absl::Duration kLeastMedian = absl::Seconds(15);
constexpr int kHighest = 100;

bool is_busy(const Fatigue& fatigue) { return fatigue.busy_since != absl::InfinitePast(); }

/// How long nothing was asked of the agent, until now.
absl::Duration free_for(const Fatigue& fatigue, absl::Time now) {
  return is_busy(fatigue) ? absl::ZeroDuration() : now - fatigue.free_since;
}

/// A clock that was set back must not make a time negative.
double count_of(absl::Duration span, absl::Duration unit) { return std::max(0.0, absl::FDivDuration(span, unit)); }

double occupancy(const Fatigue& fatigue, absl::Time now) {
  const absl::Time from = now - kOccupancySpan;
  const auto within = [&](absl::Time begin, absl::Time end) {
    return std::max(absl::ZeroDuration(), std::min(end, now) - std::max(begin, from));
  };
  absl::Duration busy;
  for (const BusySpan& span : fatigue.busy) busy += within(span.from, span.to);
  if (is_busy(fatigue)) busy += within(fatigue.busy_since, now);
  return std::min(1.0, count_of(busy, kOccupancySpan));
}

double decayed(const std::vector<WeighedCall>& calls, absl::Duration half_life, absl::Time now) {
  double sum = 0;
  for (const WeighedCall& call : calls) sum += call.weight * std::exp2(-count_of(now - call.ended, half_life));
  return sum;
}

absl::Duration median(std::vector<absl::Duration> spans) {
  std::sort(spans.begin(), spans.end());
  const std::size_t middle = spans.size() / 2;
  return spans.size() % 2 == 1 ? spans[middle] : (spans[middle - 1] + spans[middle]) / 2;
}

/// The latest after-call work in times the agent's own median; 0: not known.
double after_call_drift(const Fatigue& fatigue, const FatigueRules& rules) {
  const absl::Duration own = own_after_call_work(fatigue, rules);
  // How the last shift ended says nothing about this one.
  const std::ptrdiff_t latest =
      std::min({kLatestCalls, std::ptrdiff_t{fatigue.calls_in_shift}, std::ssize(fatigue.after_call_work)});
  if (own == absl::InfiniteDuration() || latest < kFewestLatestCalls) return 0;
  return count_of(median({fatigue.after_call_work.end() - latest, fatigue.after_call_work.end()}),
                  std::max(own, kLeastMedian));
}

double amount_of(FatigueCause cause, const Fatigue& fatigue, const FatigueRules& rules, absl::Time now) {
  const bool pauses = free_for(fatigue, now) >= rules.real_pause;
  switch (cause) {
    case FatigueCause::kOccupancy:
      return occupancy(fatigue, now);
    case FatigueCause::kCallsInARow:
      return pauses ? 0 : fatigue.calls_since_pause;
    case FatigueCause::kMinutesInARow:
      return pauses ? 0 : count_of(now - fatigue.pause_ended, absl::Minutes(1));
    case FatigueCause::kHeavyCalls:
      return decayed(fatigue.heavy, rules.half_life, now);
    case FatigueCause::kHeavyInARow:
      return pauses ? 0 : fatigue.heavy_in_row;
    case FatigueCause::kHelplessCalls:
      return decayed(fatigue.helpless, rules.half_life, now);
    case FatigueCause::kAfterCallWork:
      return after_call_drift(fatigue, rules);
    case FatigueCause::kHoursIntoShift:
      return count_of(now - fatigue.shift_began, absl::Hours(1));
  }
  return 0;
}

int points_for(double amount, const FatigueWeight& weight, double sensitivity) {
  const double share = std::clamp((amount - weight.from) / (weight.full - weight.from), 0.0, 1.0);
  return static_cast<int>(std::lround(share * weight.points * sensitivity));
}

int sum_of(const std::vector<CausePoints>& causes) {
  return std::accumulate(causes.begin(), causes.end(), 0, [](int sum, const CausePoints& c) { return sum + c.points; });
}

/// Each gives up its share of what is above the highest score; what rounding leaves, those with most points give up
/// one by one.
void trim(std::vector<CausePoints>& causes) {
  const int sum = sum_of(causes);
  if (sum <= kHighest) return;
  for (CausePoints& cause : causes) cause.points = cause.points * kHighest / sum;
  const int left = kHighest - sum_of(causes);
  for (int i = 0; i < left; ++i) ++causes[static_cast<std::size_t>(i)].points;
}

}  // namespace

FatigueScore fatigue_score(const Fatigue& fatigue, const FatigueRules& rules, absl::Time now) {
  const bool off_shift = fatigue.shift_began == absl::InfinitePast() || free_for(fatigue, now) >= rules.shift_gap;
  if (off_shift) return {};
  FatigueScore score;
  // Of two with as many points the later in the table stands first: a row of heavy calls says more than heavy calls.
  for (auto row = rules.weights.rbegin(); row != rules.weights.rend(); ++row) {
    const auto& [cause, weight] = *row;
    const double amount = amount_of(cause, fatigue, rules, now);
    const int points = points_for(amount, weight, fatigue.sensitivity);
    if (points > 0) score.causes.push_back({cause, points, amount});
  }
  std::stable_sort(score.causes.begin(), score.causes.end(),
                   [](const CausePoints& a, const CausePoints& b) { return a.points > b.points; });
  trim(score.causes);
  std::erase_if(score.causes, [](const CausePoints& cause) { return cause.points == 0; });
  score.total = sum_of(score.causes);
  return score;
}

absl::Duration own_after_call_work(const Fatigue& fatigue, const FatigueRules& rules) {
  const bool known = !fatigue.after_call_work.empty() && std::ssize(fatigue.after_call_work) >= rules.median_from_calls;
  return known ? median(fatigue.after_call_work) : absl::InfiniteDuration();
}

FatigueRules shipped_fatigue_rules() {
  FatigueRules rules;
  rules.weights = {
      {FatigueCause::kOccupancy, {.85, .90, 16, ""}},   {FatigueCause::kCallsInARow, {8, 20, 2, ""}},
      {FatigueCause::kMinutesInARow, {75, 180, 6, ""}}, {FatigueCause::kHeavyCalls, {0, 3.5, 24, ""}},
      {FatigueCause::kHeavyInARow, {1, 4, 36, ""}},     {FatigueCause::kHelplessCalls, {0, 3, 10, ""}},
      {FatigueCause::kAfterCallWork, {1.25, 2, 3, ""}}, {FatigueCause::kHoursIntoShift, {4, 8, 3, ""}},
  };
  return rules;
}

}  // namespace aandacht::domain
