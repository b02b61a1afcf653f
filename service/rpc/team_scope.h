// Which teams a request is about.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "service/core/teams.h"
#include "shared/security/caller.h"

namespace aandacht::rpc {

/// Whether a team is in it.
using TeamScope = std::function<bool(const std::string& team)>;

/// Whether something is kept of a team that no configuration names (any more). Fails as the store does.
using IsKept = std::function<absl::StatusOr<bool>(const std::string& team)>;

/// Those that are named, or all that the caller leads when none is. "" is the team of those in none, and always there.
///
/// \param is_kept  asked of teams that the caller leads and `teams` does not have; empty: of those there is nothing.
/// NOT_FOUND: a team is named that there is not, or, in the same words, that the caller does not lead; the sentence
/// says which they do. What `is_kept` fails with.
[[nodiscard]] absl::StatusOr<TeamScope> teams_in(const security::Caller& caller, const core::Teams& teams,
                                                 const std::set<std::string>& named, const IsKept& is_kept);

/// The same of a request that has team_ids.
template <typename Request>
[[nodiscard]] absl::StatusOr<TeamScope> teams_of(const Request& request, const security::Caller& caller,
                                                 const core::Teams& teams, const IsKept& is_kept = {}) {
  return teams_in(caller, teams, {request.team_ids().begin(), request.team_ids().end()}, is_kept);
}

}  // namespace aandacht::rpc
