#include "service/core/reports.h"

#include <set>

#include "service/core/exports.h"
#include "service/core/journeys.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

namespace aandacht::test {
namespace {

using core::ReportBy;

core::CoreOptions two_teams() {
  core::CoreOptions options;
  options.teams = core::Teams({{"blue", {"a1", "a2", "a3", "a4", "a5"}}, {"red", {"b1"}}});
  return options;
}

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

/// One call of an agent in which the customer says two things.
void have_call(CoreHouse& house, const std::string& call, const std::string& agent) {
  house.begin_call(call, agent);
  REQUIRE(house.tell(house.says(call + "-1", "this is terrible", domain::Speaker::kCustomer, call)).ok());
  REQUIRE(house.tell(house.says(call + "-2", "thank you", domain::Speaker::kCustomer, call)).ok());
  REQUIRE(house.tell(house.report(call + "-end", domain::CallEvent::kEnded, call, agent)).ok());
}

core::SentimentSums total(CoreHouse& house, const core::ReportScope& scope) {
  const auto report = house.core().reports().sentiment(scope, ReportBy::kTotal);
  REQUIRE(report.ok());
  const auto& rows = report->figures.rows();
  return rows.empty() ? core::SentimentSums() : rows.begin()->second;
}

template <typename Result, typename Begin>
absl::StatusOr<Result> awaited(Begin begin) {
  Awaited<Result> answer;
  begin(answer.callback());
  return answer.get();
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

TEST_CASE("an export is noted for every agent in it, once an hour for the same person", "[exports]") {
  CoreHouse house(two_teams());
  have_call(house, "c1", "a1");
  have_call(house, "c2", "a1");
  have_call(house, "c3", "b1");
  core::ExportScope scope{monday() - absl::Hours(1), monday() + absl::Hours(1), {}};
  const auto note = [&] {
    const auto noted = awaited<core::ExportScope>([&](auto done) {
      house.core().exports().note(scope, {"eva", "export turns", "klacht"}, done);
    });
    REQUIRE(noted.ok());
    return *noted->agents;
  };
  CHECK(note() == std::set<std::string>{"a1", "b1"});
  CHECK(note() == std::set<std::string>{"a1", "b1"});
  scope.shows = [](const std::string& team) { return team == "red"; };
  CHECK(note() == std::set<std::string>{"b1"});
  const auto looks = [&](const std::string& agent) {
    std::size_t count = 0;
    REQUIRE(house.store()
                .read([&](store::Reads& reads) {
                  const auto page = reads.looks(agent, 0, "");
                  if (page.ok()) count = page->rows.size();
                  return page.status();
                })
                .ok());
    return count;
  };
  CHECK(looks("a1") == 1);
  CHECK(looks("b1") == 1);
}

TEST_CASE("a reader who pauses gets no call that began after the agents were told, and none of anybody who was not",
          "[exports]") {
  CoreHouse house(two_teams());
  have_call(house, "c1", "a1");
  const core::ExportScope wanted{monday() - absl::Hours(1), monday() + absl::Hours(24 * 365), {}};
  const auto noted = awaited<core::ExportScope>([&](auto done) {
    house.core().exports().note(wanted, {"eva", "export calls", "klacht"}, done);
  });
  REQUIRE(noted.ok());
  have_call(house, "late report of another", "b1");  // Of the same moment.
  house.advance(absl::Minutes(1));
  have_call(house, "later", "a1");
  core::CallExport calls = house.core().exports().calls(*noted);
  const auto rows = calls.next();
  REQUIRE(rows.ok());
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().call->call.call_id == "c1");
  CHECK(calls.done());
}

TEST_CASE("an export of a team with few calls among many reads on in short steps", "[exports]") {
  CoreHouse house(two_teams());
  for (int i = 0; i < 260; ++i) house.begin_call("red-" + std::to_string(i), "b1");
  house.begin_call("z-blue", "a1");
  const core::ExportScope scope{monday() - absl::Hours(1), monday() + absl::Hours(1),
                                [](const std::string& team) { return team == "blue"; }};
  core::CallExport calls = house.core().exports().calls(scope);
  const auto first = calls.next();
  REQUIRE(first.ok());
  CHECK(first->empty());
  CHECK_FALSE(calls.done());
  const auto second = calls.next();
  REQUIRE(second.ok());
  CHECK(second->size() == 1);
  CHECK(calls.done());
}

TEST_CASE("an export has every turn of the teams in scope once, in pages of bounded size", "[exports]") {
  CoreHouse house(two_teams());
  have_call(house, "c1", "a1");
  have_call(house, "c2", "b1");
  house.begin_call("long", "a2");
  for (int i = 0; i < 1100; ++i) {
    REQUIRE(house.tell(house.says("l" + std::to_string(i), "yes", domain::Speaker::kCustomer, "long")).ok());
  }
  core::ExportScope scope{monday() - absl::Hours(1), monday() + absl::Hours(1),
                          [](const std::string& team) { return team == "blue"; }};
  core::CallExport rows = house.core().exports().turns(scope);
  std::set<std::string> seen;
  for (;;) {
    const auto page = rows.next();
    REQUIRE(page.ok());
    CHECK(page->size() <= 1000);
    for (const core::ExportRow& row : *page) CHECK(seen.insert(row.turn.utterance_id).second);
    if (rows.done()) break;
  }
  CHECK(seen.size() == 1102);
  CHECK_FALSE(seen.contains("c2-1"));
}

core::UpsertCustomers import_of(const std::string& id, std::vector<domain::Customer> customers, bool dry = false) {
  core::UpsertCustomers wish;
  wish.request_id = id;
  wish.validate_only = dry;
  wish.fields.journey = false;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    wish.customers.emplace_back(static_cast<int>(i), customers[i]);
    wish.content += customers[i].external_id + "," + customers[i].name + "\n";
  }
  return wish;
}

core::Upserted upsert(CoreHouse& house, const core::UpsertCustomers& wish) {
  const auto done = awaited<core::Upserted>([&](auto then) { house.core().journeys().upsert(wish, std::move(then)); });
  REQUIRE(done.ok());
  return *done;
}

TEST_CASE("a dry run says what an import would do, and stores nothing", "[journeys]") {
  CoreHouse house;
  const std::vector<domain::Customer> two = {customer("k1", "Anna", "0612345678"), customer("k2", "Bram", "nonsense")};
  const core::Upserted dry = upsert(house, import_of("", two, true));
  CHECK(dry.created == 1);
  REQUIRE(dry.refusals.size() == 1);
  CHECK(dry.refusals[0].index == 1);
  CHECK(absl::IsNotFound(house.core().records().customer("k1", "").status()));
  CHECK(upsert(house, import_of("r1", two)).created == 1);
  CHECK(upsert(house, import_of("", two, true)).same == 1);
}

TEST_CASE("an import changes what it brings, keeps the journey, and does nothing when it comes again", "[journeys]") {
  CoreHouse house;
  upsert(house, import_of("r1", {customer("k1", "Anna", "0612345678")}));
  const std::vector<core::IdentifiedStep> steps = {{"s1", {absl::CivilDay(2026, 3, 1), {}, "app", "besteld", {}, {}}}};
  int requests = 0;
  const auto append = [&] {
    const std::string id = "append-" + std::to_string(++requests);
    return awaited<core::AppendedSteps>(
        [&](auto done) { house.core().journeys().append(id, "k1", steps, std::move(done)); });
  };
  CHECK(append()->appended == 1);
  CHECK(append()->known == 1);
  CHECK(upsert(house, import_of("r2", {customer("k1", "Anna de Wit", "0612345678")})).changed == 1);
  CHECK(upsert(house, import_of("r2", {customer("k1", "Anna de Wit", "0612345678")})).same == 1);
  // The id of an import that is taken up again does nothing, though others changed the customer since.
  CHECK(upsert(house, import_of("r1", {customer("k1", "Anna", "0612345678")})).same == 1);
  house.restart();
  CHECK(append()->known == 1);
  const auto stored = house.core().records().customer("k1", "");
  REQUIRE(stored.ok());
  CHECK(stored->name == "Anna de Wit");
  CHECK(stored->journey.size() == 1);
}

TEST_CASE("a known id with other customers is refused, and is not counted as if they were stored", "[journeys]") {
  CoreHouse house;
  REQUIRE(upsert(house, import_of("r1", {customer("k1", "Anna", "0612345678")})).created == 1);
  house.restart();
  const auto changed = awaited<core::Upserted>([&](auto done) {
    house.core().journeys().upsert(import_of("r1", {customer("k2", "Bram", "0687654321")}), std::move(done));
  });
  CHECK(absl::IsAlreadyExists(changed.status()));
  CHECK(absl::IsNotFound(house.core().records().customer("k2", "").status()));
  CHECK(upsert(house, import_of("r1", {customer("k1", "Anna", "0612345678")})).same == 1);
  CHECK(upsert(house, import_of("r2", {customer("k2", "Bram", "0687654321")})).created == 1);
}

TEST_CASE("a step that is appended during a call is on its desks at once, on no other, and after a restart",
          "[journeys]") {
  CoreHouse house;
  upsert(house, import_of("r1", {customer("k1", "Anna", "0612345678"), customer("k2", "Bram", "0687654321")}));
  house.begin_call("c1", "sanne");
  core::ReportCall other = house.report("c2-ringing", domain::CallEvent::kRinging, "c2", "bram");
  other.from = "0687654321";
  REQUIRE(house.tell(other).ok());
  REQUIRE(house.tell(house.report("c1-held", domain::CallEvent::kHeld, "c1")).ok());
  const domain::Desk before = house.desk("sanne");
  const domain::Desk others = house.desk("bram");
  REQUIRE(before.calls.at(0).customer->journey.empty());
  int requests = 0;
  const auto append = [&](const std::string& id, const std::string& step) {
    const std::string request = "append-" + std::to_string(++requests);
    const core::IdentifiedStep made{step, {absl::CivilDay(2026, 3, 2), {}, "chat", "vroeg het ook daar", {}, {}}};
    REQUIRE(awaited<core::AppendedSteps>([&](auto done) {
              house.core().journeys().append(request, id, {made}, std::move(done));
            }).ok());
  };
  append("k1", "s1");
  domain::Desk after = house.desk("sanne");
  REQUIRE(after.calls.at(0).customer->journey.size() == 1);
  CHECK(after.calls[0].customer->journey[0].what == "vroeg het ook daar");
  CHECK(after.version == before.version + 1);
  after.calls[0].customer = before.calls[0].customer;
  CHECK(after.calls == before.calls);  // It is on hold as it was, with the opening that it had.
  CHECK(house.desk("bram") == others);
  append("k1", "s1");  // Known: nothing moves.
  CHECK(house.desk("sanne").version == before.version + 1);
  append("k2", "s1");  // While it rings.
  CHECK(house.desk("bram").calls.at(0).customer->journey.size() == 1);
  CHECK(house.desk("bram").calls[0].state == domain::CallState::kRinging);
  house.restart();
  CHECK(house.desk("sanne").calls.at(0).customer->journey.size() == 1);
}

TEST_CASE("steps for somebody who is not known, or without an id, change nothing", "[journeys]") {
  CoreHouse house;
  const auto append = [&](const std::string& step_id) {
    return awaited<core::AppendedSteps>([&](auto done) {
             house.core().journeys().append("a1", "k1", {{step_id, {absl::CivilDay(2026, 3, 1), {}, "", "x", {}, {}}}},
                                            std::move(done));
           })
        .status();
  };
  CHECK(absl::IsNotFound(append("s1")));
  CHECK(absl::IsInvalidArgument(append("")));
}

}  // namespace
}  // namespace aandacht::test
