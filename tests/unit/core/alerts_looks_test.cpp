// Who saw words of calls through alerts can be read by the agents.
#include "tests/unit/core/alert_house.h"

using namespace aandacht;
using namespace aandacht::test;

TEST_CASE("an agent whose words a trial returns can read who looked, before the words are told") {
  AlertHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "I will call my lawyer")).ok());
  house.begin_call("call-els", "els");
  REQUIRE(house.tell(house.says("u2", "nothing at all", domain::Speaker::kCustomer, "call-els")).ok());
  const auto alerts = house.tried(words_rule());
  REQUIRE(alerts.ok());
  REQUIRE(alerts->size() == 1);
  CHECK(house.looks("sanne") == std::vector<std::string>{"Kim (kim): alert trial words"});
  CHECK(house.looks("els").empty());
  REQUIRE(house.tried(words_rule()).ok());
  CHECK(house.looks("sanne").size() == 1);  // Within the hour.
}

TEST_CASE("a trial whose look cannot be written tells no words") {
  AlertHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "I will call my lawyer")).ok());
  house.let_publish();
  house.store().fail_next(1);
  CHECK_FALSE(house.tried(words_rule()).ok());
  CHECK(house.tried(words_rule()).ok());
}

TEST_CASE("an agent whose words a live alert shows can read who saw them, once a day for each supervisor") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  const auto watch = house.core().alerts().watch(kKim, [] {});
  REQUIRE(watch->next());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.wait_for(1);
  CHECK(house.looks().empty());  // Nobody saw it yet.
  std::optional<core::AlertWatch::News> news;
  REQUIRE(eventually([&] { return (news = watch->next()).has_value(); }));
  REQUIRE(news->alerts.size() == 1);
  CHECK(news->alerts[0].finding.words == "my lawyer");
  CHECK(house.looks() == std::vector<std::string>{"Kim (kim): alerts 2026-03-02"});
  house.advance(absl::Hours(2));
  REQUIRE(house.tell(house.says("u2", "my lawyer again")).ok());
  house.wait_for(2);
  REQUIRE(eventually([&] { return (news = watch->next()).has_value(); }));
  CHECK(house.looks().size() == 1);
  const auto other = house.core().alerts().watch(kBas, [] {});
  REQUIRE(eventually([&] { return (news = other->next()).has_value(); }));
  CHECK(news->complete);
  CHECK(news->alerts.size() == 2);
  CHECK(house.looks().size() == 2);
  REQUIRE(house.settle(news->alerts[0].id, domain::AlertStage::kSeen, kBoss).ok());  // Its answer has the words.
  CHECK(house.looks().size() == 3);
}

TEST_CASE("an alert without words is told without a look, and one whose look cannot be written without its words") {
  AlertHouse house;
  REQUIRE(house.put(hold_rule()).ok());
  REQUIRE(house.put(words_rule()).ok());
  const auto watch = house.core().alerts().watch(kKim, [] {});
  REQUIRE(watch->next());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.wait_for(1);
  house.let_publish();
  house.store().fail_next(1);
  std::optional<core::AlertWatch::News> news;
  REQUIRE(eventually([&] { return (news = watch->next()).has_value(); }));
  REQUIRE(news->alerts.size() == 1);
  CHECK(news->alerts[0].finding.words.empty());
  CHECK(house.looks().empty());
  REQUIRE(house.tell(house.report("held", domain::CallEvent::kHeld)).ok());
  house.settle_down();
  house.advance(absl::Minutes(6));
  house.wait_for(3);
  REQUIRE(eventually([&] { return (news = watch->next()).has_value(); }));
  CHECK(house.looks().empty());
}
