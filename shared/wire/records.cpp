#include "shared/wire/records.h"

#include "shared/wire/check.h"
#include "shared/wire/time.h"

namespace aandacht::wire {

v1::Promise to_proto(const domain::Promise& promise) {
  v1::Promise message;
  message.set_text(promise.text);
  if (promise.due && is_finite(*promise.due)) *message.mutable_due_time() = to_proto(*promise.due);
  message.set_state(to_proto(promise.state));
  message.set_by(to_proto(promise.by));
  return message;
}

v1::JourneyStep to_proto(const domain::JourneyStep& step) {
  v1::JourneyStep message;
  *message.mutable_day() = to_proto(step.day);
  message.set_stage(to_proto(step.stage));
  message.set_channel(step.channel);
  message.set_what(step.what);
  message.set_felt(to_proto(step.felt));
  if (step.promise) *message.mutable_promise() = to_proto(*step.promise);
  return message;
}

v1::Customer to_proto(const domain::Customer& customer) {
  v1::Customer message;
  message.set_external_id(customer.external_id);
  message.set_name(customer.name);
  for (const std::string& phone : customer.phones) message.add_phones(phone);
  message.set_since_year(customer.since_year);
  message.set_language(customer.language);
  message.set_address_form(to_proto(customer.address_form));
  for (const domain::JourneyStep& step : customer.journey) *message.add_journey() = to_proto(step);
  message.set_company(customer.company);
  return message;
}

v1::Sentiment to_proto(const domain::Sentiment& sentiment) {
  v1::Sentiment message;
  message.set_score(sentiment.score);
  message.set_feeling(to_proto(sentiment.feeling));
  message.set_confidence(sentiment.confidence);
  message.set_model(sentiment.model);
  return message;
}

absl::StatusOr<domain::Promise> from_proto(const v1::Promise& message) {
  Check check;
  domain::Promise promise;
  promise.text = message.text();
  if (message.has_due_time()) promise.due = check.take("due_time", from_proto(message.due_time()));
  promise.state = check.optional("state", message.state(), domain::PromiseState::kOpen);
  promise.by = check.optional("by", message.by(), domain::PromisedBy::kAgent);
  return check.result(std::move(promise));
}

absl::StatusOr<domain::JourneyStep> from_proto(const v1::JourneyStep& message) {
  Check check;
  domain::JourneyStep step;
  if (!message.has_day()) check.fail("day", "is missing");
  step.day = check.take("day", day_from_proto(message.day()));
  step.stage = check.required("stage", message.stage());
  step.channel = message.channel();
  step.what = message.what();
  step.felt = check.optional("felt", message.felt(), domain::Feeling::kNeutral);
  if (message.has_promise()) step.promise = check.take("promise", from_proto(message.promise()));
  return check.result(std::move(step));
}

absl::StatusOr<domain::Customer> from_proto(const v1::Customer& message) {
  Check check;
  domain::Customer customer;
  customer.external_id = message.external_id();
  customer.name = message.name();
  customer.phones = words(message.phones());
  customer.since_year = message.since_year();
  customer.language = message.language();
  customer.address_form = check.required("address_form", message.address_form());
  customer.journey = check.list<domain::JourneyStep>("journey", message.journey(), from_proto);
  customer.company = message.company();
  return check.result(std::move(customer));
}

absl::StatusOr<domain::Sentiment> from_proto(const v1::Sentiment& message) {
  Check check;
  domain::Sentiment sentiment;
  sentiment.score = message.score();
  sentiment.feeling = check.optional("feeling", message.feeling(), domain::Feeling::kNeutral);
  sentiment.confidence = message.confidence();
  sentiment.model = message.model();
  return check.result(std::move(sentiment));
}

}  // namespace aandacht::wire
