// What reports count is what is stored, however it came there.
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <tuple>

#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

constexpr absl::Duration kHour = absl::Hours(1);

absl::Time at(int second) { return absl::FromUnixSeconds(1700000000 + second); }

/// In whole scores of a sixteenth, so that sums are exact.
struct Figures {
  int turns = 0;
  double sum = 0;
  int negative = 0;
  int neutral = 0;
  int positive = 0;

  bool operator==(const Figures&) const = default;
};

using ByHour = std::map<std::tuple<absl::Time, std::string, std::string>, Figures>;  // Hour, team, why.

ByHour counted(Store& store) {
  ByHour figures;
  must_answer(store, [&](Reads& reads) -> absl::StatusOr<bool> {
    const absl::Status read = reads.sentiment_hours(absl::InfinitePast(), absl::InfiniteFuture(), [&](const auto& row) {
      Figures& sums = figures[{row.hour, row.team, row.why_id}];
      sums.turns += row.turns;
      sums.sum += row.sum;
      sums.negative += row.negative;
      sums.neutral += row.neutral;
      sums.positive += row.positive;
    });
    if (!read.ok()) return read;
    return true;
  });
  return figures;
}

/// The same out of the turns that are stored.
ByHour recounted(Store& store, const std::map<std::string, std::pair<std::string, std::string>>& team_and_why) {
  ByHour figures;
  for (const auto& [call_id, about] : team_and_why) {
    const auto turns = must_answer(store, [&](Reads& reads) { return reads.turns(call_id, 500, ""); });
    for (const TurnRecord& turn : turns.rows) {
      if (turn.speaker != domain::Speaker::kCustomer || !turn.sentiment) continue;
      const absl::Time hour = absl::UnixEpoch() + absl::Floor(turn.said - absl::UnixEpoch(), kHour);
      Figures& sums = figures[{hour, about.first, about.second}];
      ++sums.turns;
      sums.sum += turn.sentiment->score;
      sums.negative += turn.sentiment->feeling == domain::Feeling::kNegative ? 1 : 0;
      sums.neutral += turn.sentiment->feeling == domain::Feeling::kNeutral ? 1 : 0;
      sums.positive += turn.sentiment->feeling == domain::Feeling::kPositive ? 1 : 0;
    }
  }
  return figures;
}

TurnRecord turn(const std::string& id, const std::string& call, int second, double score,
                domain::Speaker speaker = domain::Speaker::kCustomer) {
  const auto felt = score < 0   ? domain::Feeling::kNegative
                    : score > 0 ? domain::Feeling::kPositive
                                : domain::Feeling::kNeutral;
  TurnRecord record{id, call, speaker, "woorden", "nl", at(second), std::nullopt};
  if (speaker == domain::Speaker::kCustomer) record.sentiment = domain::Sentiment{score, felt, 1, "test-1"};
  return record;
}

CallCount count_of(const std::string& call, const std::string& team, const std::string& agent = "anna") {
  return {call, agent, team, "Q", at(0)};
}

CardRecord card(const std::string& id, const std::string& call, int second, bool unsolicited = true) {
  domain::Card shown;
  shown.id = id;
  shown.call_id = call;
  shown.kind = domain::CardKind::kWe;
  shown.line = "wij";
  shown.shown = at(second);
  shown.unsolicited = unsolicited;
  return {shown, std::nullopt, std::nullopt};
}

std::vector<CountedCard> cards(Store& store) {
  std::vector<CountedCard> all;
  must_answer(store, [&](Reads& reads) -> absl::StatusOr<bool> {
    const absl::Status read = reads.counted_cards(absl::InfinitePast(), absl::InfiniteFuture(),
                                                  [&](const CountedCard& each) { all.push_back(each); });
    if (!read.ok()) return read;
    return true;
  });
  return all;
}

AANDACHT_STORE_CONTRACT("what is counted by hour, team and why is what the stored turns come to") {
  TestType engine;
  auto store = engine.open();
  std::map<std::string, std::pair<std::string, std::string>> about;  // Of all seeds: calls of earlier ones stay.
  for (const unsigned seed : {1U, 2U, 3U}) {
    std::mt19937 random(seed);
    for (int i = 0; i < 300; ++i) {
      const std::string call = "c" + std::to_string(seed) + "-" + std::to_string(random() % 12);
      auto& [team, why] = about.emplace(call, std::pair<std::string, std::string>()).first->second;
      const std::string id = call + "-" + std::to_string(i);
      const int what = static_cast<int>(random() % 10);
      must_write(*store, [&](Transaction& t) -> absl::Status {
        if (what == 0) {  // Turns may be there before the call is counted, and a call may move to another team.
          team = random() % 2 == 0 ? "blue" : "red";
          return t.save_call_count(count_of(call, team));
        }
        if (what == 1) {  // A later question is a better one.
          why = "w" + std::to_string(random() % 3);
          return t.save_question({call, "nl", absl::CivilDay(2023, 11, 14), "waarom", why, "g"});
        }
        const auto speaker = what == 2 ? domain::Speaker::kAgent : domain::Speaker::kCustomer;
        const double score = (static_cast<int>(random() % 33) - 16) / 16.0;
        if (absl::Status s = t.append_turn(turn(id, call, static_cast<int>(random() % 20000), score, speaker)); !s.ok())
          return s;
        if (what != 3) return absl::OkStatus();  // Words that go later change no count.
        domain::LateRedaction late;
        late.utterance_id = id;
        late.before = "woorden";
        late.redacted.text = "[iets]";
        return t.redact_turn(late);
      });
    }
    store.reset();
    store = engine.open();
    CHECK(counted(*store) == recounted(*store, about));
  }
}

