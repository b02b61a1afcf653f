// The floor under the overlay's network side: one open desk stream and nothing else. Runs until it is killed.
#include <grpcpp/grpcpp.h>

#include <cstdio>

#include "aandacht/v1/desk.grpc.pb.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto stub =
      aandacht::v1::DeskService::NewStub(grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
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
