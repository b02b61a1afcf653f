#include "shared/wire/events.h"

#include <variant>

#include "shared/wire/check.h"
#include "shared/wire/desk.h"
#include "shared/wire/own.h"
#include "shared/wire/records.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

void put(const domain::CallReported& report, v1::Event& message) {
  v1::CallReported& call = *message.mutable_call_reported();
  call.set_call_id(report.call_id);
  call.set_event(to_proto(report.event));
  call.set_from(report.from);
  call.set_display_name(report.display_name);
  call.set_direction(to_proto(report.direction));
  call.set_queue(report.queue);
  call.set_language(report.language);
  if (report.customer) *call.mutable_customer() = to_proto(*report.customer);
  if (report.load) *call.mutable_load() = to_proto(*report.load);
}

void put(const domain::UtteranceSaid& said, v1::Event& message) {
  v1::UtteranceSaid& utterance = *message.mutable_utterance_said();
  utterance.set_call_id(said.call_id);
  utterance.set_utterance_id(said.utterance_id);
  utterance.set_speaker(to_proto(said.speaker));
  utterance.set_text(said.text);
  *utterance.mutable_reading() = to_proto(said.reading);
}

void put(const domain::CardAnswerGiven& given, v1::Event& message) {
  message.mutable_card_answer_given()->set_card_id(given.card_id);
  message.mutable_card_answer_given()->set_answer(to_proto(given.answer));
}

void put(const domain::WhyChosen& chosen, v1::Event& message) {
  message.mutable_why_chosen()->set_why_id(chosen.why_id);
}

void put(const domain::PromptPushed& pushed, v1::Event& message) {
  *message.mutable_prompt_pushed()->mutable_prompt() = to_proto(pushed.prompt);
}

void put(const domain::WrapUpFinished& finished, v1::Event& message) {
  message.mutable_wrap_up_finished()->set_call_id(finished.call_id);
}

void put(const domain::HeardPinned& pinned, v1::Event& message) {
  message.mutable_heard_pinned()->set_call_id(pinned.call_id);
  message.mutable_heard_pinned()->set_utterance_id(pinned.utterance_id);
}

void put(const domain::CallMarkedHeavy& marked, v1::Event& message) {
  message.mutable_call_marked_heavy()->set_call_id(marked.call_id);
  message.mutable_call_marked_heavy()->set_heavy(marked.heavy);
}

void put(const domain::OwnActed& acted, v1::Event& message) {
  *message.mutable_own_acted()->mutable_act() = to_proto(acted.act);
}

void put(const domain::StoryWithdrawn& withdrawn, v1::Event& message) {
  message.mutable_story_withdrawn()->set_story_id(withdrawn.story_id);
}

void put(const domain::PromptRecalled& recalled, v1::Event& message) {
  message.mutable_prompt_recalled()->set_prompt_id(recalled.prompt_id);
}

void put(const domain::Watched& watched, v1::Event& message) {
  v1::Watched& all = *message.mutable_watched();
  for (const domain::Watcher& watcher : watched.watchers) *all.add_watchers() = to_proto(watcher);
}

void put(const domain::WokeUp&, v1::Event& message) { message.mutable_woke_up(); }

absl::StatusOr<domain::CallReported> take(const v1::CallReported& message) {
  Check check;
  domain::CallReported report;
  report.call_id = message.call_id();
  report.event = check.required("event", message.event());
  report.from = message.from();
  report.display_name = message.display_name();
  report.direction = check.optional("direction", message.direction(), domain::CallDirection::kIncoming);
  report.queue = message.queue();
  report.language = message.language();
  if (message.has_customer()) report.customer = check.take("customer", from_proto(message.customer()));
  if (message.has_load()) report.load = check.take("load", from_proto(message.load()));
  return check.result(std::move(report));
}

absl::StatusOr<domain::UtteranceSaid> take(const v1::UtteranceSaid& message) {
  Check check;
  domain::UtteranceSaid said;
  said.call_id = message.call_id();
  said.utterance_id = message.utterance_id();
  said.speaker = check.required("speaker", message.speaker());
  said.text = message.text();
  said.reading = check.take("reading", from_proto(message.reading()));
  return check.result(std::move(said));
}

decltype(domain::Event::what) take_kind(const v1::Event& message, Check& check) {
  switch (message.kind_case()) {
    case v1::Event::kCallReported:
      return check.take("call_reported", take(message.call_reported()));
    case v1::Event::kUtteranceSaid:
      return check.take("utterance_said", take(message.utterance_said()));
    case v1::Event::kCardAnswerGiven:
      return domain::CardAnswerGiven{message.card_answer_given().card_id(),
                                     check.required("card_answer_given.answer", message.card_answer_given().answer())};
    case v1::Event::kWhyChosen:
      return domain::WhyChosen{message.why_chosen().why_id()};
    case v1::Event::kPromptPushed:
      return domain::PromptPushed{check.take("prompt_pushed.prompt", from_proto(message.prompt_pushed().prompt()))};
    case v1::Event::kWrapUpFinished:
      return domain::WrapUpFinished{message.wrap_up_finished().call_id()};
    case v1::Event::kHeardPinned:
      return domain::HeardPinned{message.heard_pinned().call_id(), message.heard_pinned().utterance_id()};
    case v1::Event::kOwnActed:
      return domain::OwnActed{check.take("own_acted.act", from_proto(message.own_acted().act()))};
    case v1::Event::kStoryWithdrawn:
      return domain::StoryWithdrawn{message.story_withdrawn().story_id()};
    case v1::Event::kCallMarkedHeavy:
      return domain::CallMarkedHeavy{message.call_marked_heavy().call_id(), message.call_marked_heavy().heavy()};
    case v1::Event::kPromptRecalled:
      return domain::PromptRecalled{message.prompt_recalled().prompt_id()};
    case v1::Event::kWatched:
      return domain::Watched{check.list<domain::Watcher>("watched.watchers", message.watched().watchers(), from_proto)};
    case v1::Event::kWokeUp:
      return domain::WokeUp{};
    case v1::Event::KIND_NOT_SET:
      break;
  }
  check.fail("kind", "is missing or not known");
  return domain::WokeUp{};
}

}  // namespace

v1::Event to_proto(const domain::Event& event) {
  v1::Event message;
  message.set_id(event.id);
  if (is_finite(event.time)) *message.mutable_time() = to_proto(event.time);
  std::visit([&message](const auto& kind) { put(kind, message); }, event.what);
  return message;
}

absl::StatusOr<domain::Event> from_proto(const v1::Event& message) {
  Check check;
  domain::Event event;
  event.id = message.id();
  event.time = check.time("time", message.has_time(), message.time(), absl::InfinitePast());
  event.what = take_kind(message, check);
  return check.result(std::move(event));
}

}  // namespace aandacht::wire
