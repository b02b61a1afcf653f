#include "shared/wire/calls.h"

#include "shared/wire/check.h"
#include "shared/wire/own.h"
#include "shared/wire/records.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

void put_times(const domain::Call& call, v1::DeskCall& message) {
  if (is_finite(call.rang)) *message.mutable_ring_time() = to_proto(call.rang);
  if (is_finite(call.answered)) *message.mutable_answer_time() = to_proto(call.answered);
  if (is_finite(call.held)) *message.mutable_hold_time() = to_proto(call.held);
  if (is_finite(call.ended)) *message.mutable_end_time() = to_proto(call.ended);
  if (is_finite(call.state_since)) *message.mutable_state_time() = to_proto(call.state_since);
  if (is_finite(call.wrap_up_ends)) *message.mutable_wrap_up_end_time() = to_proto(call.wrap_up_ends);
}

void put_tallies(const domain::Call& call, v1::DeskCall& message) {
  *message.mutable_attention() = to_proto(call.attention);
  for (const auto& [rule_id, use] : call.rule_uses) {
    v1::RuleUse& each = *message.add_rule_uses();
    each.set_rule_id(rule_id);
    each.set_shown_count(use.shown);
    if (is_finite(use.last)) *each.mutable_last_show_time() = to_proto(use.last);
  }
  for (const auto& [why_id, weight] : call.why_weights) {
    v1::WhyWeight& each = *message.add_why_weights();
    each.set_why_id(why_id);
    each.set_weight(weight);
  }
}

void take_times(const v1::DeskCall& message, Check& check, domain::Call& call) {
  const absl::Time never = absl::InfinitePast();
  call.rang = check.time("ring_time", message.has_ring_time(), message.ring_time(), never);
  call.answered = check.time("answer_time", message.has_answer_time(), message.answer_time(), never);
  call.held = check.time("hold_time", message.has_hold_time(), message.hold_time(), never);
  call.ended = check.time("end_time", message.has_end_time(), message.end_time(), never);
  call.state_since = check.time("state_time", message.has_state_time(), message.state_time(), never);
  call.wrap_up_ends = check.time("wrap_up_end_time", message.has_wrap_up_end_time(), message.wrap_up_end_time(),
                                 absl::InfiniteFuture());
}

void take_tallies(const v1::DeskCall& message, Check& check, domain::Call& call) {
  if (message.has_attention()) call.attention = check.take("attention", from_proto(message.attention()));
  for (const v1::RuleUse& each : message.rule_uses()) {
    domain::RuleUse& use = call.rule_uses[each.rule_id()];
    use.shown = each.shown_count();
    use.last =
        check.time("rule_uses.last_show_time", each.has_last_show_time(), each.last_show_time(), absl::InfinitePast());
  }
  for (const v1::WhyWeight& each : message.why_weights()) call.why_weights[each.why_id()] = each.weight();
}

}  // namespace

v1::CallSentiment to_proto(const domain::CallSentiment& sentiment) {
  v1::CallSentiment message;
  message.set_start(sentiment.start);
  message.set_end(sentiment.end);
  message.set_lowest(sentiment.lowest);
  message.set_trend(sentiment.trend);
  message.set_turn_count(sentiment.turns);
  message.set_feeling(to_proto(sentiment.feeling));
  message.mutable_scores()->Add(sentiment.scores.begin(), sentiment.scores.end());
  return message;
}

v1::HeardFact to_proto(const domain::HeardFact& fact) {
  v1::HeardFact message;
  message.set_words(fact.words);
  message.set_kind(to_proto(fact.kind));
  if (fact.day) *message.mutable_day() = to_proto(*fact.day);
  if (is_finite(fact.said)) *message.mutable_said_time() = to_proto(fact.said);
  message.set_brought_back(fact.brought_back);
  return message;
}

v1::RepeatContact to_proto(const domain::RepeatContact& contact) {
  v1::RepeatContact message;
  message.set_ordinal(contact.ordinal);
  message.set_about(contact.about);
  *message.mutable_span() = to_proto(contact.span);
  return message;
}

