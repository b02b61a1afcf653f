// aandachtctl signs, and whys check and map, against a whole service.
#include <fstream>

#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"
#include "tests/integration/daemon.h"

using namespace aandacht;
using ctl::Exit;
using nlohmann::json;
using test::CtlRan;
using test::CtlService;

TEST_CASE("signs without questions says so, and an unknown sign what to do", "[ctl][signs]") {
  CtlService service;
  CHECK_THAT(service.run({"signs", "questions"}).out, Catch::Contains("no question came back"));
  CHECK_THAT(service.run({"signs", "list"}).out, Catch::Contains("no signs yet"));
  const CtlRan unknown = service.run({"signs", "effect", "nothing"});
  CHECK(unknown.exit == Exit::kFailed);
  CHECK_THAT(unknown.err, Catch::Contains("nothing"));
  CHECK(service.run({"signs", "put", "--group", "g", "--text", "t", "--place", "door"}).exit == Exit::kUsage);
}

TEST_CASE("the why check is asked once, answered, and told to nobody below five", "[ctl][why-check]") {
  CtlService own;
  const std::string file = own.folder().file("aandachtd.toml");
  std::ofstream(file) << "[teams]\nblue = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]\n";
  const test::Daemon daemon(own.folder().file("whys.db"), {"--config", file});
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--server", daemon.address()});
    return own.run(std::move(arguments));
  };
  const CtlRan asked = run({"whys", "check", "--agent", "a", "--json"});
  REQUIRE(asked.exit == Exit::kOk);
  const json why = json::parse(asked.lines().at(0));
  REQUIRE(why["why_id"].is_string());
  CHECK(json::parse(run({"whys", "check", "--agent", "a", "--json"}).lines().at(0))["why_id"].is_null());
  const std::string id = why["why_id"];
  for (const char* agent : {"a", "b", "c", "d"}) {
    REQUIRE(run({"whys", "check", "--agent", agent, "--why", id, "--answer", "tell"}).exit == Exit::kOk);
  }
  const CtlRan map = run({"whys", "map", "--json"});
  REQUIRE(map.exit == Exit::kOk);
  for (const std::string& line : map.lines()) CHECK(json::parse(line)["too_few"] == true);
  CHECK(run({"whys", "map", "--team", "green"}).exit == Exit::kFailed);
  REQUIRE(run({"whys", "check", "--agent", "b", "--never"}).exit == Exit::kOk);
  CHECK_THAT(run({"whys", "check", "--agent", "b"}).out, Catch::Contains("you said never"));
  const CtlRan kept = run({"me", "export", "--agent", "a"});
  CHECK_THAT(kept.out, Catch::Contains("\"kind\":\"why_answer\"") && Catch::Contains("WHY_LEVEL_TELL"));
  REQUIRE(run({"me", "delete", "--agent", "a", "--yes"}).exit == Exit::kOk);
  CHECK_THAT(run({"me", "export", "--agent", "a"}).out, !Catch::Contains("why_answer"));
}
