#include "client/net/desk_actions.h"

#include <utility>

#include "client/net/requests.h"

namespace aandacht::net {

DeskActions::DeskActions(Outbox& outbox, base::Ids& ids, std::string agent_id, std::function<void()> wake)
    : outbox_(outbox), ids_(ids), agent_id_(std::move(agent_id)), wake_(std::move(wake)) {}

absl::Status DeskActions::tell(const domain::Event& event) {
  const absl::StatusOr<Request> request = to_request(event, agent_id_);
  if (!request.ok()) return request.status();
  absl::Status status = outbox_.append(request->kind, event.id, request->bytes);
  if (status.ok() && wake_) wake_();
  return status;
}

absl::Status DeskActions::report_call(const domain::CallReported& report, absl::Time occurred) {
  return tell({ids_.next(), occurred, report});
}

absl::Status DeskActions::answer_card(const std::string& card_id, domain::CardAnswer answer) {
  return tell({ids_.next(), absl::InfinitePast(), domain::CardAnswerGiven{card_id, answer}});
}

absl::Status DeskActions::show_why(const std::string& why_id) {
  return tell({ids_.next(), absl::InfinitePast(), domain::WhyChosen{why_id}});
}

absl::Status DeskActions::finish_wrap_up(const std::string& call_id) {
  return tell({ids_.next(), absl::InfinitePast(), domain::WrapUpFinished{call_id}});
}

absl::Status DeskActions::pin_heard(const std::string& call_id, const std::string& utterance_id) {
  return tell({ids_.next(), absl::InfinitePast(), domain::HeardPinned{call_id, utterance_id}});
}

absl::Status DeskActions::mark_heavy(const std::string& call_id, bool heavy) {
  return tell({ids_.next(), absl::InfinitePast(), domain::CallMarkedHeavy{call_id, heavy}});
}

}  // namespace aandacht::net
