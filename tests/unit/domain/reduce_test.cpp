// The promise that lets a stream of changes replace a stream of desks.
#include <random>

#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

Reading random_reading(std::mt19937& random) {
  Reading reading;
  const auto chance = [&](unsigned one_in) { return random() % one_in == 0; };
  if (chance(3))
    reading.coach = {
        {chance(2) ? "blame-1" : "institute-1", chance(2) ? CoachLabel::kBlame : CoachLabel::kInstitute, 1, "x"}};
  if (chance(3)) reading.whys = {{"nl/terugbetaling", 1.0, "x"}};
  if (chance(3))
    reading.sentiment = Sentiment{static_cast<double>(random() % 200) / 100 - 1, Feeling::kNeutral, 0.5, "m"};
  if (chance(4)) reading.heard = {{absl::StrCat("fact ", random() % 5), HeardKind::kPlan, {}, kNine, false}};
  if (chance(5)) reading.promises = {{absl::StrCat("promise ", random() % 5), {}, PromiseState::kOpen}};
  reading.asks_why = chance(4);
  reading.acknowledges = chance(4);
  reading.advises_or_closes = chance(4);
  return reading;
}

OwnAct random_act(std::mt19937& random, const Desk& desk, const std::string& call) {
  const std::string reset = desk.resets.current ? desk.resets.current->id : "x";
  const auto grade = [&] { return static_cast<Grade>(random() % 4); };
  switch (random() % 8) {
    case 0:
      return ResetAsked{absl::Seconds(30), "nl"};
    case 1:
      return ResetAnswered{reset, static_cast<ResetAnswer>(random() % 5), "nl"};
    case 2:
      return FullnessTold{reset, random() % 2 == 0, static_cast<int>(random() % 5) + 1};
    case 3:
      return HabitChosen{"own", "after", "will", ""};
    case 4:
      return HabitTicked{random() % 2 == 0 ? call : "", random() % 4 != 0};
    case 5:
      return RoutineAnswered{random() % 2 == 0};
    case 6:
      return ExperienceGuessed{call, {grade(), grade(), grade()}};
    default:
      return random() % 4 == 0 ? OwnAct(OwnSideForgotten{}) : OwnAct(SensitivitySet{1.2});
  }
}

decltype(Event::what) random_event(std::mt19937& random, const Desk& desk) {
  const std::string call = absl::StrCat("c", random() % 4);
  switch (random() % 12) {
    case 0:
    case 1: {
      CallReported report;
      report.call_id = call;
      report.event = static_cast<CallEvent>(random() % 5);
      report.language = "nl";
      return report;
    }
    case 2:
    case 3:
    case 4: {
      UtteranceSaid said{
          call, absl::StrCat("u", random()), random() % 2 == 0 ? Speaker::kAgent : Speaker::kCustomer, "t", {}};
      said.reading = random_reading(random);
      return said;
    }
    case 5:
      return CardAnswerGiven{desk.card ? desk.card->id : "x", static_cast<CardAnswer>(random() % 3)};
    case 6:
      if (random() % 2 == 0) return WhyChosen{"nl/terugbetaling"};
      return PromptPushed{
          {absl::StrCat("p", random() % 9), "s", "t", "r", random() % 3 == 0, desk.time + absl::Minutes(2)}};
    case 7: {
      const Call* known = find_call(desk, call);
      if (known == nullptr || known->late_turns.empty()) return HeardPinned{call, "u"};
      return HeardPinned{call, known->late_turns[random() % known->late_turns.size()].utterance_id};
    }
    case 8:
      return CallMarkedHeavy{call, random() % 3 != 0};
    case 9:
    case 10:
      return OwnActed{random_act(random, desk, call)};
    default:
      if (random() % 2 == 0) return WrapUpFinished{call};
      return WokeUp{};
  }
}

}  // namespace

TEST_CASE("Reducing the changes gives the desk that apply gave, whatever happens") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::mt19937 random(seed);
    DeskFixture fixture;
    Desk copy = fixture.desk;
    double seconds = 0;
    for (int step = 0; step < 120; ++step) {
      seconds += static_cast<double>(random() % 30) - 2;
      const Outcome outcome = fixture.happen(seconds, random_event(random, fixture.desk));
      if (outcome.changes.empty()) {
        REQUIRE(copy == fixture.desk);
        continue;
      }
      REQUIRE(reduce(copy, fixture.last));
      INFO("seed " << seed << " step " << step);
      REQUIRE(copy == fixture.desk);
    }
  }
}

TEST_CASE("Applying is deterministic and respects the budget, whatever happens") {
  for (unsigned seed = 100; seed <= 140; ++seed) {
    std::mt19937 random(seed);
    DeskFixture one;
    DeskFixture two;
    double seconds = 0;
    for (int step = 0; step < 100; ++step) {
      seconds += static_cast<double>(random() % 30);
      const auto event = random_event(random, one.desk);
      REQUIRE(one.happen(seconds, event).changes == two.happen(seconds, event).changes);
      for (const Call& call : one.desk.calls) REQUIRE(call.attention.shown <= call.attention.budget);
      REQUIRE(one.desk.calls.size() <= 8);
    }
    REQUIRE(one.desk == two.desk);
  }
}

TEST_CASE("A gap in the versions is refused and leaves the copy as it was") {
  DeskFixture fixture;
  Desk copy = fixture.desk;
  fixture.report(0, CallEvent::kRinging);
  fixture.report(1, CallEvent::kAnswered);
  CHECK_FALSE(reduce(copy, fixture.last));
  CHECK(copy.version == 0);
  CHECK(copy.calls.empty());
}

}  // namespace aandacht::domain
