// The bands of configured teams, from real desks.
#include "service/core/team_energy.h"

#include "tests/support/catch.h"
#include "tests/support/core_house.h"
#include "tests/support/eventually.h"

using namespace aandacht;
using core::EnergyBand;
using domain::CallEvent;
using test::CoreHouse;

namespace {

const std::vector<std::string> kBlue = {"anna", "joost", "mila", "omar", "sanne"};

core::CoreOptions with_teams() {
  core::CoreOptions options;
  options.teams = core::Teams({{"blue", kBlue}, {"red", {"piet", "saar", "tom", "ria"}}});
  return options;
}

/// Everybody scores 100 after one call that they marked as heavy.
domain::Library quickly_tired() {
  domain::Library library = test::small_library();
  library.fatigue.weights = {{domain::FatigueCause::kHeavyCalls, {0, 1, 100, "to be seen at once"}}};
  library.fatigue.half_life = absl::Hours(2);
  return library;
}

void has_call(CoreHouse& house, const std::string& agent, const std::string& call, bool heavy) {
  house.begin_call(call, agent);
  if (heavy) REQUIRE(house.tell(core::MarkHeavy{call + "-heavy", agent, call, true}).ok());
  REQUIRE(house.tell(house.report(call + "-ended", CallEvent::kEnded, call, agent)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{call + "-done", agent, call}).ok());
}

absl::StatusOr<core::Written> act(CoreHouse& house, const std::string& agent, const std::string& id,
                                  const domain::OwnAct& what) {
  test::Awaited<core::Written> answer;
  house.core().desks().record_act({id, agent, what}, answer.callback());
  return answer.get();
}

/// Lets the next look happen.
void next_look(CoreHouse& house) {
  const auto since = [&] { return house.core().team_energy().looks(); };
  const std::int64_t before = since();
  house.advance(core::TeamEnergy::next_look(house.clock().now()) - house.clock().now());
  REQUIRE(test::eventually([&] { return since() > before; }));
}

EnergyBand band(CoreHouse& house) {
  const auto bands = house.core().team_energy().bands();
  REQUIRE(bands.size() == 1);  // Red is too small to be told of at all.
  REQUIRE(bands[0].team == "blue");
  return bands[0].band;
}

}  // namespace

TEST_CASE("a configured team of five has a band once five of them worked, from the next quarter of an hour on",
          "[energy]") {
  CoreHouse house(with_teams(), quickly_tired());
  CHECK(band(house) == EnergyBand::kTooFew);
  for (const std::string& agent : kBlue) has_call(house, agent, agent + "-1", false);
  CHECK(band(house) == EnergyBand::kTooFew);
  next_look(house);
  CHECK(band(house) == EnergyBand::kCalm);
  for (const std::string& agent : kBlue) has_call(house, agent, agent + "-2", true);
  CHECK(band(house) == EnergyBand::kCalm);
  next_look(house);
  CHECK(band(house) == EnergyBand::kHeavy);
}

TEST_CASE("who worked over an hour ago is not there, and who is in no team never counts", "[energy]") {
  CoreHouse house(with_teams(), quickly_tired());
  for (const std::string& agent : kBlue) has_call(house, agent, agent + "-1", false);
  for (int i = 0; i < 9; ++i) has_call(house, "guest-" + std::to_string(i), "g" + std::to_string(i), true);
  next_look(house);
  CHECK(band(house) == EnergyBand::kCalm);
  for (int i = 0; i < 5; ++i) next_look(house);
  CHECK(band(house) == EnergyBand::kTooFew);
}

TEST_CASE("an agent's own band is shared for the time they chose and ends by itself", "[energy]") {
  CoreHouse house(with_teams(), quickly_tired());
  has_call(house, "anna", "c1", true);
  const auto shared = [&] { return house.core().team_energy().shared(house.clock().now()); };
  CHECK(shared().empty());
  REQUIRE(act(house, "anna", "share", domain::EnergyShared{absl::Minutes(30)}).ok());
  REQUIRE(shared().size() == 1);
  CHECK(shared()[0].agent_id == "anna");
  CHECK(shared()[0].band == EnergyBand::kHeavy);
  CHECK(shared()[0].until == house.clock().now() + absl::Minutes(30));
  house.advance(absl::Minutes(30));
  CHECK(shared().empty());
}

TEST_CASE("teams are looked at on the quarters of the hour, whoever asks", "[energy]") {
  const absl::Time nine = test::monday();
  CHECK(core::TeamEnergy::next_look(nine) == nine + absl::Minutes(15));
  CHECK(core::TeamEnergy::next_look(nine + absl::Seconds(1)) == nine + absl::Minutes(15));
  CHECK(core::TeamEnergy::next_look(nine + absl::Seconds(899)) == nine + absl::Minutes(15));
}
