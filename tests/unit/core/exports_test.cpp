#include "service/core/exports.h"

#include <set>

#include "tests/support/catch.h"
#include "tests/unit/core/told_calls.h"

namespace aandacht::test {
namespace {

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

}  // namespace
}  // namespace aandacht::test
