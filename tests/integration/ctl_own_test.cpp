// aandachtctl survey, me and habits against a real service.
#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"

namespace aandacht::test {
namespace {

using ctl::Exit;
using nlohmann::json;

json line_of(const CtlRan& ran) {
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  return json::parse(ran.out);
}

/// The first habit of the list.
json first_habit(CtlService& service, const std::string& agent) {
  const CtlRan ran = service.run({"habits", "list", "--agent", agent, "--json"});
  REQUIRE(ran.exit == Exit::kOk);
  return json::parse(ran.lines().front());
}

TEST_CASE("a survey is imported from a table with other names, refused lines are named", "[ctl]") {
  CtlService service;
  const std::string file = "gesprek;ces;tevreden\nc1;5;\nc2;9;\nc3;;\nc4;1;3\n";
  const std::vector<std::string> import = {"survey",          "import", "-",        "--csv", "--map",
                                           "call_id=gesprek", "--map",  "ease=ces", "--map", "emotion=tevreden"};
  const CtlRan ran = service.run(import, file);
  CHECK(ran.exit == Exit::kFailed);
  CHECK(ran.out == "2 answers stored, 2 lines refused\n");
  CHECK_THAT(ran.err, Catch::Matchers::Contains("line 3: `ease` must be 1 to 5"));
  CHECK_THAT(ran.err, Catch::Matchers::Contains("line 4: has no answer"));
  CHECK(service.run({"survey", "import", "-", "--map", "score=x"}).exit == Exit::kUsage);
  CHECK(service.run({"survey", "import", "-", "--csv"}, "a,b\n1,2\n").exit == Exit::kFailed);
}

TEST_CASE("a dry run of a survey reads every line and sends nothing", "[ctl]") {
  CtlService service;
  const CtlRan ran = service.run({"survey", "import", "-", "--dry-run", "--json", "--server", "127.0.0.1:1"},
                                 "{\"call_id\": \"c1\", \"ease\": 5}\nnonsense\n");
  CHECK(ran.exit == Exit::kFailed);
  REQUIRE(ran.lines().size() == 2);
  CHECK(json::parse(ran.lines()[0])["line"] == 2);
  CHECK(ran.lines()[1] == R"({"stored":1,"refused":1,"dry_run":true})");
}

TEST_CASE("a habit is put forward, voted for, chosen, ticked, exported and forgotten", "[ctl]") {
  CtlService service;
  const std::string id = line_of(service.run(
      {"habits", "put", "--agent", "anna", "--after", "ik heb opgehangen", "--will", "adem uit", "--json"}))["id"];
  CHECK(service.run({"habits", "vote", "--agent", "anna", id}).exit == Exit::kOk);
  CHECK(first_habit(service, "anna")["own_rank"] == 1);
  CHECK(first_habit(service, "bram")["own_rank"] == 0);
  CHECK(service.run({"habits", "vote", "--agent", "anna"}).exit == Exit::kOk);
  CHECK(first_habit(service, "anna")["own_rank"] == 0);

  const CtlRan early = service.run({"habits", "tick", "--agent", "anna"});
  CHECK(early.exit == Exit::kFailed);
  CHECK_THAT(early.err, Catch::Matchers::Contains("no habit is chosen"));
  CHECK(service.run({"habits", "choose", "--agent", "anna", "nothing"}).exit == Exit::kFailed);
  CHECK(service.run({"habits", "choose", "--agent", "anna", id}).exit == Exit::kOk);
  CHECK(service.run({"habits", "tick", "--agent", "anna", "--call", "c1"}).exit == Exit::kOk);
  CHECK(service.run({"habits", "tick", "--agent", "anna", "--call", "c2"}).exit == Exit::kOk);
  CHECK(service.run({"habits", "tick", "--agent", "anna", "--call", "c2", "--undo"}).exit == Exit::kOk);

  bool told = false;
  for (const std::string& line : service.run({"me", "export", "--agent", "anna"}).lines()) {
    const json object = json::parse(line);
    if (object["kind"] != "habit") continue;
    told = true;
    CHECK(object["will"] == "adem uit");
    CHECK(object["repetition_count"] == 1);
  }
  CHECK(told);
  CHECK(service.run({"me", "delete", "--agent", "anna"}).exit == Exit::kUsage);
  CHECK(line_of(service.run({"me", "delete", "--agent", "anna", "--yes", "--json"}))["deleted"].get<int>() >= 5);
  service.restart();
  const json day = line_of(service.run({"me", "day", "--agent", "anna", "--json"}));
  for (const json& stored : day["stored"]) {
    INFO(stored.dump());
    CHECK(stored["count"] == 0);
  }
  CHECK(first_habit(service, "anna")["id"] == id);  // The team's list is the team's.
  CHECK(service.run({"habits", "drop", "--agent", "anna"}).exit == Exit::kFailed);
}

TEST_CASE("a day is printed for a person, and a day that is none is a wrong command line", "[ctl]") {
  CtlService service;
  const CtlRan ran = service.run({"me", "day", "--agent", "anna", "--day", "2026-11-17"});
  CHECK(ran.exit == Exit::kOk);
  CHECK_THAT(ran.out, Catch::Matchers::StartsWith("2026-11-17: 0 calls"));
  CHECK(service.run({"me", "day", "--agent", "anna", "--day", "tomorrow"}).exit == Exit::kUsage);
}

TEST_CASE("is it routine? is answered once it is asked: not yet, then won, and the habit has left", "[ctl]") {
  CtlService service;
  const auto habit = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "habits");
    arguments.insert(arguments.end(), {"--agent", "anna", "--json"});
    return service.run(arguments);
  };
  CHECK_THAT(habit({"routine", "--yes"}).err, Catch::Matchers::Contains("no habit is chosen"));
  CHECK(line_of(habit({"show"}))["habit"].is_null());
  REQUIRE(habit({"choose", first_habit(service, "anna")["id"]}).exit == Exit::kOk);
  const CtlRan early = habit({"routine", "--yes"});
  CHECK(early.exit == Exit::kFailed);
  CHECK_THAT(early.err, Catch::Matchers::Contains("asked whether it is routine from 20 times on"));
  for (int i = 0; i < 20; ++i) REQUIRE(habit({"tick"}).exit == Exit::kOk);
  CHECK(line_of(habit({"show"}))["habit"]["asked"] == true);
  const json later = line_of(habit({"routine", "--no"}))["habit"];
  CHECK(later["asked"] == false);
  CHECK(later["asked_from"] == 30);
  for (int i = 0; i < 10; ++i) REQUIRE(habit({"tick"}).exit == Exit::kOk);
  const json won = line_of(habit({"routine", "--yes"}));
  CHECK(won["habit"].is_null());
  REQUIRE(won["routines"].size() == 1);
  CHECK(won["routines"][0]["repetitions"] == 30);
  CHECK_THAT(service.run({"habits", "show", "--agent", "anna"}).out,
             Catch::Matchers::Contains("routine after 30 times: "));
}

