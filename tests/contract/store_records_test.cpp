// Calls, turns, cards, customers and whys.
#include <algorithm>
#include <map>

#include "tests/contract/access.h"
#include "tests/contract/engines.h"
#include "tests/support/generate_records.h"

namespace aandacht::store {
namespace {

domain::Customer customer(const std::string& id, std::vector<std::string> phones) {
  return {.external_id = id, .name = "Noor " + id, .phones = std::move(phones)};
}

std::string who_calls(Store& store, const std::string& phone) {
  const auto found = answer(store, [&](Reads& r) { return r.customer_by_phone(phone); });
  return found.ok() ? found->external_id : std::string(absl::StatusCodeToString(found.status().code()));
}

AANDACHT_STORE_CONTRACT("every call comes back as it was last saved") {
  TestType engine;
  const auto store = engine.open();
  test::Generate generate(41);
  for (int round = 0; round < 40; ++round) {
    CallRecord call = test::call_record(generate);
    must_write(*store, [&](Transaction& t) { return t.save_call(call); });
    call.state = domain::CallState::kEnded;
    call.turns += 1;
    must_write(*store, [&](Transaction& t) { return t.save_call(call); });
    CHECK(must_answer(*store, [&](Reads& r) { return r.call(call.call_id); }) == call);
  }
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.call("unknown"); }).status()));
}

AANDACHT_STORE_CONTRACT("the turns of a call come in the order they were said, whatever order they came in") {
  TestType engine;
  const auto store = engine.open();
  test::Generate generate(42);
  std::vector<TurnRecord> turns;
  for (int i = 0; i < 25; ++i) turns.push_back(test::turn_record(generate, "c1"));
  turns[7].said = turns[3].said;  // the same moment: as they came
  for (const TurnRecord& turn : turns) must_write(*store, [&](Transaction& t) { return t.append_turn(turn); });
  must_write(*store, [&](Transaction& t) { return t.append_turn(test::turn_record(generate, "c2")); });
  std::stable_sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) { return a.said < b.said; });

  std::vector<TurnRecord> read;
  std::string token;
  do {
    const auto page = must_answer(*store, [&](Reads& r) { return r.turns("c1", 10, token); });
    CHECK(page.rows.size() <= 10);
    read.insert(read.end(), page.rows.begin(), page.rows.end());
    token = page.next;
  } while (!token.empty());
  CHECK(read == turns);
}

AANDACHT_STORE_CONTRACT("a turn that was stored before is refused") {
  TestType engine;
  const auto store = engine.open();
  test::Generate generate(43);
  const TurnRecord turn = test::turn_record(generate, "c1");
  must_write(*store, [&](Transaction& t) { return t.append_turn(turn); });
  CHECK(absl::IsAlreadyExists(store->write([&](Transaction& t) { return t.append_turn(turn); })));
}

AANDACHT_STORE_CONTRACT("a turn that is redacted later has the new text everywhere, and nothing else changes") {
  TestType engine;
  const auto store = engine.open();
  domain::UtteranceSaid said{"c1", "u1", domain::Speaker::kCustomer, "ja nul zes twaalf morgen", {}};
  said.reading.heard = {{.words = "zes twaalf"}, {.words = "morgen"}};
  const TurnRecord turn{.utterance_id = "u1", .call_id = "c1", .text = said.text};
  const TurnRecord other{.utterance_id = "u2", .call_id = "c1", .text = said.text, .said = absl::FromUnixSeconds(9)};
  must_write(*store, [&](Transaction& t) {
    CHECK(t.append_event("anna", {"u1", absl::UnixEpoch(), said}).ok());
    CHECK(t.append_turn(turn).ok());
    return t.append_turn(other);
  });
  const domain::LateRedaction late{"u1", said.text, {"ja [phone] morgen", {}}};
  must_write(*store, [&](Transaction& t) { return t.redact_turn(late); });

  const auto turns = must_answer(*store, [](Reads& r) { return r.turns("c1", 10, ""); }).rows;
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].text == "ja [phone] morgen");
  CHECK(turns[1] == other);
  const auto events = must_answer(*store, [](Reads& r) { return r.events("anna", 0, 10); });
  REQUIRE(events.size() == 1);
  const auto& kept = std::get<domain::UtteranceSaid>(events[0].what);
  CHECK(kept.text == "ja [phone] morgen");
  REQUIRE(kept.reading.heard.size() == 1);
  CHECK(kept.reading.heard[0].words == "morgen");
  CHECK(absl::IsNotFound(store->write([](Transaction& t) { return t.redact_turn({"unknown", "a", {"b", {}}}); })));
}

