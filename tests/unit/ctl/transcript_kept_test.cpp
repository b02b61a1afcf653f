// Turns with the service away.
#include "client/net/outbox.h"
#include "client/net/requests.h"
#include "tests/support/catch.h"
#include "tests/support/fake_service.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

struct Machine {
  test::TemporaryFolder folder;
  std::string outbox = (folder.path() / "state" / "outbox.db").string();

  Ran transcript(const std::string& input, std::vector<std::string> more = {"--json"},
                 const std::string& server = "127.0.0.1:1") {
    std::vector<std::string> arguments = {"--server", server, "transcript", "stream",
                                          "--call",   "c1",   "--outbox",   outbox};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_ctl(arguments, input);
  }

  std::vector<net::OutboxItem> waiting() const {
    const base::SystemClock clock;
    const auto opened = net::Outbox::open(outbox, clock);
    REQUIRE(opened.ok());
    return *(*opened)->waiting(0);
  }
};

constexpr char kTurns[] =
    "{\"speaker\": \"customer\", \"text\": \"mail mij op jan.bakker@voorbeeld.nl\", \"id\": \"u1\"}\n"
    "{\"speaker\": \"agent\", \"text\": \"dat doe ik\", \"id\": \"u2\", \"lang\": \"nl\"}\n";

TEST_CASE("with the service away each turn is kept in the outbox, redacted and once, and that is what is printed") {
  Machine machine;
  for (int i = 0; i < 2; ++i) {
    const Ran ran = machine.transcript(kTurns);
    INFO(ran.err);
    CHECK(ran.exit == Exit::kOk);
    CHECK(ran.err.empty());
    CHECK(lines_in(ran.out) == std::vector<std::string>{R"({"line":1,"id":"u1","outcome":"kept"})",
                                                        R"({"line":2,"id":"u2","outcome":"kept"})"});
  }
  const std::vector<net::OutboxItem> items = machine.waiting();
  REQUIRE(items.size() == 2);
  const auto first = net::event_of(items[0]);
  REQUIRE(first.ok());
  const auto& said = std::get<domain::UtteranceSaid>(first->event.what);
  CHECK(said.call_id == "c1");
  CHECK(said.speaker == domain::Speaker::kCustomer);
  CHECK_THAT(said.text, !Catch::Matchers::Contains("jan.bakker"));
  CHECK_THAT(said.text, Catch::Matchers::Contains("mail mij op"));
  CHECK(std::get<domain::UtteranceSaid>(net::event_of(items[1])->event.what).reading.language == "nl");
}

TEST_CASE("what a service did not answer before it went is kept, and so is the rest of the run") {
  Machine machine;
  test::FakeService service{
      {.utterance = [](const auto&, auto&) { return absl::UnavailableError("the service is stopping"); }}};
  const Ran ran = machine.transcript(kTurns, {"--json"}, service.address());
  INFO(ran.err);
  CHECK(ran.exit == Exit::kOk);
  CHECK(lines_in(ran.out) == std::vector<std::string>{R"({"line":1,"id":"u1","outcome":"kept"})",
                                                      R"({"line":2,"id":"u2","outcome":"kept"})"});
  CHECK(machine.waiting().size() == 2);
}

TEST_CASE("the tally tells how many turns were kept until the service is back") {
  Machine machine;
  CHECK(
      machine.transcript(kTurns, {}).out ==
      "0 turns stored, 0 known already, 0 said on hold and not kept, 0 not taken, 2 kept until the service is back\n");
}

TEST_CASE("what is said while a call is on hold is not kept, also when only the outbox knows of the hold") {
  Machine machine;
  const auto call = [&](const char* event) {
    const Ran ran = run_ctl({"--server", "127.0.0.1:1", "call", event, "--id", "c1", "--agent", "anna", "--outbox",
                             machine.outbox, "--patience", "50ms"});
    REQUIRE(ran.exit == Exit::kOk);
  };
  call("answered");
  call("held");
  const Ran held = machine.transcript(R"({"speaker": "agent", "text": "even overleggen", "id": "u1"})");
  CHECK(held.out == "{\"line\":1,\"id\":\"u1\",\"outcome\":\"on_hold\"}\n");
  call("resumed");
  const Ran resumed = machine.transcript(R"({"speaker": "agent", "text": "daar ben ik", "id": "u2"})");
  CHECK(resumed.out == "{\"line\":1,\"id\":\"u2\",\"outcome\":\"kept\"}\n");
  CHECK(machine.waiting().size() == 4);
}

}  // namespace
}  // namespace aandacht::ctl
