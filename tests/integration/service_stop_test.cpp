// Stopping as told.
#include <grpcpp/generic/generic_stub.h>

#include <atomic>
#include <future>
#include <set>
#include <thread>

#include "absl/time/clock.h"
#include "tests/integration/service_fixture.h"
#include "tests/support/eventually.h"

using namespace aandacht;
using test::ServiceFixture;
using test::soon;
using test::utterance;

namespace {

// grpc.health.v1.Health/Check by hand: Debian ships its server but not its header. Field 1 of the answer is the status.
int health(const std::shared_ptr<grpc::Channel>& channel) {
  grpc::GenericStub stub(channel);
  const auto context = soon();
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
  std::promise<grpc::Status> done;
  const grpc::Slice empty;
  request = grpc::ByteBuffer(&empty, 1);
  stub.UnaryCall(context.get(), "/grpc.health.v1.Health/Check", {}, &request, &response,
                 [&](grpc::Status status) { done.set_value(std::move(status)); });
  if (!done.get_future().get().ok()) return -1;
  grpc::Slice slice;
  if (!response.TrySingleSlice(&slice).ok() || slice.size() != 2) return -1;
  return slice.begin()[1];
}

}  // namespace

TEST_CASE("the service says that it serves", "[service]") {
  ServiceFixture fixture;
  CHECK(health(fixture.client().channel) == 1);
}

TEST_CASE("a service that is told to stop answers what it took, ends streams with UNAVAILABLE, and is gone in time", "[service]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto watching = soon();
  v1::WatchDeskRequest request;
  request.set_agent_id("sanne");
  const auto watch = fixture.client().desks->WatchDesk(watching.get(), request);
  const auto context = soon();
  const auto stream = fixture.client().transcripts->StreamUtterances(context.get());
  std::atomic<int> acknowledged = 0;
  std::thread writer([&] {
    for (int i = 0; stream->Write(utterance("u" + std::to_string(i), "some words")); ++i) {
    }
  });
  std::set<std::string> stored;
  std::thread reader([&] {
    v1::StreamUtterancesResponse response;
    while (stream->Read(&response)) {
      if (response.outcome() == v1::UTTERANCE_OUTCOME_STORED) stored.insert(response.utterance_id());
      ++acknowledged;
    }
  });
  REQUIRE(test::eventually([&] { return acknowledged > 100; }));
  const absl::Time began = absl::Now();
  fixture.service().drain();
  CHECK(absl::Now() - began < absl::Seconds(5));
  reader.join();
  writer.join();
  CHECK(stream->Finish().error_code() == grpc::StatusCode::UNAVAILABLE);
  v1::WatchDeskResponse response;
  while (watch->Read(&response)) {
  }
  CHECK(watch->Finish().error_code() == grpc::StatusCode::UNAVAILABLE);
  fixture.restart();
  std::set<std::string> found;
  for (const v1::TurnRecord& turn : fixture.client().turns()) CHECK(found.insert(turn.utterance_id()).second);
  for (const std::string& id : stored) CHECK(found.count(id) == 1);
}

TEST_CASE("a port that is taken, an open address and a store in use are refused with what to do", "[service]") {
  ServiceFixture fixture;
  const auto message = [&](auto change) {
    service_app::Config config = fixture.config();
    change(config);
    return std::string(service_app::Service::start(config).status().message());
  };
  CHECK_THAT(message([&](auto& config) { config.listen = fixture.service().address(); }), Catch::Contains("is in use"));
  CHECK_THAT(message([&](auto& config) { config.listen = "0.0.0.0:0"; }), Catch::Contains("not encrypted yet"));
  CHECK_THAT(message([&](auto&) {}), Catch::Contains("another aandachtd uses the store"));
  CHECK_THAT(message([&](auto& config) { config.store = "sqlite:no/such/folder/x.db"; }), Catch::Contains("no/such/folder"));
  CHECK_THAT(message([&](auto& config) { config.store = "mysql:x"; }), Catch::Contains("sqlite:FILE"));
}
