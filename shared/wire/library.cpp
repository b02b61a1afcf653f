#include "shared/wire/library.h"

#include "shared/wire/check.h"

namespace aandacht::wire {

v1::Why to_proto(const domain::Why& why) {
  v1::Why message;
  message.set_id(why.id);
  message.set_language(why.language);
  message.set_topic(why.topic);
  message.set_spoken(why.spoken);
  for (const std::string& synonym : why.synonyms) message.add_synonyms(synonym);
  message.set_rule(why.rule);
  message.set_emotion(why.emotion);
  message.set_customer(why.customer);
  message.set_employee(why.employee);
  message.set_organisation(why.organisation);
  message.set_example(why.example);
  for (const std::string& queue : why.queues) message.add_queues(queue);
  message.set_author(why.author);
  return message;
}

v1::CoachRule to_proto(const domain::CoachRule& rule) {
  v1::CoachRule message;
  message.set_id(rule.id);
  message.set_language(rule.language);
  message.set_label(to_proto(rule.label));
  for (const std::string& phrase : rule.phrases) message.add_phrases(phrase);
  for (const std::string& phrase : rule.unless) message.add_unless(phrase);
  message.set_priority(rule.priority);
  message.set_author(rule.author);
  return message;
}

absl::StatusOr<domain::Why> from_proto(const v1::Why& message) {
  domain::Why why;
  why.id = message.id();
  why.language = message.language();
  why.topic = message.topic();
  why.spoken = message.spoken();
  why.synonyms = words(message.synonyms());
  why.rule = message.rule();
  why.emotion = message.emotion();
  why.customer = message.customer();
  why.employee = message.employee();
  why.organisation = message.organisation();
  why.example = message.example();
  why.queues = words(message.queues());
  why.author = message.author();
  return why;
}

absl::StatusOr<domain::CoachRule> from_proto(const v1::CoachRule& message) {
  Check check;
  domain::CoachRule rule;
  rule.id = message.id();
  rule.language = message.language();
  rule.label = check.required("label", message.label());
  rule.phrases = words(message.phrases());
  rule.unless = words(message.unless());
  rule.priority = message.priority();
  rule.author = message.author();
  return check.result(std::move(rule));
}

}  // namespace aandacht::wire
