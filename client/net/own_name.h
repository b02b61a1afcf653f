// The name of who uses this program, for showing it.
#pragma once

#include <string>

#include "absl/time/time.h"
#include "client/net/login.h"

namespace aandacht::net {

/// The name in the token that the service at `address` would be shown, or else its subject; nobody has checked the
/// token, so it is for the eyes only. Without a token: the login's own name, which may be empty. Reads files.
[[nodiscard]] std::string own_name(const Login& login, const std::string& address, absl::Time now);

}  // namespace aandacht::net
