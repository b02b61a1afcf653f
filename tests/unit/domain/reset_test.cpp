// One reset from its offer to its end: every state and every way from one to the next.
#include "tests/support/catch.h"
#include "tests/unit/domain/reset_desk.h"

namespace aandacht::domain {
namespace {

absl::Time at(double seconds) { return kNine + absl::Seconds(seconds); }

}  // namespace

TEST_CASE("after a tiring call a reset is offered with its reason, for ninety seconds") {
  ResetDesk desk;
  desk.take_call(0);
  REQUIRE(desk.offered());
  CHECK(desk.current().id == "sanne/r" + std::to_string(absl::ToUnixMillis(desk.current().requested)));
  CHECK_FALSE(desk.current().asked_by_agent);
  CHECK(desk.current().length == absl::Seconds(30));
  CHECK(desk.current().requested == at(100));
  CHECK(desk.current().answer_by == at(190));
  CHECK(desk.current().score.total == 100);
  REQUIRE(desk.current().score.causes.size() == 1);
  CHECK(desk.current().score.causes[0].cause == FatigueCause::kCallsInARow);
  CHECK(desk.book().last_offered == at(100));
  CHECK(desk.desk.wake == at(190));
}

TEST_CASE("a fresh agent is not offered a reset") {
  ResetDesk desk;
  desk.library.fatigue.weights[FatigueCause::kCallsInARow].points = 59;
  desk.take_call(0);
  CHECK_FALSE(desk.book().current);
  CHECK(desk.book().count == 0);
}

TEST_CASE("an offer comes while the score sinks through the band between tired and calm, not below it") {
  for (const auto& [points, offered] : {std::pair{50, true}, std::pair{44, false}}) {
    ResetDesk desk;
    desk.library.fatigue.weights[FatigueCause::kCallsInARow].points = points;
    desk.take_call(0);
    CHECK_FALSE(desk.book().current);
    // As it stands after a heavier hour.
    desk.desk.fatigue.elevated = true;
    desk.take_call(110);
    INFO(points);
    CHECK(desk.offered() == offered);
  }
}

TEST_CASE("no reset is offered in a call, while it rings, on hold or in the wrap-up") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(101, ResetAnswer::kDecline);
  desk.library.fatigue.decline_gap = desk.library.fatigue.offer_gap = absl::ZeroDuration();
  const std::pair<double, CallEvent> reports[] = {{110, CallEvent::kRinging},
                                                  {115, CallEvent::kAnswered},
                                                  {120, CallEvent::kHeld},
                                                  {125, CallEvent::kResumed},
                                                  {130, CallEvent::kEnded}};
  for (const auto& [seconds, event] : reports) {
    desk.report(seconds, event);
    CHECK_FALSE(desk.offered());
  }
  desk.finish(140, "c1");
  CHECK(desk.offered());
}

TEST_CASE("what is on screen between calls is not covered by an offer, which comes when it goes") {
  ResetDesk desk;
  desk.report(0, CallEvent::kAnswered);
  desk.report(90, CallEvent::kEnded);
  desk.happen(95, PromptPushed{{"p", "s", "t", "r", true, at(150)}});
  desk.finish(100, "c1");
  REQUIRE(desk.desk.card);
  CHECK_FALSE(desk.book().current);
  desk.happen(110, CardAnswerGiven{desk.desk.card->id, CardAnswer::kUsed});
  CHECK(desk.offered());
}

TEST_CASE("an offer is accepted, runs thirty seconds, is tapped and leaves the screen") {
  ResetDesk desk;
  desk.take_call(0);
  const std::string id = desk.current().id;
  desk.act(102, FullnessTold{id, false, 4});
  desk.answer(105, ResetAnswer::kAccept);
  CHECK(desk.current().state == ResetState::kAccepted);
  CHECK(desk.current().accepted == at(105));
  CHECK(desk.current().ends == at(135));
  CHECK(desk.current().title == "title nl/0-0");
  CHECK(desk.current().steps.size() == 2);
  CHECK(desk.desk.wake == at(135));
  desk.wake(135);
  CHECK(desk.current().state == ResetState::kDone);
  CHECK(desk.current().ending == ResetEnding::kTimeUp);
  CHECK(desk.desk.wake == at(255));
  desk.act(140, FullnessTold{id, true, 2});
  CHECK(desk.desk.wake == at(152));
  desk.wake(152);
  CHECK_FALSE(desk.book().current);
  REQUIRE(desk.book().past.size() == 1);
  CHECK(desk.latest().full_before == 4);
  CHECK(desk.latest().full_after == 2);
  CHECK(desk.latest().steps.empty());
  CHECK(desk.latest().exercise_id == "nl/0-0");
  CHECK(desk.desk.wake == absl::InfiniteFuture());
}

