#include "client/net/requests.h"

#include <optional>
#include <utility>

#include "aandacht/v1/calls.pb.h"
#include "aandacht/v1/desk.pb.h"
#include "aandacht/v1/own.pb.h"
#include "aandacht/v1/transcripts.pb.h"
#include "absl/strings/str_cat.h"
#include "shared/wire/enums.h"
#include "shared/wire/own.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

template <typename Message>
Request finish(OutboxKind kind, Message& message, const domain::Event& event, const std::string& agent_id) {
  message.set_event_id(event.id);
  message.set_agent_id(agent_id);
  if (wire::is_finite(event.time)) *message.mutable_occur_time() = wire::to_proto(event.time);
  wire::repair_text(message);
  return {kind, message.SerializeAsString()};
}

struct ToRequest {
  using Result = absl::StatusOr<Request>;
  const domain::Event& event;
  const std::string& agent_id;

  Result operator()(const domain::CallReported& what) const {
    v1::ReportCallRequest message;
    message.set_call_id(what.call_id);
    message.set_event(wire::to_proto(what.event));
    message.set_from(what.from);
    message.set_display_name(what.display_name);
    message.set_direction(wire::to_proto(what.direction));
    message.set_queue(what.queue);
    message.set_language(what.language);
    return finish(OutboxKind::kReportCall, message, event, agent_id);
  }
  Result operator()(const domain::CardAnswerGiven& what) const {
    v1::AnswerCardRequest message;
    message.set_card_id(what.card_id);
    message.set_answer(wire::to_proto(what.answer));
    return finish(OutboxKind::kAnswerCard, message, event, agent_id);
  }
  Result operator()(const domain::WhyChosen& what) const {
    v1::ShowWhyRequest message;
    message.set_why_id(what.why_id);
    return finish(OutboxKind::kShowWhy, message, event, agent_id);
  }
  Result operator()(const domain::WrapUpFinished& what) const {
    v1::FinishWrapUpRequest message;
    message.set_call_id(what.call_id);
    return finish(OutboxKind::kFinishWrapUp, message, event, agent_id);
  }
  Result operator()(const domain::HeardPinned& what) const {
    v1::PinHeardRequest message;
    message.set_call_id(what.call_id);
    message.set_utterance_id(what.utterance_id);
    return finish(OutboxKind::kPinHeard, message, event, agent_id);
  }
  Result operator()(const domain::CallMarkedHeavy& what) const {
    v1::MarkHeavyRequest message;
    message.set_call_id(what.call_id);
    message.set_heavy(what.heavy);
    return finish(OutboxKind::kMarkHeavy, message, event, agent_id);
  }
  Result operator()(const domain::UtteranceSaid& what) const {
    v1::StreamUtterancesRequest message;
    message.set_utterance_id(what.utterance_id);
    message.set_call_id(what.call_id);
    message.set_speaker(wire::to_proto(what.speaker));
    message.set_text(what.text);
    message.set_language(what.reading.language);
    if (wire::is_finite(event.time)) *message.mutable_said_time() = wire::to_proto(event.time);
    wire::repair_text(message);
    return Request{OutboxKind::kSayUtterance, message.SerializeAsString()};
  }
  Result operator()(const domain::OwnActed& what) const {
    v1::RecordActRequest message;
    *message.mutable_act() = wire::to_proto(what.act);
    return finish(OutboxKind::kRecordAct, message, event, agent_id);
  }
  Result operator()(const domain::PromptPushed&) const { return not_told(); }
  Result operator()(const domain::StoryWithdrawn&) const { return not_told(); }
  Result operator()(const domain::PromptRecalled&) const { return not_told(); }
  Result operator()(const domain::Watched&) const { return not_told(); }
  Result operator()(const domain::WokeUp&) const { return not_told(); }

 private:
  static absl::Status not_told() { return absl::InvalidArgumentError("not an event that an outbox tells"); }
};

