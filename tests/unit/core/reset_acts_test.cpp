// Acts about resets, at the service's edge.
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using test::Awaited;
using test::CoreHouse;
using test::eventually;

namespace {

absl::Status act(CoreHouse& house, const std::string& id, domain::OwnAct what) {
  Awaited<core::Written> answer;
  house.core().desks().record_act({id, "sanne", std::move(what), {house.clock().now(), {}}}, answer.callback());
  return answer.get().status();
}

}  // namespace

TEST_CASE("the tap after is taken for the reset that just left the screen, not for one that never was") {
  CoreHouse house;
  REQUIRE(act(house, "ask", domain::ResetAsked{absl::Seconds(30), "nl"}).ok());
  const std::string id = house.desk().resets.current.value().id;
  REQUIRE(act(house, "stop", domain::ResetAnswered{id, domain::ResetAnswer::kStop, "nl"}).ok());
  REQUIRE(act(house, "leave", domain::ResetAnswered{id, domain::ResetAnswer::kLeave, "nl"}).ok());
  CHECK(act(house, "tap", domain::FullnessTold{id, true, 2}).ok());
  CHECK(absl::IsNotFound(act(house, "tap-2", domain::FullnessTold{"sanne/other", true, 2})));
  CHECK(absl::IsNotFound(act(house, "stop-2", domain::ResetAnswered{id, domain::ResetAnswer::kStop, "nl"})));
  CHECK(absl::IsInvalidArgument(act(house, "tap-3", domain::FullnessTold{id, true, 6})));
}

TEST_CASE("a reset ends, and leaves, at its time without anybody doing anything") {
  CoreHouse house;
  REQUIRE(act(house, "ask", domain::ResetAsked{absl::Minutes(2), "nl"}).ok());
  const absl::Time began = house.clock().now();
  house.advance(absl::Seconds(121));
  REQUIRE(eventually([&] {
    const auto current = house.desk().resets.current;
    return current && current->state == domain::ResetState::kDone;
  }));
  CHECK(house.desk().resets.current->ends == began + absl::Minutes(2));
  house.advance(absl::Minutes(2));
  REQUIRE(eventually([&] { return !house.desk().resets.current; }));
  CHECK(house.desk().resets.past.size() == 1);
}

TEST_CASE(
    "what was answered in time without the service is taken although its timers ended the reset and put it away") {
  CoreHouse house;
  REQUIRE(act(house, "ask", domain::ResetAsked{absl::Seconds(30), "nl"}).ok());
  const absl::Time began = house.clock().now();
  const std::string id = house.desk().resets.current.value().id;
  house.advance(absl::Seconds(31));
  house.advance(absl::Minutes(10));
  REQUIRE(eventually([&] { return !house.desk().resets.current; }));
  const auto late = [&](const std::string& name, absl::Duration after, domain::ResetAnswer what) {
    Awaited<core::Written> answer;
    house.core().desks().record_act(
        {name, "sanne", domain::ResetAnswered{id, what, "nl"}, {began + after, absl::Minutes(10)}}, answer.callback());
    return answer.get().status();
  };
  CHECK(absl::IsNotFound(late("too-late", absl::Seconds(30), domain::ResetAnswer::kExtend)));
  CHECK(late("extend", absl::Seconds(20), domain::ResetAnswer::kExtend).ok());
  CHECK(late("leave", absl::Seconds(125), domain::ResetAnswer::kLeave).ok());
  REQUIRE(eventually([&] { return !house.desk().resets.current; }));
  REQUIRE(house.desk().resets.past.size() == 1);
  CHECK(house.desk().resets.past.back().state == domain::ResetState::kDone);
  CHECK(house.desk().resets.past.back().ends == began + absl::Minutes(2));
}