TEST_CASE("energy is shared for a time and no longer, and a look changes nothing", "[ctl]") {
  CtlService service;
  const auto share = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"me", "share", "--agent", "anna", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return line_of(service.run(arguments))["shared_until"];
  };
  const auto sharers = [&] { return service.run({"energy", "--json"}).lines().size(); };
  CHECK(share({}).is_null());
  CHECK(share({"--for", "15m"}).is_string());
  CHECK(share({}).is_string());
  CHECK(sharers() == 1);
  CHECK_THAT(service.run({"me", "share", "--agent", "anna"}).out,
             Catch::Matchers::StartsWith("your supervisor sees your energy until "));
  CHECK(share({"--stop"}).is_null());
  CHECK(sharers() == 0);
  CHECK(service.run({"me", "share", "--agent", "anna"}).out == "nobody but you sees your energy\n");
}

TEST_CASE("the sensitivity is set, told and survives a restart", "[ctl]") {
  CtlService service;
  const std::vector<std::string> look = {"me", "sensitivity", "--agent", "anna", "--json"};
  CHECK(line_of(service.run(look))["sensitivity"] == 1);
  CHECK(service.run({"me", "sensitivity", "1.2", "--agent", "anna"}).out == "sensitivity 1.2\n");
  service.restart();
  CHECK(line_of(service.run(look))["sensitivity"] == 1.2);
}

TEST_CASE("three E's are guessed in the wrap-up, one at a time, and stand in the day", "[ctl]") {
  CtlService service;
  const auto guess = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"me", "guess", "--agent", "anna", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return service.run(arguments);
  };
  const auto report = [&](const char* event) {
    const CtlRan ran = service.run({"call", event, "--agent", "anna", "--id", "c1", "--from", "+31600110201",
                                    "--outbox", service.folder().file("outbox.db"), "--patience", "20s"});
    INFO(ran.err);
    REQUIRE(ran.exit == Exit::kOk);
  };
  CHECK_THAT(guess({"--solved", "yes"}).err, Catch::Matchers::Contains("no call is in wrap-up at the desk of anna"));
  report("ringing");
  report("answered");
  CHECK_THAT(guess({"--solved", "yes", "--call", "c1"}).err, Catch::Matchers::Contains("no call c1 is in wrap-up"));
  report("ended");
  CHECK(line_of(guess({"--solved", "partly"}))["guess"] ==
        json({{"effectiveness", "middle"}, {"ease", nullptr}, {"emotion", nullptr}}));
  const json both = line_of(guess({"--call", "c1", "--easy", "hard", "--left", "high"}));
  CHECK(both["call"] == "c1");
  CHECK(both["guess"] == json({{"effectiveness", "middle"}, {"ease", "low"}, {"emotion", "high"}}));
  const json day = line_of(service.run({"me", "day", "--agent", "anna", "--json"}));
  REQUIRE(day["experiences"].size() == 1);
  CHECK(day["experiences"][0]["guess"] == both["guess"]);
}

}  // namespace
}  // namespace aandacht::test
