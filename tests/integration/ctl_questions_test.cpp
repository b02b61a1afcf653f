// What customers ask, from the line on the wire to the list.
#include <fstream>

#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"

namespace aandacht::test {
namespace {

using ctl::Exit;
using nlohmann::json;

/// A call of `id` in which the customer says one thing.
std::string one_call(const std::string& id, const std::string& words) {
  const json call = {{"id", id},
                     {"lang", "nl"},
                     {"sector", "parcel"},
                     {"title", "test"},
                     {"company", {{"name", "Pakketvos"}, {"whys", json::array()}}},
                     {"customer",
                      {{"name", "A"},
                       {"phone", "+31600110301"},
                       {"since", 2020},
                       {"language", "nl"},
                       {"address_form", "u"},
                       {"journey", json::array()}}},
                     {"date", "2026-03-02"},
                     {"turns",
                      {{{"at_ms", 1000}, {"speaker", "agent"}, {"text", "goedemorgen met Pakketvos"}},
                       {{"at_ms", 3000}, {"speaker", "customer"}, {"text", words}}}}};
  return call.dump() + "\n";
}

TEST_CASE("questions that were asked in calls are listed with their counts, the most asked first", "[ctl]") {
  CtlService service;
  const TemporaryFolder folder;
  const std::string file = folder.file("calls.jsonl");
  std::ofstream(file) << one_call("c1", "waar blijft mijn pakket het zou gisteren komen")
                      << one_call("c2", "ik wil graag mijn abonnement opzeggen")
                      << one_call("c3", "wanneer wordt mijn bestelling nou eindelijk geleverd");
  const CtlRan none = service.run({"questions", "--json"});
  INFO(none.err);
  REQUIRE(none.exit == Exit::kOk);
  CHECK(none.out.empty());
  const CtlRan replayed = service.run({"replay", file, "--instant"});
  INFO(replayed.err);
  REQUIRE(replayed.exit == Exit::kOk);
  const CtlRan listed = service.run({"questions", "--json"});
  INFO(listed.err);
  REQUIRE(listed.exit == Exit::kOk);
  const auto lines = listed.lines();
  REQUIRE(lines.size() == 2);
  const json most = json::parse(lines[0]);
  CHECK(most["count"] == 2);
  CHECK(most["lang"] == "nl");
  CHECK_THAT(most["words"].get<std::string>(), Catch::Matchers::Contains("pakket"));
  CHECK(most["days"].size() == 1);
  CHECK(json::parse(lines[1])["count"] == 1);
  const CtlRan by_day = service.run({"questions", "--by-day"});
  CHECK_THAT(by_day.out, Catch::Matchers::Contains("        2  2026-03-02\n"));
  CHECK(most["merged"].empty());
  const CtlRan one = service.run({"questions", "--group", most["group"].get<std::string>(), "--json"});
  REQUIRE(one.exit == Exit::kOk);
  CHECK(json::parse(one.out) == most);
  const CtlRan unknown = service.run({"questions", "--group", "q00000000000000"});
  CHECK(unknown.exit != Exit::kOk);
  CHECK_THAT(unknown.err, Catch::Matchers::Contains("q00000000000000"));
  const CtlRan wrong = service.run({"questions", "--days", "0"});
  CHECK(wrong.exit == Exit::kUsage);
}

}  // namespace
}  // namespace aandacht::test
