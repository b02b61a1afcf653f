// Thousands of simulated shifts through the real desk: what must hold in each of them at every moment.
#include "client/ctl/shift_simulation.h"

#include <map>
#include <numeric>
#include <optional>

#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"
#include "tests/support/catch.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

constexpr Mood kMoods[] = {Mood::kCalm, Mood::kMixed, Mood::kBrutal};

int sum_of(const domain::FatigueScore& score) {
  return std::accumulate(score.causes.begin(), score.causes.end(), 0,
                         [](int sum, const domain::CausePoints& cause) { return sum + cause.points; });
}

/// What a step breaks; empty: nothing.
std::string broken_by(const ShiftStep& step) {
  const domain::FatigueScore& score = step.score;
  if (score.total < 0 || score.total > 100) return "a score outside 0 to 100";
  if (score.total != sum_of(score)) return "a score that is not the sum of its causes";
  if (score.total > 0 && score.causes.empty()) return "a score that is not explained";
  for (const domain::CausePoints& cause : score.causes) {
    if (cause.points < 1 || cause.amount <= 0) return "a cause without points or without what was counted";
  }
  if (!step.offer) return {};
  if (!step.desk.calls.empty()) return "an offer during a call";
  const domain::ResetBook& book = step.before.resets;
  if (step.time - book.last_offered < absl::Minutes(20)) return "an offer within 20 minutes of the last";
  if (step.time - book.last_declined < absl::Minutes(60)) return "an offer within the hour after a decline";
  if (score.total < 45) return "an offer to somebody who is calm";
  if (score.total < 60 && !step.before.fatigue.elevated) return "an offer below the threshold";
  return {};
}

TEST_CASE("Thousands of shifts: no offer in a call or too often, every score the sum of what explains it", "[shift]") {
  const domain::Library library;
  std::map<std::string, std::string> broken;
  int shifts = 0;
  int offers = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    ShiftPlan plan;
    plan.seed = seed;
    plan.shifts = {absl::Hours(2 + static_cast<int>(seed % 3) * 2)};
    plan.mood = kMoods[seed % 3];
    plan.occupancy = 0.7 + 0.05 * static_cast<double>(seed % 6);
    plan.breaks = seed % 5 != 0;
    plan.sensitivity = seed % 4 == 0 ? 1.5 : 1;
    plan.accepts = 0.25 * static_cast<double>(seed % 4);
    plan.declines = 1 - plan.accepts;
    simulate_shifts(plan, library, [&](const ShiftStep& step) {
      offers += step.offer ? 1 : 0;
      const std::string what = broken_by(step);
      if (!what.empty()) broken.emplace(what, absl::StrCat("seed ", seed, " after ", absl::FormatDuration(step.since)));
    });
    ++shifts;
  }
  for (const auto& [what, where] : broken) FAIL_CHECK(what << ": " << where);
  CHECK(shifts == 2000);
  CHECK(offers > 1000);  // Or nothing was tested.
}

TEST_CASE("A calm shift is never stuck above the threshold", "[shift]") {
  const domain::Library library;
  absl::Duration longest;
  std::uint64_t worst = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    ShiftPlan plan;
    plan.seed = seed;
    plan.mood = Mood::kCalm;
    plan.occupancy = 0.7 + 0.05 * static_cast<double>(seed % 6);
    absl::Time above_since = absl::InfiniteFuture();
    simulate_shifts(plan, library, [&](const ShiftStep& step) {
      if (step.score.total < library.fatigue.suggest_from) {
        above_since = absl::InfiniteFuture();
      } else {
        above_since = std::min(above_since, step.time);
      }
      const absl::Duration above = step.time - above_since;
      if (above > longest) {
        longest = above;
        worst = seed;
      }
    });
  }
  INFO("seed " << worst);
  CHECK(longest <= absl::Minutes(15));
}

/// Four heavy calls in a row at an occupancy of 90 percent and more, and nothing that forbids an offer.
bool is_plainly_brutal(const ShiftStep& step) {
  const domain::Fatigue& fatigue = step.desk.fatigue;
  if (fatigue.heavy_in_row < 4 || !step.desk.calls.empty()) return false;
  domain::FatigueRules occupancy_only = domain::shipped_fatigue_rules();
  std::erase_if(occupancy_only.weights, [](const auto& row) { return row.first != domain::FatigueCause::kOccupancy; });
  const domain::FatigueScore busy = domain::fatigue_score(fatigue, occupancy_only, step.time);
  return !busy.causes.empty() && busy.causes.front().amount >= 0.9;
}

