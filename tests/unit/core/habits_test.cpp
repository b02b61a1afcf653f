// The team's list of tiny habits.
#include <set>

#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using test::Awaited;
using test::CoreHouse;

namespace {

core::CoreOptions with_teams() {
  core::CoreOptions options;
  options.teams = core::Teams({{"blue", {"anna", "bram", "cees", "dirk"}}, {"red", {"eva"}}});
  return options;
}

domain::Library library() {
  domain::Library library = test::small_library();
  library.habits.push_back({"nl/water", "nl", "ik heb opgehangen", "neem een slok water", "", "Even los."});
  library.habits.push_back({"en/water", "en", "I hung up", "take a sip of water", "", "A pause."});
  return library;
}

absl::StatusOr<std::string> put(CoreHouse& house, const std::string& request, const std::string& agent,
                                const std::string& after, const std::string& will) {
  Awaited<std::string> id;
  house.core().habits().put_forward({request, agent, after, will, ""}, id.callback());
  return id.get();
}

absl::Status vote(CoreHouse& house, const std::string& request, const std::string& agent,
                  std::vector<std::string> ids) {
  Awaited<bool> voted;
  house.core().habits().vote({request, agent, std::move(ids)}, voted.callback());
  return voted.get().status();
}

domain::TeamHabits list(CoreHouse& house, const std::string& agent, const std::string& language = "nl") {
  const auto told = house.core().habits().list(agent, language);
  INFO(told.status());
  REQUIRE(told.ok());
  return *told;
}

}  // namespace

TEST_CASE("a habit that is put forward is on the list of that team only, before the shipped ones of the language") {
  CoreHouse house(with_teams(), library());
  const auto id = put(house, "p1", "anna", "I hang up", "breathe out");
  REQUIRE(id.ok());
  const domain::TeamHabits blue = list(house, "bram", "nl-NL");
  CHECK(blue.quarter == "2026-Q1");
  CHECK(blue.voters == 0);
  REQUIRE(blue.habits.size() == 2);
  CHECK(blue.habits[0].id == *id);
  CHECK_FALSE(blue.habits[0].shipped);
  CHECK(blue.habits[1].id == "nl/water");
  CHECK(blue.habits[1].shipped);
  CHECK(list(house, "eva").habits.size() == 1);
  CHECK(list(house, "eva", "").habits.size() == 2);
}

TEST_CASE("the same request again is the same habit, the same words again are refused whatever their case") {
  CoreHouse house(with_teams(), library());
  const auto id = put(house, "p1", "anna", "I hang up", "breathe out");
  REQUIRE(id.ok());
  CHECK(*put(house, "p1", "anna", "I hang up", "breathe out") == *id);
  CHECK(absl::IsAlreadyExists(put(house, "p2", "bram", "i HANG up ", "Breathe out.").status()));
  CHECK(absl::IsAlreadyExists(put(house, "p3", "bram", "I hung up", "take a sip of water").status()));
  CHECK(put(house, "p4", "eva", "I hang up", "breathe out").ok());
  CHECK(list(house, "anna").habits.size() == 2);
}

TEST_CASE("an agent puts five habits forward in a quarter, and five in the next") {
  CoreHouse house(with_teams(), library());
  for (int i = 0; i < 5; ++i) {
    REQUIRE(put(house, "p" + std::to_string(i), "anna", "I hang up", "do " + std::to_string(i)).ok());
  }
  CHECK(absl::IsResourceExhausted(put(house, "p5", "anna", "I hang up", "do 5").status()));
  CHECK(put(house, "p6", "bram", "I hang up", "do 6").ok());
  house.advance(absl::Hours(24 * 40));  // To April.
  CHECK(put(house, "p7", "anna", "I hang up", "do 7").ok());
}

