#include "client/net/try_service.h"

#include "tests/support/catch.h"
#include "tests/support/fake_service.h"

namespace aandacht::net {
namespace {

TEST_CASE("a service that opens the desk is there, and is let go of after the first message") {
  test::FakeService service({.watch_desk = [](const auto& request, const auto& write, const auto& cancelled) {
    v1::WatchDeskResponse whole;
    whole.mutable_desk()->set_agent_id(request.agent_id());
    write(whole);
    while (!cancelled()) continue;
    return absl::OkStatus();
  }});
  CHECK(try_service(service.address(), "sanne", absl::Seconds(10)).ok());
}

TEST_CASE("a service that does not know the agent says so") {
  test::FakeService service(
      {.watch_desk = [](const auto&, const auto&, const auto&) { return absl::NotFoundError("no such agent"); }});
  CHECK(absl::IsNotFound(try_service(service.address(), "nobody", absl::Seconds(10))));
}

TEST_CASE("where nobody listens nobody answers") {
  std::string address;
  { address = test::FakeService({}).address(); }
  CHECK(absl::IsUnavailable(try_service(address, "sanne", absl::Seconds(10))));
}

TEST_CASE("a stream that ends without a desk is not a service") {
  test::FakeService service({});
  CHECK(absl::IsUnknown(try_service(service.address(), "sanne", absl::Seconds(10))));
}

}  // namespace
}  // namespace aandacht::net
