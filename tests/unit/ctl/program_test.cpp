#include "tests/support/catch.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

TEST_CASE("help teaches with examples and is no failure", "[program]") {
  const Ran ran = run_ctl({"--help"});
  CHECK(ran.exit == Exit::kOk);
  CHECK_THAT(ran.out, Catch::Matchers::Contains("aandachtctl doctor"));
  CHECK_THAT(ran.out, Catch::Matchers::Contains("Exit status: 0"));
  CHECK(ran.err.empty());
}

TEST_CASE("every command has help of its own", "[program]") {
  const std::vector<std::vector<std::string>> commands = {{"customers", "import"},
                                                          {"customers", "list"},
                                                          {"customers", "show"},
                                                          {"whys", "list"},
                                                          {"whys", "search"},
                                                          {"call", "ringing"},
                                                          {"call", "answered"},
                                                          {"call", "held"},
                                                          {"call", "resumed"},
                                                          {"call", "ended"},
                                                          {"call", "twinkle"},
                                                          {"replay"},
                                                          {"transcript", "stream"},
                                                          {"watch", "desk"},
                                                          {"watch", "floor"},
                                                          {"analyse"},
                                                          {"push"},
                                                          {"reset", "ask"},
                                                          {"reset", "accept"},
                                                          {"reset", "decline"},
                                                          {"reset", "extend"},
                                                          {"reset", "stop"},
                                                          {"reset", "leave"},
                                                          {"reset", "tap"},
                                                          {"me", "day"},
                                                          {"me", "export"},
                                                          {"me", "delete"},
                                                          {"me", "share"},
                                                          {"me", "sensitivity"},
                                                          {"me", "guess"},
                                                          {"habits", "list"},
                                                          {"habits", "put"},
                                                          {"habits", "vote"},
                                                          {"habits", "choose"},
                                                          {"habits", "tick"},
                                                          {"habits", "routine"},
                                                          {"habits", "show"},
                                                          {"habits", "drop"},
                                                          {"doctor"}};
  for (std::vector<std::string> command : commands) {
    const std::string name = command.back();
    command.push_back("--help");
    const Ran ran = run_ctl(command);
    INFO(name);
    CHECK(ran.exit == Exit::kOk);
    CHECK_THAT(ran.out, Catch::Matchers::Contains(name));
  }
}

TEST_CASE("the version is the program's", "[program]") {
  const Ran ran = run_ctl({"--version"});
  CHECK(ran.exit == Exit::kOk);
  CHECK(ran.out == "aandachtctl 9.9.9\n");
}

TEST_CASE("a wrong command line is told in a sentence, names the help and exits with 2", "[program]") {
  const std::vector<std::vector<std::string>> wrong = {{},
                                                       {"frobnicate"},
                                                       {"replay"},
                                                       {"replay", "x", "--instant", "--speed", "2"},
                                                       {"replay", "x", "--speed", "-1"},
                                                       {"customers", "show"},
                                                       {"customers", "show", "--id", "1", "--phone", "2"},
                                                       {"watch", "desk"},
                                                       {"watch", "desk", "--agent", "an na"},
                                                       {"watch", "desk", "--agent", "anna", "--for", "soon"},
                                                       {"call", "answered", "--id", "1", "--at", "yesterday"},
                                                       {"push", "--agent", "anna", "text"},
                                                       {"replay", "x", "--speed", "nan"},
                                                       {"simulate", "shift", "--hours", "nan"},
                                                       {"simulate", "shift", "--hours", "inf"},
                                                       {"simulate", "shift", "--occupancy", "nan"},
                                                       {"simulate", "shift", "--sensitivity", "nan"},
                                                       {"simulate", "queue", "--step", "nan"},
                                                       {"simulate", "queue", "--occupancy", "nan"},
                                                       {"simulate", "queue", "--occupancy", ".9999"},
                                                       {"simulate", "queue", "--aht", "1ns"},
                                                       {"simulate", "queue", "--aht", "1s", "--reset", "100h"},
                                                       {"simulate", "queue", "--reset", "100h"},
                                                       {"simulate", "queue", "--resets", "1000000"},
                                                       {"me", "share", "--for", "9h"},
                                                       {"me", "share", "--for", "15m", "--stop"},
                                                       {"me", "sensitivity", "nan"},
                                                       {"me", "sensitivity", "2"},
                                                       {"me", "guess"},
                                                       {"me", "guess", "--solved", "perhaps"},
                                                       {"habits", "routine"},
                                                       {"habits", "routine", "--yes", "--no"},
                                                       {"reset", "tap"},
                                                       {"reset", "tap", "--before", "6"},
                                                       {"reset", "tap", "--before", "1", "--after", "2"}};
  for (const std::vector<std::string>& arguments : wrong) {
    const Ran ran = run_ctl(arguments);
    INFO((arguments.empty() ? "nothing" : arguments.front() + " " + arguments.back()));
    CHECK(ran.exit == Exit::kUsage);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::Matchers::StartsWith("aandachtctl: "));
    CHECK_THAT(ran.err, Catch::Matchers::Contains("--help`"));
  }
}

