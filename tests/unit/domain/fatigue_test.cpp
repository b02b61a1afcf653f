// The score of one moment, from counters.
#include "shared/domain/fatigue.h"

#include <numeric>

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(1'790'000'000);

/// In a call since a moment ago, in a shift of one hour, after a pause of a moment ago.
Fatigue fresh() {
  Fatigue fatigue;
  fatigue.shift_began = kNow - absl::Hours(1);
  fatigue.pause_ended = kNow - absl::Minutes(1);
  fatigue.busy_since = kNow;
  fatigue.free_since = kNow - absl::Minutes(1);
  return fatigue;
}

int points_of(const FatigueScore& score, FatigueCause cause) {
  for (const CausePoints& each : score.causes) {
    if (each.cause == cause) return each.points;
  }
  return 0;
}

int points(const Fatigue& fatigue, FatigueCause cause) {
  return points_of(fatigue_score(fatigue, shipped_fatigue_rules(), kNow), cause);
}

int busy_points(double share) {
  Fatigue fatigue = fresh();
  fatigue.busy = {{kNow - absl::Hours(1) * share, kNow}};
  return points(fatigue, FatigueCause::kOccupancy);
}

/// Everything at its worst.
Fatigue worn_out() {
  Fatigue fatigue = fresh();
  fatigue.shift_began = kNow - absl::Hours(9);
  fatigue.pause_ended = kNow - absl::Hours(4);
  fatigue.calls_since_pause = fatigue.calls_in_shift = 60;
  fatigue.heavy_in_row = 8;
  fatigue.heavy = std::vector<WeighedCall>(8, {kNow, 1.5});
  fatigue.helpless = std::vector<WeighedCall>(8, {kNow, 1});
  fatigue.busy = {{kNow - absl::Hours(1), kNow}};
  fatigue.after_call_work = std::vector<absl::Duration>(20, absl::Seconds(20));
  fatigue.after_call_work.insert(fatigue.after_call_work.end(), 5, absl::Seconds(60));
  return fatigue;
}

int sum_of(const FatigueScore& score) {
  return std::accumulate(score.causes.begin(), score.causes.end(), 0,
                         [](int sum, const CausePoints& cause) { return sum + cause.points; });
}

TEST_CASE("Who had no call yet, or not for hours, is not tired of calls", "[fatigue]") {
  CHECK(fatigue_score({}, shipped_fatigue_rules(), kNow) == FatigueScore{});
  Fatigue home = worn_out();
  home.busy_since = absl::InfinitePast();
  home.free_since = kNow - absl::Hours(5);
  CHECK(fatigue_score(home, shipped_fatigue_rules(), kNow) == FatigueScore{});
}

TEST_CASE("Being busy weighs mildly above 85 percent of the hour and fully from 90 percent", "[fatigue]") {
  CHECK(busy_points(.84) == 0);
  CHECK(busy_points(.86) > 0);
  CHECK(busy_points(.86) < busy_points(.89));
  CHECK(busy_points(.90) == 16);
  CHECK(busy_points(1) == 16);
}

TEST_CASE("The hour before the shift counts as free: the first call of a day is not a full hour", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.shift_began = fatigue.busy_since = kNow - absl::Minutes(20);
  CHECK(points(fatigue, FatigueCause::kOccupancy) == 0);
}

TEST_CASE("Three heavy calls one after another are 24 points, four 36", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.heavy_in_row = 3;
  CHECK(points(fatigue, FatigueCause::kHeavyInARow) == 24);
  fatigue.heavy_in_row = 4;
  CHECK(points(fatigue, FatigueCause::kHeavyInARow) == 36);
  fatigue.heavy_in_row = 1;
  CHECK(points(fatigue, FatigueCause::kHeavyInARow) == 0);
}

TEST_CASE("A heavy call weighs half after the half-life", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.heavy = {{kNow, 1}, {kNow, 0.75}};
  const int at_once = points(fatigue, FatigueCause::kHeavyCalls);
  fatigue.heavy = {{kNow - absl::Minutes(45), 1}, {kNow - absl::Minutes(45), 0.75}};
  CHECK(at_once == 12);
  CHECK(points(fatigue, FatigueCause::kHeavyCalls) == 6);
}

TEST_CASE("A pause counts while it lasts", "[fatigue]") {
  Fatigue fatigue = worn_out();
  fatigue.busy_since = absl::InfinitePast();
  fatigue.free_since = kNow;
  const FatigueRules rules = shipped_fatigue_rules();
  const FatigueScore soon = fatigue_score(fatigue, rules, kNow + absl::Seconds(299));
  const FatigueScore paused = fatigue_score(fatigue, rules, kNow + absl::Seconds(300));
  CHECK(points_of(soon, FatigueCause::kHeavyInARow) == 36);
  CHECK(points_of(soon, FatigueCause::kMinutesInARow) == 6);
  CHECK(points_of(paused, FatigueCause::kHeavyInARow) == 0);
  CHECK(points_of(paused, FatigueCause::kMinutesInARow) == 0);
  CHECK(points_of(paused, FatigueCause::kCallsInARow) == 0);
  CHECK(paused.total < soon.total);
}

TEST_CASE("After-call work is held against the agent's own median, not against others", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.calls_in_shift = 30;
  fatigue.after_call_work = std::vector<absl::Duration>(20, absl::Seconds(50));
  CHECK(points(fatigue, FatigueCause::kAfterCallWork) == 0);
  CHECK(own_after_call_work(fatigue, shipped_fatigue_rules()) == absl::Seconds(50));

  fatigue.after_call_work.insert(fatigue.after_call_work.end(), 5, absl::Seconds(100));
  CHECK(points(fatigue, FatigueCause::kAfterCallWork) == 3);

  fatigue.calls_in_shift = 2;  // The long ones were yesterday's.
  CHECK(points(fatigue, FatigueCause::kAfterCallWork) == 0);
}

TEST_CASE("One long wrap-up is no drift, and seconds are nothing", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.calls_in_shift = 30;
  fatigue.after_call_work = std::vector<absl::Duration>(20, absl::Seconds(50));
  fatigue.after_call_work.push_back(absl::Minutes(10));
  CHECK(points(fatigue, FatigueCause::kAfterCallWork) == 0);
  fatigue.after_call_work = std::vector<absl::Duration>(20, absl::Seconds(3));
  fatigue.after_call_work.insert(fatigue.after_call_work.end(), 5, absl::Seconds(9));
  CHECK(points(fatigue, FatigueCause::kAfterCallWork) == 0);
}

TEST_CASE("The own median is known from ten calls on", "[fatigue]") {
  Fatigue fatigue;
  fatigue.after_call_work = std::vector<absl::Duration>(9, absl::Seconds(50));
  CHECK(own_after_call_work(fatigue, shipped_fatigue_rules()) == absl::InfiniteDuration());
  fatigue.after_call_work.push_back(absl::Seconds(60));
  CHECK(own_after_call_work(fatigue, shipped_fatigue_rules()) == absl::Seconds(50));
}

TEST_CASE("The total is the sum of its causes, most points first, and never above 100", "[fatigue]") {
  const FatigueRules rules = shipped_fatigue_rules();
  Fatigue fatigue = worn_out();
  for (const double sensitivity : {0.5, 0.7, 1.0, 1.1, 1.3, 1.5}) {
    fatigue.sensitivity = sensitivity;
    const FatigueScore score = fatigue_score(fatigue, rules, kNow);
    CHECK(score.total == sum_of(score));
    CHECK(score.total <= 100);
    CHECK(score.causes.front().cause == FatigueCause::kHeavyInARow);
    CHECK(std::is_sorted(score.causes.begin(), score.causes.end(),
                         [](const CausePoints& a, const CausePoints& b) { return a.points > b.points; }));
  }
  CHECK(fatigue_score(fatigue, rules, kNow).total == 100);
  fatigue.sensitivity = 1;
  CHECK(fatigue_score(fatigue, rules, kNow).total == 100);  // All rows at their fullest.
}

TEST_CASE("Every point is multiplied by the sensitivity that the agent chose", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.heavy_in_row = 4;
  fatigue.sensitivity = 0.5;
  CHECK(points(fatigue, FatigueCause::kHeavyInARow) == 18);
  fatigue.sensitivity = 1.5;
  CHECK(points(fatigue, FatigueCause::kHeavyInARow) == 54);
}

TEST_CASE("Of two causes with as many points the row of heavy calls stands before the heavy calls", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.heavy_in_row = 3;
  fatigue.heavy = std::vector<WeighedCall>(3, {kNow, 1.5});
  const FatigueScore score = fatigue_score(fatigue, shipped_fatigue_rules(), kNow);
  REQUIRE(score.causes.size() == 2);
  CHECK(score.causes[0].points == score.causes[1].points);
  CHECK(score.causes[0].cause == FatigueCause::kHeavyInARow);
}

TEST_CASE("What was counted stands beside its points", "[fatigue]") {
  Fatigue fatigue = fresh();
  fatigue.heavy_in_row = 3;
  fatigue.shift_began = kNow - absl::Hours(6);
  const FatigueScore score = fatigue_score(fatigue, shipped_fatigue_rules(), kNow);
  REQUIRE(score.causes.size() == 2);
  CHECK(score.causes[0] == CausePoints{FatigueCause::kHeavyInARow, 24, 3});
  CHECK(score.causes[1] == CausePoints{FatigueCause::kHoursIntoShift, 2, 6});
}

}  // namespace
}  // namespace aandacht::domain
