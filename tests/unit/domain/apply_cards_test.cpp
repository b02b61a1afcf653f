#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

Reading institute() {
  Reading reading;
  reading.coach = {{"institute-1", CoachLabel::kInstitute, 1.0, "nou eenmaal"}};
  return reading;
}

Reading negative() {
  Reading reading;
  reading.sentiment = Sentiment{-0.8, Feeling::kNegative, 0.9, "test"};
  return reading;
}

}  // namespace

TEST_CASE_METHOD(DeskFixture, "A blame line brings the we card with its evidence, counted in the budget") {
  report(0, CallEvent::kAnswered);
  const Outcome outcome = blame(10);
  const auto shown = find_change<CardShown>(outcome);
  REQUIRE(shown.has_value());
  CHECK(shown->card.kind == CardKind::kWe);
  CHECK(shown->card.label == CoachLabel::kBlame);
  CHECK(shown->card.line == "Dat hebben wij niet goed gedaan. Ik zoek het nu uit.");
  CHECK(shown->card.evidence.words == "die andere afdeling");
  CHECK(shown->card.evidence.author == "team");
  CHECK((desk.card == shown->card));
  CHECK(current_call(desk)->attention.shown == 1);
  CHECK(desk.wake == kNine + absl::Seconds(70));
}

TEST_CASE_METHOD(DeskFixture, "A card goes by itself when its time is over") {
  report(0, CallEvent::kAnswered);
  blame(10);
  const Outcome outcome = happen(70, WokeUp{});
  REQUIRE(find_change<CardGone>(outcome).has_value());
  CHECK(find_change<CardGone>(outcome)->reason == CardGoneReason::kExpired);
  CHECK_FALSE(desk.card.has_value());
}

TEST_CASE_METHOD(DeskFixture, "A second card within the minute waits while it is fresh and is dropped when stale") {
  report(0, CallEvent::kAnswered);
  blame(10);
  SECTION("early in the minute it is dropped at once") {
    const auto held = find_change<CardHeldBack>(say(20, Speaker::kAgent, institute()));
    REQUIRE(held.has_value());
    CHECK(held->reason == HoldBackReason::kTooSoon);
    CHECK_FALSE(held->waits);
    CHECK(desk.waiting.empty());
  }
  SECTION("late in the minute it waits and is shown when the minute is over") {
    const auto held = find_change<CardHeldBack>(say(60, Speaker::kAgent, institute()));
    REQUIRE(held.has_value());
    CHECK(held->waits);
    CHECK(desk.wake == kNine + absl::Seconds(70));
    const Outcome outcome = happen(70, WokeUp{});
    REQUIRE(find_change<CardShown>(outcome).has_value());
    CHECK(find_change<CardShown>(outcome)->card.label == CoachLabel::kInstitute);
    CHECK(desk.waiting.empty());
  }
}

TEST_CASE_METHOD(DeskFixture, "A better sentence that waits is dropped when the agent has spoken again") {
  report(0, CallEvent::kAnswered);
  blame(10);
  REQUIRE(find_change<CardHeldBack>(say(60, Speaker::kAgent, institute()))->waits);
  const auto dropped = find_change<CardHeldBack>(say(64, Speaker::kAgent, Reading{}));
  REQUIRE(dropped.has_value());
  CHECK(dropped->reason == HoldBackReason::kStale);
  CHECK(desk.waiting.empty());
}

TEST_CASE_METHOD(DeskFixture, "A rule speaks once a call unless it says otherwise") {
  report(0, CallEvent::kAnswered);
  blame(10);
  const auto held = find_change<CardHeldBack>(blame(100));
  REQUIRE(held.has_value());
  CHECK(held->reason == HoldBackReason::kRuleMaximum);

  library.coach_rules[0].once_per_call = false;
  library.coach_rules[0].maximum_per_call = 0;
  library.coach_rules[0].cooldown = absl::Minutes(5);
  const auto cooling = find_change<CardHeldBack>(blame(200));
  REQUIRE(cooling.has_value());
  CHECK(cooling->reason == HoldBackReason::kCooldown);
  CHECK(find_change<CardShown>(blame(400)).has_value());
}

