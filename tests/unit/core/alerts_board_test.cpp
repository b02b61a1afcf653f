// What becomes of an alert, and who sees it.
#include "tests/unit/core/alert_house.h"

using namespace aandacht;
using namespace aandacht::test;

TEST_CASE("supervisors see alerts of the teams that they lead only, from the first and as they come") {
  AlertHouse house;
  REQUIRE(house.put(words_rule(), 0, kBoss).ok());
  const auto south = house.core().alerts().watch(kKim, [] {});
  const auto north = house.core().alerts().watch(kNoor, [] {});
  const auto all = house.core().alerts().watch(kBoss, [] {});
  for (core::AlertWatch* watch : {south.get(), north.get(), all.get()}) {
    const auto first = watch->next();
    REQUIRE(first);
    CHECK(first->complete);
    CHECK(first->alerts.empty());
    CHECK_FALSE(watch->next());
  }
  house.begin_call("call-1", "sanne");
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  std::optional<core::AlertWatch::News> news;
  REQUIRE(eventually([&] { return (news = south->next()).has_value(); }));
  REQUIRE(news->alerts.size() == 1);
  CHECK_FALSE(news->complete);
  CHECK(eventually([&] { return all->next().has_value(); }));
  CHECK_FALSE(north->next());
  const std::string id = news->alerts[0].id;
  // In the words of one that is not there.
  const absl::Status theirs = house.settle(id, domain::AlertStage::kDone, kNoor).status();
  CHECK(absl::IsNotFound(theirs));
  CHECK(theirs == house.settle("none", domain::AlertStage::kDone, kNoor).status());
  CHECK(house.snooze(id, absl::Minutes(15), kNoor).status() == theirs);
}

TEST_CASE("who saw and who settled an alert is told to the other supervisor, and stays over a restart") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  const std::string id = house.wait_for(1).at(0).id;
  auto watch = house.core().alerts().watch(kBas, [] {});
  CHECK(eventually([&] { return watch->next().has_value(); }));
  REQUIRE(house.settle(id, domain::AlertStage::kSeen, kKim, "seen-1").ok());
  const auto seen = watch->next();
  REQUIRE((seen && seen->alerts.size() == 1));
  CHECK(seen->alerts[0].handled_by == "Kim");
  CHECK(seen->alerts[0].stage == domain::AlertStage::kSeen);
  REQUIRE(house.settle(id, domain::AlertStage::kDone, kBas).ok());
  CHECK(house.settle(id, domain::AlertStage::kSeen, kKim, "seen-1")->stage == domain::AlertStage::kDone);  // Again.
  watch.reset();
  house.restart();
  const auto later = house.core().alerts().watch(kKim, [] {});
  const auto first = later->next();
  REQUIRE(first);
  CHECK(first->alerts.empty());  // Settled.
  CHECK(house.kept_of("words").at(0).handled_by == "Bas");
}

TEST_CASE("an alert that is put aside comes back at its time, also over a restart") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  const std::string id = house.wait_for(1).at(0).id;
  REQUIRE(house.snooze(id, absl::Minutes(15)).ok());
  house.restart();
  const auto watch = house.core().alerts().watch(kKim, [] {});
  std::optional<core::AlertWatch::News> first;
  REQUIRE(eventually([&] { return (first = watch->next()).has_value(); }));  // When the look is in the trail.
  REQUIRE(first->alerts.size() == 1);
  CHECK(first->alerts[0].snoozed_until == house.clock().now() + absl::Minutes(15));
  CHECK_FALSE(watch->next());
  house.advance(absl::Minutes(15));
  CHECK(eventually([&] { return watch->next().has_value(); }));
}

TEST_CASE("what a late redaction hides in a turn is hidden in its alert too, and who watches gets it") {
  AlertHouse house;
  REQUIRE(house.put(words_rule("words", "nul zes twaalf")).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "nul zes twaalf")).ok());
  REQUIRE(house.wait_for(1).at(0).finding.words == "nul zes twaalf");
  const auto watch = house.core().alerts().watch(kKim, [] {});
  std::optional<core::AlertWatch::News> news;
  REQUIRE(eventually([&] { return (news = watch->next()) && !news->alerts.empty(); }));
  REQUIRE(house.tell(house.says("u2", "vierendertig zesenvijftig achtenzeventig")).ok());
  REQUIRE(house.turns().at(0).text == "[phone]");  // Or this proves nothing.
  CHECK(house.kept().at(0).finding.words == "[phone]");
  REQUIRE(eventually([&] { return (news = watch->next()).has_value(); }));
  CHECK(news->alerts.at(0).finding.words == "[phone]");
}

TEST_CASE("an alert says that its call is over") {
  AlertHouse house;
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  CHECK(house.wait_for(1).at(0).call_ended == absl::InfinitePast());
  house.advance(absl::Minutes(3));
  REQUIRE(house.tell(house.report("ended", domain::CallEvent::kEnded)).ok());
  CHECK(eventually([&] { return house.kept().at(0).call_ended == house.clock().now(); }));
}

TEST_CASE("alerts are forgotten when they are old") {
  core::CoreOptions options = options_with_teams();
  options.alerts.days = 2;
  AlertHouse house(options);
  REQUIRE(house.put(words_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "my lawyer")).ok());
  house.wait_for(1);
  house.advance(absl::Hours(24));
  house.settle_down();
  CHECK(house.kept_of("words").size() == 1);
  house.advance(absl::Hours(48));
  CHECK(eventually([&] { return house.kept_of("words").empty(); }));
}
