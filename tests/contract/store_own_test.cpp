// What is remembered about agents as such.
#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

constexpr domain::ThreeEs kGood{domain::Grade::kHigh, domain::Grade::kHigh, domain::Grade::kMiddle};
constexpr domain::ThreeEs kBad{domain::Grade::kLow, domain::Grade::kUnknown, domain::Grade::kLow};

absl::Time at(int second) { return absl::FromUnixSeconds(1700000000 + second); }

GuessRecord guess(const std::string& call, int second, const std::string& agent = "anna") {
  return {call, agent, at(second), kGood, kBad};
}

std::vector<domain::CallExperience> experiences(Store& store, const std::string& agent = "anna", int page_size = 0) {
  std::vector<domain::CallExperience> all;
  std::string token;
  do {
    const auto page = must_answer(store, [&](Reads& r) {
      return r.experiences(agent, absl::InfinitePast(), absl::InfiniteFuture(), page_size, token);
    });
    all.insert(all.end(), page.rows.begin(), page.rows.end());
    token = page.next;
  } while (!token.empty());
  return all;
}

std::int64_t count_of(Store& store, const std::string& kind, const std::string& agent = "anna") {
  for (const domain::StoredKind& stored : must_answer(store, [&](Reads& r) { return r.stored_kinds(agent); })) {
    if (stored.kind == kind) return stored.count;
  }
  return -1;
}

domain::Event acted(const std::string& id, domain::OwnAct act) { return {id, at(1), domain::OwnActed{std::move(act)}}; }

TeamHabitRecord habit(const std::string& id, const std::string& quarter = "2026-Q4") {
  return {id, "blue", quarter, "after " + id, "will " + id, ""};
}

std::vector<RankedHabit> list(Store& store, const std::string& agent = "anna") {
  return must_answer(store, [&](Reads& r) { return r.team_habits("blue", "2026-Q3", "2026-Q4", agent); });
}

AANDACHT_STORE_CONTRACT("a guess is replaced by a later one of the same call, and others do not see it") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) { return t.save_guess(guess("c1", 1)); });
  GuessRecord second = guess("c1", 1);
  second.guess = kBad;
  must_write(*store, [&](Transaction& t) { return t.save_guess(second); });
  CHECK(experiences(*store) == std::vector<domain::CallExperience>{{"c1", at(1), kBad, kBad, {}}});
  CHECK(experiences(*store, "bram").empty());
}

AANDACHT_STORE_CONTRACT("what the customer answered stands beside the guess, whichever came first") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) { return t.save_survey({"c1", kGood, at(0)}); });
  must_write(*store, [&](Transaction& t) { return t.save_guess(guess("c1", 1)); });
  must_write(*store, [&](Transaction& t) { return t.save_guess(guess("c2", 2)); });
  must_write(*store, [&](Transaction& t) { return t.save_survey({"c2", kBad, at(3)}); });
  must_write(*store, [&](Transaction& t) { return t.save_survey({"c3", kBad, at(3)}); });
  const auto read = experiences(*store);
  REQUIRE(read.size() == 2);
  CHECK(read[0].answered == kBad);
  CHECK(read[1].answered == kGood);
}

AANDACHT_STORE_CONTRACT("guesses come newest first, page by page, and only those of the span that is asked for") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 7; ++i) {
    must_write(*store, [&](Transaction& t) { return t.save_guess(guess("c" + std::to_string(i), i / 2)); });
  }
  const auto all = experiences(*store, "anna", 2);
  REQUIRE(all.size() == 7);
  CHECK(all.front().call_id == "c6");
  CHECK(all.back().call_id == "c0");
  const auto span = must_answer(*store, [&](Reads& r) { return r.experiences("anna", at(1), at(2), 0, ""); });
  REQUIRE(span.rows.size() == 2);
  CHECK(span.rows[0].call_id == "c3");
  CHECK(span.rows[1].call_id == "c2");
}

AANDACHT_STORE_CONTRACT("calls are found by when they were answered") {
  TestType engine;
  const auto store = engine.open();
  const auto save = [&](const std::string& id, int rang, int answered) {
    CallRecord call{.call_id = id, .agent_id = "anna", .rang = at(rang), .answered = at(answered), .freed = at(99)};
    must_write(*store, [&](Transaction& t) { return t.save_call(call); });
  };
  save("before", 0, 9);
  save("rang before", 5, 10);
  save("last", 18, 19);
  save("after", 18, 20);
  must_write(*store,
             [&](Transaction& t) { return t.save_call({.call_id = "missed", .agent_id = "anna", .rang = at(11)}); });
  const auto found = must_answer(*store, [&](Reads& r) { return r.answered_calls("anna", at(10), at(20)); });
  REQUIRE(found.size() == 2);
  CHECK(found[0].call_id == "rang before");
  CHECK(found[0].freed == at(99));
  CHECK(found[1].call_id == "last");
}

