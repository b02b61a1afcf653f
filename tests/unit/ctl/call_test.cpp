#include "client/net/outbox.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

/// A softphone's machine with the service away.
struct Phone {
  test::TemporaryFolder folder;
  std::filesystem::path outbox = folder.path() / "state" / "outbox.db";
  std::map<std::string, std::string> variables = {{"AANDACHT_AGENT", "anna"}};

  Ran call(std::vector<std::string> words) {
    std::vector<std::string> arguments = {"--server", "127.0.0.1:1", "call"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    arguments.insert(arguments.end(), {"--outbox", outbox.string(), "--patience", "50ms"});
    return run_ctl(arguments, {}, variables);
  }

  std::int64_t waiting() const {
    const base::SystemClock clock;
    const auto opened = net::Outbox::open(outbox, clock);
    REQUIRE(opened.ok());
    const auto pending = (*opened)->pending();
    REQUIRE(pending.ok());
    return *pending;
  }
};

TEST_CASE("with the service away a report is kept, nothing is printed and all is well", "[call]") {
  Phone phone;
  for (const char* event : {"ended", "ringing", "answered", "held", "resumed"}) {
    const Ran ran = phone.call({event, "--id", "c1@host", "--from", "+31600110201", "--name", "G. Hoekstra"});
    INFO(event << ran.err);
    CHECK(ran.exit == Exit::kOk);
    CHECK(ran.out.empty());
    CHECK(ran.err.empty());
  }
  CHECK(phone.waiting() == 5);
}

TEST_CASE("a softphone without ids, or with a withheld number, is kept too", "[call]") {
  Phone phone;
  CHECK(phone.call({"ringing", "--from", "0600110201"}).exit == Exit::kOk);
  CHECK(phone.call({"answered"}).exit == Exit::kOk);
  CHECK(phone.waiting() == 2);
}

TEST_CASE("Twinkle's variables make a report; without them the command says so", "[call]") {
  Phone phone;
  const Ran without = phone.call({"twinkle"});
  CHECK(without.exit == Exit::kUsage);
  CHECK(without.out.empty());
  CHECK_THAT(without.err, Catch::Matchers::Contains("TWINKLE_TRIGGER"));

  phone.variables.insert({{"TWINKLE_TRIGGER", "in_call"},
                          {"SIP_CALL_ID", "abc@host"},
                          {"SIP_FROM", "\"Jan de Vries\" <sip:+31612345678@host>;tag=1"}});
  CHECK(phone.call({"twinkle"}).exit == Exit::kOk);
  CHECK(phone.call({"ringing", "--twinkle"}).exit == Exit::kOk);
  CHECK(phone.waiting() == 2);
}

TEST_CASE("an id that cannot be one is a wrong command line and nothing is kept", "[call]") {
  Phone phone;
  CHECK(phone.call({"ringing", "--id", std::string(300, 'x')}).exit == Exit::kUsage);
  CHECK_FALSE(std::filesystem::exists(phone.outbox));
}

TEST_CASE("an outbox that cannot be made is told: the report would be lost", "[call]") {
  Phone phone;
  phone.outbox = "/proc/no/such/outbox.db";
  const Ran ran = phone.call({"ringing", "--id", "c1"});
  CHECK(ran.exit == Exit::kFailed);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, Catch::Matchers::Contains("cannot be kept"));
}

}  // namespace
}  // namespace aandacht::ctl