TEST_CASE("a reset grows from thirty seconds to two minutes to ten, and no further") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(100, ResetAnswer::kAccept);
  desk.answer(110, ResetAnswer::kExtend);
  CHECK(desk.current().state == ResetState::kExtended);
  CHECK(desk.current().ends == at(220));
  desk.answer(120, ResetAnswer::kExtend);
  CHECK(desk.current().length == absl::Minutes(10));
  CHECK(desk.current().ends == at(700));
  CHECK(desk.answer(130, ResetAnswer::kExtend).changes.empty());
  desk.wait_until(700);
  CHECK(desk.current().state == ResetState::kDone);
}

TEST_CASE("a reset is stopped, and left") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(100, ResetAnswer::kAccept);
  desk.answer(112, ResetAnswer::kStop);
  CHECK(desk.current().state == ResetState::kDone);
  CHECK(desk.current().ending == ResetEnding::kStopped);
  CHECK(desk.current().ends == at(112));
  desk.answer(113, ResetAnswer::kLeave);
  CHECK_FALSE(desk.book().current);
  CHECK(desk.latest().ending == ResetEnding::kStopped);
}

TEST_CASE("a reset that is over leaves after two minutes by itself") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(100, ResetAnswer::kAccept);
  desk.wait_until(249);
  CHECK(desk.book().current);
  desk.wait_until(250);
  CHECK_FALSE(desk.book().current);
}

TEST_CASE("after a decline nothing is offered for an hour, and then again") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(105, ResetAnswer::kDecline);
  CHECK_FALSE(desk.book().current);
  CHECK(desk.latest().state == ResetState::kDeclined);
  for (double start = 110; start + 100 < 3705; start += 110) {
    desk.take_call(start);
    INFO(start);
    REQUIRE_FALSE(desk.book().current);
  }
  desk.take_call(3610);
  CHECK(desk.offered());
}

TEST_CASE("an offer without an answer goes after ninety seconds, and the next comes twenty minutes after it") {
  ResetDesk desk;
  desk.take_call(0);
  desk.wait_until(189);
  CHECK(desk.offered());
  desk.wait_until(190);
  CHECK_FALSE(desk.book().current);
  CHECK(desk.latest().state == ResetState::kNoAnswer);
  desk.take_call(1199);
  CHECK_FALSE(desk.offered());
  desk.take_call(1300);
  CHECK(desk.offered());
}

TEST_CASE("an answer that comes when the offer has gone changes nothing") {
  ResetDesk desk;
  desk.take_call(0);
  const std::string id = desk.current().id;
  desk.act(190, ResetAnswered{id, ResetAnswer::kAccept, "nl"});
  CHECK_FALSE(desk.book().current);
  CHECK(desk.latest().state == ResetState::kNoAnswer);
  desk.act(191, ResetAnswered{id, ResetAnswer::kDecline, "nl"});
  CHECK(desk.latest().state == ResetState::kNoAnswer);
  CHECK(desk.book().last_declined == absl::InfinitePast());
}

TEST_CASE("the next call takes an offer away without an answer") {
  for (const CallEvent event : {CallEvent::kRinging, CallEvent::kAnswered}) {
    ResetDesk desk;
    desk.take_call(0);
    desk.report(120, event);
    CHECK_FALSE(desk.book().current);
    CHECK(desk.latest().state == ResetState::kNoAnswer);
  }
}

TEST_CASE("a call ends a running reset at once and says so for twenty seconds") {
  for (const CallEvent event : {CallEvent::kRinging, CallEvent::kAnswered}) {
    ResetDesk desk;
    desk.take_call(0);
    desk.answer(100, ResetAnswer::kAccept);
    desk.answer(105, ResetAnswer::kExtend);
    desk.report(120, event);
    CHECK(desk.current().state == ResetState::kDone);
    CHECK(desk.current().ending == ResetEnding::kCallCame);
    CHECK(desk.current().ends == at(120));
    desk.wait_until(140);
    CHECK_FALSE(desk.book().current);
    CHECK(desk.latest().ending == ResetEnding::kCallCame);
  }
}

