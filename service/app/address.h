// Addresses to listen on.
#pragma once

#include <string>

#include "absl/status/status.h"

namespace aandacht::service_app {

/// INVALID_ARGUMENT: not "address:port" and not "unix:FILE". The message completes "listen …".
[[nodiscard]] absl::Status check_address(const std::string& address);

/// Whether only this machine reaches the address: 127.0.0.1, [::1], localhost or a unix socket. Other addresses of
/// 127.0.0.0/8 are not among them: gRPC does not take them for the machine's own.
[[nodiscard]] bool is_own_address(const std::string& address);

/// Whether this address can be listened on now; gRPC does not tell why it cannot.
///
/// UNAVAILABLE: something listens there already. PERMISSION_DENIED: a port that only root may take.
/// INVALID_ARGUMENT: no address of this machine.
[[nodiscard]] absl::Status check_free(const std::string& address);

}  // namespace aandacht::service_app