TEST_CASE_METHOD(DeskFixture, "A rule of another phase stays quiet") {
  library.coach_rules[0].phases = {CallPhase::kClosing};
  report(0, CallEvent::kAnswered);
  const auto held = find_change<CardHeldBack>(blame(10));
  REQUIRE(held.has_value());
  CHECK(held->reason == HoldBackReason::kPhase);
}

TEST_CASE_METHOD(DeskFixture, "The fifth card of a call is one too many") {
  library.coach_rules[0].once_per_call = false;
  library.coach_rules[0].maximum_per_call = 0;
  report(0, CallEvent::kAnswered);
  for (int i = 0; i < 4; ++i) CHECK(find_change<CardShown>(blame(100 + 100 * i)).has_value());
  const auto held = find_change<CardHeldBack>(blame(900));
  REQUIRE(held.has_value());
  CHECK(held->reason == HoldBackReason::kCallBudget);
  CHECK(current_call(desk)->attention.shown == 4);
}

TEST_CASE_METHOD(DeskFixture, "Does not fit, three times, silences the rule; used and not now do not") {
  library.coach_rules[0].once_per_call = false;
  library.coach_rules[0].maximum_per_call = 0;
  report(0, CallEvent::kAnswered);
  blame(100);
  happen(101, CardAnswerGiven{desk.card->id, CardAnswer::kUsed});
  CHECK_FALSE(desk.card.has_value());
  CHECK(desk.refusals.empty());
  for (int i = 0; i < 3; ++i) {
    blame(200 + 100 * i);
    REQUIRE(desk.card.has_value());
    happen(201 + 100 * i, CardAnswerGiven{desk.card->id, CardAnswer::kDoesNotFit});
  }
  const auto held = find_change<CardHeldBack>(blame(900));
  REQUIRE(held.has_value());
  CHECK(held->reason == HoldBackReason::kSilenced);
}

TEST_CASE_METHOD(DeskFixture, "An answer to a card that has gone is kept") {
  report(0, CallEvent::kAnswered);
  blame(10);
  const std::string id = desk.card->id;
  happen(70, WokeUp{});
  const Outcome outcome = happen(75, CardAnswerGiven{id, CardAnswer::kUsed});
  REQUIRE(find_change<CardAnswered>(outcome).has_value());
  CHECK(find_change<CardAnswered>(outcome)->card_id == id);
}

TEST_CASE_METHOD(DeskFixture, "The customer asks why and the topic named before brings its why") {
  report(0, CallEvent::kAnswered);
  Reading named;
  named.whys = {{"nl/terugbetaling", 0.9, "terugbetaling"}};
  CHECK_FALSE(find_change<CardShown>(say(5, Speaker::kCustomer, named)).has_value());
  Reading why;
  why.asks_why = true;
  const Outcome outcome = say(10, Speaker::kCustomer, why);
  REQUIRE(find_change<CardShown>(outcome).has_value());
  CHECK(find_change<CardShown>(outcome)->card.kind == CardKind::kWhy);
  CHECK(find_change<CardShown>(outcome)->card.topic == "terugbetaling");
}

TEST_CASE_METHOD(DeskFixture, "The topic named with the question goes before one that was named more often") {
  Why other = library.whys[0];
  other.id = "nl/opzegtermijn";
  other.topic = "opzegtermijn";
  library.whys.push_back(other);
  report(0, CallEvent::kAnswered);
  Reading named;
  named.whys = {{"nl/terugbetaling", 1.0, "terugbetaling"}};
  say(5, Speaker::kCustomer, named);
  say(6, Speaker::kCustomer, named);
  Reading why;
  why.asks_why = true;
  why.whys = {{"nl/opzegtermijn", 0.8, "opzegtermijn"}};
  const auto shown = find_change<CardShown>(say(10, Speaker::kCustomer, why));
  REQUIRE(shown.has_value());
  CHECK(shown->card.topic == "opzegtermijn");
}

