// aandachtctl token, where no service is needed.
#include <filesystem>

#include "shared/base/text_file.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

using Catch::Matchers::Contains;

TEST_CASE("a token is revoked in the file that the service's configuration names, and in no other", "[token]") {
  const test::TemporaryFolder folder;
  const std::string identity = folder.file("identity");
  const std::string list = folder.file("etc/revoked");
  std::filesystem::create_directories(identity);
  std::filesystem::create_directories(folder.file("etc"));
  REQUIRE(base::write_text_file(list, "earlier\n").ok());
  const Ran ran = run_ctl({"token", "revoke", "6f1c", "--list", list, "--identity", identity});
  INFO(ran.err);
  CHECK(ran.exit == Exit::kOk);
  CHECK_THAT(ran.out, Contains(list));
  CHECK_THAT(base::read_text_file(list).value_or(""), Contains("earlier\n") && Contains("6f1c\n"));
  CHECK_FALSE(std::filesystem::exists(identity + "/revoked"));
  REQUIRE(run_ctl({"token", "revoke", "77aa", "--identity", identity}).exit == Exit::kOk);
  CHECK_THAT(base::read_text_file(identity + "/revoked").value_or(""), Contains("77aa\n"));
  CHECK_THAT(base::read_text_file(list).value_or(""), !Contains("77aa"));
}

TEST_CASE("where the list cannot be, the sentence names both ways to say where it is", "[token]") {
  const test::TemporaryFolder folder;
  const Ran ran = run_ctl({"token", "revoke", "6f1c", "--list", folder.file("nowhere/revoked")});
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.err, Contains("nowhere") && Contains("--list") && Contains("--identity"));
  CHECK_THAT(run_ctl({"token", "revoke", "--help"}).out, Contains("--list") && Contains("[identity] revoked"));
}

}  // namespace
}  // namespace aandacht::ctl
