#include "client/softphone/baresip.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/softphone/netstring.h"
#include "tests/support/baresip_capture.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_baresip.h"
#include "tests/support/manual_clock.h"

namespace aandacht::softphone {
namespace {

using test::eventually;
using Kinds = std::vector<CallEventKind>;

constexpr char kNoCalls[] = "\n--- Active calls (0) ---\n\n";

/// What an adapter told, gathered from its thread.
class Told {
 public:
  PhoneHandlers handlers() {
    return {.on_call =
                [this](const CallEvent& event) {
                  const std::scoped_lock lock(mutex_);
                  events_.push_back(event);
                },
            .on_state =
                [this](PhoneState state, const std::string& detail) {
                  const std::scoped_lock lock(mutex_);
                  states_.push_back(state);
                  detail_ = detail;
                }};
  }

  std::vector<CallEventKind> kinds() const {
    const std::scoped_lock lock(mutex_);
    std::vector<CallEventKind> kinds;
    for (const CallEvent& event : events_) {
      kinds.push_back(event.kind);
    }
    return kinds;
  }

  bool has(PhoneState state) const {
    const std::scoped_lock lock(mutex_);
    return std::find(states_.begin(), states_.end(), state) != states_.end();
  }

  PhoneState state() const {
    const std::scoped_lock lock(mutex_);
    return states_.empty() ? PhoneState::kConnecting : states_.back();
  }

