// Counters that a desk keeps of what its calls asked.
#include <limits>

#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

struct Shift : DeskFixture {
  Shift() { library.attention.wrap_up = absl::Seconds(120); }

  /// Answered at once, and wrapped up for 20 seconds. Ends at `minute` + `minutes`.
  void call(double minute, double minutes, bool heavy = false, double wrap_up = 20) {
    const std::string id = absl::StrCat("call-", ++calls);
    report(60 * minute, CallEvent::kRinging, id);
    report(60 * minute, CallEvent::kAnswered, id);
    if (heavy) mark(60 * minute, id);
    report(60 * (minute + minutes) - wrap_up, CallEvent::kEnded, id);
    happen(60 * (minute + minutes), WrapUpFinished{id});
  }

  void mark(double seconds, const std::string& id, bool heavy = true) { happen(seconds, CallMarkedHeavy{id, heavy}); }

  void customer(double seconds, double score, const std::string& id) {
    Reading reading;
    reading.sentiment = Sentiment{score, score < 0 ? Feeling::kNegative : Feeling::kNeutral, 1, {}};
    say(seconds, Speaker::kCustomer, reading, id);
  }

  [[nodiscard]] const Fatigue& fatigue() const { return desk.fatigue; }

  int calls = 0;
};

TEST_CASE("A call counts when it is over: answered, hung up and wrapped up", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kRinging);
  CHECK(shift.fatigue().shift_began == absl::InfinitePast());
  shift.report(10, CallEvent::kAnswered);
  CHECK(shift.fatigue().shift_began == kNine + absl::Seconds(10));
  CHECK(shift.fatigue().busy_since == kNine + absl::Seconds(10));
  shift.report(100, CallEvent::kEnded);
  CHECK(shift.fatigue().calls_in_shift == 0);
  shift.happen(130, WrapUpFinished{"c1"});
  CHECK(shift.fatigue().calls_in_shift == 1);
  CHECK(shift.fatigue().calls_since_pause == 1);
  CHECK(shift.fatigue().busy_since == absl::InfinitePast());
  CHECK(shift.fatigue().free_since == kNine + absl::Seconds(130));
  CHECK(shift.fatigue().busy == std::vector<BusySpan>{{kNine + absl::Seconds(10), kNine + absl::Seconds(130)}});
  CHECK(shift.fatigue().after_call_work == std::vector<absl::Duration>{absl::Seconds(30)});
}

TEST_CASE("A weight that is no number never comes to a desk", "[fatigue]") {
  Shift shift;
  shift.library.fatigue.heavy_by_agent = std::numeric_limits<double>::infinity();
  shift.call(0, 5, true);
  CHECK(shift.fatigue().heavy.empty());
  CHECK(shift.fatigue().calls_in_shift == 1);
}

TEST_CASE("A call that nobody answered counts for nothing", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kRinging);
  shift.report(20, CallEvent::kEnded);
  CHECK(shift.fatigue() == Fatigue{});
}

TEST_CASE("An answer that is reported after the end counts for nothing", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kEnded);
  shift.report(5, CallEvent::kAnswered);
  CHECK(shift.fatigue() == Fatigue{});
}

TEST_CASE("Words that come before the report of the answer begin the work", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kRinging);
  shift.customer(8, -0.9, "c1");
  shift.report(20, CallEvent::kAnswered);
  CHECK(shift.fatigue().busy_since == kNine + absl::Seconds(8));
  shift.report(60, CallEvent::kEnded);
  shift.report(30, CallEvent::kHeld);  // Late.
  shift.happen(90, WrapUpFinished{"c1"});
  shift.report(50, CallEvent::kResumed);  // Later still.
  CHECK(shift.fatigue().calls_in_shift == 1);
  CHECK(shift.fatigue().heavy_in_row == 1);
  CHECK(shift.fatigue().busy_since == absl::InfinitePast());
}

