// Addresses to listen on.
#pragma once

#include <string>

#include "absl/status/status.h"

namespace aandacht::service_app {

/// INVALID_ARGUMENT: not "address:port", or an address that other machines reach. The message completes "listen …".
[[nodiscard]] absl::Status check_local_address(const std::string& address);

/// Whether this address can be listened on now; gRPC does not tell why it cannot.
///
/// UNAVAILABLE: something listens there already. PERMISSION_DENIED: a port that only root may take.
/// INVALID_ARGUMENT: no address of this machine.
[[nodiscard]] absl::Status check_free(const std::string& address);

}  // namespace aandacht::service_app
