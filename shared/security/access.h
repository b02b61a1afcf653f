// Which rpc is for whom: one table.
#pragma once

#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "shared/security/caller.h"

namespace aandacht::security {

/// What of a request must fit the caller, beyond the role.
enum class Subject {
  kNothing,   ///< The request names nobody, or the service's own rules of teams decide.
  kOwnAgent,  ///< `agent_id`, where the caller is an agent, is the caller.
};

/// One rpc.
struct Access {
  std::string_view rpc;  ///< "aandacht.v1.DeskService/WatchDesk".
  bool agent = false;
  bool supervisor = false;
  bool integrator = false;
  bool administrator = false;
  Subject subject = Subject::kNothing;
};

/// Every rpc of the contracts, once.
[[nodiscard]] const std::vector<Access>& access_table();

/// Whether the caller may call this rpc at all.
///
/// PERMISSION_DENIED: the role is not for it, or the rpc is not in the table. The sentence says which roles are.
[[nodiscard]] absl::Status check_access(const Caller& caller, std::string_view rpc);

/// Whether the caller may name this agent in a request to this rpc. PERMISSION_DENIED: an agent who names another.
[[nodiscard]] absl::Status check_subject(const Caller& caller, std::string_view rpc, std::string_view agent_id);

}  // namespace aandacht::security
