// What happened at a desk as a request of the outbox, and back.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "client/net/outbox.h"
#include "shared/domain/event.h"

namespace aandacht::net {

/// A request ready for Outbox::append.
struct Request {
  OutboxKind kind = OutboxKind::kReportCall;
  std::string bytes;
};

/// The request that tells of an event; its event_id is the event's id. A time of InfinitePast is left out. The customer
/// of a report is not sent: the service knows. Of an utterance the agent and, but for its language, the reading are
/// left out: the service knows whose call it is and reads by itself. Its event must have the utterance's id.
///
/// INVALID_ARGUMENT: an event that no client tells (a prompt, a wake-up).
[[nodiscard]] absl::StatusOr<Request> to_request(const domain::Event& event, const std::string& agent_id);

/// What an item tells.
struct ToldEvent {
  std::string agent_id;  ///< Empty for an utterance: whoever has the call.
  domain::Event event;
};

/// The event that an item tells of, without the customer; when it was left out, the time is that of appending.
///
/// INVALID_ARGUMENT: not such a request, or one that misses or has an unknown value.
[[nodiscard]] absl::StatusOr<ToldEvent> event_of(const OutboxItem& item);

}  // namespace aandacht::net