AANDACHT_STORE_CONTRACT("a turn that is refused as known is not counted twice") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) { return t.append_turn(turn("u1", "c1", 5, -0.5)); });
  must_write(*store, [&](Transaction& t) {
    CHECK(absl::IsAlreadyExists(t.append_turn(turn("u1", "c1", 5, -0.5))));
    return absl::OkStatus();
  });
  REQUIRE(counted(*store).size() == 1);
  CHECK(counted(*store).begin()->second.turns == 1);
}

AANDACHT_STORE_CONTRACT("a card knows what the customer was like before and after it, whenever the turns came") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) -> absl::Status {
    CHECK(t.save_call_count(count_of("c1", "blue")).ok());
    // Of what was said up to the card the last three count: -0.5, -1, and 0 which comes late.
    CHECK(t.append_turn(turn("b1", "c1", 1, 1)).ok());
    CHECK(t.append_turn(turn("b2", "c1", 2, -0.5)).ok());
    CHECK(t.append_card(card("k1", "c1", 10), "anna").ok());
    CHECK(t.append_turn(turn("b3", "c1", 10, -1)).ok());
    CHECK(t.append_turn(turn("a1", "c1", 11, 0.25)).ok());
    CHECK(t.append_turn(turn("agent", "c1", 12, 0, domain::Speaker::kAgent)).ok());
    CHECK(t.append_turn(turn("a2", "c1", 13, 0.5)).ok());
    CHECK(t.append_turn(turn("a3", "c1", 14, 0.75)).ok());
    CHECK(t.append_turn(turn("a4", "c1", 15, -1)).ok());
    CHECK(t.append_turn(turn("late", "c1", 9, 0)).ok());
    return t.answer_card("anna", "k1", domain::CardAnswer::kUsed);
  });
  const auto told = cards(*store);
  REQUIRE(told.size() == 1);
  CHECK(told[0].used);
  CHECK(told[0].team == "blue");
  CHECK(told[0].agent_id == "anna");
  CHECK(*told[0].before == Approx(-0.5));
  CHECK(*told[0].after == Approx(0.5));
}

AANDACHT_STORE_CONTRACT("cards that were held back, or shown between calls, are not counted") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) -> absl::Status {
    CardRecord held = card("k1", "c1", 1);
    held.held_back = domain::HoldBackReason::kSilenced;
    CHECK(t.append_card(held, "anna").ok());
    CHECK(t.append_card(card("k2", "", 2), "anna").ok());
    return t.save_call_count(count_of("c1", "blue"));
  });
  CHECK(cards(*store).empty());
}

AANDACHT_STORE_CONTRACT("calls of a span come oldest first with team and why, page by page, and who took them") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 7; ++i) {
    must_write(*store, [&](Transaction& t) -> absl::Status {
      CallRecord call;
      call.call_id = "c" + std::to_string(i);
      call.agent_id = i % 2 == 0 ? "anna" : "bram";
      call.rang = at(i / 2);
      if (absl::Status s = t.save_call(call); !s.ok()) return s;
      return t.save_call_count(count_of(call.call_id, i % 2 == 0 ? "blue" : "red", call.agent_id));
    });
  }
  std::vector<std::string> ids;
  std::string token;
  do {
    const auto page = must_answer(*store, [&](Reads& r) { return r.calls_between(at(1), at(3), 2, token); });
    for (const CallOfTeam& call : page.rows) ids.push_back(call.call.call_id + call.team);
    token = page.next;
  } while (!token.empty());
  CHECK(ids == std::vector<std::string>{"c2blue", "c3red", "c4blue", "c5red"});
  CHECK(must_answer(*store, [&](Reads& r) { return r.agents_between(at(3), at(9)); }) ==
        std::vector<AgentOfTeam>{{"anna", "blue"}});
}

AANDACHT_STORE_CONTRACT("promises of a journey are counted anew with each change of the customer") {
  TestType engine;
  const auto store = engine.open();
  domain::Customer customer;
  customer.external_id = "k1";
  domain::JourneyStep step;
  step.day = absl::CivilDay(2026, 3, 1);
  step.what = "gebeld";
  step.promise = domain::Promise{"terugbellen", at(0), domain::PromiseState::kOpen, domain::PromisedBy::kAgent};
  customer.journey = {step, step};
  must_write(*store, [&](Transaction& t) { return t.save_customer(customer); });
  customer.journey.pop_back();
  customer.journey[0].promise->state = domain::PromiseState::kKept;
  must_write(*store, [&](Transaction& t) { return t.save_customer(customer); });
  std::vector<CountedPromise> promises;
  must_answer(*store, [&](Reads& reads) -> absl::StatusOr<bool> {
    const absl::Status read = reads.counted_promises([&](const CountedPromise& each) { promises.push_back(each); });
    if (!read.ok()) return read;
    return true;
  });
  CHECK(promises == std::vector<CountedPromise>{{step.day, at(0), domain::PromiseState::kKept}});
}

AANDACHT_STORE_CONTRACT("a journey step is noted once for each customer") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [&](Transaction& t) -> absl::Status {
    CHECK(t.note_journey_step("k1", "s1").ok());
    CHECK(absl::IsAlreadyExists(t.note_journey_step("k1", "s1")));
    return t.note_journey_step("k2", "s1");
  });
  CHECK(must_answer(*store, [](Reads& r) { return r.knows_journey_step("k1", "s1"); }));
  CHECK_FALSE(must_answer(*store, [](Reads& r) { return r.knows_journey_step("k1", "s2"); }));
}

}  // namespace
}  // namespace aandacht::store
