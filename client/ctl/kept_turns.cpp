#include "client/ctl/kept_turns.h"

#include <grpcpp/channel.h>

#include <utility>
#include <vector>

#include "client/ctl/service.h"
#include "client/net/requests.h"

namespace aandacht::ctl {
namespace {

net::SenderOptions sends_within(absl::Duration limit) {
  net::SenderOptions options;
  options.call_timeout = limit;
  return options;
}

}  // namespace

KeptTurns::KeptTurns(std::unique_ptr<net::Outbox> outbox, std::shared_ptr<grpc::Channel> channel,
                     const base::Clock& clock)
    : channel_(std::move(channel)),
      clock_(clock),
      outbox_(std::move(outbox)),
      transport_(net::make_transport(channel_)),
      sleeper_(net::make_sleeper(net::bell_of(*outbox_))),
      sender_(std::make_unique<net::Sender>(*outbox_, *transport_, *sleeper_, clock_, sends_within(absl::Seconds(2)))) {
  sender_->start();
}

absl::StatusOr<std::unique_ptr<KeptTurns>> KeptTurns::open(const std::filesystem::path& file,
                                                           std::shared_ptr<grpc::Channel> channel,
                                                           const base::Clock& clock) {
  absl::StatusOr<std::unique_ptr<net::Outbox>> outbox = net::Outbox::open(file, clock);
  if (!outbox.ok()) return outbox.status();
  return std::unique_ptr<KeptTurns>(new KeptTurns(*std::move(outbox), std::move(channel), clock));
}

absl::Status KeptTurns::look_for_holds() {
  const absl::StatusOr<std::vector<net::OutboxItem>> items = outbox_->waiting(looked_until_);
  if (!items.ok()) return items.status();
  for (const net::OutboxItem& item : *items) {
    looked_until_ = item.sequence;
    const absl::StatusOr<net::ToldEvent> told = net::event_of(item);
    const auto* report = told.ok() ? std::get_if<domain::CallReported>(&told->event.what) : nullptr;
    if (report == nullptr) continue;
    if (report->event == domain::CallEvent::kHeld) {
      held_calls_.insert(report->call_id);
    } else {
      held_calls_.erase(report->call_id);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> KeptTurns::keep(const net::Utterance& turn) {
  if (absl::Status status = look_for_holds(); !status.ok()) return status;
  if (held_calls_.contains(turn.call_id)) return false;
  domain::UtteranceSaid said{turn.call_id, turn.id, turn.speaker, turn.text, {}};
  said.reading.language = turn.language;
  const absl::StatusOr<net::Request> request = net::to_request({turn.id, turn.said, std::move(said)}, "");
  if (!request.ok()) return request.status();
  if (absl::Status status = outbox_->append(request->kind, turn.id, request->bytes); !status.ok()) return status;
  sender_->wake();
  return true;
}

void KeptTurns::leave(absl::Duration patience) {
  sender_.reset();
  if (!can_connect(*channel_, patience)) return;
  transport_ = net::make_transport(channel_);  // The end of a sender cancels its own for good.
  net::Sender last(*outbox_, *transport_, *sleeper_, clock_, sends_within(patience));
  (void)last.flush(patience);
}

}  // namespace aandacht::ctl
