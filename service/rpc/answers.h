// How unary calls are read and answered.
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "service/core/commands.h"
#include "service/rpc/caller.h"
#include "service/rpc/lenient.h"
#include "service/rpc/status.h"

namespace aandacht::rpc {

/// The answer to one call: fill the response, then finish once, from any thread. Copies are the same answer.
template <typename Response>
class Answer {
 public:
  Answer(grpc::ServerUnaryReactor* reactor, grpc::ByteBuffer* bytes, security::Caller caller)
      : open_(std::make_shared<Open>(Open{reactor, bytes, std::move(caller), {}})) {}

  [[nodiscard]] const security::Caller& caller() const { return open_->caller; }

  [[nodiscard]] Response& response() const { return open_->response; }

  void finish(const absl::Status& status) const {
    if (status.ok()) *open_->bytes = to_bytes(open_->response);
    open_->reactor->Finish(to_grpc(status));
  }

  /// INVALID_ARGUMENT for an enumeration that is not given or not known here.
  void refuse_enum(const std::string& field) const {
    finish(absl::InvalidArgumentError(field + " is missing or not known here; send one of the contract's values"));
  }

  /// Finishes with the desk's version, where the caller may know it, after the commit.
  [[nodiscard]] core::Done<core::Written> when_written() const {
    return [answer = *this](const absl::StatusOr<core::Written>& written) {
      if (written.ok()) {
        if (may_see_version(answer.caller())) answer.response().set_desk_version(written->version);
        answer.response().set_duplicate(written->duplicate);
      }
      answer.finish(written.status());
    };
  }

 private:
  struct Open {
    grpc::ServerUnaryReactor* reactor;
    grpc::ByteBuffer* bytes;  // gRPC's; lives until the call is finished.
    security::Caller caller;
    Response response;
  };
  std::shared_ptr<Open> open_;
};

/// Reads the request leniently and has `handle` (const Request&, const Answer<Response>&) answer it.
template <typename Request, typename Response, typename Handle>
grpc::ServerUnaryReactor* serve_by(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                   grpc::ByteBuffer* out, Handle handle) {
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const Answer<Response> answer(reactor, out, caller_of(*context));
  Request request;
  if (!parse_lenient(*in, request)) {
    answer.finish(absl::InvalidArgumentError("the bytes are no " + std::string(Request::descriptor()->name()) +
                                             "; check the sender's contract"));
  } else if (absl::Status status = check_request(*context, request); !status.ok()) {
    answer.finish(status);
  } else {
    handle(request, answer);
  }
  return reactor;
}

/// The same with a method of the service.
template <typename Service, typename Request, typename Response>
grpc::ServerUnaryReactor* serve(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in, grpc::ByteBuffer* out,
                                Service* service, void (Service::*handle)(const Request&, const Answer<Response>&)) {
  return serve_by<Request, Response>(context, in, out, [&](const Request& request, const Answer<Response>& answer) {
    (service->*handle)(request, answer);
  });
}

}  // namespace aandacht::rpc
