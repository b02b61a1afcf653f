// The adapter against a real baresip that is rung by sipp.
#include "client/softphone/baresip.h"

#include <algorithm>
#include <csignal>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/real_softphone.h"

namespace aandacht::softphone {
namespace {

using test::eventually;
using test::RealSoftphone;
using test::softphone_is_installed;
using Kinds = std::vector<CallEventKind>;

BaresipAddress address_of(test::RealSoftphone& real) { return *parse_baresip_address(real.control_address()); }

class Told {
 public:
  PhoneHandlers handlers() {
    return {.on_call =
                [this](const CallEvent& event) {
                  const std::scoped_lock lock(mutex_);
                  events_.push_back(event);
                },
            .on_state =
                [this](PhoneState state, const std::string&) {
                  const std::scoped_lock lock(mutex_);
                  state_ = state;
                }};
  }

  bool comes(CallEventKind kind) const {
    return eventually([&] { return !events().empty() && events().back().kind == kind; });
  }

  bool becomes(PhoneState state) {
    return eventually([&] {
      const std::scoped_lock lock(mutex_);
      return state_ == state;
    });
  }

  std::vector<CallEvent> events() const {
    const std::scoped_lock lock(mutex_);
    return events_;
  }

  Kinds kinds() const {
    Kinds kinds;
    for (const CallEvent& event : events()) {
      kinds.push_back(event.kind);
    }
    return kinds;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<CallEvent> events_;
  PhoneState state_ = PhoneState::kConnecting;
};

/// Has sipp ring the softphone; a call that does not get through fails with what both programs wrote.
void ring(RealSoftphone& real, const Told& told, const std::string& arguments) {
  real.call(arguments);
  if (!told.comes(CallEventKind::kRinging)) FAIL("the call did not ring\n" << real.log());
}

TEST_CASE("a real call is told from ring to hang-up, with hold and resume") {
  if (!softphone_is_installed()) return;
  RealSoftphone real;
  base::SystemClock clock;
  Told told;
  const auto phone = start_baresip(address_of(real), told.handlers(), clock);
  REQUIRE(told.becomes(PhoneState::kConnected));
  ring(real, told, R"(--number +31612345678 --name 'Zoë "de" Vries' --seconds 20)");
  CHECK(told.events()[0].number == "+31612345678");
  CHECK(told.events()[0].name == "Zoë \"de\" Vries");
  phone->ask(PhoneAction::kAnswer);
  REQUIRE(told.comes(CallEventKind::kAnswered));
  phone->ask(PhoneAction::kHold);
  REQUIRE(told.comes(CallEventKind::kHeld));
  phone->ask(PhoneAction::kResume);
  REQUIRE(told.comes(CallEventKind::kResumed));
  phone->ask(PhoneAction::kHangUp);
  REQUIRE(told.comes(CallEventKind::kEnded));
  CHECK(told.events().back().ended_by == EndedBy::kAgent);
  CHECK(told.kinds() == Kinds{CallEventKind::kRinging, CallEventKind::kAnswered, CallEventKind::kHeld,
                              CallEventKind::kResumed, CallEventKind::kEnded});
}

TEST_CASE("a caller who gives up ends a call that was never answered") {
  if (!softphone_is_installed()) return;
  RealSoftphone real;
  base::SystemClock clock;
  Told told;
  const auto phone = start_baresip(address_of(real), told.handlers(), clock);
  REQUIRE(told.becomes(PhoneState::kConnected));
  real.call("--number 0201234567 --give-up 1");
  REQUIRE(told.comes(CallEventKind::kEnded));
  CHECK(told.kinds() == Kinds{CallEventKind::kRinging, CallEventKind::kEnded});
  CHECK(told.events().back().ended_by == EndedBy::kFarEnd);
}

TEST_CASE("an adapter that comes in mid-call finds the call, and one that is thrown out waits its turn") {
  if (!softphone_is_installed()) return;
  RealSoftphone real;
  base::SystemClock clock;
  Told early_told, late_told;
  BaresipOptions options;
  options.taken_over_wait = absl::Milliseconds(50);
  const auto early = start_baresip(address_of(real), early_told.handlers(), clock, options);
  REQUIRE(early_told.becomes(PhoneState::kConnected));
  ring(real, early_told, "--number +31612345678 --name Jan --seconds 20");
  early->ask(PhoneAction::kAnswer);
  REQUIRE(early_told.comes(CallEventKind::kAnswered));
  early->ask(PhoneAction::kHold);
  REQUIRE(early_told.comes(CallEventKind::kHeld));

  auto late = start_baresip(address_of(real), late_told.handlers(), clock, options);
  REQUIRE(late_told.comes(CallEventKind::kHeld));
  CHECK(late_told.events()[0].kind == CallEventKind::kAnswered);
  CHECK(late_told.events()[0].call_id == early_told.events()[0].call_id);
  CHECK(late_told.events()[0].name == "Jan");
  REQUIRE(early_told.becomes(PhoneState::kTakenOver));
  CHECK(early_told.kinds().back() == CallEventKind::kUnknown);

  late.reset();
  REQUIRE(early_told.comes(CallEventKind::kHeld));
  early->ask(PhoneAction::kHangUp);
  CHECK(early_told.comes(CallEventKind::kEnded));
}

TEST_CASE("a softphone that dies in mid-call leaves the call unknown, not ended") {
  if (!softphone_is_installed()) return;
  RealSoftphone real;
  base::SystemClock clock;
  Told told;
  const auto phone = start_baresip(address_of(real), told.handlers(), clock);
  REQUIRE(told.becomes(PhoneState::kConnected));
  ring(real, told, "--seconds 1");
  phone->ask(PhoneAction::kAnswer);
  REQUIRE(told.comes(CallEventKind::kAnswered));
  ::kill(real.pid(), SIGKILL);
  REQUIRE(told.comes(CallEventKind::kUnknown));
  CHECK(told.becomes(PhoneState::kUnreachable));
}

}  // namespace
}  // namespace aandacht::softphone