TEST_CASE_METHOD(DeskFixture, "Asking why about nothing known brings nothing") {
  report(0, CallEvent::kAnswered);
  Reading why;
  why.asks_why = true;
  const Outcome outcome = say(10, Speaker::kCustomer, why);
  CHECK_FALSE(find_change<CardShown>(outcome).has_value());
  CHECK_FALSE(find_change<CardHeldBack>(outcome).has_value());
}

TEST_CASE_METHOD(DeskFixture, "Institute language brings the we card and holds the why back as outranked") {
  report(0, CallEvent::kAnswered);
  Reading reading = institute();
  reading.whys = {{"nl/terugbetaling", 1.0, "terugbetaling"}};
  const Outcome outcome = say(10, Speaker::kAgent, reading);
  REQUIRE(find_change<CardShown>(outcome).has_value());
  CHECK(find_change<CardShown>(outcome)->card.kind == CardKind::kWe);
  REQUIRE(find_change<CardHeldBack>(outcome).has_value());
  CHECK(find_change<CardHeldBack>(outcome)->card.kind == CardKind::kWhy);
  CHECK(find_change<CardHeldBack>(outcome)->reason == HoldBackReason::kOutranked);
}

TEST_CASE_METHOD(DeskFixture, "Warmth comes when the agent answers an unhappy customer without acknowledging") {
  report(0, CallEvent::kAnswered);
  say(5, Speaker::kCustomer, negative());
  SECTION("acknowledged") {
    Reading kind;
    kind.acknowledges = true;
    CHECK_FALSE(find_change<CardShown>(say(8, Speaker::kAgent, kind)).has_value());
    CHECK_FALSE(current_call(desk)->acknowledgement_due);
  }
  SECTION("the customer is calm again") {
    Reading calm;
    calm.sentiment = Sentiment{0.1, Feeling::kNeutral, 0.9, "test"};
    say(7, Speaker::kCustomer, calm);
    CHECK_FALSE(find_change<CardShown>(say(8, Speaker::kAgent, Reading{})).has_value());
  }
  SECTION("not acknowledged") {
    const Outcome outcome = say(8, Speaker::kAgent, Reading{});
    REQUIRE(find_change<CardShown>(outcome).has_value());
    CHECK(find_change<CardShown>(outcome)->card.line == "Wat vervelend.");
  }
}

TEST_CASE_METHOD(DeskFixture, "What was heard is brought back once, when the agent arranges something") {
  report(0, CallEvent::kAnswered);
  Reading heard;
  heard.heard = {{"vrijdag met de kinderen weg", HeardKind::kPlan, {}, kNine, false}};
  say(5, Speaker::kCustomer, heard);
  REQUIRE(current_call(desk)->heard.size() == 1);
  Reading arranges;
  arranges.promises = {{"ik bel u morgen", kNine + absl::Hours(24)}};
  CHECK_FALSE(find_change<CardShown>(say(8, Speaker::kAgent, arranges)).has_value());
  for (int i = 0; i < 8; ++i) say(10 + i, Speaker::kCustomer, Reading{});
  const Outcome outcome = say(50, Speaker::kAgent, arranges);
  REQUIRE(find_change<CardShown>(outcome).has_value());
  CHECK(find_change<CardShown>(outcome)->card.kind == CardKind::kHeard);
  CHECK(current_call(desk)->heard[0].brought_back);
  CHECK_FALSE(find_change<CardShown>(say(200, Speaker::kAgent, arranges)).has_value());
}

TEST_CASE_METHOD(DeskFixture, "Advice alone brings nothing back; the log says what was held back") {
  report(0, CallEvent::kAnswered);
  Reading heard;
  heard.heard = {{"vrijdag met de kinderen weg", HeardKind::kPlan, {}, kNine, false}};
  say(5, Speaker::kCustomer, heard);
  for (int i = 0; i < 8; ++i) say(10 + i, Speaker::kCustomer, Reading{});
  Reading advises;
  advises.advises_or_closes = true;
  const Outcome outcome = say(50, Speaker::kAgent, advises);
  CHECK_FALSE(find_change<CardShown>(outcome).has_value());
  REQUIRE(find_change<CardHeldBack>(outcome).has_value());
  CHECK(find_change<CardHeldBack>(outcome)->card.line == "vrijdag met de kinderen weg");
  CHECK(desk.waiting.empty());
}

