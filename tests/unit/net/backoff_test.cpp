#include "client/net/backoff.h"

#include "client/net/channel.h"
#include "tests/support/catch.h"

#include <grpcpp/grpcpp.h>

namespace aandacht::net {
namespace {

const BackoffPolicy kPolicy{.first = absl::Milliseconds(100), .factor = 2, .longest = absl::Seconds(1), .jitter = 0.2};

TEST_CASE("waits grow to the longest and begin anew after a success") {
  Backoff backoff(kPolicy, [] { return 0.5; });
  for (const int milliseconds : {100, 200, 400, 800, 1000, 1000, 1000}) {
    CHECK(backoff.next() == absl::Milliseconds(milliseconds));
  }
  backoff.reset();
  CHECK(backoff.next() == absl::Milliseconds(100));
}

TEST_CASE("jitter spreads the waits and never passes the longest") {
  Backoff early(kPolicy, [] { return 0.0; });
  Backoff late(kPolicy, [] { return 1.0; });
  CHECK(early.next() == absl::Milliseconds(80));
  CHECK(late.next() == absl::Milliseconds(120));
  for (int i = 0; i < 100'000; ++i) {
    CHECK_FALSE(late.next() > absl::Seconds(1));
  }
}

TEST_CASE("randomness of the system lies in its range") {
  const Randomness random = system_randomness();
  for (int i = 0; i < 1'000; ++i) {
    const double number = random();
    REQUIRE(number >= 0.0);
    REQUIRE(number < 1.0);
  }
}

TEST_CASE("codes of gRPC keep their meaning") {
  CHECK(to_status(grpc::Status::OK).ok());
  CHECK(to_status(grpc::Status(grpc::StatusCode::NOT_FOUND, "weg")) == absl::NotFoundError("weg"));
  CHECK(absl::IsUnauthenticated(to_status(grpc::Status(grpc::StatusCode::UNAUTHENTICATED, ""))));
}

}  // namespace
}  // namespace aandacht::net
