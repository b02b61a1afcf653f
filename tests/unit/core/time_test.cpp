// A desk lives in the time of its events.
#include "service/core/scheduler.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using domain::CallEvent;
using test::Awaited;
using test::CoreHouse;

namespace {

bool in_wrap_up(CoreHouse& house) {
  const domain::Desk desk = house.desk();
  return !desk.calls.empty() && desk.calls[0].state == domain::CallState::kWrapUp;
}

}  // namespace

TEST_CASE("a wrap-up ends by itself when its time has come") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(in_wrap_up(house));
  house.advance(absl::Seconds(59));
  REQUIRE(house.tell(house.report("other", CallEvent::kEnded, "unknown")).ok());
  CHECK(in_wrap_up(house));
  house.advance(absl::Seconds(2));
  CHECK(test::eventually([&] { return house.desk().calls.empty(); }));
  CHECK(house.record().state == domain::CallState::kEnded);
}

TEST_CASE("a day replayed from the past is woken like a live one") {
  CoreHouse house;
  const absl::Time then = test::monday() - absl::Hours(24 * 30);
  for (const auto& [id, event] :
       {std::pair("r", CallEvent::kRinging), std::pair("a", CallEvent::kAnswered), std::pair("e", CallEvent::kEnded)}) {
    auto report = house.report(id, event);
    report.occurred = then;
    REQUIRE(house.tell(report).ok());
  }
  CHECK(house.desk().time == then);
  REQUIRE(in_wrap_up(house));
  house.advance(absl::Seconds(61));
  CHECK(test::eventually([&] { return house.desk().calls.empty(); }));
  CHECK(house.desk().time == then + absl::Seconds(60));  // Woken at the moment it asked for, not later.
}

TEST_CASE("a click has no sender's time and happens in the desk's present") {
  CoreHouse house;
  const absl::Time then = test::monday() - absl::Hours(240);
  auto report = house.report("a", CallEvent::kAnswered);
  report.occurred = then;
  REQUIRE(house.tell(report).ok());
  house.advance(absl::Seconds(7));
  REQUIRE(house.tell(core::ShowWhy{"w1", "sanne", "en/refund-time"}).ok());
  CHECK(house.desk().time == then + absl::Seconds(7));
}

TEST_CASE("a late report does not set the desk's present back") {
  CoreHouse house;
  house.begin_call();
  auto late = house.report("late", CallEvent::kRinging, "old-call");
  late.occurred = test::monday() - absl::Hours(2);
  REQUIRE(house.tell(late).ok());
  house.advance(absl::Seconds(5));
  REQUIRE(house.tell(core::ShowWhy{"w1", "sanne", "en/refund-time"}).ok());
  CHECK(house.desk().time == test::monday() + absl::Seconds(5));
}

TEST_CASE("what waited at its sender happened when it happened, and the desk's present is now") {
  CoreHouse house;
  const absl::Time rang = test::monday();
  house.advance(absl::Minutes(10));
  auto report = house.report("a", CallEvent::kAnswered);
  report.occurred = rang;
  report.delay = absl::Minutes(10);
  REQUIRE(house.tell(report).ok());
  CHECK(house.desk().calls.at(0).answered == rang);
  core::ShowWhy choice{"w1", "sanne", "en/refund-time"};
  choice.time = {rang + absl::Minutes(4), absl::Minutes(6)};
  REQUIRE(house.tell(choice).ok());
  CHECK(house.desk().card->shown == rang + absl::Minutes(4));
  // What nobody gave a time happens in the present, which is not ten minutes ago.
  REQUIRE(house.tell(core::ShowWhy{"w2", "sanne", "en/refund-time"}).ok());
  CHECK(house.desk().time == rang + absl::Minutes(10));
}

TEST_CASE("a wrap-up that was over before its report arrived does not begin again") {
  CoreHouse house;
  house.advance(absl::Minutes(10));
  for (const auto& [id, event] : {std::pair("a", CallEvent::kAnswered), std::pair("e", CallEvent::kEnded)}) {
    auto report = house.report(id, event);
    report.occurred = test::monday();
    report.delay = absl::Minutes(10);
    REQUIRE(house.tell(report).ok());
  }
  CHECK(test::eventually([&] { return house.desk().calls.empty(); }));
  CHECK(house.desk().time == test::monday() + absl::Seconds(60));
}

