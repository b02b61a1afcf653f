// Who calls, as the guard found them.
#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>

#include <string>

#include "absl/status/status.h"
#include "service/core/teams.h"
#include "shared/security/caller.h"

namespace aandacht::rpc {

/// The caller of a call that the guard let through. Without a guard somebody without a role, who may do everything.
[[nodiscard]] security::Caller caller_of(const grpc::ServerContextBase& context);

/// As the trail of looks names somebody: "Kim (kim)", or the id when there is no other name.
[[nodiscard]] std::string known_as(const security::Caller& caller);

/// Whether the caller may send this request to this rpc: an agent who names an agent_id names themselves. Every unary
/// handler is asked by serve_by(); streams ask for themselves. PERMISSION_DENIED: no.
[[nodiscard]] absl::Status check_request(const grpc::ServerContextBase& context,
                                         const google::protobuf::Message& request);

/// Whether the caller may see what belongs to this agent's calls: agents their own, supervisors those of the teams they
/// lead, others what their role lets them.
[[nodiscard]] bool may_see(const security::Caller& caller, const std::string& agent_id, const core::Teams& teams);

/// Whether the caller may know a desk's version, which also counts what its agent does for themselves: that agent.
[[nodiscard]] bool may_see_version(const security::Caller& caller);

}  // namespace aandacht::rpc
