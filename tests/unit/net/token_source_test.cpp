// Tokens that a program signs itself, on the machine whose key it can read.
#include <cstdlib>
#include <string_view>

#include "absl/strings/match.h"
#include "client/net/login.h"
#include "shared/security/base64url.h"
#include "shared/security/machine_key.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {
namespace {

constexpr char kImport[] = "aandacht.v1.JourneyService/UpsertCustomers";
constexpr char kFloor[] = "aandacht.v1.FloorService/WatchFloor";
constexpr char kOwnDay[] = "aandacht.v1.OwnService/GetMyDay";

/// A machine whose key can be read, and no token anywhere.
class OneMachine {
 public:
  OneMachine() {
    setenv("AANDACHT_IDENTITY", folder_.file("identity").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    REQUIRE(security::ensure_machine_key(folder_.file("identity")).ok());
  }
  ~OneMachine() {
    unsetenv("AANDACHT_IDENTITY");
    unsetenv("XDG_CONFIG_HOME");
  }
  OneMachine(const OneMachine&) = delete;
  OneMachine& operator=(const OneMachine&) = delete;

 private:
  TemporaryFolder folder_;
};

/// What a token says, as JSON.
std::string claims_of(const std::string& token) {
  const std::size_t first = token.find('.');
  const std::size_t second = token.find('.', first + 1);
  REQUIRE(second != std::string::npos);
  return security::from_base64url(std::string_view(token).substr(first + 1, second - first - 1)).value_or("");
}

net::Login supervisor(bool administers) {
  net::Login login;
  login.self = {"kim", "Kim", security::Role::kSupervisor, {"*"}};
  login.administers = administers;
  return login;
}

std::string role_for(const net::Login& login, const std::string& rpc) {
  const std::string claims =
      claims_of(net::TokenSource::make(login, true)->token(rpc, absl::FromUnixSeconds(1772445600)));
  for (const char* role : {"administrator", "supervisor", "integrator", "agent"}) {
    if (absl::StrContains(claims, std::string("\"") + role + "\"")) return role;
  }
  return claims;
}

}  // namespace

TEST_CASE("the console of one machine is a supervisor, and an administrator only for what supervisors may not") {
  const OneMachine machine;
  CHECK(role_for(supervisor(true), kFloor) == "supervisor");
  CHECK(role_for(supervisor(true), kImport) == "administrator");
  CHECK(role_for(supervisor(false), kImport) == "supervisor");
  // What is the agents' own is nobody else's.
  CHECK(role_for(supervisor(true), kOwnDay) == "supervisor");
}

}  // namespace aandacht::test
