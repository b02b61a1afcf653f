#include "shared/domain/sign_effect.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <random>

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

const absl::CivilDay kUp(2026, 9, 7);  // A Monday.
const absl::CivilDay kFirst = first_sign_day(kUp);

/// What a made-up company is like.
struct World {
  double calls_a_day = 200;
  double share = 0.08;       ///< Of calls with the question, before.
  double effect = 1;         ///< The share after over the share before.
  double others = 0.5;       ///< Share of calls with another question …
  double others_effect = 1;  ///< … and what became of it.
  double volume_trend = 0;   ///< A week, as a part.
  double share_trend = 0;    ///< A week, as a part.
  double weekly_noise = 0;   ///< Standard deviation of ln(share) from week to week.
  bool weekdays = true;      ///< Mondays are busy, Sundays closed; the question is asked most on Mondays.
};

constexpr std::array kBusy = {1.5, 1.2, 1.0, 0.9, 1.0, 0.4, 0.0};
constexpr std::array kAsked = {1.4, 1.1, 1.0, 0.9, 0.8, 0.6, 1.0};

std::vector<SignDay> play(const World& world, int weeks_after, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> noise(0, 1);
  std::vector<SignDay> days;
  const absl::CivilDay end = kUp + kDaysAroundSign + 1 + 7 * weeks_after;
  double of_week = 1;
  for (absl::CivilDay day = kFirst; day < end; ++day) {
    const int place = static_cast<int>(day - kFirst);
    if (place % 7 == 0) of_week = std::exp(world.weekly_noise * noise(random));
    const auto weekday = static_cast<std::size_t>(absl::GetWeekday(day));
    const double week = place / 7.0;
    const double busy = world.weekdays ? kBusy[weekday] : 1;
    const double asked = world.weekdays ? kAsked[weekday] : 1;
    const double volume = std::max(0.0, world.calls_a_day * busy * std::pow(1 + world.volume_trend, week));
    const int calls = volume > 0 ? std::poisson_distribution<int>(volume)(random) : 0;
    const double effect = day >= kUp ? world.effect : 1;
    const double others_effect = day >= kUp ? world.others_effect : 1;
    const double share = std::min(0.9, world.share * asked * of_week * effect * std::pow(1 + world.share_trend, week));
    const int with = calls > 0 ? std::binomial_distribution<int>(calls, share)(random) : 0;
    const int rest = calls - with;
    const int other =
        rest > 0 ? std::binomial_distribution<int>(rest, std::min(0.9, world.others * others_effect))(random) : 0;
    days.push_back({day, with, other, calls});
  }
  return days;
}

SignEffect judge(const World& world, int weeks_after, std::uint64_t seed) {
  const absl::CivilDay known = kUp + kDaysAroundSign + 1 + 7 * weeks_after;
  return sign_effect(play(world, weeks_after, seed), kUp, known, kFirst);
}

/// In which part of so many series the verdict is this one.
double part_with(SignVerdict verdict, const World& world, int weeks_after, int series = 1000) {
  int found = 0;
  for (int seed = 1; seed <= series; ++seed) {
    found += judge(world, weeks_after, static_cast<std::uint64_t>(seed)).verdict == verdict;
  }
  return static_cast<double>(found) / series;
}

TEST_CASE("without an effect a fall is said in at most one series of twenty", "[signs]") {
  World busier;
  busier.volume_trend = 0.06;
  World quieter;
  quieter.volume_trend = -0.06;
  World restless;
  restless.weekly_noise = 0.15;
  World small;
  small.calls_a_day = 60;
  small.share = 0.03;
  for (const auto& [name, world] : {std::pair<const char*, World>{"even", World{}},
                                    {"ever more calls", busier},
                                    {"ever fewer calls", quieter},
                                    {"weeks that differ", restless},
                                    {"few calls", small}}) {
    for (const int weeks : {2, 4, 8}) {
      const double fell = part_with(SignVerdict::kFell, world, weeks);
      INFO(name << ", " << weeks << " weeks: fell " << fell);
      CHECK(fell <= 0.05);
    }
  }
}

TEST_CASE("a question that is asked half as often is found, the busier the sooner", "[signs]") {
  World world;
  world.effect = 0.5;
  world.weekly_noise = 0.1;
  CHECK(part_with(SignVerdict::kFell, world, 2, 300) > 0.9);
  World quiet = world;
  quiet.calls_a_day = 60;
  quiet.share = 0.05;
  CHECK(part_with(SignVerdict::kFell, quiet, 2, 300) < 0.7);
  CHECK(part_with(SignVerdict::kFell, quiet, 8, 300) > 0.95);
}

TEST_CASE("a rise is called a rise", "[signs]") {
  World world;
  world.effect = 1.6;
  CHECK(judge(world, 6, 3).verdict == SignVerdict::kRose);
}

