// The floor under the overlay's network side: one open desk stream and nothing else. Runs until it is killed.
// bare_stream ADDRESS TOKEN: the token is agent "floor"'s.
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <string>

#include "aandacht/v1/desk.grpc.pb.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto stub =
      aandacht::v1::DeskService::NewStub(grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  context.AddMetadata("authorization", std::string("Bearer ") + argv[2]);
  aandacht::v1::WatchDeskRequest request;
  request.set_agent_id("floor");
  const auto stream = stub->WatchDesk(&context, request);
  aandacht::v1::WatchDeskResponse response;
  while (stream->Read(&response)) {
    std::puts("read");
    std::fflush(stdout);
  }
  return 0;
}