TEST_CASE("a list is full with sixty habits") {
  core::CoreOptions options;
  CoreHouse house(options, library());
  for (int i = 0; i < 60; ++i) {
    REQUIRE(put(house, "p" + std::to_string(i), "agent" + std::to_string(i / 5), "I hang up", "do " + std::to_string(i))
                .ok());
  }
  CHECK(absl::IsResourceExhausted(put(house, "p60", "late", "I hang up", "do 60").status()));
}

TEST_CASE("below three voters nobody sees points or their order, the own choice is shown all the same") {
  CoreHouse house(with_teams(), library());
  std::vector<std::string> ids;
  for (const char* will : {"one", "two", "three", "four"}) ids.push_back(*put(house, will, "anna", "I hang up", will));
  std::sort(ids.begin(), ids.end());
  REQUIRE(vote(house, "v1", "anna", {ids[3], ids[2]}).ok());
  REQUIRE(vote(house, "v2", "bram", {ids[3]}).ok());
  const domain::TeamHabits before = list(house, "anna");
  CHECK(before.voters == 0);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    CHECK(before.habits[i].id == ids[i]);
    CHECK(before.habits[i].points == 0);
  }
  CHECK(before.habits[3].own_rank == 1);
  CHECK(before.habits[2].own_rank == 2);

  REQUIRE(vote(house, "v3", "cees", {ids[1], ids[3], ids[0]}).ok());
  const domain::TeamHabits after = list(house, "dirk");
  CHECK(after.voters == 3);
  CHECK(after.habits[0].id == ids[3]);
  CHECK(after.habits[0].points == 8);
  CHECK(after.habits[0].own_rank == 0);
  CHECK(after.habits[1].points == 3);
}

TEST_CASE("a vote for what is not on the team's list, for one twice or for four is refused and changes nothing") {
  CoreHouse house(with_teams(), library());
  const std::string blue = *put(house, "p1", "anna", "I hang up", "breathe out");
  const std::string red = *put(house, "p2", "eva", "I hang up", "breathe in");
  REQUIRE(vote(house, "v1", "anna", {blue}).ok());
  CHECK(absl::IsNotFound(vote(house, "v2", "anna", {red})));
  CHECK(absl::IsNotFound(vote(house, "v3", "anna", {"nl/water"})));
  CHECK(absl::IsInvalidArgument(vote(house, "v4", "anna", {blue, blue})));
  CHECK(absl::IsInvalidArgument(vote(house, "v5", "anna", {"a", "b", "c", "d"})));
  CHECK(list(house, "anna").habits[0].own_rank == 1);
  CHECK(vote(house, "v6", "anna", {}).ok());
  CHECK(list(house, "anna").habits[0].own_rank == 0);
  CHECK(vote(house, "v1", "anna", {blue}).ok());  // Sent again: it was done before, and is not done again.
  CHECK(list(house, "anna").habits[0].own_rank == 0);
}

TEST_CASE("a new quarter begins without votes; last quarter's habits stay, and go when nobody votes for them") {
  CoreHouse house(with_teams(), library());
  const std::string kept = *put(house, "p1", "anna", "I hang up", "breathe out");
  const std::string gone = *put(house, "p2", "anna", "I hang up", "breathe in");
  for (const char* agent : {"anna", "bram", "cees"})
    REQUIRE(vote(house, std::string("v-") + agent, agent, {gone}).ok());
  CHECK(list(house, "anna").voters == 3);

  house.advance(absl::Hours(24 * 40));  // To April.
  const domain::TeamHabits second = list(house, "anna");
  CHECK(second.quarter == "2026-Q2");
  CHECK(second.voters == 0);
  REQUIRE(second.habits.size() == 3);
  CHECK(second.habits[0].points + second.habits[1].points == 0);
  CHECK(second.habits[0].own_rank + second.habits[1].own_rank == 0);
  REQUIRE(vote(house, "v-april", "anna", {kept}).ok());

  house.advance(absl::Hours(24 * 91));  // To July.
  const domain::TeamHabits third = list(house, "anna");
  REQUIRE(third.habits.size() == 2);
  CHECK(third.habits[0].id == kept);
}

