#include "shared/domain/sign_effect.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace aandacht::domain {
namespace {

constexpr int kWeek = 7;
constexpr int kFewestBefore = 10;
constexpr double kFewestExpected = 5;
constexpr double kHalf = 0.5;
constexpr double kNormal = 1.960;

// Quantiles .975 of Student's t with 1 … 30 degrees of freedom, computed by integrating its density.
constexpr double kStudent[] = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                               2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                               2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};

double student(int degrees) {
  return kStudent[std::min<std::size_t>(static_cast<std::size_t>(std::max(degrees, 1)), std::size(kStudent)) - 1];
}

/// Calls with something, of all calls.
struct Part {
  double asked = 0;
  double calls = 0;

  [[nodiscard]] double share() const { return calls > 0 ? asked / calls : 0; }
};

using Count = int SignWeek::*;

Part sum(const std::vector<SignWeek>& weeks, Count asked, bool after, bool compared_only) {
  Part part;
  for (const SignWeek& week : weeks) {
    if (week.after != after || (compared_only && !week.compared)) continue;
    part.asked += week.*asked;
    part.calls += week.calls;
  }
  return part;
}

void set_interval(SignWeek& week) {
  if (week.calls == 0) return;
  const double n = week.calls;
  const double z2 = kNormal * kNormal;
  week.share = week.asked / n;
  const double middle = (week.share + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kNormal * std::sqrt(week.share * (1 - week.share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  week.low = std::max(0.0, middle - half);
  week.high = std::min(1.0, middle + half);
}

SignWeek week_of(const std::vector<SignDay>& days, absl::CivilDay from, bool after) {
  SignWeek week{.from = from, .after = after};
  const auto begin = std::lower_bound(days.begin(), days.end(), from,
                                      [](const SignDay& day, absl::CivilDay wanted) { return day.day < wanted; });
  for (auto day = begin; day != days.end() && day->day < from + kWeek; ++day) {
    week.asked += day->asked;
    week.others += day->others;
    week.calls += day->calls;
  }
  set_interval(week);
  return week;
}

/// How much more the weeks vary than calls that are drawn one by one, and from how many it is known.
struct Variation {
  double factor = 1;
  int degrees = 0;
};

Variation variation_of(const std::vector<SignWeek>& weeks, Count asked) {
  double chi_square = 0;
  int degrees = 0;
  for (const bool after : {false, true}) {
    const double share = sum(weeks, asked, after, false).share();
    if (share <= 0 || share >= 1) continue;
    int counted = 0;
    for (const SignWeek& week : weeks) {
      if (week.after != after || week.calls == 0) continue;
      const double expected = week.calls * share;
      chi_square += (week.*asked - expected) * (week.*asked - expected) / (expected * (1 - share));
      ++counted;
    }
    degrees += std::max(0, counted - 1);
  }
  return {degrees > 0 ? std::max(1.0, chi_square / degrees) : 1.0, degrees};
}

/// ln(ratio) and its standard error; half a call where there was none.
struct LogRatio {
  double mean = 0;
  double error = 0;
};

LogRatio log_ratio(const Part& before, const Part& after, double variation) {
  const double a0 = std::max(before.asked, 0.5);
  const double a1 = std::max(after.asked, 0.5);
  const double variance = 1 / a1 - 1 / after.calls + 1 / a0 - 1 / before.calls;
  return {std::log(a1 / after.calls) - std::log(a0 / before.calls), std::sqrt(std::max(0.0, variance) * variation)};
}

ShareRatio interval(const LogRatio& log, int degrees) {
  const double half = student(degrees) * log.error;
  return {true, std::exp(log.mean), std::exp(log.mean - half), std::exp(log.mean + half)};
}

bool comparable(const Part& before, const Part& after) {
  return before.asked > 0 && before.calls > 0 && after.calls > 0;
}

/// The later half of the weeks before against the earlier.
bool fell_before(const std::vector<SignWeek>& series) {
  std::vector<SignWeek> before;
  std::copy_if(series.begin(), series.end(), std::back_inserter(before), [](const auto& week) { return !week.after; });
  if (before.size() < 4) return false;
  for (std::size_t i = 0; i < before.size(); ++i) before[i].after = i >= before.size() / 2;
  const Part early = sum(before, &SignWeek::asked, false, false);
  const Part late = sum(before, &SignWeek::asked, true, false);
  if (!comparable(early, late)) return false;
  const Variation variation = variation_of(before, &SignWeek::asked);  // Within each half.
  return interval(log_ratio(early, late, variation.factor), variation.degrees).high < 1;
}

/// Whether it fell more than all others did, of which the whole interval lies below one too.
bool fell_alone(const LogRatio& own, const Variation& own_variation, const LogRatio& others,
                const Variation& others_variation) {
  if (interval(others, others_variation.degrees).high >= 1) return true;
  const LogRatio apart{own.mean - others.mean, std::hypot(own.error, others.error)};
  return interval(apart, std::min(own_variation.degrees, others_variation.degrees)).high < 1;
}

std::vector<SignWeek> weeks_of(const std::vector<SignDay>& days, absl::CivilDay up, absl::CivilDay end,
                               absl::CivilDay first, int& before, int& after) {
  std::vector<SignWeek> series;
  const absl::CivilDay last = up - kDaysAroundSign;  // The first day that is left out.
  for (before = 0; before < kMostSignWeeks && last - kWeek * (before + 1) >= first; ++before) {
    series.push_back(week_of(days, last - kWeek * (before + 1), false));
  }
  std::reverse(series.begin(), series.end());
  const absl::CivilDay next = up + kDaysAroundSign + 1;
  for (after = 0; after < kMostSignWeeks && next + kWeek * (after + 1) <= end; ++after) {
    series.push_back(week_of(days, next + kWeek * after, true));
  }
  return series;
}

void mark_compared(SignEffect& effect, int before, int after) {
  effect.weeks = std::min(before, after);
  for (std::size_t i = 0; i < effect.series.size(); ++i) {
    const int place = static_cast<int>(i);
    effect.series[i].compared = place >= before - effect.weeks && place < before + effect.weeks;
  }
}

void judge(SignEffect& effect) {
  const Part before = sum(effect.series, &SignWeek::asked, false, true);
  const Part after = sum(effect.series, &SignWeek::asked, true, true);
  effect.too_early = TooEarly::kFewCalls;
  if (!comparable(before, after)) return;
  const Variation variation = variation_of(effect.series, &SignWeek::asked);
  const LogRatio own = log_ratio(before, after, variation.factor);
  effect.dispersion = variation.factor;
  effect.ratio = interval(own, variation.degrees);
  effect.fell_before = fell_before(effect.series);
  const Part others_before = sum(effect.series, &SignWeek::others, false, true);
  const Part others_after = sum(effect.series, &SignWeek::others, true, true);
  const Variation others_variation = variation_of(effect.series, &SignWeek::others);
  const bool others_known = comparable(others_before, others_after);
  const LogRatio others = others_known ? log_ratio(others_before, others_after, others_variation.factor) : LogRatio{};
  if (others_known) effect.others = interval(others, others_variation.degrees);
  if (before.asked < kFewestBefore || before.share() * after.calls < kFewestExpected) return;
  effect.too_early = TooEarly::kNo;
  if (effect.ratio.high < 1) {
    const bool alone = !others_known || fell_alone(own, variation, others, others_variation);
    effect.verdict = alone ? SignVerdict::kFell : SignVerdict::kFellLikeOthers;
  } else if (effect.ratio.low > 1) {
    effect.verdict = SignVerdict::kRose;
  } else if (effect.ratio.low > kHalf) {
    effect.verdict = SignVerdict::kNoChange;
  } else {
    effect.too_early = TooEarly::kWideInterval;
  }
}

}  // namespace

absl::CivilDay first_sign_day(absl::CivilDay up) { return up - kDaysAroundSign - kWeek * kMostSignWeeks; }

SignEffect sign_effect(const std::vector<SignDay>& days, absl::CivilDay up, absl::CivilDay known, absl::CivilDay first,
                       std::optional<absl::CivilDay> down) {
  SignEffect effect;
  int before = 0;
  int after = 0;
  effect.series = weeks_of(days, up, down ? std::min(known, *down) : known, first, before, after);
  mark_compared(effect, before, after);
  const Part all_before = sum(effect.series, &SignWeek::asked, false, true);
  const Part all_after = sum(effect.series, &SignWeek::asked, true, true);
  effect.asked_before = static_cast<int>(all_before.asked);
  effect.calls_before = static_cast<int>(all_before.calls);
  effect.asked_after = static_cast<int>(all_after.asked);
  effect.calls_after = static_cast<int>(all_after.calls);
  if (effect.weeks >= kFewestSignWeeks) judge(effect);
  return effect;
}

}  // namespace aandacht::domain
