// A clock that was set back, or an earlier day that is replayed at the same desk.
#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

constexpr double kDay = 24 * 3600;

struct Days : DeskFixture {
  Days() {
    library.fatigue = shipped_fatigue_rules();
    library.attention.wrap_up = absl::Seconds(120);
    library.stories = {{"a", "Mevrouw Voorbeeld", "nl", "Vier keer gebeld.", "", ""}};
  }

  /// Four minutes, heavy; true when a reset was offered at its end.
  bool heavy_call(double at) {
    const std::string id = absl::StrCat("call-", ++calls);
    report(at, CallEvent::kRinging, id);
    report(at, CallEvent::kAnswered, id);
    happen(at + 1, CallMarkedHeavy{id, true});
    report(at + 220, CallEvent::kEnded, id);
    happen(at + 240, WrapUpFinished{id});
    return desk.resets.current.has_value();
  }

  /// Six of them, five minutes apart; how many ended with an offer.
  int heavy_day(double at) {
    int offers = 0;
    for (int i = 0; i < 6; ++i) offers += heavy_call(at + 300 * i) ? 1 : 0;
    return offers;
  }

  /// A call of twenty seconds; true when a story came at its end.
  bool story_after(double at) {
    const std::string id = absl::StrCat("call-", ++calls);
    report(at, CallEvent::kAnswered, id);
    report(at + 20, CallEvent::kEnded, id);
    happen(at + 21, WrapUpFinished{id});
    return desk.card && desk.card->kind == CardKind::kEmpathy;
  }

  int calls = 0;
};

}  // namespace

TEST_CASE_METHOD(Days, "The same six heavy calls bring an offer on a day, and on an earlier day after it", "[clock]") {
  CHECK(heavy_day(kDay) > 0);
  CHECK(heavy_day(0) > 0);
}

TEST_CASE_METHOD(Days, "A decline of a later day does not silence an earlier one", "[clock]") {
  heavy_day(kDay);
  desk.resets.last_declined = kNine + absl::Seconds(kDay + 1800);
  CHECK(heavy_day(0) > 0);
}

TEST_CASE_METHOD(Days, "A reset that was asked for on a later day does not silence an earlier one", "[clock]") {
  report(kDay, CallEvent::kAnswered);
  report(kDay + 20, CallEvent::kEnded);
  happen(kDay + 21, WrapUpFinished{"c1"});
  happen(kDay + 30, OwnActed{ResetAsked{absl::Seconds(30), "nl"}});
  happen(kDay + 70, WokeUp{});
  happen(kDay + 300, WokeUp{});
  REQUIRE(desk.resets.past.size() == 1);
  REQUIRE(desk.resets.past.front().state == ResetState::kDone);
  CHECK(heavy_day(0) > 0);
}

TEST_CASE_METHOD(Days, "A reset that runs ends when the desk goes to an earlier day", "[clock]") {
  heavy_call(kDay);
  happen(kDay + 300, OwnActed{ResetAsked{absl::Minutes(10), "nl"}});
  REQUIRE(desk.resets.current.has_value());
  report(0, CallEvent::kRinging, "earlier");
  CHECK_FALSE(desk.resets.current.has_value());
  CHECK(desk.resets.past.size() == 1);
}

TEST_CASE_METHOD(Days, "A clock set back within the shift keeps the distance to the last offer", "[clock]") {
  heavy_day(0);
  desk.resets.last_offered = kNine + absl::Seconds(3000);
  desk.time = kNine + absl::Seconds(3600);
  report(2000, CallEvent::kRinging, "back");
  CHECK(desk.resets.last_offered == kNine + absl::Seconds(2000));
  CHECK(desk.fatigue.calls_in_shift == 6);
}

TEST_CASE_METHOD(Days, "A story comes on a day, and on an earlier day after it", "[clock]") {
  story_after(kDay);
  CHECK(story_after(kDay + 1200));
  story_after(0);
  CHECK(story_after(1200));
}

TEST_CASE_METHOD(Days, "Questions of a later day are not counted on an earlier one", "[clock]") {
  const auto asked = [&](double at) {
    const std::string id = absl::StrCat("call-", ++calls);
    report(at, CallEvent::kAnswered, id);
    Reading reading;
    reading.question = QuestionMention{"waar blijft mijn geld", 0.7, "", "g1"};
    say(at + 10, Speaker::kCustomer, reading, id);
    report(at + 20, CallEvent::kEnded, id);
    happen(at + 21, WrapUpFinished{id});
    return desk.questions.calls["g1"];
  };
  asked(kDay);
  CHECK(asked(kDay + 100) == 2);
  CHECK(asked(0) == 1);
  CHECK(asked(100) == 2);
  CHECK(asked(kDay) == 1);
}

TEST_CASE_METHOD(Days, "Sharing ends with a day that is left for an earlier one", "[clock]") {
  heavy_call(kDay);
  happen(kDay + 300, OwnActed{EnergyShared{absl::Hours(8)}});
  heavy_call(0);
  CHECK(desk.fatigue.shared_until == absl::InfinitePast());
}

TEST_CASE_METHOD(Days, "Sharing lasts at most eight hours from now when the clock is set back", "[clock]") {
  heavy_call(0);
  happen(7200, OwnActed{EnergyShared{absl::Hours(8)}});
  report(3600, CallEvent::kRinging, "back");
  CHECK(desk.fatigue.shared_until == kNine + absl::Seconds(3600) + absl::Hours(8));
}

}  // namespace aandacht::domain
