#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {

TEST_CASE_METHOD(DeskFixture, "A call rings, is answered, held, resumed, ended and wrapped up") {
  report(0, CallEvent::kRinging);
  REQUIRE(current_call(desk)->state == CallState::kRinging);
  CHECK(current_call(desk)->opening == "Goedemiddag.");
  report(4, CallEvent::kAnswered);
  CHECK(current_call(desk)->state == CallState::kInCall);
  CHECK(current_call(desk)->answered == kNine + absl::Seconds(4));
  report(10, CallEvent::kHeld);
  CHECK(current_call(desk)->state == CallState::kOnHold);
  report(20, CallEvent::kResumed);
  CHECK(current_call(desk)->state == CallState::kInCall);
  report(60, CallEvent::kEnded);
  CHECK(current_call(desk)->state == CallState::kWrapUp);
  CHECK(desk.wake == kNine + absl::Seconds(120));
  happen(70, WrapUpFinished{"c1"});
  CHECK(current_call(desk) == nullptr);
  CHECK(desk.ended_call_ids == std::vector<std::string>{"c1"});
  CHECK(desk.wake == absl::InfiniteFuture());
}

TEST_CASE_METHOD(DeskFixture, "A wrap-up that nobody finishes ends by itself at the wake-up") {
  report(0, CallEvent::kAnswered);
  report(10, CallEvent::kEnded);
  happen(69, WokeUp{});
  CHECK(desk.calls.size() == 1);
  happen(70, WokeUp{});
  CHECK(desk.calls.empty());
}

TEST_CASE_METHOD(DeskFixture, "A call that is never answered leaves no wrap-up") {
  report(0, CallEvent::kRinging);
  const Outcome outcome = report(5, CallEvent::kEnded);
  CHECK(desk.calls.empty());
  REQUIRE(find_change<CallChanged>(outcome).has_value());
  CHECK(find_change<CallChanged>(outcome)->call.state == CallState::kEnded);
  CHECK(find_change<CallGone>(outcome).has_value());
}

TEST_CASE_METHOD(DeskFixture, "A call that ends before it rings stays ended when the ringing is told late") {
  report(5, CallEvent::kEnded);
  CHECK(desk.calls.empty());
  CHECK(report(6, CallEvent::kRinging).changes.empty());
  CHECK(desk.calls.empty());
}

TEST_CASE_METHOD(DeskFixture, "Reports out of order never take a state back, and late ones still tell who called") {
  CallReported answered;
  answered.call_id = "c1";
  answered.event = CallEvent::kAnswered;
  happen(4, answered);
  CHECK(current_call(desk)->from.empty());
  Event ringing{
      "late", kNine,
      CallReported{"c1", CallEvent::kRinging, "+31600110201", "Gerda", CallDirection::kIncoming, "", "nl", {}}};
  desk = apply(desk, ringing, library, kNine).desk;
  CHECK(current_call(desk)->state == CallState::kInCall);
  CHECK(current_call(desk)->from == "+31600110201");
  CHECK(current_call(desk)->display_name == "Gerda");
  CHECK(current_call(desk)->rang == kNine);
}

TEST_CASE_METHOD(DeskFixture, "A hold reported after its resume does not leave the call on hold") {
  report(0, CallEvent::kAnswered);
  report(3, CallEvent::kHeld);
  report(8, CallEvent::kResumed);
  Event late{"late", kNine + absl::Seconds(5),
             CallReported{"c1", CallEvent::kHeld, "", "", CallDirection::kIncoming, "", "", {}}};
  desk = apply(desk, late, library, kNine + absl::Seconds(9)).desk;
  CHECK(current_call(desk)->state == CallState::kInCall);
}

TEST_CASE_METHOD(DeskFixture, "A call ends also by a clock that was set back since it was answered") {
  report(0, CallEvent::kAnswered);
  report(-30, CallEvent::kEnded);
  CHECK(current_call(desk)->state == CallState::kWrapUp);
  CHECK(current_call(desk)->ended == kNine);
}