TEST_CASE("a fall of everything is not the sign's doing", "[signs]") {
  World world;
  world.effect = 0.6;
  world.others_effect = 0.6;
  const double fell = part_with(SignVerdict::kFell, world, 6, 300);
  const double like_others = part_with(SignVerdict::kFellLikeOthers, world, 6, 300);
  INFO("fell " << fell << ", like others " << like_others);
  CHECK(fell <= 0.05);
  CHECK(like_others >= 0.9);
}

TEST_CASE("a quiet week is no success: half the calls with the same share change nothing", "[signs]") {
  std::vector<SignDay> days;
  for (absl::CivilDay day = kFirst; day < kUp + 40; ++day) {
    const int calls = day < kUp ? 200 : 100;
    days.push_back({day, calls / 10, calls / 2, calls});
  }
  const SignEffect effect = sign_effect(days, kUp, kUp + 40, kFirst);
  CHECK(effect.verdict == SignVerdict::kNoChange);
  CHECK(effect.ratio.ratio == Approx(1));
  CHECK(effect.weeks == 5);
}

TEST_CASE("it says when it is too early, and why", "[signs]") {
  const World world;
  CHECK(judge(world, 1, 1).too_early == TooEarly::kFewWeeks);
  World rare;
  rare.calls_a_day = 20;
  rare.share = 0.01;
  CHECK(judge(rare, 4, 1).too_early == TooEarly::kFewCalls);
  World restless;
  restless.calls_a_day = 30;
  restless.share = 0.06;
  restless.weekly_noise = 0.5;
  int wide = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const SignEffect effect = judge(restless, 2, seed);
    wide += effect.verdict == SignVerdict::kTooEarly && effect.too_early == TooEarly::kWideInterval;
  }
  CHECK(wide > 25);
}

TEST_CASE("the week around the change is left out, on either side of it as many weeks are compared", "[signs]") {
  std::vector<SignDay> days;
  for (absl::CivilDay day = kFirst; day < kUp + 60; ++day) days.push_back({day, 1, 0, 10});
  const SignEffect effect = sign_effect(days, kUp, kUp + kDaysAroundSign + 1 + 3 * 7 + 5, kFirst);
  CHECK(effect.weeks == 3);
  CHECK(effect.series.size() == 8 + 3);
  CHECK(effect.series[7].from == kUp - kDaysAroundSign - 7);
  CHECK(effect.series[8].from == kUp + kDaysAroundSign + 1);
  CHECK(std::count_if(effect.series.begin(), effect.series.end(), [](const SignWeek& week) { return week.compared; }) ==
        6);
  CHECK(effect.calls_before == 3 * 70);
  CHECK(effect.calls_after == 3 * 70);
}

TEST_CASE("days after it was taken down do not count, nor weeks before calls were counted", "[signs]") {
  std::vector<SignDay> days;
  for (absl::CivilDay day = kFirst; day < kUp + 60; ++day) days.push_back({day, 1, 0, 10});
  CHECK(sign_effect(days, kUp, kUp + 60, kFirst, kUp + 19).weeks == 2);
  CHECK(sign_effect(days, kUp, kUp + 60, kUp - kDaysAroundSign - 21).weeks == 3);
}

TEST_CASE("a question that was falling before its sign is said to have been", "[signs]") {
  World world;
  world.calls_a_day = 600;
  world.share_trend = -0.08;
  CHECK(judge(world, 4, 7).fell_before);
  CHECK_FALSE(judge(World{}, 4, 7).fell_before);
}

TEST_CASE("weeks that differ more than a lottery would widen the interval", "[signs]") {
  World even;
  even.weekdays = false;
  World restless = even;
  restless.weekly_noise = 0.3;
  const SignEffect one = judge(even, 6, 11);
  const SignEffect other = judge(restless, 6, 11);
  CHECK(one.dispersion < 2.5);
  CHECK(other.dispersion > 4);
  CHECK(other.ratio.high / other.ratio.low > one.ratio.high / one.ratio.low);
}

TEST_CASE("no calls at all, or a question that was never asked, is too early and not a division by nothing",
          "[signs]") {
  CHECK(sign_effect({}, kUp, kUp + 40, kFirst).verdict == SignVerdict::kTooEarly);
  std::vector<SignDay> days;
  for (absl::CivilDay day = kFirst; day < kUp + 40; ++day) days.push_back({day, 0, 0, 50});
  const SignEffect effect = sign_effect(days, kUp, kUp + 40, kFirst);
  CHECK(effect.verdict == SignVerdict::kTooEarly);
  CHECK(effect.too_early == TooEarly::kFewCalls);
}

TEST_CASE("a question that is never asked again has fallen, by an interval that is not endless", "[signs]") {
  std::vector<SignDay> days;
  for (absl::CivilDay day = kFirst; day < kUp + 40; ++day) days.push_back({day, day < kUp ? 10 : 0, 50, 100});
  const SignEffect effect = sign_effect(days, kUp, kUp + 40, kFirst);
  CHECK(effect.verdict == SignVerdict::kFell);
  CHECK(effect.ratio.high < 0.1);
  CHECK(std::isfinite(effect.ratio.low));
}

}  // namespace
}  // namespace aandacht::domain
