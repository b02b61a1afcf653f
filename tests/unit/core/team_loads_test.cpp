// How busy a team is, measured from its own calls.
#include "service/core/team_loads.h"

#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using core::HourOfCalls;
using domain::CallEvent;
using test::CoreHouse;

namespace {

core::CoreOptions two_teams() {
  core::CoreOptions options;
  options.teams = core::Teams({{"blue", {"sanne", "joost", "mila"}}, {"red", {"omar"}}});
  return options;
}

/// A call of six minutes with its wrap-up finished at the end, then `gap` without one.
void handle_call(CoreHouse& house, const std::string& call, const std::string& agent, absl::Duration gap) {
  house.begin_call(call, agent);
  house.advance(absl::Seconds(330));
  REQUIRE(house.tell(house.report(call + "-ended", CallEvent::kEnded, call, agent)).ok());
  house.advance(absl::Seconds(10));
  REQUIRE(house.tell(core::FinishWrapUp{call + "-finished", agent, call}).ok());
  house.advance(gap);
}

std::optional<domain::TeamLoad> told(CoreHouse& house, const std::string& agent = "sanne") {
  return house.desk(agent).resets.load;
}

}  // namespace

TEST_CASE("nothing is known of a team until five calls and the gaps between them were seen", "[load]") {
  CoreHouse house(two_teams());
  for (int i = 0; i < 6; ++i) {
    handle_call(house, "call-" + std::to_string(i), "sanne", absl::Seconds(60));
    CAPTURE(i);
    CHECK_FALSE(told(house));
  }
  handle_call(house, "call-6", "sanne", absl::Seconds(60));
  REQUIRE(told(house));
}

TEST_CASE("a team's handling time and occupancy are those of its calls", "[load]") {
  CoreHouse house(two_teams());
  for (int i = 0; i < 9; ++i) handle_call(house, "call-" + std::to_string(i), "sanne", absl::Seconds(60));
  REQUIRE(told(house));
  CHECK(told(house)->mean_handling == absl::Seconds(340));
  CHECK(told(house)->occupancy == Approx(.85));
  CHECK(told(house)->agents == 1);
}

TEST_CASE("colleagues of the team count, other teams do not", "[load]") {
  CoreHouse house(two_teams());
  for (int i = 0; i < 4; ++i) {
    for (const std::string agent : {"sanne", "joost", "omar"}) {
      handle_call(house, agent + std::to_string(i), agent, absl::Seconds(20));
    }
  }
  REQUIRE(told(house, "joost"));
  CHECK(told(house, "joost")->agents == 2);
  CHECK_FALSE(told(house, "omar"));
}

TEST_CASE("a lunch is no gap between calls", "[load]") {
  CoreHouse house(two_teams());
  for (int i = 0; i < 7; ++i) {
    handle_call(house, "call-" + std::to_string(i), "sanne", i == 3 ? absl::Minutes(16) : absl::Seconds(60));
  }
  handle_call(house, "last", "sanne", absl::Seconds(60));
  REQUIRE(told(house));
  CHECK(told(house)->occupancy == Approx(.85));
}

TEST_CASE("what was measured is known again after a restart", "[load]") {
  CoreHouse house(two_teams());
  for (int i = 0; i < 9; ++i) handle_call(house, "call-" + std::to_string(i), "sanne", absl::Seconds(60));
  house.restart();
  handle_call(house, "after", "sanne", absl::Seconds(60));
  REQUIRE(told(house));
  CHECK(told(house)->occupancy == Approx(.85));
  CHECK(told(house)->mean_handling == absl::Seconds(340));
}

TEST_CASE("two calls in one stretch are two calls", "[load]") {
  CoreHouse house(two_teams());
  for (int i = 0; i < 8; ++i) {
    const std::string first = "first-" + std::to_string(i);
    const std::string second = "second-" + std::to_string(i);
    house.begin_call(first);
    house.advance(absl::Seconds(100));
    REQUIRE(house.tell(house.report(first + "-ended", CallEvent::kEnded, first)).ok());
    house.begin_call(second);
    REQUIRE(house.tell(core::FinishWrapUp{first + "-finished", "sanne", first}).ok());
    house.advance(absl::Seconds(100));
    REQUIRE(house.tell(house.report(second + "-ended", CallEvent::kEnded, second)).ok());
    REQUIRE(house.tell(core::FinishWrapUp{second + "-finished", "sanne", second}).ok());
    house.advance(absl::Seconds(50));
  }
  REQUIRE(told(house));
  CHECK(told(house)->mean_handling == absl::Seconds(100));
  CHECK(told(house)->occupancy == Approx(.8));
}