/// Just before the step; the gaps end with it at the latest.
bool may_be_offered(const ShiftStep& step) {
  const domain::ResetBook& book = step.before.resets;
  return !book.current && step.time - book.last_offered >= absl::Minutes(20) &&
         step.time - book.last_declined >= absl::Minutes(60);
}

TEST_CASE("A plainly brutal shift brings an offer within two calls", "[shift]") {
  const domain::Library library;
  std::map<int, int> offered_after;  ///< Moments, by how many calls later the offer came.
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    ShiftPlan plan;
    plan.seed = seed;
    plan.mood = Mood::kBrutal;
    plan.occupancy = 0.88 + 0.02 * static_cast<double>(seed % 4);
    std::optional<int> owed_since;  ///< Calls done when it became brutal.
    simulate_shifts(plan, library, [&](const ShiftStep& step) {
      const int calls = step.desk.fatigue.calls_in_shift;
      const bool brutal = is_plainly_brutal(step);
      if (brutal && !owed_since && may_be_offered(step)) owed_since = calls;
      if (owed_since && calls > *owed_since + 2) {
        FAIL_CHECK("seed " << seed << " after " << step.since << ": " << step.score.total);
        owed_since.reset();
      }
      if (owed_since && step.offer) ++offered_after[calls - *owed_since];
      const bool lighter = step.desk.calls.empty() && !brutal;
      if (step.offer || lighter) owed_since.reset();
    });
  }
  CHECK(offered_after[0] > 500);  // Or nothing was tested.
  CHECK(offered_after.size() <= 3);
}

TEST_CASE("The occupancy that was asked for is what the calls come to", "[shift]") {
  for (const double asked : {0.75, 0.85, 0.92}) {
    absl::Duration busy;
    absl::Duration all;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
      ShiftPlan plan;
      plan.seed = seed;
      plan.occupancy = asked;
      plan.breaks = false;
      plan.mood = Mood::kCalm;
      absl::Time last = absl::InfinitePast();
      bool was_busy = false;
      simulate_shifts(plan, {}, [&](const ShiftStep& step) {
        if (last != absl::InfinitePast()) {
          all += step.time - last;
          if (was_busy) busy += step.time - last;
        }
        last = step.time;
        was_busy = step.desk.fatigue.busy_since != absl::InfinitePast();
      });
    }
    CHECK(absl::FDivDuration(busy, all) == Approx(asked).margin(0.025));
  }
}

TEST_CASE("A shift has its breaks, and more than twelve hours are worked in days", "[shift]") {
  CHECK(breaks_of(absl::Hours(8)).size() == 3);
  CHECK(breaks_of(absl::Hours(4)).size() == 1);
  CHECK(breaks_of(absl::Hours(2)).empty());
  CHECK(shifts_of(absl::Hours(12)) == std::vector<absl::Duration>{absl::Hours(12)});
  CHECK(shifts_of(absl::Hours(20)) == std::vector<absl::Duration>{absl::Hours(8), absl::Hours(8), absl::Hours(4)});
}

TEST_CASE("simulate shift prints a JSON object for every event, the same for the same seed", "[shift]") {
  const std::vector<std::string> command = {"simulate",
                                            "shift",
                                            "--seed",
                                            "5",
                                            "--hours",
                                            "3",
                                            "--mood",
                                            "brutal",
                                            "--occupancy",
                                            "0.92",
                                            "--json",
                                            "--content",
                                            AANDACHT_SOURCE_DIR "/service/content"};
  const Ran ran = run_ctl(command);
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  CHECK(run_ctl(command).out == ran.out);
  std::int64_t last = 0;
  bool scored = false;
  for (const std::string& line : lines_in(ran.out)) {
    const auto json = nlohmann::json::parse(line);
    CAPTURE(line);
    REQUIRE(json.size() == 9);
    CHECK(json["at"].get<std::int64_t>() >= last);
    last = json["at"];
    int sum = 0;
    for (const auto& cause : json["causes"]) sum += cause["points"].get<int>();
    CHECK(json["score"] == sum);
    CHECK_FALSE((json["offer"].get<bool>() && json["in_call"].get<bool>()));
    scored = scored || sum > 60;
  }
  CHECK(last > 3 * 3600 - 1200);
  CHECK(scored);
  CHECK(run_ctl({"simulate", "shift", "--mood", "sad"}).exit == Exit::kUsage);
  CHECK(run_ctl({"simulate", "shift", "--content", "no/such/folder"}).exit == Exit::kFailed);
}

}  // namespace
}  // namespace aandacht::ctl