AANDACHT_STORE_CONTRACT("the same look twice within the quiet time is one line of the trail, another look is another") {
  TestType engine;
  const auto store = engine.open();
  const auto look = [&](int second, const std::string& who) {
    must_write(*store, [&](Transaction& t) {
      return t.append_look("anna", {at(second), who, "turns c1", ""}, absl::Seconds(60));
    });
  };
  look(0, "one");
  look(59, "one");
  look(30, "other");
  look(61, "one");
  const auto page = must_answer(*store, [](Reads& r) { return r.looks("anna", 0, ""); });
  REQUIRE(page.rows.size() == 3);
  CHECK(page.rows[0] == domain::Look{at(61), "one", "turns c1", ""});
  CHECK(page.rows[1].who == "other");
  CHECK(must_answer(*store, [](Reads& r) { return r.looks("bram", 0, ""); }).rows.empty());
}

AANDACHT_STORE_CONTRACT("own events are the agent's acts and heavy marks, without the words of calls") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) {
    CHECK(t.append_event("anna", wake("w1")).ok());
    CHECK(t.append_event("anna", acted("a1", domain::HabitDropped{})).ok());
    CHECK(t.append_event("anna", {"h1", at(2), domain::CallMarkedHeavy{"c1", true}}).ok());
    CHECK(t.append_event("anna", acted("forget", domain::OwnSideForgotten{})).ok());
    return t.append_event("bram", acted("a2", domain::HabitDropped{}));
  });
  const auto first = must_answer(*store, [](Reads& r) { return r.own_events("anna", 1, ""); });
  REQUIRE(first.rows.size() == 1);
  CHECK(first.rows[0].id == "a1");
  const auto second = must_answer(*store, [&](Reads& r) { return r.own_events("anna", 1, first.next); });
  REQUIRE(second.rows.size() == 1);
  CHECK(second.rows[0].id == "h1");
  CHECK(second.next.empty());
  CHECK(count_of(*store, "acts") == 2);
}

AANDACHT_STORE_CONTRACT("cards that an agent answered are theirs to read, page by page, without those they left") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) {
    for (const char* id : {"k1", "k2", "k3", "k4"}) {
      domain::Card card;
      card.id = id;
      CHECK(t.append_card({card, std::nullopt, std::nullopt}, id == std::string("k4") ? "bram" : "anna").ok());
    }
    CHECK(t.answer_card("bram", "k4", domain::CardAnswer::kUsed).ok());
    CHECK(t.answer_card("anna", "k1", domain::CardAnswer::kUsed).ok());
    return t.answer_card("anna", "k3", domain::CardAnswer::kDoesNotFit);
  });
  CHECK(count_of(*store, "cards_answered") == 2);
  const auto first = must_answer(*store, [](Reads& r) { return r.answered_cards("anna", 1, ""); });
  REQUIRE(first.rows.size() == 1);
  CHECK(first.rows[0].card.id == "k1");
  const auto second = must_answer(*store, [&](Reads& r) { return r.answered_cards("anna", 1, first.next); });
  REQUIRE(second.rows.size() == 1);
  CHECK(second.rows[0].card.id == "k3");
  CHECK(second.rows[0].answer == domain::CardAnswer::kDoesNotFit);
  CHECK(second.next.empty());
}

AANDACHT_STORE_CONTRACT("who is forgotten has nothing left, keeps calls and looks, and no old act comes in again") {
  TestType engine;
  auto store = engine.open();
  must_write(*store, [&](Transaction& t) {
    CHECK(t.save_call({.call_id = "c1", .agent_id = "anna", .rang = at(0)}).ok());
    CHECK(t.append_event("anna", acted("a1", domain::HabitDropped{})).ok());
    CHECK(t.append_event("anna", wake("w1")).ok());
    CHECK(t.append_event("bram", wake("w2")).ok());
    CHECK(t.save_guess(guess("c1", 1)).ok());
    CHECK(t.save_guess(guess("c2", 1, "bram")).ok());
    CHECK(t.save_heavy_call("anna", at(1)).ok());
    CHECK(t.save_heavy_call("anna", at(1)).ok());
    CHECK(t.append_look("anna", {at(2), "x", "turns c1", ""}, absl::ZeroDuration()).ok());
    CHECK(t.add_team_habit(habit("h1")).ok());
    CHECK(t.count_put_forward("anna", "2026-Q4").ok());
    return t.save_habit_votes("anna", "2026-Q4", {"h1"});
  });
  std::int64_t gone = 0;
  must_write(*store, [&](Transaction& t) {
    const auto forgotten = t.forget_agent("anna");
    gone = forgotten.value_or(-1);
    return forgotten.status();
  });
  CHECK(gone == 5);  // The act, the guess, the heavy call, the vote and the quota.
  store.reset();
  store = engine.open();
  CHECK(experiences(*store).empty());
  CHECK(experiences(*store, "bram").size() == 1);
  for (const char* kind : {"guesses", "heavy_calls", "acts", "votes"}) CHECK(count_of(*store, kind) == 0);
  CHECK(count_of(*store, "calls") == 1);
  CHECK(count_of(*store, "looks") == 1);
  // Not even when the desk woke up by itself, which is when a reset ended.
  CHECK(must_answer(*store, [](Reads& r) { return r.events("anna", 0, 9); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.events("bram", 0, 9); }).size() == 1);
  CHECK(list(*store).size() == 1);  // The team's, and nobody's.
  CHECK(knows(*store, "a1"));
  CHECK(absl::IsAlreadyExists(
      store->write([&](Transaction& t) { return t.append_event("anna", acted("a1", domain::HabitDropped{})); })));
}

