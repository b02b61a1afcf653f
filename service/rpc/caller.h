// Who calls, as the guard found them.
#pragma once

#include <grpcpp/server_context.h>

#include "shared/security/caller.h"

namespace aandacht::rpc {

/// The caller of a call that the guard let through.
[[nodiscard]] security::Caller caller_of(const grpc::ServerContextBase& context);

}  // namespace aandacht::rpc
