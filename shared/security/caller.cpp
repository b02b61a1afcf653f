#include "shared/security/caller.h"

#include <algorithm>

namespace aandacht::security {

bool leads(const Caller& caller, const std::string& team) {
  if (!caller.role || *caller.role == Role::kAdministrator) return true;
  if (*caller.role != Role::kSupervisor) return false;
  return std::any_of(caller.teams.begin(), caller.teams.end(),
                     [&](const std::string& led) { return led == team || led == "*"; });
}

}  // namespace aandacht::security