AANDACHT_STORE_CONTRACT("a turn that is redacted later is also redacted where the call's cards and question quote it") {
  TestType engine;
  const auto store = engine.open();
  const TurnRecord turn{.utterance_id = "u1", .call_id = "c1", .text = "waarom nul zes twaalf"};
  domain::Card card{.id = "k1", .kind = domain::CardKind::kHeard, .line = "nul zes twaalf", .call_id = "c1"};
  card.evidence.words = turn.text;
  domain::Card other = card;
  other.call_id = "c2";
  must_write(*store, [&](Transaction& t) {
    CHECK(t.append_turn(turn).ok());
    CHECK(t.append_card({card, domain::HoldBackReason::kPhase, {}}, "anna").ok());
    CHECK(t.append_card({other, {}, {}}, "anna").ok());
    return t.save_question({"c1", "nl", absl::CivilDay(2026, 3, 2), turn.text, "", "g1"});
  });
  must_write(*store, [&](Transaction& t) { return t.redact_turn({"u1", turn.text, {"waarom [phone]", {}}}); });

  const auto cards = must_answer(*store, [](Reads& r) { return r.cards("c1"); });
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].card.evidence.words == "waarom [phone]");
  CHECK(cards[0].card.line.find("twaalf") == std::string::npos);
  CHECK(cards[0].held_back == domain::HoldBackReason::kPhase);
  CHECK(must_answer(*store, [](Reads& r) { return r.cards("c2"); }).at(0).card == other);
  const auto questions = must_answer(*store, [](Reads& r) { return r.questions(10, ""); }).rows;
  REQUIRE(questions.size() == 1);
  CHECK(questions[0].words == "waarom [phone]");
}

AANDACHT_STORE_CONTRACT("the cards of a call come in the order they were made, with reason and answer") {
  TestType engine;
  const auto store = engine.open();
  test::Generate generate(44);
  std::vector<CardRecord> cards;
  for (int i = 0; i < 20; ++i) {
    cards.push_back(test::card_record(generate, "c1"));
    must_write(*store, [&](Transaction& t) { return t.append_card(cards.back(), "anna"); });
  }
  CHECK(must_answer(*store, [](Reads& r) { return r.cards("c1"); }) == cards);
  CHECK(must_answer(*store, [](Reads& r) { return r.cards("c2"); }).empty());
}

AANDACHT_STORE_CONTRACT("a card that waited and was then shown is answered where it was shown") {
  TestType engine;
  const auto store = engine.open();
  CardRecord waited;
  waited.card.id = "card-1";
  waited.card.call_id = "c1";
  waited.held_back = domain::HoldBackReason::kTooSoon;
  must_write(*store, [&](Transaction& t) { return t.append_card(waited, "anna"); });
  const auto answer_it = [&](const char* agent) {
    return store->write([&](Transaction& t) { return t.answer_card(agent, "card-1", domain::CardAnswer::kUsed); });
  };
  CHECK(absl::IsNotFound(answer_it("anna")));
  CardRecord shown = waited;
  shown.held_back.reset();
  must_write(*store, [&](Transaction& t) { return t.append_card(shown, "anna"); });
  CHECK(absl::IsNotFound(answer_it("bob")));
  CHECK(answer_it("anna").ok());
  const auto cards = must_answer(*store, [](Reads& r) { return r.cards("c1"); });
  REQUIRE(cards.size() == 2);
  CHECK_FALSE(cards[0].answer.has_value());
  CHECK(cards[1].answer == domain::CardAnswer::kUsed);
}

AANDACHT_STORE_CONTRACT("a phone number finds who was saved with it last, and the one before when it is given up") {
  TestType engine;
  const auto store = engine.open();
  const auto save = [&](const domain::Customer& who) {
    must_write(*store, [&](Transaction& t) { return t.save_customer(who); });
  };
  save(customer("a", {"+31600000001", "+31600000002"}));
  CHECK(who_calls(*store, "+31600000001") == "a");
  save(customer("b", {"+31600000001"}));  // the number moved, or they share a house
  CHECK(who_calls(*store, "+31600000001") == "b");
  CHECK(who_calls(*store, "+31600000002") == "a");
  save(customer("b", {"+31600000003"}));
  CHECK(who_calls(*store, "+31600000001") == "a");
  CHECK(who_calls(*store, "+31600000003") == "b");
  save(customer("a", {}));
  CHECK(who_calls(*store, "+31600000001") == "NOT_FOUND");
  CHECK(who_calls(*store, "+31600000002") == "NOT_FOUND");
  CHECK(who_calls(*store, "") == "NOT_FOUND");
}

AANDACHT_STORE_CONTRACT("every customer and why comes back as it was saved last") {
  TestType engine;
  const auto store = engine.open();
  test::Generate generate(45);
  std::map<std::string, domain::Why> whys;
  for (int round = 0; round < 30; ++round) {
    domain::Customer who = generate.customer();
    domain::Why why = generate.why();
    why.id = "why-" + std::to_string(round % 20);
    must_write(*store, [&](Transaction& t) {
      CHECK(t.save_why(why).ok());
      return t.save_customer(who);
    });
    whys[why.id] = why;
    who.name += " (again)";
    must_write(*store, [&](Transaction& t) { return t.save_customer(who); });
    CHECK(must_answer(*store, [&](Reads& r) { return r.customer(who.external_id); }) == who);
  }
  std::vector<domain::Why> in_order;
  for (const auto& [id, why] : whys) in_order.push_back(why);
  CHECK(must_answer(*store, [](Reads& r) { return r.whys(); }) == in_order);
}

}  // namespace
}  // namespace aandacht::store
