// A reset from the command line, through the whole service.
#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"

namespace aandacht::test {
namespace {

using ctl::Exit;

nlohmann::json reset_of(const CtlRan& ran) {
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  return nlohmann::json::parse(ran.out)["reset"];
}

CtlRan reset(CtlService& service, const std::string& what, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"reset", what, "--agent", "anna", "--json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return service.run(std::move(arguments));
}

}  // namespace

TEST_CASE("a reset is asked for, extended, stopped and left from the command line, with a shipped exercise", "[ctl]") {
  CtlService service;
  const auto begun = reset_of(reset(service, "ask", {"--lang", "en"}));
  CHECK(begun["state"] == "accepted");
  CHECK(begun["asked"] == true);
  CHECK(begun["seconds"] == 30);
  CHECK(begun["exercise"] == "influence");
  CHECK(begun["title"] == "Your half of it");
  CHECK(reset_of(reset(service, "extend"))["seconds"] == 120);
  const auto stopped = reset_of(reset(service, "stop"));
  CHECK(stopped["state"] == "done");
  CHECK(stopped["ending"] == "stopped");
  CHECK(reset_of(reset(service, "leave"))["state"] == "done");
}

TEST_CASE("a reset survives a restart of the service and is seen by who watches the desk", "[ctl]") {
  CtlService service;
  REQUIRE(reset(service, "ask", {"--length", "10m", "--lang", "nl"}).exit == Exit::kOk);
  service.restart();
  const CtlRan seen = service.look({"watch", "desk", "--agent", "anna", "--json"});
  INFO(seen.out);
  REQUIRE(seen.lines().size() == 1);
  const auto line = nlohmann::json::parse(seen.lines()[0]);
  CHECK(line["agent"] == "anna");
  CHECK(line["reset"]["state"] == "accepted");
  CHECK(line["reset"]["title"] == "Jouw helft");
  CHECK_THAT(service.look({"watch", "desk", "--agent", "anna"}).out, Catch::Matchers::Contains("Jouw helft"));
}

TEST_CASE("an answer without a reset, and one that does not fit, say so", "[ctl]") {
  CtlService service;
  const CtlRan none = reset(service, "accept");
  CHECK(none.exit == Exit::kFailed);
  CHECK_THAT(none.err, Catch::Matchers::Contains("no reset is offered or running at this desk"));
  REQUIRE(reset(service, "ask").exit == Exit::kOk);
  const CtlRan again = reset(service, "ask");
  CHECK(again.exit == Exit::kFailed);
  CHECK_THAT(again.err, Catch::Matchers::Contains("a reset runs already"));
  CHECK(reset(service, "leave").exit == Exit::kFailed);
  CHECK_THAT(reset(service, "ask", {"--length", "1m"}).err,
             Catch::Matchers::Contains("length must be 30 seconds, 2 or 10 minutes"));
}

TEST_CASE("the private tap is told before and after a reset, each at its time, and kept", "[ctl]") {
  CtlService service;
  CHECK_THAT(reset(service, "tap", {"--before", "4"}).err, Catch::Matchers::Contains("no reset is offered or running"));
  CHECK_THAT(reset(service, "tap", {"--after", "4"}).err, Catch::Matchers::Contains("no reset is over"));
  REQUIRE(reset(service, "ask").exit == Exit::kOk);
  const auto before = reset_of(reset(service, "tap", {"--before", "4"}));
  CHECK(before["full_before"] == 4);
  CHECK(before["full_after"].is_null());
  CHECK_THAT(reset(service, "tap", {"--after", "2"}).err, Catch::Matchers::Contains("is not over yet"));
  REQUIRE(reset(service, "stop").exit == Exit::kOk);
  REQUIRE(reset(service, "leave").exit == Exit::kOk);
  const auto after = reset_of(reset(service, "tap", {"--after", "2"}));
  CHECK(after["full_before"] == 4);
  CHECK(after["full_after"] == 2);
  CHECK(service.run({"reset", "tap", "--agent", "anna", "--after", "3"}).out == "before 4, after 3\n");
  const CtlRan day = service.run({"me", "day", "--agent", "anna", "--json"});
  CHECK(nlohmann::json::parse(day.out)["resets"][0]["full_after"] == 3);
}

}  // namespace aandacht::test
