// aandachtctl energy, and what doctor says of teams.
#include <fstream>

#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"
#include "tests/integration/daemon.h"

using namespace aandacht;
using ctl::Exit;
using nlohmann::json;
using test::CtlRan;
using test::CtlService;

TEST_CASE("energy says that no team is configured when none is", "[ctl][energy]") {
  CtlService service;
  const CtlRan ran = service.run({"energy"});
  CHECK(ran.exit == Exit::kOk);
  CHECK(ran.out == "no team of five or more is configured ([teams] in aandachtd.toml), and nobody shares\n");
  CHECK(service.run({"energy", "--json"}).out.empty());
}

TEST_CASE("energy lists the teams of the configuration that are large enough, without a band until somebody worked",
          "[ctl][energy]") {
  CtlService own;
  const std::string file = own.folder().file("aandachtd.toml");
  std::ofstream(file) << "[teams]\nblue = [\"a\", \"b\", \"c\", \"d\", \"e\"]\nred = [\"f\", \"g\", \"h\", \"i\"]\n";
  const test::Daemon daemon(own.folder().file("teams.db"), {"--config", file});
  const CtlRan ran = own.run({"--server", daemon.address(), "energy", "--json"});
  REQUIRE(ran.exit == Exit::kOk);
  REQUIRE(ran.lines().size() == 1);
  CHECK(json::parse(ran.lines()[0]) == json({{"team", "blue"}, {"band", "too_few"}, {"since", nullptr}}));
  CHECK(own.run({"--server", daemon.address(), "energy"}).out ==
        "team blue             too few people to tell of any\n");
  const CtlRan doctor = own.run({"--server", daemon.address(), "doctor", "--json"});
  CHECK_THAT(doctor.out, Catch::Contains("blue: five or more"));
}

TEST_CASE("energy without a service says what to do", "[ctl][energy]") {
  CtlService service;
  const CtlRan ran = service.run({"--server", "127.0.0.1:1", "energy"});
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.err, Catch::Contains("127.0.0.1:1"));
}
