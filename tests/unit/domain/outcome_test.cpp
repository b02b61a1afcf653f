#include "shared/domain/bring_back.h"
#include "shared/domain/call_outcome.h"
#include "shared/domain/call_phase.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

Reading promises() {
  Reading reading;
  reading.promises = {{"ik bel u morgen", absl::FromUnixSeconds(1'790'100'000)}};
  return reading;
}

Reading refuses() {
  Reading reading;
  reading.refuses = true;
  return reading;
}

Reading content() {
  Reading reading;
  reading.content = true;
  return reading;
}

TEST_CASE("a call is solved when the customer says that it helps after something was offered", "[outcome]") {
  CallOutcome outcome = note_turn({}, Speaker::kAgent, promises(), CallPhase::kSolving);
  CHECK(outcome.solved == Verdict::kUnknown);
  CHECK(outcome.helpless == Verdict::kNo);
  outcome = note_turn(outcome, Speaker::kCustomer, content(), CallPhase::kSolving);
  CHECK(outcome.solved == Verdict::kYes);
  Reading more;
  more.asks_more = true;
  CHECK(note_turn(outcome, Speaker::kCustomer, more, CallPhase::kClosing).solved == Verdict::kUnknown);
  Reading complains;
  complains.discontent = true;
  CHECK(note_turn(outcome, Speaker::kCustomer, complains, CallPhase::kClosing).solved == Verdict::kNo);
}

TEST_CASE("politeness at the opening or after a refusal solves nothing", "[outcome]") {
  CHECK(note_turn({}, Speaker::kCustomer, content(), CallPhase::kOpening).solved == Verdict::kUnknown);
  const CallOutcome refused = note_turn({}, Speaker::kAgent, refuses(), CallPhase::kSolving);
  CHECK(note_turn(refused, Speaker::kCustomer, content(), CallPhase::kSolving).solved == Verdict::kUnknown);
}

TEST_CASE("a call is helpless from the second refusal that no promise answers", "[outcome]") {
  CallOutcome outcome = note_turn({}, Speaker::kAgent, refuses(), CallPhase::kSolving);
  CHECK(outcome.helpless == Verdict::kUnknown);
  outcome = note_turn(outcome, Speaker::kAgent, refuses(), CallPhase::kSolving);
  CHECK(outcome.helpless == Verdict::kYes);
  CallOutcome answered = note_turn({}, Speaker::kAgent, refuses(), CallPhase::kSolving);
  answered = note_turn(answered, Speaker::kAgent, promises(), CallPhase::kSolving);
  CHECK(answered.helpless == Verdict::kNo);
}

Reading refuses_for_good() {
  Reading reading = refuses();
  reading.refuses_firmly = true;
  return reading;
}

CallOutcome after(const std::vector<std::pair<Speaker, Reading>>& turns) {
  CallOutcome outcome;
  for (const auto& [speaker, reading] : turns) outcome = note_turn(outcome, speaker, reading, CallPhase::kSolving);
  return outcome;
}

TEST_CASE("a refusal for good that is confirmed makes a helpless call, whatever is promised beside it", "[outcome]") {
  constexpr Speaker kAgent = Speaker::kAgent;
  constexpr Speaker kCustomer = Speaker::kCustomer;
  Reading instead = promises();
  instead.offers_instead = true;
  Reading resigns;
  resigns.resigns = true;
  CHECK(after({{kAgent, refuses_for_good()}, {kAgent, promises()}}).helpless == Verdict::kNo);
  CHECK(after({{kAgent, refuses_for_good()}, {kAgent, refuses_for_good()}, {kAgent, promises()}}).helpless ==
        Verdict::kYes);
  CHECK(after({{kAgent, refuses_for_good()}, {kAgent, promises()}, {kCustomer, resigns}}).helpless == Verdict::kYes);
  const CallOutcome offered = after({{kAgent, refuses_for_good()}, {kAgent, instead}});
  CHECK(offered.helpless == Verdict::kYes);
  CHECK(offered.solved == Verdict::kNo);
  const CallOutcome pleased = note_turn(offered, kCustomer, content(), CallPhase::kSolving);
  CHECK(pleased.helpless == Verdict::kNo);
  CHECK(pleased.solved == Verdict::kYes);
  CHECK(after({{kCustomer, resigns}, {kAgent, promises()}}).helpless == Verdict::kNo);
}

TEST_CASE("a refusal that is taken back counts for half, one with a promise in the same breath too", "[outcome]") {
  constexpr Speaker kAgent = Speaker::kAgent;
  Reading takes_back = promises();
  takes_back.takes_back = true;
  CHECK(after({{kAgent, refuses_for_good()}, {kAgent, refuses_for_good()}, {kAgent, takes_back}}).helpless ==
        Verdict::kNo);
  Reading but = promises();
  but.refuses = true;
  but.refuses_firmly = true;
  CHECK(after({{kAgent, but}, {kAgent, but}}).helpless == Verdict::kNo);
}

TEST_CASE("thanks for what was tried do not solve a helpless call", "[outcome]") {
  CallOutcome outcome = after({{Speaker::kAgent, refuses_for_good()}, {Speaker::kAgent, refuses_for_good()}});
  outcome = note_turn(outcome, Speaker::kAgent, promises(), CallPhase::kSolving);
  CHECK(note_turn(outcome, Speaker::kCustomer, content(), CallPhase::kClosing).solved == Verdict::kNo);
}

TEST_CASE("a long story is still the opening, work at it is not", "[phase]") {
  CallPhase phase = CallPhase::kOpening;
  for (int turn = 1; turn <= 8; ++turn) phase = next_phase(phase, turn, Reading{});
  CHECK(phase == CallPhase::kOpening);
  CHECK(next_phase(phase, 9, Reading{}) == CallPhase::kSolving);
  CHECK(next_phase(CallPhase::kOpening, 3, promises()) == CallPhase::kSolving);
}

TEST_CASE("a call closes when somebody begins to, and opens up again for something new", "[phase]") {
  Reading closes;
  closes.closes = true;
  closes.advises_or_closes = true;
  CHECK(next_phase(CallPhase::kOpening, 2, closes) == CallPhase::kOpening);
  CHECK(next_phase(CallPhase::kSolving, 12, closes) == CallPhase::kClosing);
  CHECK(next_phase(CallPhase::kClosing, 13, closes) == CallPhase::kClosing);
  Reading more;
  more.asks_more = true;
  CHECK(next_phase(CallPhase::kClosing, 14, more) == CallPhase::kSolving);
  CHECK(next_phase(CallPhase::kClosing, 14, promises()) == CallPhase::kSolving);
  CHECK(next_phase(CallPhase::kClosing, 14, Reading{}) == CallPhase::kClosing);
}

Call call_with(HeardFact fact) {
  Call call;
  call.turns = 12;
  call.heard = {std::move(fact)};
  return call;
}

UtteranceSaid agent(std::string text, Reading reading) {
  reading.language = "nl";
  return {"c", "u", Speaker::kAgent, std::move(text), std::move(reading)};
}

TEST_CASE("what the agent speaks of already needs no card", "[bring-back]") {
  const HeardFact fact{"mijn dochter komt vrijdagmiddag", HeardKind::kPlan, absl::CivilDay(2026, 9, 25)};
  CHECK(speaks_of(fact, "dan heeft u de middag voor uw dochter", "nl"));
  CHECK_FALSE(speaks_of(fact, "ik bel u vrijdag om vier uur", "nl"));
  const Call call = call_with(fact);
  CHECK(bring_back(call, agent("ik bel u vrijdag om vier uur", promises())).now.size() == 1);
  const BringBack said = bring_back(call, agent("ik bel u morgen als uw dochter er is", promises()));
  CHECK(said.now.empty());
  CHECK(said.said_now.size() == 1);
}

TEST_CASE("at 'anything else' only what is to come returns, at goodbyes nothing", "[bring-back]") {
  const HeardFact plan{"wij trouwen zaterdag", HeardKind::kPlan, absl::CivilDay(2026, 9, 26),
                       absl::FromUnixSeconds(1'790'000'000)};
  const HeardFact constraint{"ik werk 's nachts", HeardKind::kConstraint};
  Reading offers;
  offers.offers_more = true;
  offers.closes = true;
  offers.advises_or_closes = true;
  CHECK(bring_back(call_with(plan), agent("kan ik verder nog iets doen", offers)).now.size() == 1);
  CHECK(bring_back(call_with(constraint), agent("kan ik verder nog iets doen", offers)).now.empty());
  offers.offers_more = false;
  CHECK(bring_back(call_with(plan), agent("een fijne dag verder", offers)).now.empty());
  CHECK(bring_back(call_with(plan), agent("een fijne dag verder", offers)).later.size() == 1);
}

}  // namespace
}  // namespace aandacht::domain
