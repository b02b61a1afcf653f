// The floor under the console's network side: one open floor stream and nothing else. A line for each message. Runs
// until it is killed.
#include <grpcpp/grpcpp.h>

#include <cstdio>

#include "aandacht/v1/floor.grpc.pb.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto stub =
      aandacht::v1::FloorService::NewStub(grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  const auto stream = stub->WatchFloor(&context, {});
  aandacht::v1::WatchFloorResponse response;
  while (stream->Read(&response)) {
    std::printf("%d\n", response.rows_size());
    std::fflush(stdout);
  }
  return 0;
}
