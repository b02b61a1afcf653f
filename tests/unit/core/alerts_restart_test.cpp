// What was said just before the service ended, or while more came than could wait, is not lost.
#include "tests/unit/core/alert_house.h"

using namespace aandacht;
using namespace aandacht::test;

namespace {

/// Everything is judged two seconds after it happened, so that it is always under way when the service ends.
core::CoreOptions judges_late() {
  core::CoreOptions options = options_with_teams();
  options.alerts.late = core::AlertOptions{}.late;
  return options;
}

void say_and_hang_up(AlertHouse& house) {
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "I will call my lawyer")).ok());
  house.clock().advance(absl::Milliseconds(500));
  REQUIRE(house.tell(house.report("over", domain::CallEvent::kEnded)).ok());
}

/// As if it was killed: nothing of what waited gets to the disk.
void die(AlertHouse& house) {
  house.store().fail_next(1000);
  house.core().drain();
  house.store().fail_next(0);
}

/// As settle_down(), with the clock moving on until it is judged.
void let_pass(AlertHouse& house) {
  REQUIRE(house.put(words_rule("mark", "mark"), 0, kBoss).ok());
  house.begin_call("call-mark", "piet");
  REQUIRE(house.tell(house.says("turn-mark", "mark", domain::Speaker::kCustomer, "call-mark")).ok());
  REQUIRE(eventually([&] {
    house.advance(absl::Seconds(1));
    return house.kept_of("mark").size() == 1;
  }));
}

}  // namespace

TEST_CASE("words and a hang-up just before the service is stopped are an alert of a call that is over", "[alerts]") {
  AlertHouse house(judges_late());
  REQUIRE(house.put(words_rule()).ok());
  say_and_hang_up(house);
  const absl::Time ended = house.clock().now();
  REQUIRE(house.kept().empty());
  house.core().drain();
  const auto kept = house.kept();  // On disk before the service is gone.
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].finding.utterance_id == "u1");
  CHECK(kept[0].call_ended == ended);
  house.restart();
  let_pass(house);
  CHECK(house.kept_of("words").size() == 1);
  CHECK(house.tried(words_rule())->size() == 1);
}

TEST_CASE("words and a hang-up just before the service dies are found in the log at the next start", "[alerts]") {
  AlertHouse house(judges_late());
  REQUIRE(house.put(words_rule()).ok());
  say_and_hang_up(house);
  const absl::Time ended = house.clock().now();
  die(house);
  REQUIRE(house.kept().empty());
  house.clock().advance(absl::Hours(3));  // Nobody started it again for long.
  house.restart();
  REQUIRE(eventually([&] { return house.kept_of("words").size() == 1; }));
  CHECK(house.kept()[0].finding.utterance_id == "u1");
  CHECK(house.kept()[0].call_ended == ended);
}

TEST_CASE("a hold that was too long and ended just before the service died is found at the next start", "[alerts]") {
  AlertHouse house(judges_late());
  REQUIRE(house.put(hold_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.report("held", domain::CallEvent::kHeld)).ok());
  house.clock().advance(absl::Minutes(5) + absl::Seconds(1));
  REQUIRE(house.tell(house.report("resumed", domain::CallEvent::kResumed)).ok());
  die(house);
  REQUIRE(house.kept().empty());
  house.restart();
  REQUIRE(eventually([&] {
    house.advance(absl::Seconds(1));
    return house.kept_of("hold").size() == 1;
  }));
  CHECK(house.kept()[0].finding.span == absl::Minutes(5));
}

TEST_CASE("an alert of a call that ended while nobody judged is closed at the next start", "[alerts]") {
  AlertHouse house(judges_late());
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.advance(absl::Seconds(3));
  REQUIRE(house.wait_for(1).at(0).call_ended == absl::InfinitePast());
  REQUIRE(house.tell(house.report("over", domain::CallEvent::kEnded)).ok());
  const absl::Time ended = house.clock().now();
  die(house);
  REQUIRE(house.kept()[0].call_ended == absl::InfinitePast());
  house.clock().advance(absl::Hours(20));
  house.restart();
  CHECK(house.kept()[0].call_ended == ended);
}

TEST_CASE("an alert whose call ended before it could be stored knows the end", "[alerts]") {
  AlertHouse house;  // Judges at once.
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  house.settle_down();
  house.store().shut();
  Awaited<core::UtteranceAnswer> said;
  Awaited<core::Written> over;
  house.core().desks().say_utterance(house.says("u1", "my lawyer"), said.callback());
  house.core().desks().report_call(house.report("over", domain::CallEvent::kEnded), over.callback());
  house.store().open();
  REQUIRE(said.get().ok());
  REQUIRE(over.get().ok());
  REQUIRE(eventually([&] {
    const auto kept = house.kept_of("words");
    return kept.size() == 1 && kept[0].call_ended != absl::InfinitePast();
  }));
}

TEST_CASE("what came while more was committed than may wait is read from the log, and found once", "[alerts]") {
  AlertHouse house(judges_late());
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  house.begin_call("call-2", "els");
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.advance(absl::Minutes(11));  // Told, and the cooldown is over.
  house.wait_for(1);
  std::vector<core::Happened> flood(core::AlertEngine::kMostWaiting + 1);
  for (core::Happened& each : flood) each.agent_id = "sanne";
  REQUIRE(house.tell(house.says("u2", "my lawyer", domain::Speaker::kCustomer, "call-2")).ok());
  REQUIRE(house.tell(house.report("over", domain::CallEvent::kEnded, "call-2", "els")).ok());
  house.core().alerts().happened(std::move(flood));  // Drops what waits.
  house.advance(absl::Seconds(3));
  REQUIRE(eventually([&] { return house.kept_of("words").size() == 2; }));
  let_pass(house);
  CHECK(house.kept_of("words").size() == 2);
}
