#include "service/core/reports.h"

#include "tests/support/catch.h"
#include "tests/unit/core/told_calls.h"

namespace aandacht::test {
namespace {

using core::ReportBy;

core::ReportScope days(int from, int to, const std::string& team = {}) {
  core::ReportScope scope{absl::CivilDay(2026, 3, from), absl::CivilDay(2026, 3, to), {}};
  if (!team.empty()) scope.shows = [team](const std::string& each) { return each == team; };
  return scope;
}

store::CountedCard shown(const std::string& agent, bool used, double before, double after, int day = 2,
                         const std::string& team = "blue") {
  return {absl::FromCivil(absl::CivilHour(2026, 3, day, 10), absl::UTCTimeZone()),
          team,
          agent,
          domain::CardKind::kWe,
          used,
          before,
          after};
}

core::SentimentSums total(CoreHouse& house, const core::ReportScope& scope) {
  const auto report = house.core().reports().sentiment(scope, ReportBy::kTotal);
  REQUIRE(report.ok());
  const auto& rows = report->figures.rows();
  return rows.empty() ? core::SentimentSums() : rows.begin()->second;
}

TEST_CASE("calls are counted for the team of their agent, and again the same after a restart", "[reports]") {
  CoreHouse house(two_teams());
  have_call(house, "c1", "a1");
  have_call(house, "c2", "b1");
  have_call(house, "c3", "stranger");
  CHECK(total(house, days(2, 2)).calls == 3);
  CHECK(total(house, days(2, 2)).turns == 6);
  CHECK(total(house, days(2, 2, "blue")).calls == 1);
  CHECK(total(house, days(3, 9)).calls == 0);
  const core::SentimentSums before = total(house, days(2, 2));
  house.restart();
  CHECK(total(house, days(2, 2)) == before);
  const auto by_team = house.core().reports().sentiment(days(2, 2), ReportBy::kTeam);
  REQUIRE(by_team.ok());
  std::vector<std::string> names;
  for (const auto& [key, sums] : by_team->figures.rows()) names.push_back(key.name);
  CHECK(names == std::vector<std::string>{"", "blue", "red"});
}

TEST_CASE("the same turn sent twice is counted once", "[reports]") {
  CoreHouse house(two_teams());
  house.begin_call("c1", "a1");
  REQUIRE(house.tell(house.says("u1", "this is terrible", domain::Speaker::kCustomer, "c1")).ok());
  REQUIRE(house.tell(house.says("u1", "this is terrible", domain::Speaker::kCustomer, "c1")).ok());
  CHECK(total(house, days(2, 2)).turns == 1);
}

TEST_CASE("an agent's guess of the three E's is in no report", "[reports]") {
  CoreHouse house(two_teams());
  have_call(house, "c1", "a1");
  house.advance(absl::Hours(20));
  const auto before = house.core().reports().experience(days(2, 2), ReportBy::kTotal);
  constexpr domain::Grade kLow = domain::Grade::kLow;
  const store::GuessRecord guess{"c1", "a1", house.clock().now(), {kLow, kLow, kLow}, {}};
  REQUIRE(house.store().write([&](store::Transaction& t) { return t.save_guess(guess); }).ok());
  const auto after = house.core().reports().experience(days(2, 2), ReportBy::kTotal);
  REQUIRE(before.ok());
  REQUIRE(after.ok());
  CHECK(before->figures.rows().size() == 1);
  CHECK(before->figures.rows() == after->figures.rows());
}

TEST_CASE("what customers answered is counted, each E apart", "[reports]") {
  CoreHouse house(two_teams());
  have_call(house, "c1", "a1");
  REQUIRE(awaited<core::Imported>([&](auto done) {
            house.core().records().import_surveys("s1", {{"c1", 5, 1, 3}}, std::move(done));
          }).ok());
  house.advance(absl::Hours(20));
  const auto report = house.core().reports().experience(days(2, 2), ReportBy::kTotal);
  REQUIRE(report.ok());
  const core::ExperienceSums& sums = report->figures.rows().begin()->second;
  CHECK(sums.surveyed == 1);
  CHECK(sums.answers == core::ExperienceCounts{{{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}});
}

TEST_CASE("cards of a day on which fewer than five of a team got one are left out as a whole", "[reports]") {
  core::CardReport report(absl::UTCTimeZone());
  for (const char* agent : {"a1", "a2", "a3", "a4"}) report.add(shown(agent, true, -0.5, 0.5));
  report.add(shown("a4", true, -0.5, 0.5));
  CHECK(report.sums().kinds.empty());
  CHECK(report.sums().left_out);
  report.add(shown("a5", false, -0.5, -0.5));
  REQUIRE(report.sums().kinds.size() == 1);
  const core::CardSums we = report.sums().kinds.at(domain::CardKind::kWe);
  CHECK(we.shown == 6);
  CHECK(we.used == 5);
  CHECK(we.change_used.mean() == Approx(1));
  CHECK(we.change_not_used.count == 1);
  // Another day, and another team, with fewer do not come in beside them.
  report.add(shown("a1", true, 0, 0, 3));
  report.add(shown("b1", true, 0, 0, 2, "red"));
  CHECK(report.sums().kinds.at(domain::CardKind::kWe).shown == 6);
}

TEST_CASE("no choice of days and teams tells what one person did with a card", "[reports]") {
  // Every pair of reports over any days differs by whole days of five people and more.
  core::CardReport wide(absl::UTCTimeZone());
  core::CardReport narrow(absl::UTCTimeZone());
  for (int day = 2; day <= 6; ++day) {
    for (int agent = 0; agent < (day == 4 ? 1 : 6); ++agent) {
      const auto card = shown("a" + std::to_string(agent), true, 0, 0, day);
      wide.add(card);
      if (day != 4) narrow.add(card);
    }
  }
  CHECK(wide.sums().kinds == narrow.sums().kinds);
}

/// A call of each of the five in which they were shown a card and promised something.
void have_day_of_five(CoreHouse& house) {
  for (const std::string agent : {"a1", "a2", "a3", "a4", "a5"}) {
    have_call(house, "call-" + agent, agent);
    domain::Card card;
    card.id = "card-" + agent;
    card.call_id = "call-" + agent;
    card.kind = domain::CardKind::kWe;
    card.shown = house.clock().now();
    store::CallCount count{"call-" + agent, agent, "blue", "", house.clock().now()};
    count.promises = 1;
    REQUIRE(house.store()
                .write([&](store::Transaction& t) {
                  const absl::Status status = t.append_card({card, std::nullopt, std::nullopt}, agent);
                  return status.ok() ? t.save_call_count(count) : status;
                })
                .ok());
  }
}

TEST_CASE("who asks for cards again and again while a day goes on sees nobody's answer come in", "[reports]") {
  CoreHouse house(two_teams());
  have_day_of_five(house);
  const auto cards = [&] {
    const auto report = house.core().reports().cards(days(2, 3));
    REQUIRE(report.ok());
    return report->figures;
  };
  CHECK(cards().kinds.empty());
  REQUIRE(house.store()
              .write([](store::Transaction& t) { return t.answer_card("a3", "card-a3", domain::CardAnswer::kUsed); })
              .ok());
  CHECK(cards().kinds.empty());
  CHECK_FALSE(cards().left_out);
  // A call may run on over midnight: the day is told when nothing moves in it any more.
  house.advance(absl::Hours(20) - absl::Seconds(1));
  CHECK(cards().kinds.empty());
  house.advance(absl::Seconds(1));
  REQUIRE(cards().kinds.contains(domain::CardKind::kWe));
  CHECK(cards().kinds.at(domain::CardKind::kWe).shown == 5);
  CHECK(cards().kinds.at(domain::CardKind::kWe).used == 1);
}

TEST_CASE("promises of calls and three E's are told when their day is over, promises of journeys at once",
          "[reports]") {
  CoreHouse house(two_teams());
  have_day_of_five(house);
  domain::Customer anna = customer("k1", "Anna", "0612345678");
  anna.journey.push_back({absl::CivilDay(2026, 3, 2), {}, "app", "beloofd", {}, {}});
  anna.journey.back().promise = domain::Promise();
  REQUIRE(house.store().write([&](store::Transaction& t) { return t.save_customer(anna); }).ok());
  const auto day = [&] {
    const auto report = house.core().reports().promises(days(2, 2));
    REQUIRE(report.ok());
    const auto& told = report->figures.days;
    return told.empty() ? core::PromiseDay() : told.begin()->second;
  };
  const auto calls = [&] {
    const auto report = house.core().reports().experience(days(2, 2), ReportBy::kTotal);
    REQUIRE(report.ok());
    return report->figures.rows().empty() ? 0 : report->figures.rows().begin()->second.calls;
  };
  CHECK(day().made == 0);
  CHECK(day().due == 1);
  CHECK(calls() == 0);
  house.advance(absl::Hours(20));
  CHECK(day().made == 5);
  CHECK(calls() == 5);
}

TEST_CASE("days of a few say that they were left out whether these promised something or not", "[reports]") {
  const auto left_out = [](int promises) {
    core::PromiseReport report(absl::UTCTimeZone(), absl::CivilDay(2026, 3, 1), absl::CivilDay(2026, 3, 9), monday());
    store::CountedCall call{monday(), "", {"c1", "a1", "blue", "", monday()}, {}};
    call.count.promises = promises;
    report.add(call);
    return report.sums().left_out;
  };
  CHECK(left_out(1));
  CHECK(left_out(0));
}

TEST_CASE("an interval has the width that its values say", "[reports]") {
  core::MeanSums sums;
  for (const double value : {0.0, 1.0, 2.0, 3.0}) sums.add(value);
  CHECK(sums.mean() == Approx(1.5));
  CHECK(sums.margin() == Approx(1.645 * 1.2909944 / 2));
}

TEST_CASE("promises count on the day they are due, by state, and past due only when the day is over", "[reports]") {
  const absl::TimeZone utc = absl::UTCTimeZone();
  const auto due = [&](int day) { return absl::FromCivil(absl::CivilDay(2026, 3, day), utc); };
  core::PromiseReport report(utc, absl::CivilDay(2026, 3, 1), absl::CivilDay(2026, 3, 9), due(5));
  report.add({absl::CivilDay(2026, 2, 1), due(3), domain::PromiseState::kKept});
  report.add({absl::CivilDay(2026, 2, 1), due(3), domain::PromiseState::kOpen});
  report.add({absl::CivilDay(2026, 2, 1), due(5), domain::PromiseState::kOpen});
  report.add({absl::CivilDay(2026, 3, 4), std::nullopt, domain::PromiseState::kBroken});
  report.add({absl::CivilDay(2026, 2, 1), due(10), domain::PromiseState::kKept});
  const auto sums = report.sums();
  CHECK(sums.days.at(absl::CivilDay(2026, 3, 3)) == core::PromiseDay{0, 0, 2, 1, 0, 1});
  CHECK(sums.days.at(absl::CivilDay(2026, 3, 5)) == core::PromiseDay{0, 0, 1, 0, 0, 0});
  CHECK(sums.days.at(absl::CivilDay(2026, 3, 4)) == core::PromiseDay{0, 0, 1, 0, 1, 0});
  CHECK(sums.days.size() == 3);
}

TEST_CASE("a span that ends before it begins, or has too many days, is refused", "[reports]") {
  CoreHouse house;
  CHECK(absl::IsInvalidArgument(house.core().reports().sentiment(days(3, 2), ReportBy::kDay).status()));
  const core::ReportScope long_span{absl::CivilDay(2026, 1, 1), absl::CivilDay(2026, 12, 31), {}};
  CHECK(absl::IsInvalidArgument(house.core().reports().sentiment(long_span, ReportBy::kHour).status()));
  CHECK(house.core().reports().sentiment(long_span, ReportBy::kDay).ok());
}

}  // namespace
}  // namespace aandacht::test
