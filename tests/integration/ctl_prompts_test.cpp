// Prompts by command, over a real service.
#include <nlohmann/json.hpp>

#include "tests/integration/ctl_service.h"

namespace aandacht::test {
namespace {

using Catch::Matchers::Contains;
using ctl::Exit;
using nlohmann::json;

/// Somebody whose desk is there.
void sit_down(CtlService& service, const std::string& agent) {
  const std::string outbox = service.folder().file("outbox.db");
  REQUIRE(service.run({"call", "answered", "--id", "c-" + agent, "--agent", agent, "--outbox", outbox}).exit ==
          Exit::kOk);
}

std::vector<std::string> push_to(const std::string& agent, const std::string& text = "We weten ervan") {
  return {"push", "--agent", agent, "--supervisor", "Kim", "--reason", "storing", text, "--json"};
}

std::string state_of(CtlService& service, const std::string& prompt) {
  for (const std::string& line : service.run({"push", "list", "--json"}).lines()) {
    const json delivery = json::parse(line);
    if (delivery["prompt"] == prompt) return delivery["state"];
  }
  return "";
}

}  // namespace

TEST_CASE("a prompt is listed with what became of it, taken back once, and known after a restart", "[ctl][prompts]") {
  CtlService service;
  sit_down(service, "anna");
  const CtlRan pushed = service.run(push_to("anna"));
  INFO(pushed.err);
  REQUIRE(pushed.exit == Exit::kOk);
  const std::string id = json::parse(pushed.out)["prompt"];
  CHECK(state_of(service, id) == "waiting");  // No window is there.
  CHECK_THAT(service.run({"push", "list"}).out, Contains("1 waiting") && Contains("Kim: We weten ervan"));
  CHECK(service.run({"push", "recall", id}).out == "it is taken back\n");
  service.restart();
  CHECK(service.run({"push", "recall", id}).out == "it was taken back before\n");
  CHECK(state_of(service, id) == "recalled");
  CHECK(service.run({"push", "recall", "none"}).exit == Exit::kFailed);
}

TEST_CASE("the fourth prompt within an hour fails at once and says who and when", "[ctl][prompts]") {
  CtlService service;
  sit_down(service, "anna");
  for (int i = 0; i < 3; ++i) REQUIRE(service.run(push_to("anna")).exit == Exit::kOk);
  const CtlRan refused = service.run(push_to("anna"));
  CHECK(refused.exit == Exit::kFailed);
  CHECK_THAT(refused.err, Contains("\"anna\" had 3 prompts of yours within an hour; there is room again at"));
}

TEST_CASE("a template is filled in by its fields; what is left open is named", "[ctl][prompts]") {
  CtlService service;
  sit_down(service, "anna");
  CHECK_THAT(service.run({"push", "templates", "--lang", "nl"}).out, Contains("nl/storing-bekend"));
  const CtlRan open = service.run({"push", "--everybody", "--supervisor", "Kim", "--template", "nl/storing-bekend"});
  CHECK(open.exit == Exit::kFailed);
  CHECK_THAT(open.err, Contains("{plaats}"));
  const CtlRan filled = service.run(
      {"push", "--everybody", "--supervisor", "Kim", "--template", "nl/storing-bekend", "--field", "plaats=Zwolle"});
  INFO(filled.err);
  CHECK(filled.out == "the prompt is at 0 desks\nit waits for 1 agent who is away\n");
  CHECK_THAT(service.run({"push", "list", "--json"}).out,
             Contains("Er is een storing in Zwolle.") && Contains("\"template\":\"nl/storing-bekend\""));
}

TEST_CASE("what could be said better is said before a push, and --check pushes nothing", "[ctl][prompts]") {
  CtlService service;
  sit_down(service, "anna");
  const CtlRan checked = service.run({"push", "--agent", "anna", "--reason", "storing", "--lang", "nl", "--check",
                                      "Je moet dit nu doen, zij weten ervan"});
  INFO(checked.err);
  CHECK(checked.exit == Exit::kOk);
  CHECK_THAT(checked.out, Contains("je moet"));
  CHECK(checked.lines().size() == 1);
  CHECK(service.run({"push", "list", "--json"}).lines().empty());
  const CtlRan pushed = service.run({"push", "--agent", "anna", "--supervisor", "Kim", "--reason", "storing", "--lang",
                                     "nl", "--json", "Je moet dit nu doen"});
  CHECK(pushed.exit == Exit::kOk);
  CHECK_THAT(pushed.err, Contains("je moet"));
  CHECK(json::parse(pushed.out).contains("prompt"));
}

TEST_CASE("a push without anybody, without words, or with half a field is a mistake of the command line",
          "[ctl][prompts]") {
  CtlService service;
  CHECK(service.run({"push", "--supervisor", "Kim", "--reason", "r", "text"}).exit == Exit::kUsage);
  CHECK(service.run({"push", "--agent", "anna", "--reason", "r"}).exit == Exit::kUsage);
  CHECK(service.run({"push", "--agent", "anna", "text"}).exit == Exit::kUsage);
  CHECK(service.run({"push", "--agent", "anna", "--template", "x", "--field", "plaats"}).exit == Exit::kUsage);
  const CtlRan team = service.run({"push", "--team", "none", "--supervisor", "Kim", "--reason", "r", "text"});
  CHECK(team.exit == Exit::kFailed);
  CHECK_THAT(team.err, Contains("\"none\""));
}

TEST_CASE("a list of prompts with nothing in it says so beside the output, which stays empty for scripts", "[ctl]") {
  CtlService service;
  const CtlRan none = service.run({"push", "list"});
  CHECK(none.exit == Exit::kOk);
  CHECK(none.out.empty());
  CHECK(none.err == "nothing was pushed to your teams in the last 24 hours\n");
  const CtlRan json = service.run({"push", "list", "--json"});
  CHECK(json.out.empty());
  CHECK(json.err.empty());
}

}  // namespace aandacht::test
