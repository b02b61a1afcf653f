// A trial says what was said.
#include <random>

#include "tests/unit/core/alert_house.h"

using namespace aandacht;
using namespace aandacht::test;

TEST_CASE("two rules may be tried at once, a third when one of them is done") {
  AlertHouse house;
  auto first = house.core().alerts().try_rule(words_rule(), 7, 10, kKim);
  const auto second = house.core().alerts().try_rule(words_rule(), 7, 10, kKim);
  REQUIRE((first.ok() && second.ok()));
  CHECK(absl::IsResourceExhausted(house.core().alerts().try_rule(words_rule(), 7, 10, kKim).status()));
  first->reset();
  CHECK(house.core().alerts().try_rule(words_rule(), 7, 10, kKim).ok());
  CHECK(absl::IsInvalidArgument(house.core().alerts().try_rule(words_rule(), 91, 10, kKim).status()));
}

TEST_CASE("over a random day of calls the dry run says exactly what was said while it happened") {
  AlertHouse house;
  std::vector<domain::AlertRule> rules = {words_rule("words", "lawyer/court"), hold_rule()};
  rules[0].cooldown = absl::Minutes(1);
  rules[0].speaker = domain::AlertSpeaker::kEither;
  rules[1].span = absl::Seconds(45);
  rules[1].cooldown = absl::Minutes(2);
  domain::AlertRule lasts = hold_rule("lasts");
  lasts.kind = domain::AlertKind::kLongCall;
  lasts.span = absl::Minutes(4);
  lasts.team_cooldown = absl::Minutes(3);
  rules.push_back(lasts);
  for (const domain::AlertRule& rule : rules) REQUIRE(house.put(rule).ok());
  std::mt19937 random(7);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int i = 0; i < 500; ++i) {
    house.advance(absl::Seconds(below(20)));
    const std::string agent = below(2) == 0 ? "sanne" : "els";
    const std::string call = agent + "-" + std::to_string(i / 40);
    const std::string id = "event-" + std::to_string(i);
    if (below(3) > 0) {
      const char* texts[] = {"my lawyer", "good afternoon", "see you in court", "nothing again"};
      const auto speaker = below(2) == 0 ? domain::Speaker::kAgent : domain::Speaker::kCustomer;
      REQUIRE(house.tell(house.says(id, texts[below(4)], speaker, call)).ok());
    } else {
      REQUIRE(house.tell(house.report(id, static_cast<domain::CallEvent>(below(5)), call, agent)).ok());
    }
    house.let_publish();
    if (i % 50 == 25) house.restart();
  }
  house.advance(absl::Minutes(10));
  house.settle_down();
  for (const domain::AlertRule& rule : rules) {
    auto trial = house.core().alerts().try_rule(rule, 7, 500, kKim);
    REQUIRE(trial.ok());
    std::vector<domain::Alert> dry;
    int counted = 0;
    for (;;) {
      const auto step = (*trial)->next();
      REQUIRE(step.ok());
      if (!*step) break;
      counted = 0;
      for (const auto& [day, count] : (*step)->days) counted += count;
      if (!(*step)->alerts.empty()) dry.assign((*step)->alerts.rbegin(), (*step)->alerts.rend());
    }
    const std::vector<domain::Alert> live = house.kept_of(rule.id);
    INFO(rule.id << ": live " << live.size() << ", dry " << dry.size());
    CHECK(live.size() >= 3);  // Or this proves little.
    CHECK(counted == static_cast<int>(dry.size()));
    std::vector<std::string> live_ids;
    std::vector<std::string> dry_ids;
    for (const auto& each : live) live_ids.push_back(each.finding.call_id + " " + each.finding.cause);
    for (const auto& each : dry) dry_ids.push_back(each.finding.call_id + " " + each.finding.cause);
    CHECK(live_ids == dry_ids);
  }
}

namespace {

core::CoreOptions waits_for_late_reports() {
  core::CoreOptions options = options_with_teams();
  options.alerts.late = core::AlertOptions{}.late;
  return options;
}

/// A report that comes now of something that happened so long ago.
core::ReportCall late(AlertHouse& house, const std::string& id, domain::CallEvent event, absl::Duration ago) {
  core::ReportCall report = house.report(id, event);
  report.occurred = house.clock().now() - ago;
  report.delay = ago;
  return report;
}

}  // namespace

TEST_CASE(
    "a hold that ended a moment before its limit is told neither live nor in a trial, also when its end comes late",
    "[alerts]") {
  AlertHouse house(waits_for_late_reports());
  REQUIRE(house.put(hold_rule()).ok());
  house.begin_call();
  REQUIRE(house.tell(house.report("held", domain::CallEvent::kHeld)).ok());
  house.advance(absl::Minutes(5) + absl::Seconds(1));
  REQUIRE(house.tell(late(house, "resumed", domain::CallEvent::kResumed, absl::Milliseconds(1500))).ok());
  house.let_publish();
  house.advance(absl::Minutes(1));
  REQUIRE(house.tell(house.report("held-2", domain::CallEvent::kHeld)).ok());
  const absl::Time held = house.clock().now();
  house.let_publish();
  house.advance(absl::Minutes(5) + absl::Seconds(3));
  REQUIRE(eventually([&] { return !house.kept_of("hold").empty(); }));
  const auto live = house.kept_of("hold");
  const auto dry = house.tried(hold_rule());
  REQUIRE(dry.ok());
  REQUIRE(live.size() == 1);
  REQUIRE(dry->size() == 1);
  CHECK(live[0].finding.cause == dry->at(0).finding.cause);
  CHECK(live[0].finding.time == held + absl::Minutes(5));  // When it was long, not when it was told.
}

TEST_CASE("what an agent did for themselves does not date a late report otherwise, live or in a trial", "[alerts]") {
  AlertHouse house(waits_for_late_reports());
  domain::AlertRule lasts = hold_rule("lasts");
  lasts.kind = domain::AlertKind::kLongCall;
  REQUIRE(house.put(lasts).ok());
  const absl::Time rang = house.clock().now();
  REQUIRE(house.tell(house.report("ringing", domain::CallEvent::kRinging)).ok());
  house.advance(absl::Seconds(2));
  Awaited<core::Written> own;
  house.core().desks().record_act({"own", "sanne", domain::FullnessTold{}, {}}, own.callback());
  (void)own.get();
  house.advance(absl::Seconds(1));
  REQUIRE(house.tell(late(house, "answered", domain::CallEvent::kAnswered, absl::Milliseconds(1500))).ok());
  const absl::Time answered = rang + absl::Milliseconds(1500);
  house.let_publish();
  house.advance(absl::Minutes(6));
  REQUIRE(eventually([&] { return house.kept_of("lasts").size() == 1; }));
  const auto dry = house.tried(lasts);
  REQUIRE(dry.ok());
  REQUIRE(dry->size() == 1);
  CHECK(house.kept_of("lasts")[0].finding.time == dry->at(0).finding.time);
  CHECK(dry->at(0).finding.time == answered + absl::Minutes(5));
}