TEST_CASE("Two calls at once are one busy span and two calls", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered, "a");
  shift.report(30, CallEvent::kHeld, "a");
  shift.report(40, CallEvent::kAnswered, "b");
  shift.report(70, CallEvent::kEnded, "b");
  shift.happen(80, WrapUpFinished{"b"});
  CHECK(shift.fatigue().calls_in_shift == 1);
  CHECK(shift.fatigue().busy_since == kNine);
  shift.report(90, CallEvent::kResumed, "a");
  shift.report(120, CallEvent::kEnded, "a");
  shift.happen(130, WrapUpFinished{"a"});
  CHECK(shift.fatigue().calls_in_shift == 2);
  CHECK(shift.fatigue().busy == std::vector<BusySpan>{{kNine, kNine + absl::Seconds(130)}});
}

TEST_CASE("After-call work ends when the next call is answered", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered, "a");
  shift.report(100, CallEvent::kEnded, "a");
  shift.report(115, CallEvent::kAnswered, "b");
  shift.happen(200, WrapUpFinished{"a"});
  CHECK(shift.fatigue().after_call_work == std::vector<absl::Duration>{absl::Seconds(15)});
}

TEST_CASE("The agent's tap makes a call heavy and weighs more than what the text says", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered, "by-text");
  shift.customer(10, -0.8, "by-text");
  shift.report(60, CallEvent::kEnded, "by-text");
  shift.happen(70, WrapUpFinished{"by-text"});
  shift.call(2, 3, /*heavy=*/true);
  shift.report(360, CallEvent::kAnswered, "neither");
  shift.customer(370, 0.1, "neither");
  CHECK(shift.fatigue().heavy ==
        std::vector<WeighedCall>{{kNine + absl::Seconds(70), 1.0}, {kNine + absl::Minutes(5), 1.5}});
  CHECK(shift.fatigue().heavy_in_row == 2);
  shift.report(400, CallEvent::kEnded, "neither");
  shift.happen(410, WrapUpFinished{"neither"});
  CHECK(shift.fatigue().heavy_in_row == 0);
  CHECK(shift.fatigue().heavy_in_shift == 2);
}

TEST_CASE("A tap in the wrap-up counts, and one that is taken back does not", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered);
  shift.mark(10, "c1");
  shift.report(60, CallEvent::kEnded);
  shift.mark(65, "c1", false);
  shift.happen(70, WrapUpFinished{"c1"});
  CHECK(shift.fatigue().heavy.empty());
  shift.report(100, CallEvent::kAnswered, "c2");
  shift.report(160, CallEvent::kEnded, "c2");
  shift.mark(165, "c2");
  shift.happen(170, WrapUpFinished{"c2"});
  CHECK(shift.fatigue().heavy.size() == 1);
}

TEST_CASE("Anger at the end or all along makes a call heavy; plain anger once that was mended does not", "[fatigue]") {
  struct Case {
    std::vector<double> scores;
    bool heavy;
  };
  for (const Case& each : {Case{{-0.4, 0.3, 0.5, 0.5}, false}, Case{{-0.9, 0.3, 0.5, 0.5}, false},
                           Case{{-0.9, -0.9, -0.8, 0.2, 0.3, 0.1}, true}, Case{{0.3, -0.3, -0.4, -0.3}, true},
                           Case{{}, false}, Case{{0.5}, false}}) {
    Shift shift;
    shift.report(0, CallEvent::kAnswered);
    double at = 1;
    for (const double score : each.scores) shift.customer(++at, score, "c1");
    shift.report(60, CallEvent::kEnded);
    shift.happen(70, WrapUpFinished{"c1"});
    CAPTURE(each.scores);
    CHECK(shift.fatigue().heavy.size() == (each.heavy ? 1 : 0));
  }
}

TEST_CASE("A call in which nothing could be done is heavy and helpless", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered);
  shift.desk.calls.front().outcome.helpless = Verdict::kYes;
  shift.report(60, CallEvent::kEnded);
  shift.happen(70, WrapUpFinished{"c1"});
  CHECK(shift.fatigue().heavy == std::vector<WeighedCall>{{kNine + absl::Seconds(70), 1}});
  CHECK(shift.fatigue().helpless == std::vector<WeighedCall>{{kNine + absl::Seconds(70), 1}});
}