TEST_CASE("a quarter begins at midnight in the service's time zone") {
  core::CoreOptions options = with_teams();
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &options.time_zone));
  CoreHouse house(options, library());
  house.advance(absl::FromCivil(absl::CivilMinute(2026, 3, 31, 21, 59), absl::UTCTimeZone()) - house.clock().now());
  CHECK(list(house, "anna").quarter == "2026-Q1");
  house.advance(absl::Minutes(1));
  CHECK(list(house, "anna").quarter == "2026-Q2");
}

TEST_CASE("nothing that the list tells has a name of an agent in it, and no id follows from one") {
  CoreHouse house(with_teams(), library());
  REQUIRE(put(house, "anna-1", "anna", "I hang up", "breathe out").ok());
  for (const char* agent : {"anna", "bram", "cees"}) {
    const auto listed = list(house, agent);
    for (const domain::TeamHabit& habit : listed.habits) {
      for (const std::string& text : {habit.id, habit.after, habit.will, habit.celebrate, habit.why}) {
        CHECK(text.find("anna") == std::string::npos);
      }
    }
  }
}

TEST_CASE("habits and votes are there after a restart") {
  CoreHouse house(with_teams(), library());
  const std::string id = *put(house, "p1", "anna", "I hang up", "breathe out");
  REQUIRE(vote(house, "v1", "anna", {id}).ok());
  house.restart();
  CHECK(list(house, "anna").habits[0].own_rank == 1);
  CHECK(*put(house, "p1", "anna", "I hang up", "breathe out") == id);
}

TEST_CASE("words that are missing or too long are refused") {
  CoreHouse house(with_teams(), library());
  CHECK(absl::IsInvalidArgument(put(house, "p1", "anna", "", "breathe").status()));
  CHECK(absl::IsInvalidArgument(put(house, "p2", "anna", "I hang up", std::string(121, 'x')).status()));
  CHECK(absl::IsInvalidArgument(put(house, "", "anna", "I hang up", "breathe").status()));
  CHECK(absl::IsInvalidArgument(put(house, "p3", "", "I hang up", "breathe").status()));
}

TEST_CASE("who is not listed here neither votes, nor puts forward, nor sees the list") {
  core::CoreOptions options = with_teams();
  options.desks.listed_only = true;
  options.desks.listed = {"anna", "bram"};
  CoreHouse house(options, library());
  const auto id = put(house, "p1", "anna", "I hang up", "breathe out");
  REQUIRE(id.ok());
  REQUIRE(vote(house, "v1", "bram", {*id}).ok());
  CHECK(absl::IsNotFound(put(house, "p2", "mallory", "I hang up", "do harm").status()));
  CHECK(absl::IsNotFound(vote(house, "v2", "mallory", {*id})));
  CHECK(absl::IsNotFound(house.core().habits().list("mallory", "nl").status()));
  CHECK(list(house, "anna").habits.size() == 2);
}

TEST_CASE("invented names do not make three voters of two") {
  CoreHouse house({}, library());
  house.begin_call("call-a", "anna");
  house.begin_call("call-b", "bram");
  const std::string id = *put(house, "p1", "anna", "I hang up", "breathe out");
  REQUIRE(vote(house, "v1", "anna", {id}).ok());
  for (const char* name : {"mallory", "mallory-2", "mallory-3"}) REQUIRE(vote(house, name, name, {id}).ok());
  Awaited<core::Written> acted;
  house.core().desks().record_act({"own", "mallory", domain::SensitivitySet{1.5}, {}}, acted.callback());
  REQUIRE(acted.get().ok());
  REQUIRE(vote(house, "v2", "bram", {id}).ok());
  CHECK(list(house, "bram").voters == 0);
  CHECK(list(house, "bram").habits[0].points == 0);
  house.begin_call("call-c", "cees");
  REQUIRE(vote(house, "v3", "cees", {id}).ok());
  CHECK(list(house, "bram").voters == 3);
}
