// A program of somebody else, made from the published contracts alone.
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "absl/strings/ascii.h"
#include "tests/integration/daemon.h"
#include "tests/integration/service_client.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht {
namespace {

using nlohmann::json;

/// A service that wants tokens, and a program of somebody else that has one of a supervisor.
class Integrated {
 public:
  Integrated() {
    for (const std::string agent : {"joost", "sanne"}) {
      const std::string token = make_token("agent", agent);
      REQUIRE(report(agent, "ringing", v1::CALL_EVENT_RINGING, token).ok());
      if (agent == "sanne") REQUIRE(report(agent, "answered", v1::CALL_EVENT_ANSWERED, token).ok());
    }
    make_token("supervisor", "kim");
  }

  /// What aandachtctl makes; also kept in the file of that id.
  std::string make_token(const std::string& role, const std::string& id) {
    const std::string file = token_file(id);
    test::Child maker({AANDACHT_BIN_DIR "/aandachtctl", "token", "create", "--identity", folder_.file("identity"),
                       "--role", role, "--id", id, "--teams", "*", "--out", file});
    REQUIRE(maker.wait() == 0);
    return std::string(absl::StripAsciiWhitespace(test::slurp(file)));
  }

  [[nodiscard]] std::string token_file(const std::string& id) const { return folder_.file(id + ".token"); }

  /// The first words of the prompts that this agent's desk shows.
  std::string shown_to(const std::string& agent) {
    const auto context = with_token(make_token("agent", agent));
    v1::WatchDeskRequest request;
    request.set_agent_id(agent);
    const auto watch = client_.desks->WatchDesk(context.get(), request);
    std::string shown;
    for (v1::WatchDeskResponse response; shown.empty() && watch->Read(&response);) {
      shown = response.desk().card().line();
      for (const v1::DeskChange& change : response.update().changes()) shown += change.card_shown().card().line();
    }
    context->TryCancel();
    return shown;
  }

  /// Runs the program of docs/integrating.md to its end, with kim's token unless `arguments` name another.
  int python(std::vector<std::string> arguments, bool with_token = true) {
    std::vector<std::string> command = {"/usr/bin/python3", AANDACHT_SOURCE_DIR "/docs/integrating/floor_client.py",
                                        "--server", daemon_.address()};
    if (with_token) command.insert(command.end(), {"--token-file", token_file("kim")});
    command.insert(command.end(), arguments.begin(), arguments.end());
    const std::string log = folder_.file("printed-" + std::to_string(++runs_));
    test::Child program(command, log);
    const int code = program.wait();
    printed = test::slurp(log);
    return code;
  }

  [[nodiscard]] std::vector<json> lines() const {
    std::vector<json> found;
    std::istringstream in(printed);
    for (std::string line; std::getline(in, line);) found.push_back(json::parse(line));
    return found;
  }

  std::string printed;

 private:
  static std::unique_ptr<grpc::ClientContext> with_token(const std::string& token) {
    auto context = test::soon();
    context->AddMetadata("authorization", "Bearer " + token);
    return context;
  }

  grpc::Status report(const std::string& agent, const std::string& id, v1::CallEvent event, const std::string& token) {
    v1::ReportCallRequest request;
    request.set_event_id(id + agent);
    request.set_agent_id(agent);
    request.set_call_id("call-" + agent);
    request.set_event(event);
    request.set_from("0612345678");
    v1::ReportCallResponse response;
    return client_.calls->ReportCall(with_token(token).get(), request, &response);
  }

  test::TemporaryFolder folder_;
  test::Daemon daemon_{folder_.file("aandacht.db"), {"--tokens", "required"}};
  test::ServiceClient client_{daemon_.address()};
  int runs_ = 0;
};

TEST_CASE("a Python program that has only the contracts and a token reads the floor") {
  Integrated integrated;
  const int code = integrated.python({"floor", "--messages", "1"});
  INFO(integrated.printed);
  REQUIRE(code == 0);
  std::map<std::string, std::string> states;
  for (const json& row : integrated.lines()) states[row.at("agent")] = row.at("state");
  CHECK(states == std::map<std::string, std::string>{{"joost", "ringing"}, {"sanne", "in_call"}});
}

TEST_CASE("a Python program pushes a prompt, twice with the same id, and the agent sees it") {
  Integrated integrated;
  for (int time = 0; time < 2; ++time) {
    const int code = integrated.python({"push", "sanne,joost", "Zeg dat de storing om twee uur voorbij is", "--reason",
                                        "storing sinds tien uur", "--id", "python-1"});
    INFO(integrated.printed);
    REQUIRE(code == 0);
    CHECK(integrated.lines() == std::vector<json>{{{"prompt", "python-1"}, {"desks", 2}}});
  }
  CHECK(integrated.shown_to("sanne") == "Zeg dat de storing om twee uur voorbij is");
}

TEST_CASE("the Python program says the service's own sentence when it is refused") {
  Integrated integrated;
  CHECK(integrated.python({"push", "nobody", "Zeg dat het voorbij is", "--reason", "storing"}) == 1);
  CHECK(integrated.printed.find("NOT_FOUND: \"nobody\" has no desk") == 0);
  CHECK(integrated.python({"floor", "--messages", "1"}, false) == 1);
  CHECK(integrated.printed.find("UNAUTHENTICATED: a token is needed") == 0);
}

}  // namespace
}  // namespace aandacht
