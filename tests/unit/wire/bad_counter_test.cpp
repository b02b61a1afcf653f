// A stored desk in which a counter is no number must not keep the service from starting.
#include <limits>

#include "shared/wire/desk.h"
#include "shared/wire/own.h"
#include "tests/support/catch.h"

namespace aandacht::wire {

TEST_CASE("a stored desk with a weight that is no number is read without that weight", "[wire]") {
  const double bad = GENERATE(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity());
  domain::Desk desk;
  desk.agent_id = "sanne";
  const absl::Time ended = absl::FromUnixSeconds(1'790'000'000);
  desk.fatigue.heavy = {{ended, 1.5}, {ended, bad}};
  desk.fatigue.helpless = {{ended, bad}};
  desk.fatigue.sensitivity = bad;
  desk.resets.load = domain::TeamLoad{absl::Minutes(5), bad, 4};
  domain::Reset reset;
  reset.score = {60, {{domain::FatigueCause::kHeavyCalls, 60, bad}}};
  desk.resets.past.push_back(reset);
  const auto read = from_proto(to_proto(desk));
  INFO(read.status());
  REQUIRE(read.ok());
  CHECK(read->fatigue.heavy == std::vector<domain::WeighedCall>{{ended, 1.5}});
  CHECK(read->fatigue.helpless.empty());
  CHECK(read->fatigue.sensitivity == 1);
  CHECK(read->resets.load->occupancy == 0);
  CHECK(read->resets.past.front().score.causes.empty());
}

}  // namespace aandacht::wire
