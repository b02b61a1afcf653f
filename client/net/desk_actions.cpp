#include "client/net/desk_actions.h"

#include <utility>

#include "aandacht/v1/calls.pb.h"
#include "aandacht/v1/desk.pb.h"
#include "shared/wire/enums.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {

DeskActions::DeskActions(Outbox& outbox, base::Ids& ids, std::string agent_id, std::function<void()> wake)
    : outbox_(outbox), ids_(ids), agent_id_(std::move(agent_id)), wake_(std::move(wake)) {}

absl::Status DeskActions::report_call(const domain::CallReported& report, absl::Time occurred) {
  v1::ReportCallRequest request;
  request.set_event_id(ids_.next());
  request.set_agent_id(agent_id_);
  request.set_call_id(report.call_id);
  request.set_event(wire::to_proto(report.event));
  *request.mutable_occur_time() = wire::to_proto(occurred);
  request.set_from(report.from);
  request.set_display_name(report.display_name);
  request.set_direction(wire::to_proto(report.direction));
  request.set_queue(report.queue);
  request.set_language(report.language);
  wire::repair_text(request);
  return append(OutboxKind::kReportCall, request.event_id(), request.SerializeAsString());
}

absl::Status DeskActions::answer_card(const std::string& card_id, domain::CardAnswer answer) {
  v1::AnswerCardRequest request;
  request.set_event_id(ids_.next());
  request.set_agent_id(agent_id_);
  request.set_card_id(card_id);
  request.set_answer(wire::to_proto(answer));
  return append(OutboxKind::kAnswerCard, request.event_id(), request.SerializeAsString());
}

absl::Status DeskActions::show_why(const std::string& why_id) {
  v1::ShowWhyRequest request;
  request.set_event_id(ids_.next());
  request.set_agent_id(agent_id_);
  request.set_why_id(why_id);
  return append(OutboxKind::kShowWhy, request.event_id(), request.SerializeAsString());
}

absl::Status DeskActions::finish_wrap_up(const std::string& call_id) {
  v1::FinishWrapUpRequest request;
  request.set_event_id(ids_.next());
  request.set_agent_id(agent_id_);
  request.set_call_id(call_id);
  return append(OutboxKind::kFinishWrapUp, request.event_id(), request.SerializeAsString());
}

absl::Status DeskActions::pin_heard(const std::string& call_id, const std::string& utterance_id) {
  v1::PinHeardRequest request;
  request.set_event_id(ids_.next());
  request.set_agent_id(agent_id_);
  request.set_call_id(call_id);
  request.set_utterance_id(utterance_id);
  return append(OutboxKind::kPinHeard, request.event_id(), request.SerializeAsString());
}

absl::Status DeskActions::mark_heavy(const std::string& call_id, bool heavy) {
  v1::MarkHeavyRequest request;
  request.set_event_id(ids_.next());
  request.set_agent_id(agent_id_);
  request.set_call_id(call_id);
  request.set_heavy(heavy);
  return append(OutboxKind::kMarkHeavy, request.event_id(), request.SerializeAsString());
}

absl::Status DeskActions::append(OutboxKind kind, const std::string& id, const std::string& request) {
  const absl::Status status = outbox_.append(kind, id, request);
  if (status.ok() && wake_) {
    wake_();
  }
  return status;
}

}  // namespace aandacht::net
