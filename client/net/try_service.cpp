#include "client/net/try_service.h"

#include <grpcpp/grpcpp.h>

#include "aandacht/v1/desk.grpc.pb.h"
#include "absl/time/clock.h"
#include "client/net/channel.h"

namespace aandacht::net {

// Waits in the calling thread: gRPC's callbacks would start threads that wake up ever after.
absl::Status try_service(const std::string& server, const std::string& agent_id, absl::Duration limit) {
  const std::shared_ptr<grpc::Channel> channel = open_channel(server, {.agent = agent_id});
  const std::unique_ptr<v1::DeskService::Stub> stub = v1::DeskService::NewStub(channel);
  v1::WatchDeskRequest request;
  request.set_agent_id(agent_id);
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(absl::Now() + limit));
  const std::unique_ptr<grpc::ClientReader<v1::WatchDeskResponse>> stream = stub->WatchDesk(&context, request);
  v1::WatchDeskResponse first;
  const bool came = stream->Read(&first);
  if (came) context.TryCancel();
  const grpc::Status status = stream->Finish();
  if (came) return absl::OkStatus();
  return status.ok() ? absl::UnknownError("the stream ended without a desk") : to_status(status);
}

}  // namespace aandacht::net