TEST_CASE("Five minutes without a call are a pause, four are not", "[fatigue]") {
  Shift shift;
  shift.call(0, 10, /*heavy=*/true);
  shift.call(14.9, 5.1, /*heavy=*/true);
  CHECK(shift.fatigue().calls_since_pause == 2);
  CHECK(shift.fatigue().heavy_in_row == 2);
  CHECK(shift.fatigue().pause_ended == kNine);
  shift.call(25, 5);
  CHECK(shift.fatigue().calls_since_pause == 1);
  CHECK(shift.fatigue().heavy_in_row == 0);
  CHECK(shift.fatigue().pause_ended == kNine + absl::Minutes(25));
  CHECK(shift.fatigue().shift_began == kNine);
}

TEST_CASE("Four heavy calls in a row are enough by the shipped table, in a quiet hour and by their text alone",
          "[fatigue]") {
  for (const bool marked : {false, true}) {
    Shift shift;
    for (int call = 0; call < 4; ++call) {
      CHECK_FALSE(shift.fatigue().elevated);
      const std::string id = absl::StrCat("angry-", call);
      shift.report(400 * call, CallEvent::kAnswered, id);
      if (marked) {
        shift.mark(400 * call + 9, id);
      } else {
        shift.customer(400 * call + 9, -0.9, id);
      }
      shift.report(400 * call + 300, CallEvent::kEnded, id);
      shift.happen(400 * call + 320, WrapUpFinished{id});
    }
    CHECK(shift.fatigue().elevated);
    REQUIRE(shift.desk.resets.current);
    CHECK(shift.desk.resets.current->score.total == 60);
    CHECK(shift.desk.resets.current->score.causes.front().cause == FatigueCause::kHeavyInARow);
  }
}

TEST_CASE("A wrap-up that ended by itself while the desk slept ended when it was to end", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered);
  shift.report(60, CallEvent::kEnded);  // The wrap-up ends at 180.
  shift.report(600, CallEvent::kAnswered, "c2");
  CHECK(shift.fatigue().free_since == kNine + absl::Seconds(180));
  CHECK(shift.fatigue().pause_ended == kNine + absl::Seconds(600));
  CHECK(shift.fatigue().busy == std::vector<BusySpan>{{kNine, kNine + absl::Seconds(180)}});
  CHECK(shift.fatigue().after_call_work == std::vector<absl::Duration>{absl::Seconds(120)});
}

TEST_CASE("A night is a new shift; midnight and a daylight-saving change within one are not", "[fatigue]") {
  absl::TimeZone amsterdam;
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &amsterdam));
  // The clock goes from 3:00 back to 2:00 in this night.
  const absl::Time begin = absl::FromCivil(absl::CivilSecond(2026, 10, 24, 22, 0, 0), amsterdam);
  const double minute = absl::ToDoubleMinutes(begin - kNine);
  Shift shift;
  for (int call = 0; call < 40; ++call) shift.call(minute + 9.0 * call, 8);
  CHECK(shift.fatigue().shift_began == begin);
  CHECK(shift.fatigue().calls_in_shift == 40);
  const FatigueScore score = fatigue_score(shift.fatigue(), shift.library.fatigue, shift.desk.time);
  const auto hours = std::find_if(score.causes.begin(), score.causes.end(),
                                  [](const CausePoints& c) { return c.cause == FatigueCause::kHoursIntoShift; });
  REQUIRE(hours != score.causes.end());
  CHECK(hours->amount == Approx(359 / 60.0));

  shift.call(minute + 24 * 60, 8, /*heavy=*/true);
  CHECK(shift.fatigue().shift_began == begin + absl::Hours(24));
  CHECK(shift.fatigue().calls_in_shift == 1);
  CHECK(shift.fatigue().heavy_in_row == 1);
  CHECK(shift.fatigue().after_call_work.size() == 41);  // The own median grows over shifts.
}

TEST_CASE("A replayed earlier day is a shift of its own", "[fatigue]") {
  Shift shift;
  shift.call(0, 10, /*heavy=*/true);
  shift.call(-24 * 60, 10);
  CHECK(shift.fatigue().shift_began == kNine - absl::Hours(24));
  CHECK(shift.fatigue().calls_in_shift == 1);
  CHECK(shift.fatigue().heavy.empty());
}

