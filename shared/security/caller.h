// Who calls the service.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace aandacht::security {

enum class Role { kAgent, kSupervisor, kIntegrator, kAdministrator };

/// Somebody, as their token says. Never taken from a field of a request.
struct Caller {
  std::string id;                  ///< An agent's is the id of their desk. "unknown@ADDRESS" while tokens are off.
  std::string name;                ///< As people read it.
  std::optional<Role> role;        ///< Absent: tokens are off, and whoever reaches the service may do everything.
  std::vector<std::string> teams;  ///< Of a supervisor: whom they may see and push to. "*" is every team.

  bool operator==(const Caller&) const = default;
};

/// Whether this caller may see and push to this team ("" is the team of those in none): supervisors theirs,
/// administrators all, agents and integrators none; everybody while tokens are off.
[[nodiscard]] bool leads(const Caller& caller, const std::string& team);

}  // namespace aandacht::security
