// Who sits at this machine.
#pragma once

#include <cstdlib>
#include <string>

namespace aandacht::supervisor {

/// As the desktop names them; empty when it does not. Nobody checks it: a service that requires tokens takes the name
/// in the token instead.
[[nodiscard]] inline std::string user_name() {
  const char* user = std::getenv("USER");
  return user == nullptr ? "" : user;
}

}  // namespace aandacht::supervisor
