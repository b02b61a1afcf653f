#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"

namespace aandacht::test {
namespace {

using ctl::Exit;

const std::string kCustomers = AANDACHT_SOURCE_DIR "/tests/data/calls/customers.jsonl";

TEST_CASE("importing the same customers twice changes nothing", "[ctl]") {
  CtlService service;
  const CtlRan first = service.run({"customers", "import", kCustomers});
  CHECK(first.err.empty());
  CHECK(first.exit == Exit::kOk);
  CHECK(first.out == "20 new, 0 changed, 0 the same, 0 rows refused\n");
  const CtlRan listed = service.run({"customers", "list", "--json"});
  CHECK(listed.lines().size() == 20);
  CHECK(service.run({"customers", "import", kCustomers}).out == "0 new, 0 changed, 20 the same, 0 rows refused\n");
  CHECK(service.run({"customers", "list", "--json"}).out == listed.out);
}

TEST_CASE("a customer is found by a phone number in any notation, and by key", "[ctl]") {
  CtlService service;
  REQUIRE(service.run({"customers", "import", kCustomers}).exit == Exit::kOk);
  const CtlRan found = service.run({"customers", "show", "--phone", "0600 110 201", "--json"});
  INFO(found.err);
  REQUIRE(found.exit == Exit::kOk);
  const auto customer = nlohmann::json::parse(found.out);
  CHECK(customer["name"] == "Gerda Hoekstra-Baaij");
  CHECK(customer["journey"].size() == 6);
  CHECK(service.run({"customers", "show", "--id", customer["external_id"], "--json"}).out == found.out);
  const CtlRan nobody = service.run({"customers", "show", "--phone", "+31600999999"});
  CHECK(nobody.exit == Exit::kFailed);
  CHECK_THAT(nobody.err, Catch::Matchers::Contains("nobody is known as +31600999999"));
}

TEST_CASE("refused lines are named with their numbers and the others are stored", "[ctl]") {
  CtlService service;
  const std::string input = "{\"name\": \"A\", \"phone\": \"+31600110301\"}\n\nnonsense\n{\"name\": \"" +
                            std::string(5000, 'n') + "\", \"phone\": \"+31600110302\"}\n" +
                            "{\"name\": \"B\", \"phone\": \"+31600110303\"}\n";
  const CtlRan ran = service.run({"customers", "import", "-", "--json"}, input);
  CHECK(ran.exit == Exit::kFailed);
  const auto lines = ran.lines();
  REQUIRE(lines.size() == 3);
  CHECK(nlohmann::json::parse(lines[0])["line"] == 3);
  CHECK(nlohmann::json::parse(lines[1])["line"] == 4);
  CHECK(lines[2] == R"({"dry_run":false,"new":2,"changed":0,"same":0,"refused":2})");
}

TEST_CASE("an old file imported again after a newer one takes effect", "[ctl]") {
  CtlService service;
  const auto import = [&](const std::string& name) {
    return service.run({"customers", "import", "-"}, "{\"id\": \"k\", \"name\": \"" + name + "\"}\n").exit;
  };
  for (const char* name : {"Old", "New", "Old"}) {
    CHECK(import(name) == Exit::kOk);
    CHECK(nlohmann::json::parse(service.run({"customers", "show", "--id", "k", "--json"}).out)["name"] == name);
  }
}

TEST_CASE(
    "an import that is resumed with a changed file stores what changed, and counts nothing new that was not stored",
    "[ctl]") {
  CtlService service;
  const auto import = [&](const std::string& file) {
    return service.run({"customers", "import", "-", "--resume", "run-1"}, file).out;
  };
  const std::string first = "{\"id\": \"a\", \"name\": \"Anna\"}\n";
  CHECK(import(first) == "1 new, 0 changed, 0 the same, 0 rows refused\n");
  CHECK(import(first) == "0 new, 0 changed, 1 the same, 0 rows refused\n");
  const std::string second = "{\"id\": \"a\", \"name\": \"Anna\"}\n{\"id\": \"b\", \"name\": \"Bram\"}\n";
  CHECK(import(second) == "1 new, 0 changed, 1 the same, 0 rows refused\n");
  CHECK(nlohmann::json::parse(service.run({"customers", "show", "--id", "b", "--json"}).out)["name"] == "Bram");
}

TEST_CASE("lines change what they have and leave the rest, and a dry run says beforehand what they did", "[ctl]") {
  CtlService service;
  const std::string whole =
      R"({"id": "k", "name": "Anna", "phone": "+31600110201", "company": "Vaartbaan", "since": 2019,)"
      R"( "journey": [{"date": "2026-03-01", "step": "buy", "channel": "app", "what": "besteld"}]})"
      "\n";
  REQUIRE(service.run({"customers", "import", "-"}, whole).exit == Exit::kOk);
  // Three lines that bring other fields each, two of them about one customer: the later counts.
  const std::string some =
      "{\"id\": \"k\", \"name\": \"Anna\", \"company\": \"Eerst\"}\n"
      "{\"id\": \"n\", \"name\": \"Nieuw\"}\n"
      "{\"id\": \"k\", \"name\": \"Anna de Wit\", \"language\": \"nl\", \"company\": \"Vlietnet\"}\n";
  CHECK(service.run({"customers", "import", "-", "--dry-run"}, some).out ==
        "would be: 1 new, 2 changed, 0 the same, 0 rows refused\n");
  CHECK(service.run({"customers", "import", "-"}, some).out == "1 new, 2 changed, 0 the same, 0 rows refused\n");
  const auto after = nlohmann::json::parse(service.run({"customers", "show", "--id", "k", "--json"}).out);
  CHECK(after["name"] == "Anna de Wit");
  CHECK(after["company"] == "Vlietnet");
  CHECK(after["since"] == 2019);
  CHECK(after["phones"].size() == 1);
  CHECK(after["journey"].size() == 1);
  // What is said to be empty is emptied.
  CHECK(service.run({"customers", "import", "-"}, R"({"id": "k", "name": "Anna de Wit", "journey": []})").exit ==
        Exit::kOk);
  CHECK(nlohmann::json::parse(service.run({"customers", "show", "--id", "k", "--json"}).out)["journey"].empty());
}

}  // namespace
}  // namespace aandacht::test
