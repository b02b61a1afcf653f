// Which teams a request is about.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "shared/security/caller.h"

namespace aandacht::rpc {

/// Whether a team is in it: those that are named, or all that the caller leads when none is.
///
/// PERMISSION_DENIED: a team is named that the caller does not lead.
template <typename Ids>
[[nodiscard]] absl::StatusOr<std::function<bool(const std::string&)>> teams_in(const security::Caller& caller,
                                                                               const Ids& team_ids) {
  const std::set<std::string> named(team_ids.begin(), team_ids.end());
  for (const std::string& team : named) {
    if (security::leads(caller, team)) continue;
    return absl::PermissionDeniedError(absl::StrCat("you do not lead the team \"", team, "\"; leave it out"));
  }
  return [caller, named](const std::string& team) {
    return named.empty() ? security::leads(caller, team) : named.contains(team);
  };
}

}  // namespace aandacht::rpc