v1::Attention to_proto(const domain::Attention& attention) {
  v1::Attention message;
  message.set_shown_count(attention.shown);
  message.set_budget(attention.budget);
  if (is_finite(attention.last)) *message.mutable_last_show_time() = to_proto(attention.last);
  return message;
}

v1::CallOutcome to_proto(const domain::CallOutcome& outcome) {
  v1::CallOutcome message;
  message.set_solved(to_proto(outcome.solved));
  message.set_helpless(to_proto(outcome.helpless));
  message.set_refusal_count(outcome.refusals);
  message.set_offer_count(outcome.offers);
  message.set_refused_last(outcome.refused_last);
  message.set_helpless_weight(outcome.helpless_weight);
  return message;
}

v1::SpokenDay to_proto(const domain::SpokenDay& spoken) {
  v1::SpokenDay message;
  *message.mutable_day() = to_proto(spoken.day);
  message.set_speaker(to_proto(spoken.by));
  message.set_turn(spoken.turn);
  return message;
}

v1::Question to_proto(const domain::Question& question) {
  v1::Question message;
  message.set_words(question.words);
  message.set_utterance_id(question.utterance_id);
  message.set_confidence(question.confidence);
  message.set_why_id(question.why_id);
  message.set_group_id(question.group);
  return message;
}

v1::LateTurn to_proto(const domain::LateTurn& turn) {
  v1::LateTurn message;
  message.set_utterance_id(turn.utterance_id);
  message.set_words(turn.words);
  if (is_finite(turn.said)) *message.mutable_said_time() = to_proto(turn.said);
  return message;
}

v1::DeskCall to_proto(const domain::Call& call) {
  v1::DeskCall message;
  message.set_call_id(call.id);
  message.set_state(to_proto(call.state));
  message.set_direction(to_proto(call.direction));
  message.set_from(call.from);
  message.set_display_name(call.display_name);
  message.set_queue(call.queue);
  message.set_language(call.language);
  put_times(call, message);
  if (call.customer) *message.mutable_customer() = to_proto(*call.customer);
  if (call.repeat_contact) *message.mutable_repeat_contact() = to_proto(*call.repeat_contact);
  message.set_opening(call.opening);
  message.set_phase(to_proto(call.phase));
  message.set_turn_count(call.turns);
  if (call.sentiment != domain::CallSentiment{}) *message.mutable_sentiment() = to_proto(call.sentiment);
  for (const domain::HeardFact& fact : call.heard) *message.add_heard() = to_proto(fact);
  for (const domain::Promise& promise : call.promises) *message.add_promises() = to_proto(promise);
  put_tallies(call, message);
  if (call.question) *message.mutable_question() = to_proto(*call.question);
  if (call.outcome != domain::CallOutcome{}) *message.mutable_outcome() = to_proto(call.outcome);
  if (call.spoken_day) *message.mutable_spoken_day() = to_proto(*call.spoken_day);
  for (const domain::LateTurn& turn : call.late_turns) *message.add_late_turns() = to_proto(turn);
  message.set_heavy(call.heavy);
  *message.mutable_guess() = to_proto(call.guess);
  message.set_acknowledgement_due(call.acknowledgement_due);
  return message;
}

absl::StatusOr<domain::CallSentiment> from_proto(const v1::CallSentiment& message) {
  Check check;
  domain::CallSentiment sentiment;
  sentiment.start = message.start();
  sentiment.end = message.end();
  sentiment.lowest = message.lowest();
  sentiment.trend = message.trend();
  sentiment.turns = message.turn_count();
  sentiment.feeling = check.optional("feeling", message.feeling(), domain::Feeling::kNeutral);
  sentiment.scores.assign(message.scores().begin(), message.scores().end());
  return check.result(std::move(sentiment));
}

absl::StatusOr<domain::HeardFact> from_proto(const v1::HeardFact& message) {
  Check check;
  domain::HeardFact fact;
  fact.words = message.words();
  fact.kind = check.required("kind", message.kind());
  if (message.has_day()) fact.day = check.take("day", day_from_proto(message.day()));
  fact.said = check.time("said_time", message.has_said_time(), message.said_time(), absl::InfinitePast());
  fact.brought_back = message.brought_back();
  return check.result(std::move(fact));
}

