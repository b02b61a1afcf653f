// What happened without the service is told when its desk is elsewhere: it is put where it belongs, and never begins
// again.
#include <random>

#include "tests/support/catch.h"
#include "tests/unit/domain/reset_desk.h"

namespace aandacht::domain {
namespace {

absl::Time at(double seconds) { return kNine + absl::Seconds(seconds); }

Prompt prompt() { return {"p1", "Els", "text", "reason", false, at(9000)}; }

bool runs(const ResetDesk& desk) {
  return desk.book().current &&
         (desk.current().state == ResetState::kAccepted || desk.current().state == ResetState::kExtended);
}

const Reset& the_only(const ResetDesk& desk) {
  REQUIRE(desk.book().past.size() + (desk.book().current ? 1U : 0U) == 1);
  return desk.book().current ? desk.current() : desk.latest();
}

}  // namespace

TEST_CASE("a reset that is told of when it is over does not begin again") {
  ResetDesk desk;
  desk.happen(200, PromptPushed{prompt()});
  desk.ask(100);
  CHECK_FALSE(runs(desk));
  const Reset& reset = the_only(desk);
  CHECK(reset.state == ResetState::kDone);
  CHECK(reset.ending == ResetEnding::kTimeUp);
  CHECK(reset.accepted == at(100));
  CHECK(reset.ends == at(130));
  CHECK(desk.desk.wake > at(200));
}

TEST_CASE("a reset that is told of late runs for what is left of it") {
  ResetDesk desk;
  desk.happen(110, PromptPushed{prompt()});
  desk.ask(100);
  REQUIRE(runs(desk));
  CHECK(desk.current().ends == at(130));
}

TEST_CASE("a call that came meanwhile ended the reset when it rang") {
  ResetDesk desk;
  desk.report(115, CallEvent::kRinging, "c1");
  desk.report(120, CallEvent::kAnswered, "c1");
  desk.ask(100);
  CHECK_FALSE(runs(desk));
  CHECK(the_only(desk).ending == ResetEnding::kCallCame);
  CHECK(the_only(desk).ends == at(115));
}

TEST_CASE("a call that never rang ended the reset when it was answered, also when it is over by now") {
  ResetDesk desk;
  desk.report(115, CallEvent::kAnswered, "c1");
  const bool over = GENERATE(false, true);
  if (over) {
    desk.report(200, CallEvent::kEnded, "c1");
    desk.finish(210, "c1");
    REQUIRE(desk.offered());
    desk.answer(212, ResetAnswer::kDecline);
  }
  desk.ask(100);
  CHECK_FALSE(runs(desk));
  const Reset& reset = desk.book().current ? desk.current() : desk.latest();
  CHECK(reset.ending == ResetEnding::kCallCame);
  CHECK(reset.ends == at(115));
}

TEST_CASE("an old reset does not displace the one that runs") {
  ResetDesk desk;
  desk.ask(300, absl::Minutes(2));
  const std::string running = desk.current().id;
  desk.ask(100);
  REQUIRE(runs(desk));
  CHECK(desk.current().id == running);
  CHECK(desk.current().ends == at(420));
  REQUIRE(desk.book().past.size() == 1);
  CHECK(desk.latest().ends == at(130));
  // One that would have overlapped never was: the desk knows better.
  desk.ask(290);
  CHECK(desk.book().past.size() == 1);
}

TEST_CASE("an offer that was accepted in time counts although the desk had given it up") {
  ResetDesk desk;
  desk.take_call(0);
  REQUIRE(desk.offered());
  const std::string id = desk.current().id;
  desk.wait_until(190);
  REQUIRE(desk.latest().state == ResetState::kNoAnswer);
  desk.happen(400, PromptPushed{prompt()});
  desk.act(150, ResetAnswered{id, ResetAnswer::kAccept, "nl"});
  CHECK_FALSE(runs(desk));
  desk.act(150, FullnessTold{id, false, 4});
  desk.act(185, FullnessTold{id, true, 2});
  CHECK(the_only(desk).state == ResetState::kDone);
  CHECK(the_only(desk).accepted == at(150));
  CHECK(the_only(desk).ends == at(180));
  CHECK(the_only(desk).full_before == 4);
  CHECK(the_only(desk).full_after == 2);
  CHECK_FALSE(the_only(desk).title.empty());
}

TEST_CASE("extended in time, it runs on for what is left, with its lines") {
  ResetDesk desk;
  desk.ask(100);
  const std::string id = desk.current().id;
  desk.wait_until(140);
  REQUIRE(desk.current().state == ResetState::kDone);
  desk.act(120, ResetAnswered{id, ResetAnswer::kExtend, "nl"});
  REQUIRE(runs(desk));
  CHECK(desk.current().state == ResetState::kExtended);
  CHECK(desk.current().ends == at(220));
  CHECK_FALSE(desk.current().steps.empty());
}

TEST_CASE("stopped in time, it ended then") {
  ResetDesk desk;
  desk.ask(100);
  const std::string id = desk.current().id;
  desk.wait_until(400);
  desk.act(110, ResetAnswered{id, ResetAnswer::kStop, "nl"});
  CHECK(the_only(desk).ending == ResetEnding::kStopped);
  CHECK(the_only(desk).ends == at(110));
}

TEST_CASE("a no that comes late is a no: nothing is offered for the hour after it") {
  ResetDesk desk;
  desk.take_call(0);
  const std::string id = desk.current().id;
  desk.wait_until(190);
  desk.act(150, ResetAnswered{id, ResetAnswer::kDecline, "nl"});
  CHECK(desk.latest().state == ResetState::kDeclined);
  CHECK(desk.book().last_declined == at(150));
  desk.take_call(1600);
  CHECK_FALSE(desk.offered());
}

TEST_CASE("an answer that was too late then is too late now") {
  ResetDesk desk;
  desk.take_call(0);
  const std::string id = desk.current().id;
  desk.wait_until(190);
  const ResetBook before = desk.book();
  desk.act(195, ResetAnswered{id, ResetAnswer::kAccept, "nl"});
  CHECK(desk.book() == before);
}

TEST_CASE("whatever is told late, nothing ever runs past the time it would have had") {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    std::mt19937 random(seed);
    ResetDesk desk;
    std::map<std::string, absl::Time> began;
    double now = 0;
    for (int step = 0; step < 40; ++step) {
      now += static_cast<double>(random() % 200);
      if (random() % 3 == 0) desk.take_call(now), now += 100;
      const double told = now - static_cast<double>(random() % 400);
      const std::string id = desk.book().current        ? desk.current().id
                             : desk.book().past.empty() ? "none"
                                                        : desk.latest().id;
      if (random() % 2 == 0) {
        desk.ask(told, random() % 2 == 0 ? absl::Seconds(30) : absl::Minutes(2));
      } else {
        desk.act(told, ResetAnswered{id, static_cast<ResetAnswer>(random() % 5), "nl"});
      }
      desk.wait_until(now);
      INFO("seed " << seed << " step " << step);
      if (!runs(desk)) continue;
      CHECK(desk.current().ends <= desk.current().accepted + desk.current().length);
      CHECK(desk.current().accepted <= desk.desk.time);
      CHECK(desk.desk.calls.empty());
    }
    for (std::size_t i = 1; i < desk.book().past.size(); ++i) {
      CHECK(desk.book().past[i].state != ResetState::kAccepted);
      CHECK(desk.book().past[i].id != desk.book().past[i - 1].id);
    }
  }
}

}  // namespace aandacht::domain
