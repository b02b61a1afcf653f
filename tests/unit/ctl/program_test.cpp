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
                                                       {"push", "--agent", "anna", "text"}};
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

TEST_CASE("the agent is who the environment says", "[program]") {
  const auto agent = [](const std::map<std::string, std::string>& variables) {
    return run_ctl({"call", "ringing", "--help"}, {}, variables).out;
  };
  CHECK_THAT(agent({{"AANDACHT_AGENT", "anna"}, {"USER", "root"}}), Catch::Matchers::Contains("anna"));
  CHECK_THAT(agent({{"USER", "bram van dijk"}}), Catch::Matchers::Contains("bramvandijk"));
}

}  // namespace
}  // namespace aandacht::ctl