absl::StatusOr<domain::RepeatContact> from_proto(const v1::RepeatContact& message) {
  Check check;
  domain::RepeatContact contact;
  contact.ordinal = message.ordinal();
  contact.about = message.about();
  contact.span = check.take("span", from_proto(message.span()));
  return check.result(std::move(contact));
}

absl::StatusOr<domain::Attention> from_proto(const v1::Attention& message) {
  Check check;
  domain::Attention attention;
  attention.shown = message.shown_count();
  attention.budget = message.budget();
  attention.last =
      check.time("last_show_time", message.has_last_show_time(), message.last_show_time(), absl::InfinitePast());
  return check.result(attention);
}

absl::StatusOr<domain::CallOutcome> from_proto(const v1::CallOutcome& message) {
  Check check;
  domain::CallOutcome outcome;
  outcome.solved = check.optional("solved", message.solved(), domain::Verdict::kUnknown);
  outcome.helpless = check.optional("helpless", message.helpless(), domain::Verdict::kUnknown);
  outcome.refusals = message.refusal_count();
  outcome.offers = message.offer_count();
  outcome.refused_last = message.refused_last();
  outcome.helpless_weight = message.helpless_weight();
  return check.result(std::move(outcome));
}

absl::StatusOr<domain::SpokenDay> from_proto(const v1::SpokenDay& message) {
  Check check;
  domain::SpokenDay spoken;
  spoken.day = check.take("day", day_from_proto(message.day()));
  spoken.by = check.required("speaker", message.speaker());
  spoken.turn = message.turn();
  return check.result(spoken);
}

absl::StatusOr<domain::Question> from_proto(const v1::Question& message) {
  return domain::Question{message.words(), message.utterance_id(), message.confidence(), message.why_id(),
                          message.group_id()};
}

absl::StatusOr<domain::LateTurn> from_proto(const v1::LateTurn& message) {
  Check check;
  domain::LateTurn turn{message.utterance_id(), message.words(), absl::InfinitePast()};
  turn.said = check.time("said_time", message.has_said_time(), message.said_time(), absl::InfinitePast());
  return check.result(std::move(turn));
}

absl::StatusOr<domain::Call> from_proto(const v1::DeskCall& message) {
  Check check;
  domain::Call call;
  call.id = message.call_id();
  call.state = check.required("state", message.state());
  call.direction = check.optional("direction", message.direction(), domain::CallDirection::kIncoming);
  call.from = message.from();
  call.display_name = message.display_name();
  call.queue = message.queue();
  call.language = message.language();
  take_times(message, check, call);
  if (message.has_customer()) call.customer = check.take("customer", from_proto(message.customer()));
  if (message.has_repeat_contact()) {
    call.repeat_contact = check.take("repeat_contact", from_proto(message.repeat_contact()));
  }
  call.opening = message.opening();
  call.phase = check.optional("phase", message.phase(), domain::CallPhase::kOpening);
  call.turns = message.turn_count();
  if (message.has_sentiment()) call.sentiment = check.take("sentiment", from_proto(message.sentiment()));
  call.heard = check.list<domain::HeardFact>("heard", message.heard(), from_proto);
  call.promises = check.list<domain::Promise>("promises", message.promises(), from_proto);
  take_tallies(message, check, call);
  if (message.has_question()) call.question = check.take("question", from_proto(message.question()));
  call.outcome = check.take("outcome", from_proto(message.outcome()));
  if (message.has_spoken_day()) call.spoken_day = check.take("spoken_day", from_proto(message.spoken_day()));
  call.late_turns = check.list<domain::LateTurn>("late_turns", message.late_turns(), from_proto);
  call.heavy = message.heavy();
  call.guess = check.take("guess", from_proto(message.guess()));
  call.acknowledgement_due = message.acknowledgement_due();
  return check.result(std::move(call));
}

}  // namespace aandacht::wire
