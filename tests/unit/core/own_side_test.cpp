// What an agent may know and decide about what is kept of them.
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using domain::CallEvent;
using domain::Grade;
using test::Awaited;
using test::CoreHouse;

namespace {

core::CoreOptions in_amsterdam() {
  core::CoreOptions options;
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &options.time_zone));
  return options;
}

core::Written act(CoreHouse& house, const std::string& id, domain::OwnAct what, const std::string& agent = "sanne") {
  Awaited<core::Written> answer;
  house.core().desks().record_act({id, agent, std::move(what), {house.clock().now(), {}}}, answer.callback());
  const auto written = answer.get();
  INFO(written.status());
  REQUIRE(written.ok());
  return *written;
}

void guess(CoreHouse& house, const std::string& call, domain::ThreeEs grades, const std::string& agent = "sanne") {
  act(house, "guess-" + call + "-" + std::to_string(static_cast<int>(grades.emotion)),
      domain::ExperienceGuessed{call, grades}, agent);
}

/// A call of five minutes with a minute of wrap-up.
void whole_call(CoreHouse& house, const std::string& call, bool heavy = false) {
  house.begin_call(call);
  house.advance(absl::Minutes(5));
  if (heavy) REQUIRE(house.tell(core::MarkHeavy{"heavy-" + call, "sanne", call, true, {house.clock().now(), {}}}).ok());
  REQUIRE(house.tell(house.report(call + "-ended", CallEvent::kEnded, call)).ok());
  guess(house, call, {Grade::kHigh, Grade::kMiddle, Grade::kLow});
  house.advance(absl::Seconds(50));
  REQUIRE(house.tell(core::FinishWrapUp{call + "-done", "sanne", call, {house.clock().now(), {}}}).ok());
}

domain::MyDay day(CoreHouse& house, std::optional<absl::CivilDay> of = std::nullopt) {
  const auto told = house.core().own_side().day("sanne", of);
  INFO(told.status());
  REQUIRE(told.ok());
  return *told;
}

std::int64_t count_of(const domain::MyDay& day, const std::string& kind) {
  for (const domain::StoredKind& stored : day.stored) {
    if (stored.kind == kind) return stored.count;
  }
  return -1;
}

std::int64_t forget(CoreHouse& house, const std::string& request) {
  Awaited<std::int64_t> answer;
  house.core().own_side().forget(request, "sanne", answer.callback());
  const auto gone = answer.get();
  INFO(gone.status());
  REQUIRE(gone.ok());
  return *gone;
}

std::size_t pieces(CoreHouse& house) {
  auto all = house.core().own_side().export_all("sanne");
  REQUIRE(all.ok());
  std::size_t count = 0;
  for (;;) {
    const auto piece = all->next();
    REQUIRE(piece.ok());
    if (!piece->has_value()) return count;
    ++count;
  }
}

}  // namespace

TEST_CASE("a day counts calls, heavy ones, time in calls with their wrap-up, and the agent's guesses") {
  CoreHouse house;
  whole_call(house, "c1");
  whole_call(house, "c2", true);
  const domain::MyDay told = day(house);
  CHECK(told.day == absl::CivilDay(2026, 3, 2));
  CHECK(told.calls == 2);
  CHECK(told.heavy_calls == 1);
  CHECK(told.handling == absl::Minutes(11) + absl::Seconds(40));
  REQUIRE(told.experiences.size() == 2);
  CHECK(told.experiences[0].call_id == "c2");
  CHECK(told.experiences[0].guess == domain::ThreeEs{Grade::kHigh, Grade::kMiddle, Grade::kLow});
  CHECK(told.earlier_experiences.empty());
  CHECK(count_of(told, "calls") == 2);
  CHECK(count_of(told, "guesses") == 2);
  CHECK(count_of(told, "acts") == 3);
}

TEST_CASE("two calls at once take their time once, and a call that still runs takes it until now") {
  CoreHouse house;
  house.begin_call("c1");
  house.advance(absl::Minutes(2));
  house.begin_call("c2");
  house.advance(absl::Minutes(3));
  CHECK(day(house).handling == absl::Minutes(5));
  house.advance(absl::Minutes(1));
  CHECK(day(house).handling == absl::Minutes(6));
}

TEST_CASE("a call that never ended counts five hours at most, on the days it lasted") {
  CoreHouse house;
  const absl::CivilDay first = day(house).day;
  const absl::Time midnight = absl::FromCivil(first + 1, absl::UTCTimeZone());
  house.advance(midnight - absl::Hours(2) - house.clock().now());
  house.begin_call("c1");
  house.advance(absl::Hours(24 * 9));
  CHECK(day(house, first).handling == absl::Hours(2));
  CHECK(day(house, first).calls == 1);
  CHECK(day(house, first + 1).handling == absl::Hours(3));
  CHECK(day(house, first + 1).calls == 0);
  CHECK(day(house, first + 2).handling == absl::ZeroDuration());
}

