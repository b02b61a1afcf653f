#include "shared/security/identity.h"

namespace aandacht::security {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::kAgent:
      return "agent";
    case Role::kSupervisor:
      return "supervisor";
    case Role::kIntegrator:
      return "integrator";
    case Role::kAdministrator:
      return "administrator";
  }
  return "";
}

std::optional<Role> role_named(std::string_view name) {
  for (const Role role : {Role::kAgent, Role::kSupervisor, Role::kIntegrator, Role::kAdministrator}) {
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

}  // namespace aandacht::security