TEST_CASE("whoever names no command, or a wrong one, is told which there are", "[program]") {
  CHECK_THAT(run_ctl({}).err,
             Catch::Matchers::StartsWith("aandachtctl: say what to do: choose one of doctor, customers"));
  CHECK_THAT(run_ctl({"frobnicate"}).err,
             Catch::Matchers::StartsWith("aandachtctl: 'frobnicate' is not known here: choose one of doctor"));
  CHECK_THAT(run_ctl({"watch", "desks"}).err,
             Catch::Matchers::StartsWith("aandachtctl: 'desks' is not known here: choose one of desk, floor"));
}

TEST_CASE("with the service away every question says what to do", "[program]") {
  const std::vector<std::vector<std::string>> questions = {
      {"customers", "list"},
      {"customers", "show", "--phone", "+31600110201"},
      {"whys", "list"},
      {"whys", "search", "tijd"},
      {"push", "--agent", "anna", "--supervisor", "Kim", "--reason", "r", "text"}};
  for (std::vector<std::string> question : questions) {
    question.insert(question.begin(), {"--server", "127.0.0.1:1"});
    const Ran ran = run_ctl(question);
    INFO(question.at(2));
    CHECK(ran.exit == Exit::kFailed);
    CHECK_THAT(ran.err, Catch::Matchers::Contains("127.0.0.1:1 does not answer"));
    CHECK_THAT(ran.err, Catch::Matchers::Contains("aandachtd"));
  }
}

TEST_CASE("a file that is not there is named", "[program]") {
  for (const char* command : {"replay"}) {
    const Ran ran = run_ctl({command, "no/such/file.jsonl"});
    CHECK(ran.exit == Exit::kFailed);
    CHECK_THAT(ran.err, Catch::Matchers::Contains("no/such/file.jsonl"));
  }
}

TEST_CASE("a choice that is missing or wrong is told in words, and every group of commands has examples", "[program]") {
  CHECK_THAT(run_ctl({"habits", "routine"}).err, Catch::Matchers::Contains("[--yes,--no] is required"));
  CHECK_THAT(run_ctl({"reset", "tap"}).err, Catch::Matchers::Contains("[--before,--after] is required"));
  CHECK_THAT(run_ctl({"customers", "show"}).err, Catch::Matchers::Contains("[--phone,--id] is required"));
  CHECK_THAT(run_ctl({"simulate", "shift", "--mood", "sad"}).err,
             Catch::Matchers::Contains("'sad' is not calm, mixed or brutal"));
  for (const std::string group : {"me", "habits", "reset", "stories", "survey", "simulate"}) {
    CHECK_THAT(run_ctl({group, "--help"}).out, Catch::Matchers::Contains("\n  aandachtctl " + group + " "));
  }
}