TEST_CASE("a day has 23 or 25 hours where the clock changes") {
  const auto told_on = [](absl::Time call, absl::CivilDay of) {
    CoreHouse house(in_amsterdam());
    house.advance(call - house.clock().now());
    whole_call(house, "c1");
    return day(house, of);
  };
  // In Amsterdam 29 March 2026 is from 23:00 to 22:00 UTC, and 25 October from 22:00 to 23:00.
  const absl::CivilDay spring(2026, 3, 29);
  const absl::CivilDay autumn(2026, 10, 25);
  const auto utc = [](absl::CivilMinute minute) { return absl::FromCivil(minute, absl::UTCTimeZone()); };
  CHECK(told_on(utc(absl::CivilMinute(2026, 3, 28, 22, 59)), spring).calls == 0);
  CHECK(told_on(utc(absl::CivilMinute(2026, 3, 28, 23, 0)), spring).calls == 1);
  CHECK(told_on(utc(absl::CivilMinute(2026, 3, 29, 21, 59)), spring).calls == 1);
  CHECK(told_on(utc(absl::CivilMinute(2026, 3, 29, 22, 0)), spring).calls == 0);
  CHECK(told_on(utc(absl::CivilMinute(2026, 10, 24, 22, 0)), autumn).calls == 1);
  CHECK(told_on(utc(absl::CivilMinute(2026, 10, 25, 22, 59)), autumn).calls == 1);
  CHECK(told_on(utc(absl::CivilMinute(2026, 10, 25, 23, 0)), autumn).calls == 0);
}

TEST_CASE("yesterday's guesses are the earlier ones, with what the customer answered beside them") {
  CoreHouse house;
  whole_call(house, "c1");
  house.advance(absl::Hours(24));
  whole_call(house, "c2");
  Awaited<core::Imported> imported;
  house.core().records().import_surveys("s1", {{"c1", 1, 3, 5}, {"unknown", 4, 0, 0}, {"bad", 6, 0, 0}, {"none"}},
                                        imported.callback());
  const auto answer = imported.get();
  REQUIRE(answer.ok());
  CHECK(answer->stored == 2);
  REQUIRE(answer->refusals.size() == 2);
  CHECK(answer->refusals[0].index == 2);
  CHECK(answer->refusals[1].index == 3);
  const domain::MyDay told = day(house);
  REQUIRE(told.experiences.size() == 1);
  CHECK(told.experiences[0].call_id == "c2");
  CHECK(told.experiences[0].answered == domain::ThreeEs{});
  REQUIRE(told.earlier_experiences.size() == 1);
  CHECK(told.earlier_experiences[0].answered == domain::ThreeEs{Grade::kLow, Grade::kMiddle, Grade::kHigh});
}

TEST_CASE("a deletion takes the agent's own side and leaves calls, and after a restart nothing is back") {
  CoreHouse house;
  whole_call(house, "c1", true);
  act(house, "choose", domain::HabitChosen{"own", "I hang up", "breathe out", ""});
  const std::size_t before = pieces(house);
  CHECK(forget(house, "forget-1") == 6);  // Three acts, the guess, the heavy call and the habit.
  CHECK(pieces(house) < before);
  for (int round = 0; round < 2; ++round) {
    const domain::MyDay told = day(house);
    CHECK(told.calls == 1);
    CHECK(told.heavy_calls == 0);
    CHECK(told.experiences.empty());
    CHECK(count_of(told, "calls") == 1);
    for (const char* kind : {"guesses", "heavy_calls", "resets", "habits", "acts", "votes"}) {
      INFO(kind);
      CHECK(count_of(told, kind) == 0);
    }
    CHECK_FALSE(house.desk().habits.current);
    CHECK(house.desk().fatigue.heavy.empty());
    house.restart();
  }
  CHECK(house.turns("c1").empty());
  CHECK(house.record("c1").freed != absl::InfinitePast());
}

TEST_CASE("cards that were answered are counted and exported, and stay with their call after a deletion") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(core::ShowWhy{"why", "sanne", "en/refund-time"}).ok());
  const std::string card = house.desk().card->id;
  const std::size_t before = pieces(house);
  REQUIRE(house.tell(core::AnswerCard{"answer", "sanne", card, domain::CardAnswer::kUsed}).ok());
  CHECK(count_of(day(house), "cards_answered") == 1);
  CHECK(pieces(house) == before + 1);
  forget(house, "forget-1");
  CHECK(count_of(day(house), "cards_answered") == 1);
  for (const char* kind : {"refusals", "stories", "questions"}) CHECK(count_of(day(house), kind) == 0);
}

