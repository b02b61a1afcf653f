// aandachtctl token, where no service is needed.
#include <unistd.h>

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

TEST_CASE("root's revoke does not say that a token is taken no longer when the service cannot read the list",
          "[token]") {
  if (geteuid() != 0) return;
  const test::TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const std::string identity = folder.file("identity");
  const std::string list = folder.file("revoked");
  std::filesystem::create_directories(identity);
  REQUIRE(chown(identity.c_str(), 12345, 12346) == 0);
  const Ran blind = run_ctl({"token", "revoke", "6f1c", "--list", list});
  CHECK(blind.exit == Exit::kFailed);
  CHECK_THAT(blind.out, !Contains("no longer taken"));
  CHECK_THAT(blind.err, Contains("nothing was revoked") && Contains(list) && Contains("--identity"));
  const Ran seeing = run_ctl({"token", "revoke", "6f1c", "--list", list, "--identity", identity});
  CHECK(seeing.exit == Exit::kOk);
  CHECK_THAT(seeing.out, Contains("no longer taken by services that run as 12345 and read " + list));
  REQUIRE(chown(list.c_str(), 0, 0) == 0);  // As earlier versions left it.
  const Ran left = run_ctl({"token", "revoke", "77aa", "--list", list, "--identity", identity});
  CHECK(left.exit == Exit::kFailed);
  CHECK_THAT(left.out + left.err, !Contains("no longer taken") && Contains("12345"));
  CHECK(base::read_text_file(list).value_or("") == "6f1c\n");
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
