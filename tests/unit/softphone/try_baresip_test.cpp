#include "client/softphone/try_baresip.h"

#include "client/softphone/netstring.h"
#include "tests/support/catch.h"
#include "tests/support/fake_baresip.h"

namespace aandacht::softphone {
namespace {

constexpr absl::Duration kLimit = absl::Milliseconds(300);

TEST_CASE("a baresip that is free answers") {
  test::FakeBaresip baresip([](const std::string&) { return "\n--- no account ---\n"; });
  CHECK(try_baresip({"127.0.0.1", baresip.port()}, absl::Seconds(10), {}) == BaresipFound::kAnswers);
}

TEST_CASE("a baresip that serves a program is left alone") {
  test::FakeBaresip baresip([](const std::string&) { return "x"; });
  const auto in_use = [](int) { return std::optional(PortUse{true, 1}); };
  CHECK(try_baresip({"127.0.0.1", baresip.port()}, kLimit, in_use) == BaresipFound::kInUse);
  CHECK(baresip.clients() == 0);
}

TEST_CASE("what listens and says nothing is something else") {
  test::FakeBaresip silent([](const std::string&) { return ""; });
  CHECK(try_baresip({"127.0.0.1", silent.port()}, kLimit, {}) == BaresipFound::kSomethingElse);
}

TEST_CASE("where nobody listens there is no softphone") {
  int port = 0;
  {
    port = test::FakeBaresip([](const std::string&) { return ""; }).port();
  }
  CHECK(try_baresip({"127.0.0.1", port}, kLimit, {}) == BaresipFound::kNobody);
}

}  // namespace
}  // namespace aandacht::softphone
