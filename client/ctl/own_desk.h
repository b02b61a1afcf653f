// An agent's desk as the commands see it that do what the agent does in the window.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "client/ctl/program.h"
#include "shared/domain/desk.h"
#include "shared/domain/own_acts.h"

namespace aandacht::ctl {

/// The desk as it is now; blocks for ten seconds at most. UNAVAILABLE, DEADLINE_EXCEEDED: the service is away.
[[nodiscard]] absl::StatusOr<domain::Desk> read_desk(const Session& session, const std::string& agent);

/// Does `act` for the agent and gives back the desk after it. Statuses are the service's (see own.proto).
[[nodiscard]] absl::StatusOr<domain::Desk> do_act(const Session& session, const std::string& agent,
                                                  const domain::OwnAct& act, Environment& environment);

}  // namespace aandacht::ctl