TEST_CASE("a reset that is over makes way for the next call, which may still be told how full the head is") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(100, ResetAnswer::kAccept);
  desk.wait_until(130);
  const std::string id = desk.current().id;
  desk.report(140, CallEvent::kRinging);
  CHECK_FALSE(desk.book().current);
  desk.act(141, FullnessTold{id, true, 3});
  CHECK(desk.latest().full_after == 3);
  CHECK(desk.act(142, FullnessTold{"sanne/r0", true, 3}).changes.empty());
}

TEST_CASE("a tap counts only at its time and within one to five") {
  ResetDesk desk;
  desk.take_call(0);
  const std::string id = desk.current().id;
  CHECK(desk.act(101, FullnessTold{id, true, 3}).changes.empty());
  CHECK(desk.act(101, FullnessTold{id, false, 0}).changes.empty());
  CHECK(desk.act(101, FullnessTold{id, false, 6}).changes.empty());
  desk.answer(102, ResetAnswer::kAccept);
  desk.act(103, FullnessTold{id, false, 5});
  CHECK(desk.current().full_before == 5);
  CHECK(desk.act(104, FullnessTold{id, true, 3}).changes.empty());
  desk.answer(110, ResetAnswer::kStop);
  CHECK(desk.act(111, FullnessTold{id, false, 1}).changes.empty());
  desk.answer(112, ResetAnswer::kLeave);
  CHECK(desk.act(113, FullnessTold{id, false, 1}).changes.empty());
  desk.act(114, FullnessTold{id, true, 1});
  CHECK(desk.latest().full_after == 1);
}

TEST_CASE("a reset that is asked for between calls begins at once, with the length that was asked for") {
  ResetDesk desk;
  desk.ask(0, absl::Minutes(2));
  CHECK(desk.current().state == ResetState::kAccepted);
  CHECK(desk.current().asked_by_agent);
  CHECK(desk.current().ends == at(120));
  CHECK(desk.current().title == "title nl/0-0");
  CHECK(desk.ask(10).changes.empty());
}

TEST_CASE("a reset that is asked for in a wrap-up waits for its end") {
  ResetDesk desk;
  desk.report(0, CallEvent::kAnswered);
  desk.report(90, CallEvent::kEnded);
  desk.ask(95);
  CHECK(desk.current().state == ResetState::kRequested);
  CHECK(desk.current().asked_by_agent);
  CHECK(desk.answer(96, ResetAnswer::kAccept).changes.empty());
  desk.wait_until(150);  // The wrap-up ends by itself after a minute.
  CHECK(desk.desk.calls.empty());
  CHECK(desk.current().state == ResetState::kAccepted);
  CHECK(desk.current().ends == at(180));
}

TEST_CASE("a reset that waits for the wrap-up is taken back, which is no decline of an offer") {
  ResetDesk desk;
  desk.report(0, CallEvent::kAnswered);
  desk.report(90, CallEvent::kEnded);
  desk.ask(95);
  desk.answer(96, ResetAnswer::kDecline);
  CHECK_FALSE(desk.book().current);
  CHECK(desk.book().last_declined == absl::InfinitePast());
  desk.finish(100, "c1");
  CHECK(desk.offered());
}

TEST_CASE("a call that rings in the wrap-up takes the waiting reset away") {
  ResetDesk desk;
  desk.report(0, CallEvent::kAnswered);
  desk.report(90, CallEvent::kEnded);
  desk.ask(95);
  desk.report(97, CallEvent::kRinging, "c2");
  CHECK_FALSE(desk.book().current);
  CHECK(desk.latest().state == ResetState::kNoAnswer);
}

TEST_CASE("a reset that is asked for in a call changes nothing") {
  for (const CallEvent event : {CallEvent::kRinging, CallEvent::kAnswered}) {
    ResetDesk desk;
    desk.report(0, event);
    CHECK(desk.ask(5).changes.empty());
  }
  ResetDesk desk;
  desk.report(0, CallEvent::kAnswered);
  desk.report(3, CallEvent::kHeld);
  CHECK(desk.ask(5).changes.empty());
}

TEST_CASE("asking while an offer stands accepts it") {
  ResetDesk desk;
  desk.take_call(0);
  desk.ask(105, absl::Minutes(10));
  CHECK(desk.current().id == "sanne/r" + std::to_string(absl::ToUnixMillis(desk.current().requested)));
  CHECK(desk.current().state == ResetState::kAccepted);
  CHECK_FALSE(desk.current().asked_by_agent);
  CHECK(desk.current().ends == at(705));
}

TEST_CASE("asking pays no heed to a decline or to the gap between offers, and makes the last one leave") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(101, ResetAnswer::kDecline);
  desk.ask(110);
  CHECK(desk.current().state == ResetState::kAccepted);
  desk.answer(115, ResetAnswer::kStop);
  desk.ask(116);
  CHECK(desk.current().id != desk.latest().id);
  CHECK(desk.book().past.size() == 2);
}