TEST_CASE("the last of what waited sets the present also when something later came before it") {
  CoreHouse house;
  house.advance(absl::Minutes(10));
  auto report = house.report("a", CallEvent::kAnswered);
  report.occurred = test::monday() + absl::Minutes(1);
  REQUIRE(house.tell(report).ok());
  core::ShowWhy choice{"w1", "sanne", "en/refund-time"};
  choice.time = {test::monday(), absl::Minutes(10)};
  REQUIRE(house.tell(choice).ok());
  REQUIRE(house.tell(core::ShowWhy{"w2", "sanne", "en/refund-time"}).ok());
  CHECK(house.desk().time == test::monday() + absl::Minutes(10));
}

TEST_CASE("events that come faster than their time still find the desk woken in between") {
  CoreHouse house;
  const absl::Time then = test::monday() - absl::Hours(48);
  const auto at = [&](const std::string& id, CallEvent event, absl::Duration after, const std::string& call) {
    auto report = house.report(id, event, call);
    report.occurred = then + after;
    return house.tell(report);
  };
  REQUIRE(at("1", CallEvent::kAnswered, absl::ZeroDuration(), "first").ok());
  REQUIRE(at("2", CallEvent::kEnded, absl::Seconds(100), "first").ok());
  REQUIRE(at("3", CallEvent::kRinging, absl::Seconds(300), "second").ok());
  const auto events = house.events();
  REQUIRE(events.size() == 4);
  CHECK(std::holds_alternative<domain::WokeUp>(events[2].what));
  CHECK(events[2].time == then + absl::Seconds(160));
  CHECK(house.record("first").ended == then + absl::Seconds(100));
}

TEST_CASE("the log of events, applied again, gives the desk that was stored") {
  CoreHouse house;
  house.begin_call();
  for (int i = 0; i < 40; ++i) {
    house.advance(absl::Seconds(7));
    const auto speaker = i % 2 == 0 ? domain::Speaker::kCustomer : domain::Speaker::kAgent;
    REQUIRE(house
                .tell(house.says("u" + std::to_string(i),
                                 i % 2 == 0 ? "why does the refund time take so long" : "that is the other department",
                                 speaker))
                .ok());
  }
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  domain::Desk desk;
  desk.agent_id = "sanne";
  for (const domain::Event& event : house.events())
    desk = domain::apply(desk, event, test::small_library(), event.time).desk;
  CHECK(desk == house.desk());
}

TEST_CASE("wake-ups are asked for again after a restart") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  house.restart();
  REQUIRE(in_wrap_up(house));
  house.advance(absl::Seconds(61));
  CHECK(test::eventually([&] { return house.desk().calls.empty(); }));
}

TEST_CASE("a timer that rings before the wall clock got there is set again") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  house.clock().set_back(absl::Milliseconds(30));
  house.advance(absl::Seconds(60));
  REQUIRE(
      house.tell(core::ShowWhy{"w1", "joost", "en/refund-time"}).ok());  // The writer has been past the early timer.
  CHECK(in_wrap_up(house));
  house.advance(absl::Seconds(1));
  CHECK(test::eventually([&] { return house.desk().calls.empty(); }));
}

TEST_CASE("a wake-up that cannot be written is tried again") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  house.store().fail_next(1);
  house.advance(absl::Seconds(61));
  CHECK(test::eventually([&] {
    house.advance(absl::Seconds(2));
    return house.desk().calls.empty();
  }));
}

TEST_CASE("a timer rings once, at its latest time, and not when it was taken back") {
  test::ManualClock clock(test::monday());
  std::mutex mutex;
  std::vector<std::string> rung;
  core::Scheduler scheduler(clock, [&](const std::string& key) {
    const std::lock_guard lock(mutex);
    rung.push_back(key);
  });
  scheduler.set("a", test::monday() + absl::Seconds(5));
  scheduler.set("b", test::monday() + absl::Seconds(1));
  scheduler.set("c", test::monday() + absl::Seconds(1));
  scheduler.set("a", test::monday() + absl::Seconds(2));
  scheduler.set("c", absl::InfiniteFuture());
  clock.advance(absl::Seconds(10));
  scheduler.poke();
  CHECK(test::eventually([&] {
    const std::lock_guard lock(mutex);
    return rung.size() == 2;
  }));
  scheduler.stop();
  CHECK(rung == std::vector<std::string>{"b", "a"});
}
