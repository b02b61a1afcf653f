// What is said.
#include <algorithm>

#include "shared/domain/apply_parts.h"
#include "shared/domain/attention.h"
#include "shared/domain/bring_back.h"
#include "shared/domain/call_outcome.h"
#include "shared/domain/call_phase.h"
#include "shared/domain/cards.h"
#include "shared/domain/late_turns.h"
#include "shared/domain/question.h"
#include "shared/domain/sentiment_line.h"
#include "shared/domain/spoken_day.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostFacts = 12;
constexpr std::size_t kMostPromises = 12;
// A topic named three turns ago still counts for about a third.
constexpr double kWhyDecay = 0.7;
constexpr double kWhyDecayOfFiller = 0.95;
constexpr double kLeastWhyWeight = 0.02;
constexpr double kClearlyNegative = -0.25;

void remember_heard(Call& call, const Reading& reading) {
  for (const HeardFact& fact : reading.heard) {
    const auto same = [&](const HeardFact& known) { return known.words == fact.words; };
    const bool known = std::any_of(call.heard.begin(), call.heard.end(), same);
    if (!known && call.heard.size() < kMostFacts) call.heard.push_back(fact);
  }
}

void remember_promises(Call& call, const Reading& reading) {
  for (const Promise& promise : reading.promises) {
    const auto same = [&](const Promise& known) { return known.text == promise.text; };
    const bool known = std::any_of(call.promises.begin(), call.promises.end(), same);
    if (!known && call.promises.size() < kMostPromises) call.promises.push_back(promise);
  }
}

void weigh_whys(Call& call, const UtteranceSaid& said) {
  const Reading& reading = said.reading;
  // "ja", "hm-hm": nobody changed the subject.
  const double decay = is_real_answer(said.text) ? kWhyDecay : kWhyDecayOfFiller;
  for (auto& [id, weight] : call.why_weights) weight *= decay;
  for (const WhyMatch& match : reading.whys) call.why_weights[match.why_id] += match.score;
  std::erase_if(call.why_weights, [](const auto& entry) { return entry.second < kLeastWhyWeight; });
}

void take_sentiment(Call& call, const UtteranceSaid& said) {
  if (said.speaker != Speaker::kCustomer || !said.reading.sentiment) return;
  add_score(call.sentiment, *said.reading.sentiment);
  call.acknowledgement_due = said.reading.sentiment->score <= kClearlyNegative;
}

void take_in(Call& call, const UtteranceSaid& said) {
  if (said.speaker == Speaker::kCustomer) take_question(call, said.utterance_id, said.reading);
  ++call.turns;
  if (call.language.empty()) call.language = said.reading.language;
  call.phase = next_phase(call.phase, call.turns, said.reading);
  call.outcome = note_turn(call.outcome, said.speaker, said.reading, call.phase);
  take_sentiment(call, said);
  remember_heard(call, said.reading);
  remember_promises(call, said.reading);
  note_day(call, said.speaker, said.reading);
  weigh_whys(call, said);
  if (said.speaker == Speaker::kAgent && said.reading.acknowledges) call.acknowledgement_due = false;
}

// What was heard and is not shown now stays in the log; what the agent speaks of needs no card any more.
void note_heard(DeskDraft& draft, Call& call, const UtteranceSaid& said) {
  const BringBack heard = bring_back(call, said);
  for (const HeardFact& fact : heard.later) {
    draft.hold_back(heard_card(fact, call, said), HoldBackReason::kPhase);
  }
  for (const HeardFact& spoken : heard.said_now) {
    draft.hold_back(heard_card(spoken, call, said), HoldBackReason::kOutranked);
    for (HeardFact& fact : call.heard) fact.brought_back = fact.brought_back || fact.words == spoken.words;
  }
}

// Once a topic and call; without a use the rule may still speak.
void note_named_why(DeskDraft& draft, Call& call, const UtteranceSaid& said) {
  std::optional<Card> card = named_why_card(call, said, draft.library());
  if (!card) return;
  call.rule_uses.try_emplace(card->evidence.rule_id);
  draft.hold_back(*std::move(card), HoldBackReason::kNotAsked);
}

// Who has spoken again does not need the better sentence for what they said before.
void drop_overtaken(DeskDraft& draft, const std::string& call_id) {
  const auto overtaken = [&](const WaitingCard& w) {
    return w.card.call_id == call_id && (w.card.kind == CardKind::kWe || w.card.kind == CardKind::kWarmth);
  };
  for (const WaitingCard& waiting : draft.desk().waiting) {
    if (overtaken(waiting)) draft.note(CardHeldBack{waiting.card, HoldBackReason::kStale, false});
  }
  std::erase_if(draft.waiting(), overtaken);
}

}  // namespace

void apply_utterance(DeskDraft& draft, const UtteranceSaid& said) {
  const Call* known = find_call(draft.desk(), said.call_id);
  // On hold nothing is read or kept; the caller of apply() does not store it either.
  if (known == nullptr || known->state == CallState::kOnHold) return;
  Call& call = *draft.edit_call(said.call_id);
  remember_turn(call, said, draft.now());
  if (call.state == CallState::kRinging) {
    call.state = CallState::kInCall;  // Words came before the report of the answer.
    call.answered = draft.now();
  }
  take_in(call, said);
  draft.note(TurnTaken{said.call_id, said.utterance_id, said.speaker, said.text, said.reading.sentiment});
  if (call.state != CallState::kInCall) return;

  bool shown = false;
  const std::vector<Card> cards = cards_for(call, said, draft.library());
  note_heard(draft, call, said);
  note_named_why(draft, call, said);
  for (const Card& card : cards) {
    if (card.kind == CardKind::kWhy) call.rule_uses.try_emplace(card.evidence.rule_id);
  }
  // The moment to acknowledge is the agent's first real answer; later it would sound read out.
  if (said.speaker == Speaker::kAgent && is_real_answer(said.text)) {
    call.acknowledgement_due = false;
    drop_overtaken(draft, call.id);
  }
  for (Card card : cards) {
    const Call& current = *find_call(draft.desk(), said.call_id);
    const auto reason = hold_back(draft.desk(), current, card, draft.library(), draft.now());
    if (shown && (!reason || *reason == HoldBackReason::kTooSoon)) {
      draft.hold_back(std::move(card), HoldBackReason::kOutranked);
    } else {
      draft.offer(std::move(card));
      shown = shown || !reason;
    }
  }
}

}  // namespace aandacht::domain