using What = std::optional<decltype(domain::Event::what)>;

What what_of(const v1::ReportCallRequest& message) {
  const auto event = wire::from_proto(message.event());
  if (!event) return std::nullopt;
  const auto direction = wire::from_proto(message.direction()).value_or(domain::CallDirection::kIncoming);
  return domain::CallReported{message.call_id(), *event,          message.from(),     message.display_name(),
                              direction,         message.queue(), message.language(), std::nullopt};
}

What what_of(const v1::AnswerCardRequest& message) {
  const auto answer = wire::from_proto(message.answer());
  if (!answer) return std::nullopt;
  return domain::CardAnswerGiven{message.card_id(), *answer};
}

What what_of(const v1::ShowWhyRequest& message) { return domain::WhyChosen{message.why_id()}; }

What what_of(const v1::FinishWrapUpRequest& message) { return domain::WrapUpFinished{message.call_id()}; }

What what_of(const v1::PinHeardRequest& message) {
  return domain::HeardPinned{message.call_id(), message.utterance_id()};
}

What what_of(const v1::MarkHeavyRequest& message) {
  return domain::CallMarkedHeavy{message.call_id(), message.heavy()};
}

What what_of(const v1::RecordActRequest& message) {
  absl::StatusOr<domain::OwnAct> act = wire::from_proto(message.act());
  if (!act.ok()) return std::nullopt;
  return domain::OwnActed{*std::move(act)};
}

absl::Status not_such(const OutboxItem& item) {
  return absl::InvalidArgumentError(absl::StrCat("not a ", std::string(name(item.kind)), " request"));
}

absl::StatusOr<ToldEvent> read_utterance(const OutboxItem& item) {
  v1::StreamUtterancesRequest message;
  if (!message.ParseFromString(item.request)) return not_such(item);
  const auto speaker = wire::from_proto(message.speaker());
  if (!speaker) return not_such(item);
  domain::UtteranceSaid said{message.call_id(), message.utterance_id(), *speaker, message.text(), {}};
  said.reading.language = message.language();
  ToldEvent told{"", {item.id, item.appended, std::move(said)}};
  if (message.has_said_time()) told.event.time = wire::from_proto(message.said_time()).value_or(item.appended);
  return told;
}

template <typename Message>
absl::StatusOr<ToldEvent> read(const OutboxItem& item) {
  Message message;
  What what;
  if (message.ParseFromString(item.request)) what = what_of(message);
  if (!what) return not_such(item);
  ToldEvent told{message.agent_id(), {item.id, item.appended, *std::move(what)}};
  if (message.has_occur_time()) told.event.time = wire::from_proto(message.occur_time()).value_or(item.appended);
  return told;
}

}  // namespace

absl::StatusOr<Request> to_request(const domain::Event& event, const std::string& agent_id) {
  return std::visit(ToRequest{event, agent_id}, event.what);
}

absl::StatusOr<ToldEvent> event_of(const OutboxItem& item) {
  switch (item.kind) {
    case OutboxKind::kReportCall:
      return read<v1::ReportCallRequest>(item);
    case OutboxKind::kAnswerCard:
      return read<v1::AnswerCardRequest>(item);
    case OutboxKind::kShowWhy:
      return read<v1::ShowWhyRequest>(item);
    case OutboxKind::kFinishWrapUp:
      return read<v1::FinishWrapUpRequest>(item);
    case OutboxKind::kPinHeard:
      return read<v1::PinHeardRequest>(item);
    case OutboxKind::kMarkHeavy:
      return read<v1::MarkHeavyRequest>(item);
    case OutboxKind::kSayUtterance:
      return read_utterance(item);
    case OutboxKind::kRecordAct:
      return read<v1::RecordActRequest>(item);
  }
  return absl::InvalidArgumentError("a kind of request that this program does not know");
}

}  // namespace aandacht::net