TEST_CASE("calls of over an hour ago are forgotten", "[load]") {
  HourOfCalls hour;
  absl::Time now = test::monday();
  for (int i = 0; i < 10; ++i) {
    hour.add(now, absl::Seconds(300), 1, absl::Seconds(100));
    hour.count_agent(now, i == 0 ? absl::InfinitePast() : now - absl::Minutes(5));
    now += absl::Minutes(5);
  }
  REQUIRE(hour.load(now));
  CHECK(hour.load(now)->occupancy == Approx(.75));
  CHECK(hour.load(now)->agents == 1);
  CHECK_FALSE(hour.load(now + absl::Minutes(45)));
  CHECK_FALSE(hour.load(now + absl::Hours(100)));
}

TEST_CASE("a clock that is set back, or leaps, makes no figure wrong", "[load]") {
  HourOfCalls hour;
  const absl::Time now = test::monday();
  for (int i = 0; i < 10; ++i)
    hour.add(now + absl::Minutes(30) - absl::Minutes(i), absl::Seconds(300), 1, absl::Seconds(100));
  hour.add(now - absl::Hours(5), absl::Hours(9), 1, absl::Seconds(1));
  REQUIRE(hour.load(now));
  CHECK(hour.load(now)->mean_handling == absl::Seconds(300));
  CHECK_FALSE(hour.load(now + absl::Hours(24 * 400)));
  hour.count_agent(now, absl::InfinitePast());
  CHECK_FALSE(hour.load(now));
}

TEST_CASE("a clock that is set back by more than an hour begins the team's hour anew", "[load]") {
  HourOfCalls hour;
  const absl::Time ahead = test::monday() + absl::Hours(5);
  for (int i = 0; i < 10; ++i) hour.add(ahead, absl::Seconds(900), 1, absl::Seconds(10));
  hour.count_agent(ahead, absl::InfinitePast());
  REQUIRE(hour.load(ahead));
  hour.set_clock(ahead - absl::Minutes(59));  // The words of a late report, or a small correction.
  REQUIRE(hour.load(ahead));
  hour.set_clock(test::monday());
  CHECK_FALSE(hour.load(test::monday()));
  for (int i = 0; i < 5; ++i) hour.add(test::monday(), absl::Seconds(300), 1, absl::Seconds(100));
  hour.count_agent(test::monday(), ahead);
  REQUIRE(hour.load(test::monday()));
  CHECK(hour.load(test::monday())->mean_handling == absl::Seconds(300));
  CHECK(hour.load(test::monday())->occupancy == Approx(.75));
  CHECK(hour.load(test::monday())->agents == 1);
  CHECK_FALSE(hour.load(test::monday() + absl::Minutes(61)));
}

TEST_CASE("a team's calls count again after the service's clock was set back", "[load]") {
  CoreHouse house(two_teams());
  house.advance(absl::Hours(5));
  for (int i = 0; i < 9; ++i) handle_call(house, "call-" + std::to_string(i), "sanne", absl::Seconds(60));
  REQUIRE(told(house)->mean_handling == absl::Seconds(340));
  REQUIRE(house.tell(house.report("flush", CallEvent::kRinging, "flush", "omar")).ok());  // The last call is counted.
  house.clock().set_back(absl::Hours(5));
  for (int i = 0; i < 9; ++i) {
    const std::string call = "again-" + std::to_string(i);
    house.begin_call(call, "joost");
    house.advance(absl::Seconds(90));
    REQUIRE(house.tell(house.report(call + "-ended", CallEvent::kEnded, call, "joost")).ok());
    house.advance(absl::Seconds(10));
    REQUIRE(house.tell(core::FinishWrapUp{call + "-finished", "joost", call}).ok());
    house.advance(absl::Seconds(60));
  }
  REQUIRE(told(house, "joost"));
  CHECK(told(house, "joost")->mean_handling == absl::Seconds(100));
}
