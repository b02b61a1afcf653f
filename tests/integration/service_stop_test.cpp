// Stopping as told.
#include <atomic>
#include <set>
#include <thread>

#include "absl/time/clock.h"
#include "tests/integration/service_fixture.h"
#include "tests/support/eventually.h"

using namespace aandacht;
using test::ServiceFixture;
using test::soon;
using test::utterance;

TEST_CASE("the service says that it serves, and which contracts", "[service]") {
  ServiceFixture fixture;
  const auto& channel = fixture.client().channel;
  CHECK(test::call_bytes(channel, "/grpc.health.v1.Health/Check", "").second == "\x08\x01");  // Field 1, SERVING.
  const std::string listed = test::call_bytes(channel, "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
                                              std::string("\x3a\x00", 2))
                                 .second;  // Field 7, list_services.
  for (const char* service : {"Desk", "Call", "Transcript", "Floor", "Library", "Record"}) {
    CHECK_THAT(listed, Catch::Contains("aandacht.v1." + std::string(service) + "Service"));
  }
}

TEST_CASE("a service that is told to stop answers what it took, ends streams with UNAVAILABLE, and is gone in time",
          "[service]") {
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
  CHECK_THAT(message([&](auto& config) { config.listen = "0.0.0.0:0"; }), Catch::Contains("tls.certificate"));
  CHECK_THAT(message([&](auto&) {}), Catch::Contains("another aandachtd uses the store"));
  CHECK_THAT(message([&](auto& config) { config.store = "sqlite:no/such/folder/x.db"; }),
             Catch::Contains("no/such/folder"));
  CHECK_THAT(message([&](auto& config) { config.store = "mysql:x"; }), Catch::Contains("sqlite:FILE"));
}