TEST_CASE("help says the ranges of what simulate and me take", "[program]") {
  const std::string queue = run_ctl({"simulate", "queue", "--help"}).out;
  for (const char* range : {"(30s to 2h)", "(1s to 30m)", "(0.01 to 0.99)", "(10 to 100000)", "(1 to 200)"}) {
    CHECK_THAT(queue, Catch::Matchers::Contains(range));
  }
  CHECK_THAT(run_ctl({"simulate", "shift", "--help"}).out, Catch::Matchers::Contains("(0.25 to 2000)"));
  CHECK_THAT(run_ctl({"me", "share", "--help"}).out, Catch::Matchers::Contains("(1m to 8h)"));
  CHECK_THAT(run_ctl({"me", "sensitivity", "--help"}).out, Catch::Matchers::Contains("(0.5 to 1.5)"));
}

TEST_CASE("push names the option that is missing, and shows an example", "[program]") {
  const auto says = [](std::vector<std::string> arguments, const std::string& sentence) {
    arguments.insert(arguments.begin(), "push");
    const Ran ran = run_ctl(arguments);
    CHECK(ran.exit == Exit::kUsage);
    CHECK_THAT(ran.err, Catch::Matchers::StartsWith("aandachtctl: " + sentence));
    CHECK_THAT(ran.err, Catch::Matchers::Contains("\n  aandachtctl push --agent anna --reason "));
    CHECK_THAT(ran.err, !Catch::Matchers::Contains("choose one of"));
  };
  says({"--agent", "anna", "text"}, "--reason is missing: say why; the agent reads it");
  says({"--agent", "anna,bram", "text"}, "--reason is missing");
  says({"--team", "returns", "text"}, "--reason is missing");
  says({"--agent", "anna", "--reason", "storing"}, "TEXT is missing");
  says({"--reason", "storing", "text"}, "--agent, --team or --everybody is missing");
}

TEST_CASE("push names --for and its bounds when a prompt would be shown too long or too short", "[program]") {
  for (const std::string span : {"9h", "8h1s", "9s"}) {
    const Ran ran = run_ctl({"push", "--agent", "anna", "--reason", "storing", "text", "--for", span});
    CHECK(ran.exit == Exit::kUsage);
    CHECK_THAT(ran.err, Catch::Matchers::Contains("--for: '" + span + "' is not 10s to 8h"));
  }
  CHECK_THAT(run_ctl({"push", "--help"}).out, Catch::Matchers::Contains("(10s to 8h)"));
}

TEST_CASE("an agent's own commands, reset too, take the agent from the environment", "[program]") {
  const std::vector<std::vector<std::string>> own = {{"reset", "ask"},   {"reset", "tap"},   {"me", "day"},
                                                     {"me", "share"},    {"me", "guess"},    {"habits", "show"},
                                                     {"habits", "tick"}, {"call", "ringing"}};
  for (std::vector<std::string> command : own) {
    INFO(command[0] << " " << command[1]);
    command.push_back("--help");
    CHECK_THAT(run_ctl(command, {}, {{"AANDACHT_AGENT", "willemijn"}}).out, Catch::Matchers::Contains("willemijn"));
  }
  const Ran asked = run_ctl({"--server", "127.0.0.1:1", "reset", "ask"}, {}, {{"AANDACHT_AGENT", "willemijn"}});
  CHECK(asked.exit == Exit::kFailed);
  CHECK_THAT(asked.err, Catch::Matchers::Contains("127.0.0.1:1 does not answer"));
}

TEST_CASE("the agent is who the environment says", "[program]") {
  const auto agent = [](const std::map<std::string, std::string>& variables) {
    return run_ctl({"call", "ringing", "--help"}, {}, variables).out;
  };
  CHECK_THAT(agent({{"AANDACHT_AGENT", "anna"}, {"USER", "root"}}), Catch::Matchers::Contains("anna"));
  CHECK_THAT(agent({{"USER", "bram van dijk"}}), Catch::Matchers::Contains("bramvandijk"));
}

}  // namespace
}  // namespace aandacht::ctl