AANDACHT_STORE_CONTRACT(
    "votes count three, two and one, a second vote replaces the first, and own ranks are one's own") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) {
    for (const char* id : {"h1", "h2", "h3", "h4"}) CHECK(t.add_team_habit(habit(id)).ok());
    CHECK(t.save_habit_votes("anna", "2026-Q4", {"h3"}).ok());
    CHECK(t.save_habit_votes("anna", "2026-Q4", {"h2", "h1", "h4"}).ok());
    CHECK(t.save_habit_votes("bram", "2026-Q4", {"h1"}).ok());
    return t.save_habit_votes("bram", "2026-Q3", {"h4"});
  });
  CHECK(absl::IsAlreadyExists(store->write([](Transaction& t) { return t.add_team_habit(habit("h1")); })));
  const auto ranked = list(*store);
  REQUIRE(ranked.size() == 4);
  CHECK(ranked[0] == RankedHabit{habit("h1"), 5, 2});
  CHECK(ranked[1] == RankedHabit{habit("h2"), 3, 1});
  CHECK(ranked[2] == RankedHabit{habit("h4"), 1, 3});
  CHECK(ranked[3] == RankedHabit{habit("h3"), 0, 0});
  CHECK(must_answer(*store, [](Reads& r) { return r.habit_voters("blue", "2026-Q4"); }).size() == 2);
  CHECK(must_answer(*store, [](Reads& r) { return r.habit_voters("red", "2026-Q4"); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.habit_votes("anna"); }).size() == 3);
  must_write(*store, [](Transaction& t) { return t.save_habit_votes("anna", "2026-Q4", {}); });
  CHECK(must_answer(*store, [](Reads& r) { return r.habit_votes("anna"); }).empty());
}

AANDACHT_STORE_CONTRACT("what is old is forgotten in steps, what is not yet old stays") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) {
    for (int i = 0; i < 5; ++i) {
      const std::string id = "c" + std::to_string(i);
      CHECK(t.save_guess(guess(id, i)).ok());
      CHECK(t.save_survey({id, kGood, at(i)}).ok());
      CHECK(t.save_heavy_call("anna", at(i)).ok());
      CHECK(t.append_look("anna", {at(i), "x", id, ""}, absl::ZeroDuration()).ok());
    }
    CHECK(t.add_team_habit(habit("old", "2026-Q2")).ok());
    CHECK(t.add_team_habit(habit("kept", "2026-Q2")).ok());
    CHECK(t.save_habit_votes("anna", "2026-Q2", {"old"}).ok());
    CHECK(t.save_habit_votes("anna", "2026-Q3", {"kept"}).ok());  // A vote carries a habit on.
    CHECK(t.count_put_forward("anna", "2026-Q2").ok());
    return t.count_put_forward("anna", "2026-Q3");
  });
  std::vector<int> steps;
  do {
    must_write(*store, [&](Transaction& t) {
      const auto gone = t.forget_own_records(at(3), "2026-Q3", 2);
      steps.push_back(gone.value_or(-1));
      return gone.status();
    });
  } while (steps.back() > 0 && steps.size() < 20);
  CHECK(steps.back() == 0);
  CHECK(steps.size() == 3);  // Two of each, the third of each, nothing.
  CHECK(experiences(*store).size() == 2);
  CHECK(experiences(*store)[1].answered == kGood);
  CHECK(count_of(*store, "heavy_calls") == 2);
  CHECK(count_of(*store, "looks") == 2);
  CHECK(must_answer(*store, [](Reads& r) { return r.habit_votes("anna"); }).size() == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.habit_quotas("anna"); }) ==
        std::vector<HabitQuota>{{"2026-Q3", 1}});
  const auto kept = list(*store);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].habit.id == "kept");
}

}  // namespace
}  // namespace aandacht::store
