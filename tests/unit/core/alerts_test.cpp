// What rules find in calls, and when.
#include "tests/unit/core/alert_house.h"

using namespace aandacht;
using namespace aandacht::test;

TEST_CASE("a word that a rule listens for is kept as an alert with the words, once") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "I will call my lawyer about this")).ok());
  const auto alerts = house.wait_for(1);
  REQUIRE(alerts.size() == 1);
  CHECK(alerts[0].finding.words == "I will call my lawyer about this");
  CHECK(alerts[0].finding.matched == "lawyer");
  CHECK(alerts[0].finding.agent_id == "sanne");
  CHECK(alerts[0].finding.call_id == "call-1");
  CHECK(alerts[0].stage == domain::AlertStage::kOpen);
  REQUIRE(house.tell(house.says("u2", "yes, my lawyer")).ok());  // Within the cooldown.
  house.settle_down();
  CHECK(house.kept_of("words").size() == 1);
}

TEST_CASE("a long hold is told at its moment, without anything else happening") {
  AlertHouse house;
  REQUIRE(house.put(hold_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.report("held", domain::CallEvent::kHeld)).ok());
  house.settle_down();
  house.advance(absl::Minutes(5) - absl::Seconds(1));
  house.settle_down();
  CHECK(house.kept_of("hold").empty());
  house.advance(absl::Seconds(1));
  const auto ready = [&] { return house.kept_of("hold").size() == 1; };
  REQUIRE(eventually(ready));
  CHECK(house.kept_of("hold")[0].finding.span == absl::Minutes(5));
}

TEST_CASE("after a restart nothing is told twice, and a hold that went on meanwhile is told then") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  REQUIRE(house.put(hold_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.wait_for(1);
  REQUIRE(house.tell(house.report("held", domain::CallEvent::kHeld)).ok());
  house.restart();
  house.settle_down();
  CHECK(house.kept_of("words").size() == 1);
  house.clock().advance(absl::Minutes(6));
  house.restart();
  REQUIRE(eventually([&] { return house.kept_of("hold").size() == 1; }));
  house.restart();
  house.settle_down();
  CHECK(house.kept_of("words").size() == 1);
  CHECK(house.kept_of("hold").size() == 1);
}

TEST_CASE("a cooldown that began before a restart holds after it") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.wait_for(1);
  house.restart();
  REQUIRE(house.tell(house.says("u2", "my lawyer again")).ok());
  house.settle_down();
  CHECK(house.kept_of("words").size() == 1);
  house.advance(absl::Minutes(10));
  REQUIRE(house.tell(house.says("u3", "my lawyer still")).ok());
  REQUIRE(eventually([&] { return house.kept_of("words").size() == 2; }));
}

TEST_CASE("words that were stored when the service died before they were looked at are looked at after it") {
  AlertHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  domain::AlertRule rule = words_rule();
  rule.led = {"*"};
  rule.version = 1;
  rule.changed = house.clock().now() - absl::Minutes(1);  // As if it had been there all the time.
  REQUIRE(house.store().write([&](store::Transaction& transaction) { return transaction.save_alert_rule(rule); }).ok());
  house.restart();
  REQUIRE(eventually([&] { return house.kept_of("words").size() == 1; }));
  CHECK(house.kept_of("words")[0].finding.utterance_id == "u1");
}

TEST_CASE("an alert that could not be stored is stored when the store is back") {
  AlertHouse house;
  REQUIRE(house.put(hold_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.report("held", domain::CallEvent::kHeld)).ok());
  house.settle_down();
  house.store().fail_next(1);
  house.advance(absl::Minutes(5));
  REQUIRE(eventually([&] {
    house.advance(absl::Seconds(1));
    return house.kept_of("hold").size() == 1;
  }));
}

TEST_CASE("a rule for words that was kept before they had a least cooldown goes on with that") {
  AlertHouse house;
  domain::AlertRule rule = words_rule();
  rule.cooldown = absl::ZeroDuration();
  CHECK(absl::IsInvalidArgument(house.put(rule).status()));
  rule.led = {"*"};
  rule.version = 1;
  rule.changed = house.clock().now() - absl::Minutes(1);
  REQUIRE(house.store().write([&](store::Transaction& transaction) { return transaction.save_alert_rule(rule); }).ok());
  house.restart();
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  REQUIRE(house.tell(house.says("u2", "my lawyer")).ok());
  house.settle_down();
  CHECK(house.kept_of("words").size() == 1);
}