TEST_CASE("who just had the reset they asked for is not offered another for twenty minutes") {
  ResetDesk desk;
  desk.ask(0);
  desk.wait_until(150);
  desk.take_call(200);
  CHECK_FALSE(desk.book().current);
  desk.take_call(1100);
  CHECK(desk.offered());
}

TEST_CASE("what the team's day is like stands with the offer") {
  ResetDesk desk;
  desk.report(0, CallEvent::kAnswered);
  CallReported ended;
  ended.call_id = "c1";
  ended.event = CallEvent::kEnded;
  ended.load = TeamLoad{absl::Seconds(360), .85, 12};
  desk.happen(90, ended);
  desk.finish(95, "c1");
  CHECK(desk.current().load == ended.load);
  CHECK(desk.book().load == ended.load);
}

TEST_CASE("prompts that can wait do so until a reset is over, urgent ones come") {
  ResetDesk desk;
  desk.ask(0, absl::Minutes(2));
  desk.happen(10, PromptPushed{{"later", "s", "t", "r", false, at(1000)}});
  CHECK_FALSE(desk.desk.card);
  desk.happen(20, PromptPushed{{"now", "s", "t", "r", true, at(1000)}});
  REQUIRE(desk.desk.card);
  CHECK(desk.desk.card->source_id == "now");
  desk.happen(30, CardAnswerGiven{desk.desk.card->id, CardAnswer::kUsed});
  desk.wait_until(120);
  REQUIRE(desk.desk.card);
  CHECK(desk.desk.card->source_id == "later");
}

TEST_CASE("answers to another reset, and answers that do not fit the state, change nothing") {
  ResetDesk desk;
  desk.take_call(0);
  CHECK(desk.act(101, ResetAnswered{"sanne/r9", ResetAnswer::kAccept, "nl"}).changes.empty());
  for (const ResetAnswer wrong : {ResetAnswer::kExtend, ResetAnswer::kStop, ResetAnswer::kLeave}) {
    CHECK(desk.answer(102, wrong).changes.empty());
  }
  desk.answer(103, ResetAnswer::kAccept);
  for (const ResetAnswer wrong : {ResetAnswer::kAccept, ResetAnswer::kDecline, ResetAnswer::kLeave}) {
    CHECK(desk.answer(104, wrong).changes.empty());
  }
  desk.answer(105, ResetAnswer::kStop);
  for (const ResetAnswer wrong :
       {ResetAnswer::kAccept, ResetAnswer::kDecline, ResetAnswer::kExtend, ResetAnswer::kStop}) {
    CHECK(desk.answer(106, wrong).changes.empty());
  }
}

TEST_CASE("a desk that slept through a reset finds it ended at its own time, and gone") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(100, ResetAnswer::kAccept);
  desk.wake(5000);
  CHECK_FALSE(desk.book().current);
  CHECK(desk.latest().ends == at(130));
  CHECK(desk.latest().ending == ResetEnding::kTimeUp);
}

TEST_CASE("forgetting the own side ends a running reset and keeps ids unique") {
  ResetDesk desk;
  desk.ask(0);
  const std::string id = desk.current().id;
  desk.act(10, OwnSideForgotten{});
  CHECK_FALSE(desk.book().current);
  CHECK(desk.book().past.empty());
  desk.ask(11);
  CHECK(desk.current().id != id);
}

TEST_CASE("after a forgetting neither the count nor the ids of resets tell how many there were") {
  ResetDesk few;
  ResetDesk many;
  many.desk.resets.count = 47;
  for (ResetDesk* desk : {&few, &many}) {
    desk->act(10, OwnSideForgotten{});
    desk->ask(11);
  }
  CHECK(few.book().count == 1);
  CHECK(many.book().count == 1);
  CHECK(few.current().id == many.current().id);
}

TEST_CASE("forgetting the own side takes refusals, the shift's questions and the stories that were shown") {
  ResetDesk desk;
  desk.desk.refusals["story"] = 3;
  desk.desk.questions = {at(0), {{"g1", 4}}};
  desk.desk.stories = {at(0), {"a"}};
  desk.act(10, OwnSideForgotten{});
  CHECK(desk.desk.refusals.empty());
  CHECK(desk.desk.questions == QuestionTally{});
  CHECK(desk.desk.stories == StoryBook{});
}

}  // namespace aandacht::domain
