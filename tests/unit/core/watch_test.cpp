// What watchers see.
#include <atomic>

#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using domain::CallEvent;
using test::CoreHouse;

namespace {

using Message = std::shared_ptr<const bus::Message>;

// Takes until the watch has nothing more and the copy is at the desk's version; false when a version was missed.
bool follow(core::DeskWatch& watch, domain::Desk& copy, int* wholes) {
  while (auto item = watch.next()) {
    if (const auto* whole = std::get_if<core::WholeDesk>(&*item)) {
      copy = whole->desk;
      ++*wholes;
    } else if (!domain::reduce(copy, std::get<Message>(*item)->update)) {
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a watcher sees the whole desk first and then every version") {
  CoreHouse house;
  house.begin_call();
  std::atomic<int> ready = 0;
  const auto watch = house.core().watch_desk("sanne", [&] { ++ready; });
  domain::Desk copy;
  int wholes = 0;
  REQUIRE(follow(*watch, copy, &wholes));
  CHECK(copy == house.desk());
  for (int i = 0; i < 20; ++i) REQUIRE(house.tell(house.says("u" + std::to_string(i), "words")).ok());
  REQUIRE(test::eventually([&] { return follow(*watch, copy, &wholes) && copy.version == house.desk().version; }));
  CHECK(copy == house.desk());
  CHECK(wholes == 1);
  CHECK(ready > 0);
}

TEST_CASE("a desk that does not exist yet is shown empty and begins with its first event") {
  CoreHouse house;
  const auto watch = house.core().watch_desk("sanne", [] {});
  domain::Desk copy;
  int wholes = 0;
  REQUIRE(follow(*watch, copy, &wholes));
  CHECK(copy.agent_id == "sanne");
  CHECK(copy.version == 0);
  house.begin_call();
  REQUIRE(test::eventually([&] { return follow(*watch, copy, &wholes) && copy.version == house.desk().version; }));
  CHECK(copy == house.desk());
  CHECK(wholes == 1);
}

TEST_CASE("a whole desk comes with the desk's time now, also of a day that is replayed") {
  CoreHouse house;
  const auto now = [&] { return std::get<core::WholeDesk>(*house.core().watch_desk("sanne", [] {})->next()).now; };
  CHECK(now() == test::monday());
  house.begin_call();
  house.advance(absl::Minutes(5));
  CHECK(now() == test::monday() + absl::Minutes(5));
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  const absl::Time then = test::monday() - absl::Hours(240);
  auto replayed = house.report("a", CallEvent::kAnswered, "call-2");
  replayed.occurred = then;
  REQUIRE(house.tell(replayed).ok());
  house.advance(absl::Seconds(7));
  CHECK(now() == then + absl::Seconds(7));
}

TEST_CASE("a desk whose sender's clock is ahead never has a present before its latest event") {
  CoreHouse house;
  auto ahead = house.report("a", CallEvent::kAnswered);
  *ahead.occurred += absl::Minutes(2);
  REQUIRE(house.tell(ahead).ok());
  house.restart();
  const auto item = house.core().watch_desk("sanne", [] {})->next();
  const auto& whole = std::get<core::WholeDesk>(*item);
  CHECK(whole.now == whole.desk.time);
}

TEST_CASE("a watcher that falls behind gets the whole desk instead of what it missed") {
  core::CoreOptions options;
  options.watch_backlog = 3;
  CoreHouse house(options);
  house.begin_call();
  const auto watch = house.core().watch_desk("sanne", [] {});
  domain::Desk copy;
  int wholes = 0;
  REQUIRE(follow(*watch, copy, &wholes));
  for (int i = 0; i < 20; ++i) REQUIRE(house.tell(house.says("u" + std::to_string(i), "words")).ok());
  REQUIRE(test::eventually([&] { return follow(*watch, copy, &wholes) && copy.version == house.desk().version; }));
  CHECK(copy == house.desk());
  CHECK(wholes >= 2);
}

TEST_CASE("a message that the bus loses leads to the whole desk") {
  CoreHouse house;
  house.begin_call();
  const auto watch = house.core().watch_desk("sanne", [] {});
  domain::Desk copy;
  int wholes = 0;
  REQUIRE(follow(*watch, copy, &wholes));
  domain::Desk ahead = house.desk();
  ahead.version += 5;
  house.bus().publish(
      std::make_shared<const bus::Message>(bus::Message{"sanne", {ahead.version, ahead.time, "lost", {}}, ahead}));
  REQUIRE(follow(*watch, copy, &wholes));
  CHECK(wholes == 2);
  CHECK(copy == house.desk());
}

TEST_CASE("the floor shows every desk, then those that changed as they are now") {
  CoreHouse house;
  house.begin_call("call-1", "sanne");
  house.begin_call("call-2", "joost");
  const auto watch = house.core().watch_floor([] {});
  const auto all = watch->next();
  REQUIRE(all.has_value());
  CHECK(all->complete);
  REQUIRE(all->rows.size() == 2);
  CHECK(all->rows[0].agent_id == "joost");
  CHECK(all->rows[0].state == domain::CallState::kInCall);
  REQUIRE(test::eventually([&] { return !watch->next().has_value(); }));
  house.advance(absl::Minutes(3));
  REQUIRE(house.tell(house.report("e", CallEvent::kEnded, "call-1", "sanne")).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  core::FloorRow sanne;  // Time moved on at the other desk as well: its row may come along or apart.
  REQUIRE(test::eventually([&] {
    if (const auto more = watch->next()) {
      for (const core::FloorRow& row : more->rows) {
        if (row.agent_id == "sanne") sanne = row;
      }
    }
    return !sanne.agent_id.empty() && !sanne.state;
  }));
  CHECK(sanne.since == test::monday() + absl::Minutes(3));
}
