// How unary calls are answered.
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <string>

#include "absl/status/statusor.h"
#include "service/core/commands.h"
#include "service/rpc/status.h"

namespace aandacht::rpc {

/// Ends the call at once.
inline grpc::ServerUnaryReactor* finish(grpc::ServerUnaryReactor* reactor, const absl::Status& status) {
  reactor->Finish(to_grpc(status));
  return reactor;
}

/// INVALID_ARGUMENT for an enumeration that is not given or not known here.
inline grpc::ServerUnaryReactor* refuse_enum(grpc::ServerUnaryReactor* reactor, const std::string& field) {
  return finish(reactor, absl::InvalidArgumentError(field + " is missing or not known here; send one of the contract's values"));
}

/// Answers with the desk's version after the commit. The response lives until the call is finished.
template <typename Response>
core::Done<core::Written> answer_written(grpc::ServerUnaryReactor* reactor, Response* response) {
  return [reactor, response](const absl::StatusOr<core::Written>& written) {
    if (written.ok()) {
      response->set_desk_version(written->version);
      response->set_duplicate(written->duplicate);
    }
    reactor->Finish(to_grpc(written.status()));
  };
}

}  // namespace aandacht::rpc