TEST_CASE_METHOD(DeskFixture, "A why the agent asks for is shown at once and costs no budget") {
  report(0, CallEvent::kAnswered);
  blame(10);
  happen(12, WhyChosen{"nl/terugbetaling"});
  REQUIRE(desk.card.has_value());
  CHECK(desk.card->kind == CardKind::kWhy);
  CHECK_FALSE(desk.card->unsolicited);
  CHECK(desk.card->expires == absl::InfiniteFuture());
  CHECK(current_call(desk)->attention.shown == 1);
}

TEST_CASE_METHOD(DeskFixture, "An urgent prompt comes at once, another waits until the screen is free") {
  report(0, CallEvent::kAnswered);
  blame(10);
  Prompt prompt{"p1", "Noor", "Bied een monteur voor morgen aan.", "storing", false, kNine + absl::Minutes(10)};
  happen(12, PromptPushed{prompt});
  CHECK(desk.card->kind == CardKind::kWe);
  CHECK(desk.prompts.size() == 1);
  Prompt urgent = prompt;
  urgent.id = "p2";
  urgent.urgent = true;
  happen(13, PromptPushed{urgent});
  CHECK(desk.card->kind == CardKind::kPrompt);
  CHECK(desk.card->source_id == "p2");
  CHECK(current_call(desk)->attention.shown == 1);
  happen(80, CardAnswerGiven{desk.card->id, CardAnswer::kUsed});
  REQUIRE(desk.card.has_value());
  CHECK(desk.card->source_id == "p1");
  happen(700, WokeUp{});
  CHECK_FALSE(desk.card.has_value());
}

TEST_CASE_METHOD(DeskFixture, "A prompt that waits for the budget comes by itself when nobody speaks") {
  report(0, CallEvent::kAnswered);
  blame(10);
  happen(12, PromptPushed{{"p1", "Noor", "Tekst", "reden", false, kNine + absl::Minutes(10)}});
  happen(14, CardAnswerGiven{desk.card->id, CardAnswer::kUsed});
  CHECK_FALSE(desk.card.has_value());
  REQUIRE(desk.wake == kNine + absl::Seconds(70));
  happen(70, WokeUp{});
  REQUIRE(desk.card.has_value());
  CHECK(desk.card->source_id == "p1");
}

TEST_CASE_METHOD(DeskFixture, "A card that waits during a hold does not keep the desk from being woken for the rest") {
  library.attention.card_lifetime = absl::Seconds(70);
  report(0, CallEvent::kAnswered);
  blame(10);
  Reading institute;
  institute.coach = {{"institute-1", CoachLabel::kInstitute, 1.0, "zo werkt dat"}};
  say(60, Speaker::kAgent, institute);
  REQUIRE(desk.waiting.size() == 1);
  report(61, CallEvent::kHeld);
  CHECK(desk.wake == kNine + absl::Seconds(70));
  happen(70, WokeUp{});
  CHECK(desk.wake == kNine + absl::Seconds(80));
  happen(80, WokeUp{});
  CHECK_FALSE(desk.card.has_value());
}

TEST_CASE_METHOD(DeskFixture, "A prompt pushed between calls is shown, and expires") {
  happen(0, PromptPushed{{"p1", "Noor", "Tekst", "reden", false, kNine + absl::Seconds(30)}});
  REQUIRE(desk.card.has_value());
  CHECK(desk.wake == kNine + absl::Seconds(30));
  happen(30, WokeUp{});
  CHECK_FALSE(desk.card.has_value());
  CHECK(happen(31, PromptPushed{{"p2", "Noor", "Tekst", "reden", false, kNine + absl::Seconds(30)}}).changes.empty());
}

TEST_CASE_METHOD(DeskFixture, "The card goes when the call ends") {
  report(0, CallEvent::kAnswered);
  blame(10);
  const Outcome outcome = report(20, CallEvent::kEnded);
  REQUIRE(find_change<CardGone>(outcome).has_value());
  CHECK(find_change<CardGone>(outcome)->reason == CardGoneReason::kCallEnded);
}

}  // namespace aandacht::domain
