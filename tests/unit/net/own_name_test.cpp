#include "client/net/own_name.h"

#include <fstream>

#include "shared/security/base64url.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {
namespace {

/// Who a token with these claims is shown as.
std::string shown_as(const std::string& claims) {
  TemporaryFolder folder;
  net::Login login;
  login.token_file = folder.file("token");
  login.self.name = "kim";
  std::ofstream(login.token_file) << security::to_base64url("{}") << "." << security::to_base64url(claims) << ".x\n";
  return net::own_name(login, "aandacht.example.org:7443", absl::FromUnixSeconds(1772445600));
}

}  // namespace

TEST_CASE("who uses the program is shown by the name in the token, or else its subject") {
  CHECK(shown_as(R"({"sub":"kim-7","name":"Kim Bosch"})") == "Kim Bosch");
  CHECK(shown_as(R"({"sub":"kim-7"})") == "kim-7");
  CHECK(shown_as(R"({"sub":"kim-7","name":7})") == "kim-7");
}

TEST_CASE("a token that cannot be read leaves the name that was given") {
  CHECK(shown_as("no json") == "kim");
  CHECK(shown_as(R"({"name":"a\u0007b"})") == "kim");
  net::Login login;
  login.token_file = "/does/not/exist";
  login.self.name = "kim";
  CHECK(net::own_name(login, "aandacht.example.org:7443", absl::FromUnixSeconds(1772445600)) == "kim");
}

}  // namespace aandacht::test
