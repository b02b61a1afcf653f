// Random records of a store, from a seed.
#pragma once

#include "service/store/store.h"
#include "tests/support/generate.h"

namespace aandacht::test {

inline store::CallRecord call_record(Generate& generate) {
  const domain::Call call = generate.call();
  store::CallRecord made;
  made.call_id = call.id;
  made.agent_id = generate.id("agent");
  made.state = call.state;
  made.from = call.from;
  made.customer_id = generate.coin() ? generate.id("customer") : "";
  made.queue = call.queue;
  made.rang = call.rang;
  made.answered = call.answered;
  made.ended = call.ended;
  made.turns = call.turns;
  made.sentiment = call.sentiment;
  return made;
}

inline store::TurnRecord turn_record(Generate& generate, const std::string& call_id) {
  const auto speaker = generate.one_of(domain::Speaker::kAgent);
  return {generate.id("utterance"),
          call_id,
          speaker,
          generate.text(),
          generate.language(),
          generate.time(),
          generate.maybe([&] { return generate.sentiment(); })};
}

inline store::CardRecord card_record(Generate& generate, const std::string& call_id) {
  store::CardRecord made{generate.card(),
                         generate.maybe([&] { return generate.one_of(domain::HoldBackReason::kNotAsked); }),
                         std::nullopt};
  made.card.call_id = call_id;
  if (!made.held_back && generate.coin()) made.answer = generate.one_of(domain::CardAnswer::kDoesNotFit);
  return made;
}

}  // namespace aandacht::test
