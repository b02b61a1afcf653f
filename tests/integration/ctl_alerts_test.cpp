// Rules and alerts by command.
#include <fstream>

#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

using ctl::Exit;
using nlohmann::json;

constexpr const char* kRules = R"([[alert]]
id = "hogerop"
name = "Zoekt het hogerop"
when = "words"
words = ["advocaat/jurist"]
cooldown = "60s"
)";

TEST_CASE("rules of a file are put, tried, exported and deleted", "[ctl]") {
  CtlService service;
  const CtlRan put = service.run({"alerts", "rules", "put", "-", "--json"}, kRules);
  INFO(put.err);
  REQUIRE(put.exit == Exit::kOk);
  CHECK(json::parse(put.lines().at(0))["version"] == 1);
  CHECK(service.run({"alerts", "rules", "put", "-"}, kRules).exit == Exit::kOk);  // Over what is there.
  const CtlRan exported = service.run({"alerts", "rules", "export", "hogerop"});
  CHECK_THAT(exported.out, Catch::Matchers::Contains("words = [\"advocaat/jurist\"]"));
  CHECK(service.run({"alerts", "rules", "put", "-"}, exported.out).exit == Exit::kOk);
  CHECK_THAT(service.run({"alerts", "rules", "list"}).out,
             Catch::Matchers::Matches(R"((.|\n)*\[hogerop-[0-9a-f]{12}, version 3\](.|\n)*)"));
  const CtlRan tried = service.run({"alerts", "rules", "try", "-", "--days", "3"}, kRules);
  INFO(tried.err);
  CHECK(tried.exit == Exit::kOk);
  CHECK_THAT(tried.out, Catch::Matchers::Contains("0 turns were looked at"));
  CHECK(service.run({"alerts", "rules", "delete", "hogerop"}).exit == Exit::kOk);
  CHECK(service.run({"alerts", "rules", "delete", "hogerop"}).exit == Exit::kFailed);
}

TEST_CASE("a rule that somebody changed since is not written over when its base is said, and the newer one is shown",
          "[ctl]") {
  CtlService service;
  REQUIRE(service.run({"alerts", "rules", "put", "-", "--base", "0"}, kRules).exit == Exit::kOk);
  const std::string newer =
      "[[alert]]\nid = \"hogerop\"\nname = \"Zoekt het hogerop\"\nwhen = \"words\"\n"
      "words = [\"ombudsman\"]\ncooldown = \"60s\"\n";
  REQUIRE(service.run({"alerts", "rules", "put", "-", "--base", "1"}, newer).exit == Exit::kOk);
  const CtlRan late = service.run({"alerts", "rules", "put", "-", "--base", "1"}, kRules);
  CHECK(late.exit == Exit::kFailed);
  INFO(late.err);
  CHECK_THAT(late.err, Catch::Matchers::Contains("ombudsman"));
  CHECK_THAT(late.err, Catch::Matchers::Contains("--base 2"));
  const CtlRan as_json = service.run({"alerts", "rules", "put", "-", "--base", "1", "--json"}, kRules);
  REQUIRE(as_json.lines().size() == 1);
  CHECK(json::parse(as_json.lines()[0])["version"] == 2);
  CHECK_THAT(service.run({"alerts", "rules", "export", "hogerop"}).out, Catch::Matchers::Contains("ombudsman"));
  CHECK(service.run({"alerts", "rules", "put", "-", "--base", "2"}, kRules).exit == Exit::kOk);
  CHECK(service.run({"alerts", "rules", "put", "-", "--base", "3"}, kRules + newer).exit == Exit::kFailed);
}

TEST_CASE("a file of rules with a mistake is refused with its line, and nothing is put", "[ctl]") {
  CtlService service;
  const CtlRan refused =
      service.run({"alerts", "rules", "put", "-"}, "[[alert]]\nid = \"x\"\nname = \"X\"\nwhen = \"ooit\"\n");
  CHECK(refused.exit == Exit::kFailed);
  CHECK_THAT(refused.err, Catch::Matchers::Contains(":4"));
}

TEST_CASE("an alert is listed, put aside and settled by command", "[ctl]") {
  CtlService service;
  REQUIRE(service.run({"alerts", "rules", "put", "-"}, kRules).exit == Exit::kOk);
  const std::string outbox = service.folder().file("outbox.db");
  REQUIRE(service.run({"call", "answered", "--id", "call-1", "--agent", "sanne", "--outbox", outbox}).exit ==
          Exit::kOk);
  const CtlRan said = service.run({"transcript", "stream", "--call", "call-1", "--lang", "nl"},
                                  R"({"speaker": "customer", "text": "mijn advocaat", "id": "u1"})"
                                  "\n");
  INFO(said.err);
  REQUIRE(said.exit == Exit::kOk);
  CtlRan listed;
  REQUIRE(eventually([&] {
    listed = service.run({"alerts", "list", "--json"});
    return listed.lines().size() == 1;
  }));
  const json alert = json::parse(listed.lines()[0]);
  CHECK(alert["words"] == "mijn advocaat");
  CHECK(alert["state"] == "open");
  const std::string id = alert["id"];
  CHECK(service.run({"alerts", "snooze", id, "--for", "15m"}).exit == Exit::kOk);
  CHECK_THAT(service.run({"alerts", "list"}).out, Catch::Matchers::Contains("aside until"));
  CHECK(service.run({"alerts", "snooze", "--rule", "hogerop", "--tomorrow"}).exit == Exit::kOk);
  CHECK_THAT(service.run({"alerts", "rules", "list"}).out, Catch::Matchers::Contains("quiet until"));
  CHECK(service.run({"alerts", "snooze", id}).exit == Exit::kFailed);
  CHECK_THAT(service.run({"alerts", "settle", id, "--seen"}).out, Catch::Matchers::Contains("seen"));
  CHECK(service.run({"alerts", "settle", id}).exit == Exit::kOk);
  CHECK(service.run({"alerts", "list"}).out.empty());
  CHECK_FALSE(service.look({"alerts", "watch"}).exit == Exit::kUsage);
}

}  // namespace
}  // namespace aandacht::test