TEST_CASE("A clock that was set back a minute changes no shift and makes nothing negative", "[fatigue]") {
  Shift shift;
  shift.call(0, 10);
  shift.call(9, 10, /*heavy=*/true);
  CHECK(shift.fatigue().shift_began == kNine);
  CHECK(shift.fatigue().calls_in_shift == 2);
  const FatigueScore score = fatigue_score(shift.fatigue(), shift.library.fatigue, kNine + absl::Minutes(18));
  for (const CausePoints& cause : score.causes) CHECK(cause.amount >= 0);
}

TEST_CASE("An end that was never reported does not keep the agent busy into the next day", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered, "lost");
  shift.report(24 * 3600, CallEvent::kAnswered, "next");
  CHECK(shift.fatigue().shift_began == kNine + absl::Hours(24));
  CHECK(shift.fatigue().busy_since == kNine + absl::Hours(24));
}

TEST_CASE("The suggestion stands from 60 until the score is below 45", "[fatigue]") {
  Shift shift;
  shift.library.fatigue.weights = {{FatigueCause::kHeavyInARow, {0, 10, 100, "ten points a call"}}};
  for (int call = 0; call < 5; ++call) shift.call(10.0 * call, 9, /*heavy=*/true);
  CHECK_FALSE(shift.fatigue().elevated);
  shift.call(50, 9, /*heavy=*/true);
  CHECK(shift.fatigue().elevated);
  shift.library.fatigue.weights[FatigueCause::kHeavyInARow].points = 80;  // 48 now.
  shift.happen(3600, WokeUp{});
  CHECK(shift.fatigue().elevated);
  shift.call(61, 5);
  CHECK_FALSE(shift.fatigue().elevated);
}

Reset reset_at(double accepted, double seconds, ResetState state) {
  Reset reset;
  reset.state = state;
  reset.accepted = kNine + absl::Seconds(accepted);
  reset.ends = reset.accepted + absl::Seconds(seconds);
  return reset;
}

TEST_CASE("A reset of thirty seconds breaks the row of heavy calls, also at the moment it ends", "[fatigue]") {
  Shift shift;
  for (int call = 0; call < 3; ++call) shift.call(5.0 * call, 4.5, /*heavy=*/true);
  shift.desk.resets.current = reset_at(880, 30, ResetState::kAccepted);
  shift.happen(900, WokeUp{});
  CHECK(shift.fatigue().heavy_in_row == 3);
  shift.happen(910, WokeUp{});
  CHECK(shift.fatigue().heavy_in_row == 0);
  CHECK(shift.fatigue().heavy.size() == 3);  // They were heavy all the same.
  shift.call(16, 4, /*heavy=*/true);
  CHECK(shift.fatigue().heavy_in_row == 1);  // An old reset does not break a new row.
}

TEST_CASE("A reset that was stopped at once, or that the next call took away, breaks nothing", "[fatigue]") {
  Shift shift;
  for (int call = 0; call < 3; ++call) shift.call(5.0 * call, 4.5, /*heavy=*/true);
  shift.desk.resets.past = {reset_at(880, 8, ResetState::kDone), reset_at(890, 30, ResetState::kDeclined)};
  shift.happen(950, WokeUp{});
  CHECK(shift.fatigue().heavy_in_row == 3);
}

TEST_CASE("Who has everything forgotten begins anew, also in a call", "[fatigue]") {
  Shift shift;
  shift.call(0, 10, /*heavy=*/true);
  shift.report(700, CallEvent::kAnswered, "now");
  shift.happen(720, OwnActed{OwnSideForgotten{}});
  CHECK(shift.fatigue().shift_began == kNine + absl::Seconds(720));
  CHECK(shift.fatigue().busy_since == kNine + absl::Seconds(720));
  CHECK(shift.fatigue().heavy.empty());
}

TEST_CASE("Who has everything forgotten while a wrap-up ends is free", "[fatigue]") {
  Shift shift;
  shift.report(0, CallEvent::kAnswered);
  shift.report(60, CallEvent::kEnded);
  shift.happen(400, OwnActed{OwnSideForgotten{}});
  CHECK(shift.fatigue() == Fatigue{});
}

}  // namespace
}  // namespace aandacht::domain
