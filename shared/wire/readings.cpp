// What was read in an utterance; declared in events.h.
#include "shared/wire/calls.h"
#include "shared/wire/check.h"
#include "shared/wire/events.h"
#include "shared/wire/records.h"

namespace aandacht::wire {

v1::CoachMatch to_proto(const domain::CoachMatch& match) {
  v1::CoachMatch message;
  message.set_rule_id(match.rule_id);
  message.set_label(to_proto(match.label));
  message.set_score(match.score);
  message.set_evidence(match.evidence);
  return message;
}

v1::WhyMatch to_proto(const domain::WhyMatch& match) {
  v1::WhyMatch message;
  message.set_why_id(match.why_id);
  message.set_score(match.score);
  message.set_evidence(match.evidence);
  return message;
}

v1::QuestionMention to_proto(const domain::QuestionMention& mention) {
  v1::QuestionMention message;
  message.set_words(mention.words);
  message.set_score(mention.score);
  message.set_why_id(mention.why_id);
  message.set_group_id(mention.group);
  return message;
}

v1::Reading to_proto(const domain::Reading& reading) {
  v1::Reading message;
  message.set_language(reading.language);
  if (reading.sentiment) *message.mutable_sentiment() = to_proto(*reading.sentiment);
  for (const domain::CoachMatch& match : reading.coach) *message.add_coach() = to_proto(match);
  for (const domain::WhyMatch& match : reading.whys) *message.add_whys() = to_proto(match);
  message.set_asks_why(reading.asks_why);
  for (const domain::HeardFact& fact : reading.heard) *message.add_heard() = to_proto(fact);
  for (const domain::Promise& promise : reading.promises) *message.add_promises() = to_proto(promise);
  if (reading.question) *message.mutable_question() = to_proto(*reading.question);
  message.set_acknowledges(reading.acknowledges);
  message.set_advises_or_closes(reading.advises_or_closes);
  message.set_closes(reading.closes);
  message.set_content(reading.content);
  message.set_discontent(reading.discontent);
  message.set_asks_more(reading.asks_more);
  message.set_offers_more(reading.offers_more);
  message.set_refuses(reading.refuses);
  message.set_refuses_firmly(reading.refuses_firmly);
  message.set_offers_instead(reading.offers_instead);
  message.set_takes_back(reading.takes_back);
  message.set_resigns(reading.resigns);
  if (reading.names_day) *message.mutable_named_day() = to_proto(*reading.names_day);
  return message;
}

absl::StatusOr<domain::CoachMatch> from_proto(const v1::CoachMatch& message) {
  Check check;
  domain::CoachMatch match;
  match.rule_id = message.rule_id();
  match.label = check.required("label", message.label());
  match.score = message.score();
  match.evidence = message.evidence();
  return check.result(std::move(match));
}

absl::StatusOr<domain::WhyMatch> from_proto(const v1::WhyMatch& message) {
  return domain::WhyMatch{.why_id = message.why_id(), .score = message.score(), .evidence = message.evidence()};
}

absl::StatusOr<domain::QuestionMention> from_proto(const v1::QuestionMention& message) {
  return domain::QuestionMention{message.words(), message.score(), message.why_id(), message.group_id()};
}

absl::StatusOr<domain::Reading> from_proto(const v1::Reading& message) {
  Check check;
  domain::Reading reading;
  reading.language = message.language();
  if (message.has_sentiment()) reading.sentiment = check.take("sentiment", from_proto(message.sentiment()));
  reading.coach = check.list<domain::CoachMatch>("coach", message.coach(), from_proto);
  reading.whys = check.list<domain::WhyMatch>("whys", message.whys(), from_proto);
  reading.asks_why = message.asks_why();
  reading.heard = check.list<domain::HeardFact>("heard", message.heard(), from_proto);
  reading.promises = check.list<domain::Promise>("promises", message.promises(), from_proto);
  if (message.has_question()) reading.question = check.take("question", from_proto(message.question()));
  reading.acknowledges = message.acknowledges();
  reading.advises_or_closes = message.advises_or_closes();
  reading.closes = message.closes();
  reading.content = message.content();
  reading.discontent = message.discontent();
  reading.asks_more = message.asks_more();
  reading.offers_more = message.offers_more();
  reading.refuses = message.refuses();
  reading.refuses_firmly = message.refuses_firmly();
  reading.offers_instead = message.offers_instead();
  reading.takes_back = message.takes_back();
  reading.resigns = message.resigns();
  if (message.has_named_day()) reading.names_day = check.take("named_day", day_from_proto(message.named_day()));
  return check.result(std::move(reading));
}

}  // namespace aandacht::wire