  std::string detail() const {
    const std::scoped_lock lock(mutex_);
    return detail_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<CallEvent> events_;
  std::vector<PhoneState> states_;
  std::string detail_;
};

/// Quick attempts, and nobody else on the port.
BaresipOptions quick() {
  BaresipOptions options;
  options.first_wait = absl::Milliseconds(5);
  options.longest_wait = absl::Milliseconds(20);
  options.taken_over_wait = absl::Milliseconds(2);
  options.probe = [](int) { return std::optional<PortUse>(PortUse{true, 0}); };
  return options;
}

std::string message(const std::string& type, const std::string& id) {
  return to_netstring(absl::StrCat(R"({"event":true,"type":")", type,
                                   R"(","direction":"incoming","peeruri":"sip:101@host","id":")", id, R"("})"));
}

TEST_CASE("a call that rang in a reset is not hung up when the refusal would come after the reset") {
  std::atomic<bool> answers = false;
  test::FakeBaresip server([&](const std::string&) -> std::string {
    (void)eventually([&] { return answers.load(); });
    return kNoCalls;
  });
  test::ManualClock clock;
  Told told;
  const auto phone = start_baresip({"127.0.0.1", server.port()}, told.handlers(), clock, quick());
  phone->hold_off(absl::Seconds(30));
  REQUIRE(eventually([&] { return server.writes().size() == 1; }));  // It asks which calls there are.
  // The end of a call that nobody knows is told: what came before it was read while the reset ran.
  server.send(message("CALL_INCOMING", "a") + message("CALL_CLOSED", "z"));
  REQUIRE(eventually([&] { return told.kinds() == Kinds{CallEventKind::kEnded}; }));
  SECTION("its time is over") {
    clock.advance(absl::Seconds(31));
    answers = true;
  }
  SECTION("it was stopped") { phone->hold_off(absl::ZeroDuration()); }
  CHECK(eventually([&] { return told.kinds() == Kinds{CallEventKind::kEnded, CallEventKind::kRinging}; }));
  answers = true;
  const std::vector<std::string> writes = server.writes();
  CHECK(std::none_of(writes.begin(), writes.end(),
                     [](const std::string& write) { return write.find("hangup") != std::string::npos; }));
}

TEST_CASE("a recorded call is told while its bytes arrive one by one, and hold is asked for") {
  test::FakeBaresip server([](const std::string&) -> std::string { return kNoCalls; });
  base::SystemClock clock;
  Told told;
  const auto phone = start_baresip({.port = server.port()}, told.handlers(), clock, quick());
  REQUIRE(eventually([&] { return server.writes().size() == 1; }));
  server.send(test::read_capture("01-incoming-answer-hold-resume-callerhangup.bin"), 1);
  CHECK(eventually([&] {
    return told.kinds() == Kinds{CallEventKind::kRinging, CallEventKind::kAnswered, CallEventKind::kEnded};
  }));
  CHECK(eventually([&] { return server.writes().size() >= 2; }));
}

TEST_CASE("hold and resume are told from the answers of listcalls") {
  std::atomic<bool> held = false, in_call = false;
  test::FakeBaresip server([&](const std::string&) -> std::string {
    if (!in_call) return kNoCalls;
    return absl::StrCat("\n--- Active calls (1) ---\n> [line 1]  0:00:02  ESTABLISHED  ", held ? "(on hold)" : "",
                        "  sip:101@host\n\n");
  });
  base::SystemClock clock;
  Told told;
  const auto phone = start_baresip({.port = server.port()}, told.handlers(), clock, quick());
  REQUIRE(eventually([&] { return server.writes().size() == 1; }));
  server.send(message("CALL_INCOMING", "a") + message("CALL_ESTABLISHED", "a"));
  REQUIRE(eventually([&] { return told.kinds().size() == 2; }));
  in_call = held = true;
  server.send(message("CALL_REMOTE_SDP", "a"));
  REQUIRE(eventually([&] { return told.kinds().size() == 3; }));
  held = false;
  server.send(message("CALL_REMOTE_SDP", "a"));
  REQUIRE(eventually([&] { return told.kinds().size() == 4; }));
  CHECK(told.kinds() ==
        Kinds{CallEventKind::kRinging, CallEventKind::kAnswered, CallEventKind::kHeld, CallEventKind::kResumed});
}

TEST_CASE("a broken connection leaves the call unknown, and a restarted baresip without it ends the call") {
  base::SystemClock clock;
  Told told;
  const auto responder = [](const std::string&) -> std::string { return kNoCalls; };
  auto server = std::make_unique<test::FakeBaresip>(responder);
  const int port = server->port();
  const auto phone = start_baresip({.port = port}, told.handlers(), clock, quick());
  REQUIRE(eventually([&] { return server->writes().size() == 1; }));
  server->send(message("CALL_INCOMING", "a"));
  REQUIRE(eventually([&] { return told.kinds().size() == 1; }));
  server.reset();
  REQUIRE(eventually([&] { return told.state() == PhoneState::kUnreachable; }));
  CHECK(eventually([&] { return told.kinds() == Kinds{CallEventKind::kRinging, CallEventKind::kUnknown}; }));
  server = std::make_unique<test::FakeBaresip>(responder, port);
  CHECK(eventually([&] { return told.kinds().back() == CallEventKind::kEnded; }));
  CHECK(told.state() == PhoneState::kConnected);
}

TEST_CASE("garbage and huge lengths are said, and the connection is made anew") {
  const char* garbage = GENERATE("999999999:", "GET / HTTP/1.1\r\n\r\n", "12345678901234567890:");
  test::FakeBaresip server([](const std::string&) -> std::string { return kNoCalls; });
  base::SystemClock clock;
  Told told;
  const auto phone = start_baresip({.port = server.port()}, told.handlers(), clock, quick());
  REQUIRE(eventually([&] { return server.writes().size() == 1; }));
  server.send(garbage);
  REQUIRE(eventually([&] { return told.has(PhoneState::kFaulty); }));
  REQUIRE(eventually([&] { return server.writes().size() == 2; }));
  server.send(to_netstring("not json") + message("CALL_INCOMING", "a"));
  CHECK(eventually([&] { return told.kinds() == Kinds{CallEventKind::kRinging}; }));
}

TEST_CASE("another program that took the connection is not thrown out") {
  test::FakeBaresip server([](const std::string&) -> std::string { return kNoCalls; });
  base::SystemClock clock;
  Told told;
  std::atomic<int> others = 0, looks = 0;
  BaresipOptions options = quick();
  options.probe = [&](int) {
    ++looks;
    return std::optional<PortUse>(PortUse{true, others});
  };
  const auto phone = start_baresip({.port = server.port()}, told.handlers(), clock, options);
  REQUIRE(eventually([&] { return server.writes().size() == 1; }));
  others = 1;
  server.hang_up();
  REQUIRE(eventually([&] { return told.state() == PhoneState::kTakenOver; }));
  CHECK(told.detail().find("another program") != std::string::npos);
  const int seen = looks;
  REQUIRE(eventually([&] { return looks > seen + 20; }));
  CHECK(server.clients() == 1);
  others = 0;
  REQUIRE(eventually([&] { return told.state() == PhoneState::kConnected; }));
  CHECK(eventually([&] { return server.clients() == 2; }));
}

TEST_CASE("two adapters at one baresip do not chase each other") {
  test::FakeBaresip server([](const std::string&) -> std::string { return kNoCalls; });
  base::SystemClock clock;
  BaresipOptions options = quick();
  std::atomic<int> looks = 0;
  options.probe = [&](int port) {
    ++looks;
    return look_at_local_port(port);
  };
  Told first_told, second_told;
  const auto first = start_baresip({.port = server.port()}, first_told.handlers(), clock, options);
  REQUIRE(eventually([&] { return server.writes().size() == 1; }));
  auto second = start_baresip({.port = server.port()}, second_told.handlers(), clock, options);
  REQUIRE(eventually([&] { return first_told.state() == PhoneState::kTakenOver; }));
  REQUIRE(eventually([&] { return looks > 20; }));
  CHECK(server.clients() == 2);
  CHECK(second_told.state() == PhoneState::kConnected);
  second.reset();
  CHECK(eventually([&] { return first_told.state() == PhoneState::kConnected; }));
  CHECK(server.clients() == 3);
}

TEST_CASE("each command is one write that waits for the answer of the one before") {
  std::atomic<bool> quiet = false;
  test::FakeBaresip server([&](const std::string&) -> std::string { return quiet ? "" : kNoCalls; });
  base::SystemClock clock;
  Told told;
  BaresipOptions options = quick();
  options.answer_timeout = absl::Milliseconds(50);
  const auto phone = start_baresip({.port = server.port()}, told.handlers(), clock, options);
  REQUIRE(eventually([&] { return server.writes().size() == 1; }));
  quiet = true;
  phone->ask(PhoneAction::kAnswer);
  phone->ask(PhoneAction::kHold);
  REQUIRE(eventually([&] { return server.writes().size() == 3; }));
  CHECK(server.writes()[1] == to_netstring(R"({"command":"accept","token":"a2"})"));
  CHECK(server.writes()[2] == to_netstring(R"({"command":"hold","token":"a3"})"));
}

TEST_CASE("nobody listens: said, and tried until somebody does") {
  int port = 0;
  {
    const test::FakeBaresip short_lived([](const std::string&) { return std::string(); });
    port = short_lived.port();
  }
  base::SystemClock clock;
  Told told;
  const auto phone = start_baresip({.port = port}, told.handlers(), clock, quick());
  REQUIRE(eventually([&] { return told.state() == PhoneState::kUnreachable; }));
  CHECK(told.detail().find("127.0.0.1:" + std::to_string(port)) != std::string::npos);
  test::FakeBaresip server([](const std::string&) -> std::string { return kNoCalls; }, port);
  CHECK(eventually([&] { return told.state() == PhoneState::kConnected; }));
}

TEST_CASE("an address says what is wrong with it") {
  CHECK(parse_baresip_address("127.0.0.1:4444")->port == 4444);
  CHECK(parse_baresip_address("localhost:5")->host == "127.0.0.1");
  for (const char* text : {"", "4444", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "host:4444",
                           ":4444", "127.0.0.1:4x"}) {
    INFO(text);
    CHECK(absl::IsInvalidArgument(parse_baresip_address(text).status()));
  }
}

TEST_CASE("the rows of a port are counted from the kernel's table") {
  PortUse use;
  count_port_use(
      "  sl  local_address rem_address   st tx_queue rx_queue\n"
      "   0: 0100007F:115C 00000000:0000 0A 00000000:00000000 00:00000000\n"
      "   1: 0100007F:115C 0100007F:D2F0 01 00000000:00000000 00:00000000\n"
      "   2: 0100007F:D2F0 0100007F:115C 01 00000000:00000000 00:00000000\n"
      "   3: 0100007F:115C 0100007F:D2F2 08 00000000:00000000 00:00000000\n",
      0x115C, use);
  CHECK(use == PortUse{true, 1});
}

}  // namespace
}  // namespace aandacht::softphone