TEST_CASE("a deletion leaves no moment at which a reset ended") {
  CoreHouse house;
  const auto awakenings = [&] {
    const auto events = house.events();
    return std::count_if(events.begin(), events.end(),
                         [](const auto& each) { return std::holds_alternative<domain::WokeUp>(each.what); });
  };
  whole_call(house, "c1");
  act(house, "ask", domain::ResetAsked{absl::Seconds(30), "en"});
  house.advance(absl::Minutes(5));
  REQUIRE(test::eventually([&] {
    house.core().poke();
    return house.desk().resets.past.size() == 1;
  }));
  REQUIRE(awakenings() > 0);
  forget(house, "forget-1");
  CHECK(awakenings() == 0);
  act(house, "ask-again", domain::ResetAsked{absl::Seconds(30), "en"});
  CHECK(house.desk().resets.current->id != "sanne/r2");
}

TEST_CASE("a deletion that is sent twice happens once, and what came after it stays") {
  CoreHouse house;
  whole_call(house, "c1");
  CHECK(forget(house, "forget-1") > 0);
  whole_call(house, "c2");
  CHECK(forget(house, "forget-1") == 0);
  CHECK(count_of(day(house), "guesses") == 1);
}

TEST_CASE("an act that was sent before a deletion and comes again after it changes nothing") {
  CoreHouse house;
  const domain::HabitChosen chosen{"own", "I hang up", "breathe out", ""};
  act(house, "choose", chosen);
  forget(house, "forget-1");
  CHECK(act(house, "choose", chosen).duplicate);
  CHECK_FALSE(house.desk().habits.current);
}

TEST_CASE("a deletion while a call is wrapped up takes guess and mark off the call") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(core::MarkHeavy{"heavy", "sanne", "call-1", true, {}}).ok());
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  guess(house, "call-1", {Grade::kHigh, Grade::kHigh, Grade::kHigh});
  forget(house, "forget-1");
  REQUIRE(house.desk().calls.size() == 1);
  CHECK(house.desk().calls[0].guess == domain::ThreeEs{});
  CHECK_FALSE(house.desk().calls[0].heavy);
}

TEST_CASE("somebody without a desk can be forgotten, and gets none by it") {
  CoreHouse house;
  CHECK(forget(house, "forget-1") == 0);
  CHECK(house.core().seats().find("sanne") == nullptr);
}

TEST_CASE("a store that fails forgets nothing and says to send it again") {
  CoreHouse house;
  whole_call(house, "c1");
  house.store().fail_next(1);
  Awaited<std::int64_t> answer;
  house.core().own_side().forget("forget-1", "sanne", answer.callback());
  CHECK(absl::IsUnavailable(answer.get().status()));
  CHECK(count_of(day(house), "guesses") == 1);
  CHECK(forget(house, "forget-1") > 0);
}

TEST_CASE("guesses that are older than 400 days are forgotten in the night, younger ones stay") {
  CoreHouse house;
  whole_call(house, "old");
  house.advance(absl::Hours(24 * 10));
  whole_call(house, "young");
  house.advance(absl::Hours(24 * 391));
  REQUIRE(test::eventually([&] {
    house.core().poke();
    return count_of(day(house), "guesses") == 1;
  }));
  CHECK(count_of(day(house), "heavy_calls") == 0);
  CHECK(day(house).earlier_experiences.front().call_id == "young");
}

TEST_CASE("who looked is told to the agent, once an hour for the same thing") {
  CoreHouse house;
  const auto look = [&](const std::string& what) {
    Awaited<bool> noted;
    house.core().own_side().note_look({"sanne", "unknown@10.0.0.1", what, "a complaint"}, noted.callback());
    REQUIRE(noted.get().ok());
  };
  look("turns c1");
  look("turns c1");
  house.advance(absl::Minutes(61));
  look("turns c1");
  look("turns c2");
  const auto looks = day(house).looks;
  REQUIRE(looks.size() == 3);
  CHECK(looks[0].what == "turns c2");
  CHECK(looks[0].who == "unknown@10.0.0.1");
  CHECK(looks[0].reason == "a complaint");
}

TEST_CASE("an id that no agent can have is refused everywhere") {
  CoreHouse house;
  CHECK(absl::IsInvalidArgument(house.core().own_side().day("", std::nullopt).status()));
  CHECK(absl::IsInvalidArgument(house.core().own_side().export_all("no body").status()));
  Awaited<std::int64_t> answer;
  house.core().own_side().forget("", "sanne", answer.callback());
  CHECK(absl::IsInvalidArgument(answer.get().status()));
}
