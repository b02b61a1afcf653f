// Questions that come again in a shift.
#include "shared/domain/first_time.h"

#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

Reading asks(const std::string& group, const std::string& why_id = "", double score = 0.7) {
  Reading reading;
  reading.question = QuestionMention{"waar blijft mijn geld", score, why_id, group};
  return reading;
}

class Shift : public DeskFixture {
 public:
  /// A call from `start` in which the customer asks after ten seconds; over after thirty, wrapped up at once.
  Outcome call(double start, const Reading& reading) {
    const std::string id = absl::StrCat("call-", start);
    report(start, CallEvent::kAnswered, id);
    const Outcome asked = say(start + 10, Speaker::kCustomer, reading, id);
    report(start + 30, CallEvent::kEnded, id);
    happen(start + 31, WrapUpFinished{id});
    return asked;
  }
};

}  // namespace

TEST_CASE_METHOD(Shift, "The fourth call with the same question brings the ready answer, the third does not") {
  for (int i = 0; i < 3; ++i) {
    CHECK_FALSE(find_change<CardShown>(call(100 * i, asks("g1", "nl/terugbetaling"))).has_value());
  }
  const auto shown = find_change<CardShown>(call(400, asks("g1", "nl/terugbetaling")));
  REQUIRE(shown.has_value());
  CHECK(shown->card.kind == CardKind::kFirstTime);
  CHECK(shown->card.topic == "terugbetaling");
  CHECK(shown->card.line == "Zo staat het geld zeker op uw rekening.");
  CHECK(shown->card.source_id == "nl/terugbetaling");
  CHECK(shown->card.evidence.words == "waar blijft mijn geld");
  CHECK(desk.questions.calls == std::map<std::string, int>{{"g1", 4}});
}

TEST_CASE_METHOD(Shift, "Without a why nothing is made up: the card has the question and no line") {
  for (int i = 0; i < 3; ++i) call(100 * i, asks("g1"));
  const auto shown = find_change<CardShown>(call(400, asks("g1")));
  REQUIRE(shown.has_value());
  CHECK(shown->card.topic == "waar blijft mijn geld");
  CHECK(shown->card.line.empty());
  CHECK(shown->card.source_id.empty());
}

TEST_CASE_METHOD(Shift, "Other questions and questions without a group are not counted together") {
  for (int i = 0; i < 3; ++i) call(100 * i, asks("g1"));
  CHECK_FALSE(find_change<CardShown>(call(400, asks("g2"))).has_value());
  CHECK_FALSE(find_change<CardShown>(call(500, asks(""))).has_value());
  CHECK(desk.questions.calls == std::map<std::string, int>{{"g1", 3}, {"g2", 1}});
}

TEST_CASE_METHOD(Shift, "A call counts once, with the question that was clearest") {
  report(0, CallEvent::kAnswered);
  say(5, Speaker::kCustomer, asks("g1", "", 0.3));
  say(10, Speaker::kCustomer, asks("g1", "", 0.3));
  CHECK(desk.questions.calls == std::map<std::string, int>{{"g1", 1}});
  say(15, Speaker::kCustomer, asks("g2", "", 1));
  CHECK(desk.questions.calls == std::map<std::string, int>{{"g2", 1}});
}

TEST_CASE_METHOD(Shift, "After five hours without a call a new shift counts from one again") {
  for (int i = 0; i < 3; ++i) call(100 * i, asks("g1"));
  const Outcome outcome = call(300 + 6 * 3600, asks("g1"));
  CHECK_FALSE(find_change<CardShown>(outcome).has_value());
  CHECK(desk.questions.calls == std::map<std::string, int>{{"g1", 1}});
}

TEST_CASE_METHOD(Shift, "When the shift's start is known, what was asked before it does not count") {
  desk.questions = {kNine - absl::Hours(9), {{"g1", 11}}};
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine - absl::Minutes(1);
  call(0, asks("g1"));
  CHECK(desk.questions.since == desk.fatigue.shift_began);
  CHECK(desk.questions.calls == std::map<std::string, int>{{"g1", 1}});
}

