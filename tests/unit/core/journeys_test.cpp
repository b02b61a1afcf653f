#include "service/core/journeys.h"

#include "tests/support/catch.h"
#include "tests/unit/core/told_calls.h"

namespace aandacht::test {
namespace {

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
