// Whether a service is there for an agent, asked once.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace aandacht::net {

/// Opens the desk of `agent_id` at `server` ("127.0.0.1:7443") on a connection of its own and lets go after the first
/// message. Waits for that, at most `limit`: not for the thread that draws.
///
/// UNAVAILABLE, DEADLINE_EXCEEDED: nobody answers. NOT_FOUND, INVALID_ARGUMENT, PERMISSION_DENIED: this agent has no
/// desk there. UNAUTHENTICATED: it does not know who asks. Others: what answers is not this service.
[[nodiscard]] absl::Status try_service(const std::string& server, const std::string& agent_id, absl::Duration limit);

}  // namespace aandacht::net