TEST_CASE_METHOD(Shift, "The card keeps to the budget, comes once a call and never in the closing") {
  desk.questions = {kNine, {{"g1", 10}, {"g2", 10}, {"g3", 10}}};
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine;
  report(0, CallEvent::kAnswered);
  SECTION("a card that was just shown keeps it waiting or drops it") {
    blame(5);
    const auto held = find_change<CardHeldBack>(say(8, Speaker::kCustomer, asks("g1")));
    REQUIRE(held.has_value());
    CHECK(held->reason == HoldBackReason::kTooSoon);
  }
  SECTION("another repeated question in the same call brings no second one") {
    CHECK(find_change<CardShown>(say(5, Speaker::kCustomer, asks("g1", "", 0.2))).has_value());
    const auto held = find_change<CardHeldBack>(say(100, Speaker::kCustomer, asks("g2", "", 1)));
    REQUIRE(held.has_value());
    CHECK(held->reason == HoldBackReason::kRuleMaximum);
  }
  SECTION("in the closing no question is taken any more") {
    Reading closing = asks("g3");
    desk.calls.front().phase = CallPhase::kClosing;
    CHECK_FALSE(find_change<CardShown>(say(50, Speaker::kCustomer, closing)).has_value());
  }
}

TEST_CASE_METHOD(Shift, "Three times \"does not fit\" silences the card for this agent") {
  desk.questions = {kNine, {{"g1", 10}}};
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine;
  for (int i = 0; i < 3; ++i) {
    report(200 * i, CallEvent::kAnswered, absl::StrCat("c", i));
    say(200 * i + 5, Speaker::kCustomer, asks("g1"), absl::StrCat("c", i));
    REQUIRE(desk.card.has_value());
    happen(200 * i + 8, CardAnswerGiven{desk.card->id, CardAnswer::kDoesNotFit});
    report(200 * i + 9, CallEvent::kEnded, absl::StrCat("c", i));
    happen(200 * i + 10, WrapUpFinished{absl::StrCat("c", i)});
  }
  CHECK_FALSE(find_change<CardShown>(call(700, asks("g1"))).has_value());
}

TEST_CASE_METHOD(Shift, "Who was shown the same why in this call is not shown it again") {
  desk.questions = {kNine, {{"g1", 10}}};
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine;
  report(0, CallEvent::kAnswered);
  desk.calls.front().rule_uses["nl/terugbetaling"].shown = 1;
  CHECK_FALSE(find_change<CardShown>(say(100, Speaker::kCustomer, asks("g1", "nl/terugbetaling"))).has_value());
}

TEST_CASE_METHOD(Shift, "Who looked the why up in this call is not shown it again") {
  desk.questions = {kNine, {{"g1", 10}}};
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine;
  report(0, CallEvent::kAnswered);
  happen(5, WhyChosen{"nl/terugbetaling"});
  CHECK(desk.calls.front().attention.shown == 0);
  CHECK_FALSE(find_change<CardShown>(say(100, Speaker::kCustomer, asks("g1", "nl/terugbetaling"))).has_value());
}

TEST_CASE_METHOD(Shift, "A card that waits does not come when the agent looked its why up meanwhile") {
  desk.questions = {kNine, {{"g1", 10}}};
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine;
  report(0, CallEvent::kAnswered);
  blame(5);
  const auto held = find_change<CardHeldBack>(say(50, Speaker::kCustomer, asks("g1", "nl/terugbetaling")));
  REQUIRE(held.has_value());
  REQUIRE(held->waits);
  happen(55, WhyChosen{"nl/terugbetaling"});
  for (const double second : {65, 69, 70, 90})
    CHECK_FALSE(find_change<CardShown>(happen(second, WokeUp{})).has_value());
  CHECK(desk.waiting.empty());
}

TEST_CASE_METHOD(Shift, "Of more than 64 questions the rarest is forgotten") {
  desk.questions.since = kNine;
  desk.fatigue.shift_began = desk.fatigue.free_since = kNine;
  for (int i = 0; i < 64; ++i) desk.questions.calls[absl::StrCat("g", i)] = 2;
  desk.questions.calls["g7"] = 1;
  call(0, asks("new"));
  CHECK(desk.questions.calls.size() == 64);
  CHECK(desk.questions.calls.contains("new"));
  CHECK_FALSE(desk.questions.calls.contains("g7"));
}

}  // namespace aandacht::domain