TEST_CASE_METHOD(DeskFixture, "A hold that is told late began when it began") {
  report(0, CallEvent::kAnswered);
  say(20, Speaker::kCustomer, {});
  report(15, CallEvent::kHeld);
  CHECK(current_call(desk)->held == kNine + absl::Seconds(15));
}

TEST_CASE_METHOD(DeskFixture, "A second call that rings does not push the first off the screen") {
  report(0, CallEvent::kAnswered);
  report(5, CallEvent::kRinging, "c2");
  CHECK(current_call(desk)->id == "c1");
  report(6, CallEvent::kHeld);
  report(7, CallEvent::kAnswered, "c2");
  CHECK(current_call(desk)->id == "c2");
  report(20, CallEvent::kEnded, "c2");
  CHECK(current_call(desk)->id == "c1");
}

TEST_CASE_METHOD(DeskFixture, "A ringing call comes before a wrap-up") {
  report(0, CallEvent::kAnswered);
  report(10, CallEvent::kEnded);
  report(12, CallEvent::kRinging, "c2");
  CHECK(current_call(desk)->id == "c2");
  CHECK(desk.calls.size() == 2);
}

// Once the id was read from the call that had just been erased, and the desk could not be sent any more.
TEST_CASE_METHOD(DeskFixture, "The ninth call pushes the oldest wrap-up off the desk, remembered by its own id") {
  for (int i = 1; i <= 9; ++i) {
    const std::string id = absl::StrCat("a-call-id-that-is-too-long-for-the-string-itself-", i);
    report(i * 2, CallEvent::kAnswered, id);
    report(i * 2 + 1, CallEvent::kEnded, id);
  }
  CHECK(desk.calls.size() == 8);
  CHECK(desk.ended_call_ids == std::vector<std::string>{"a-call-id-that-is-too-long-for-the-string-itself-1"});
}

TEST_CASE_METHOD(DeskFixture, "What is said on hold is neither read nor kept") {
  report(0, CallEvent::kAnswered);
  report(1, CallEvent::kHeld);
  CHECK(blame(2).changes.empty());
  CHECK(current_call(desk)->turns == 0);
}

TEST_CASE_METHOD(DeskFixture, "A day replayed after a later one begins in its own time") {
  report(0, CallEvent::kAnswered);
  report(10, CallEvent::kEnded);
  happen(20, WrapUpFinished{"c1"});
  report(-86400, CallEvent::kRinging, "c2");
  CHECK(desk.time == kNine - absl::Hours(24));
}

TEST_CASE_METHOD(DeskFixture, "Events about calls nobody knows change nothing but begin a call") {
  CHECK(happen(0, WrapUpFinished{"nobody"}).changes.empty());
  CHECK(happen(0, CardAnswerGiven{"nothing", CardAnswer::kUsed}).changes.empty());
  CHECK(happen(0, WhyChosen{"nothing"}).changes.empty());
  CHECK(happen(0, WokeUp{}).changes.empty());
  CHECK(desk.version == 0);
  report(1, CallEvent::kHeld);
  CHECK(current_call(desk)->state == CallState::kOnHold);
}

TEST_CASE_METHOD(DeskFixture, "A customer who is told once more is shown as they are now, and nothing else moves") {
  Customer anna;
  anna.external_id = "k1";
  anna.name = "Anna";
  anna.language = "nl";
  CallReported ringing;
  ringing.call_id = "c1";
  ringing.customer = anna;
  happen(0, ringing);
  report(4, CallEvent::kAnswered);
  report(10, CallEvent::kHeld);
  const Call before = *current_call(desk);
  anna.journey.push_back({absl::CivilDay(2026, 9, 21), JourneyStage::kService, "chat", "vroeg het ook daar", {}, {}});
  CallReported again;
  again.call_id = "c1";
  again.event = CallEvent::kAnswered;
  again.customer = anna;
  REQUIRE(find_change<CallChanged>(happen(12, again)).has_value());
  Call expected = before;
  expected.customer = anna;
  CHECK(*current_call(desk) == expected);
  CHECK(happen(13, again).changes.empty());
  // Somebody else does not take their place.
  again.customer->external_id = "k2";
  CHECK(happen(14, again).changes.empty());
}

}  // namespace aandacht::domain
