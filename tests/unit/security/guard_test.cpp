#include "shared/security/guard.h"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "shared/security/base64url.h"
#include "shared/security/machine_key.h"
#include "shared/security/revoked.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/security/forge.h"

namespace aandacht::security {
namespace {

using Catch::Matchers::Contains;
using test::kNow;

constexpr const char* kWatchFloor = "aandacht.v1.FloorService/WatchFloor";
constexpr const char* kWatchDesk = "aandacht.v1.DeskService/WatchDesk";

/// A machine key, a guard that knows it, and everything that is logged.
class GuardFixture {
 public:
  GuardFixture() {
    logger_ = std::make_shared<spdlog::logger>("guard", std::make_shared<spdlog::sinks::ostream_sink_mt>(log));
    logger_->set_level(spdlog::level::trace);
    before_ = spdlog::default_logger();
    spdlog::set_default_logger(logger_);
    open();
  }
  ~GuardFixture() { spdlog::set_default_logger(before_); }

  void open(bool integrators_need_certificate = false) {
    auto opened = Guard::open({files.jwks, files.revoked, {}, integrators_need_certificate}, clock);
    INFO(opened.status());
    REQUIRE(opened.ok());
    guard = *std::move(opened);
  }
  std::string token(Role role = Role::kSupervisor, const std::string& id = "token-1",
                    const std::string& certificate = "") const {
    return *sign_token({{"kim", "Kim", role, {"*"}}, id, kNow, kNow, kNow + absl::Hours(1), certificate}, {}, key);
  }
  absl::Status ask(const std::string& token, const std::string& rpc = kWatchFloor,
                   const std::string& certificate = "") const {
    return guard->admit(rpc, "Bearer " + token, certificate).status();
  }

  test::TemporaryFolder folder;
  MachineFiles files = machine_files(folder.file("identity"));
  PrivateKey key = *ensure_machine_key(folder.file("identity"));
  test::ManualClock clock{kNow};
  std::ostringstream log;
  std::unique_ptr<Guard> guard;

 private:
  std::shared_ptr<spdlog::logger> logger_;
  std::shared_ptr<spdlog::logger> before_;
};

TEST_CASE("the guard lets in who may, and says no to others without saying the token", "[guard]") {
  GuardFixture house;
  const std::string token = house.token();
  CHECK(house.ask(token).ok());
  CHECK(house.ask(token, "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo").ok());
  const absl::Status denied = house.ask(token, kWatchDesk);
  CHECK(absl::IsPermissionDenied(denied));
  CHECK_THAT(std::string(denied.message()), Contains("agents") && !Contains(token));
  CHECK(absl::IsPermissionDenied(house.ask(token, "aandacht.v1.NoService/Nothing")));
  CHECK(absl::IsUnauthenticated(house.guard->admit(kWatchFloor, "", "").status()));
  CHECK(absl::IsUnauthenticated(house.guard->admit(kWatchFloor, token, "").status()));
  CHECK(absl::IsUnauthenticated(house.guard->admit(kWatchFloor, "Basic " + token, "").status()));
  CHECK(house.guard->admit(kWatchFloor, "bearer " + token, "").ok());
}

TEST_CASE("a token that expires is refused from then on, also when it was taken before", "[guard]") {
  GuardFixture house;
  const std::string token = house.token();
  const auto identity = house.guard->admit(kWatchFloor, "Bearer " + token, "");
  REQUIRE(identity.ok());
  house.clock.advance(absl::Hours(1) + absl::Seconds(61));
  CHECK(absl::IsUnauthenticated(house.ask(token)));
  CHECK(absl::IsUnauthenticated(house.guard->check_still(**identity)));
}

auto revoke_for(const GuardFixture& house, const std::string& id) {
  return revoke(house.files.revoked, id, owner_of(house.files.jwks));
}

TEST_CASE("a revoked token is refused as soon as the list has it, and the others are not", "[guard]") {
  GuardFixture house;
  const std::string first = house.token(Role::kSupervisor, "token-1");
  const std::string second = house.token(Role::kSupervisor, "token-2");
  REQUIRE(house.ask(first).ok());
  REQUIRE(revoke_for(house, "token-1").ok());
  REQUIRE(revoke_for(house, "token-1").ok());
  CHECK_THAT(std::string(house.ask(first).message()), Contains("revoked"));
  CHECK(house.ask(second).ok());
  CHECK(test::slurp(house.files.revoked) == "token-1\n");
  std::filesystem::remove(house.files.revoked);
  CHECK_FALSE(house.ask(first).ok());  // A list that vanished lets nobody in again.
}

TEST_CASE("a list of revoked tokens that cannot be read is told loudly, and what was read of it holds", "[guard]") {
  GuardFixture house;
  const std::string first = house.token(Role::kSupervisor, "token-1");
  const std::string second = house.token(Role::kSupervisor, "token-2");
  REQUIRE(revoke_for(house, "token-1").ok());
  REQUIRE_FALSE(house.ask(first).ok());
  CHECK_THAT(house.log.str(), !Contains("NOT READ"));
  std::filesystem::remove(house.files.revoked);
  std::filesystem::create_directory(house.files.revoked);  // Not even root can read it.
  CHECK_FALSE(house.ask(first).ok());
  CHECK(house.ask(second).ok());
  const auto told = [&] {
    const std::string log = house.log.str();
    std::size_t count = 0;
    for (auto at = log.find("NOT READ"); at != std::string::npos; at = log.find("NOT READ", at + 1)) ++count;
    return count;
  };
  CHECK(told() == 1);
  CHECK_THAT(house.log.str(), Contains(house.files.revoked.string()));
  house.clock.advance(absl::Seconds(61));
  CHECK(house.ask(second).ok());
  CHECK(told() == 2);
  std::filesystem::remove(house.files.revoked);
  CHECK_FALSE(house.ask(first).ok());  // Nor does one that is gone let anybody in again.
  REQUIRE(revoke_for(house, "token-2").ok());
  CHECK_FALSE(house.ask(second).ok());
  CHECK_THAT(house.log.str(), Contains("are read again"));
}

TEST_CASE("a service does not start with a list of revoked tokens that it cannot read", "[guard]") {
  GuardFixture house;
  std::filesystem::create_directory(house.files.revoked);
  const auto opened = Guard::open({house.files.jwks, house.files.revoked, {}, false}, house.clock);
  CHECK(absl::IsUnavailable(opened.status()));
  CHECK_THAT(std::string(opened.status().message()), Contains(house.files.revoked.string()) && Contains("revoked"));
}

TEST_CASE("who revokes as another user leaves a list that the service can read, and one that is there is kept",
          "[guard]") {
  const test::TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0711));  // So that another user comes to the list.
  const std::filesystem::path place = folder.file("identity");
  std::filesystem::create_directory(place);
  std::filesystem::permissions(place, std::filesystem::perms(0750));
  const bool is_root = geteuid() == 0;
  if (is_root) REQUIRE(chown(place.c_str(), 12345, 12346) == 0);
  const std::filesystem::path list = place / "revoked";
  const auto look = [&] {
    struct stat found {};
    REQUIRE(stat(list.c_str(), &found) == 0);
    return found;
  };
  REQUIRE(revoke(list, "token-1").ok());
  const struct stat made = look();
  CHECK(made.st_uid == (is_root ? 12345 : geteuid()));
  CHECK((made.st_mode & 07777) == 0640);
  REQUIRE(revoke(list, "token-2").ok());
  CHECK(look().st_ino == made.st_ino);  // Added to, never replaced by one of another owner.
  CHECK(look().st_uid == made.st_uid);
  std::ofstream(list, std::ios::app) << "cut";
  REQUIRE(revoke(list, "token-3").ok());
  CHECK(test::slurp(list) == "token-1\ntoken-2\ncut\ntoken-3\n");
  CHECK(std::distance(std::filesystem::directory_iterator(place), {}) == 1);
  if (!is_root) return;
  REQUIRE(chown(list.c_str(), 0, 0) == 0);  // As earlier versions left it.
  std::filesystem::permissions(list, std::filesystem::perms(0600));
  REQUIRE(revoke(list, "token-3").ok());
  CHECK(look().st_uid == 12345);
}

TEST_CASE("root revokes nothing in a folder of root, where the service's user could not read the list", "[guard]") {
  if (geteuid() != 0) return;
  const test::TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const std::filesystem::path list = folder.file("revoked");
  const auto unknown = revoke(list, "token-1");
  CHECK(absl::IsFailedPrecondition(unknown.status()));
  CHECK_THAT(std::string(unknown.status().message()), Contains("nothing was revoked") && Contains(list.string()));
  CHECK_FALSE(std::filesystem::exists(list));
  const FileReader service = reader_with_id(12345, 12346);
  CHECK(revoke(list, "token-1", service).value_or("refused") == "12345");  // Made so that the service reads it.
  struct stat made {};
  REQUIRE(stat(list.c_str(), &made) == 0);
  CHECK(made.st_uid == 12345);
  CHECK(made.st_gid == 12346);
  CHECK((made.st_mode & 07777) == 0640);
}

TEST_CASE("a list that the service's user cannot read is not added to, and one that it can keeps owner and mode",
          "[guard]") {
  if (geteuid() != 0) return;
  const test::TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const std::filesystem::path list = folder.file("revoked");
  std::ofstream(list) << "earlier\n";
  std::filesystem::permissions(list, std::filesystem::perms(0640));
  const FileReader service = reader_with_id(12345, 12346);
  for (const auto& known : {std::optional<FileReader>(), std::optional<FileReader>(service)})
    CHECK(absl::IsFailedPrecondition(revoke(list, "token-1", known).status()));
  CHECK(test::slurp(list) == "earlier\n");
  REQUIRE(chown(list.c_str(), 0, 12346) == 0);  // As an administrator shares it.
  CHECK(revoke(list, "token-1", service).value_or("refused") == "12345");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0700));
  CHECK(absl::IsFailedPrecondition(revoke(list, "token-2", service).status()));  // The folder does not let it in.
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(list, std::filesystem::perms(0644));
  CHECK(revoke(list, "token-3").value_or("refused").empty());  // Everybody reads it.
  struct stat kept {};
  REQUIRE(stat(list.c_str(), &kept) == 0);
  CHECK(kept.st_uid == 0);
  CHECK(kept.st_gid == 12346);
  CHECK((kept.st_mode & 07777) == 0644);
  CHECK(test::slurp(list) == "earlier\ntoken-1\ntoken-3\n");
}

TEST_CASE("what was let in ends when the key that signed its token is withdrawn, or another takes its name",
          "[guard]") {
  GuardFixture house;
  const auto identity = house.guard->admit(kWatchFloor, "Bearer " + house.token(), "");
  REQUIRE(identity.ok());
  CHECK(house.guard->check_still(**identity).ok());
  const PrivateKey next = *PrivateKey::generate(Algorithm::kEs256);
  std::ofstream(house.files.jwks) << print_key_set({next.public_key(), house.key.public_key()});
  CHECK(house.guard->check_still(**identity).ok());
  std::string renamed = print_key_set({next.public_key()});
  const std::string name = next.public_key().thumbprint();
  renamed.replace(renamed.find(name), name.size(), house.key.public_key().thumbprint());
  std::ofstream(house.files.jwks) << renamed;
  CHECK(absl::IsUnauthenticated(house.guard->check_still(**identity)));
  std::ofstream(house.files.jwks) << print_key_set({next.public_key()});
  CHECK_THAT(std::string(house.guard->check_still(**identity).message()), Contains("no longer taken"));
}

TEST_CASE("a token without a jti is revoked by the hash of what was signed, which `token show` tells", "[guard]") {
  GuardFixture house;
  const std::string token = house.token(Role::kSupervisor, "");
  const auto identity = house.guard->admit(kWatchFloor, "Bearer " + token, "");
  REQUIRE(identity.ok());
  const std::string id = "sha256:" + to_base64url(sha256(token.substr(0, token.rfind('.'))));
  CHECK((*identity)->token_id == id);
  CHECK_THAT(*explain_token(token), Contains(id));
  CHECK_THAT(*explain_token(house.token()), !Contains("sha256:"));
  REQUIRE(revoke_for(house, id).ok());
  CHECK_THAT(std::string(house.ask(token).message()), Contains("revoked"));
  CHECK(absl::IsUnauthenticated(house.guard->check_still(**identity)));
  CHECK(house.ask(house.token(Role::kAdministrator, "")).ok());
}

TEST_CASE("keys are read again when their file changes; a broken file changes nothing", "[guard]") {
  GuardFixture house;
  const std::string old = house.token();
  REQUIRE(house.ask(old).ok());
  std::ofstream(house.files.jwks) << "broken";
  CHECK(house.ask(old).ok());
  const PrivateKey next = *PrivateKey::generate(Algorithm::kEdDsa);
  std::ofstream(house.files.jwks) << print_key_set({next.public_key()});
  CHECK_FALSE(house.ask(old).ok());
  house.key = next;
  CHECK(house.ask(house.token()).ok());
}

TEST_CASE("a key set that cannot be read any more is told loudly, and the keys of before are used", "[guard]") {
  GuardFixture house;
  REQUIRE(house.ask(house.token()).ok());
  std::filesystem::remove(house.files.jwks);
  CHECK(house.ask(house.token()).ok());
  CHECK(house.ask(house.token()).ok());
  const std::string log = house.log.str();
  CHECK_THAT(log, Contains("KEYS ARE NOT READ") && Contains(house.files.jwks.string()));
  CHECK(log.find("NOT READ") == log.rfind("NOT READ"));
}

TEST_CASE("a token that is bound to a certificate is good with that one only", "[guard]") {
  GuardFixture house;
  const std::string print = sha256("a certificate");
  const std::string token = house.token(Role::kSupervisor, "token-1", print);
  CHECK(house.ask(token, kWatchFloor, print).ok());
  CHECK_THAT(std::string(house.ask(token, kWatchFloor, "").message()), Contains("client certificate"));
  CHECK(absl::IsUnauthenticated(house.ask(token, kWatchFloor, sha256("another"))));
}

TEST_CASE("with mutual TLS integrators come with a certificate, others need none", "[guard]") {
  GuardFixture house;
  house.open(true);
  const std::string rpc = "aandacht.v1.RecordService/ImportCustomers";
  CHECK(absl::IsUnauthenticated(house.ask(house.token(Role::kIntegrator), rpc)));
  CHECK(house.ask(house.token(Role::kIntegrator), rpc, sha256("any that was checked")).ok());
  CHECK(house.ask(house.token(Role::kAdministrator), rpc).ok());
}

TEST_CASE("the log has who and why, never a token, and is not filled by a storm", "[guard]") {
  GuardFixture house;
  const std::string token = house.token();
  CHECK_FALSE(house.ask(token, kWatchDesk).ok());
  CHECK_FALSE(house.ask(token + "x").ok());
  for (int i = 0; i < 100; ++i) CHECK_FALSE(house.ask("x").ok());
  const std::string calm = house.log.str();
  CHECK_THAT(calm, Contains("kim (token token-1)") && Contains(kWatchDesk));
  CHECK(std::count(calm.begin(), calm.end(), '\n') == 10);
  house.clock.advance(absl::Seconds(11));
  CHECK_FALSE(house.ask("x").ok());
  CHECK_THAT(house.log.str(), Contains("and 92 more"));
  CHECK_THAT(house.log.str(), !Contains(token.substr(0, 20)));
}

TEST_CASE("a guard without keys does not open", "[guard]") {
  const test::TemporaryFolder folder;
  test::ManualClock clock;
  CHECK(absl::IsNotFound(Guard::open({folder.file("no.json"), folder.file("revoked"), {}, false}, clock).status()));
  std::ofstream(folder.file("bad.json")) << "{}";
  const auto bad = Guard::open({folder.file("bad.json"), folder.file("revoked"), {}, false}, clock);
  CHECK_THAT(std::string(bad.status().message()), Contains("bad.json"));
}

TEST_CASE("the machine's key is made once, is its owner's alone, and never overwritten", "[guard]") {
  const test::TemporaryFolder folder;
  const std::string place = folder.file("identity");
  CHECK(absl::IsNotFound(read_machine_key(place).status()));
  const PrivateKey made = *ensure_machine_key(place);
  const PrivateKey again = *ensure_machine_key(place);
  CHECK(made.public_key().jwk() == again.public_key().jwk());
  using std::filesystem::perms;
  CHECK((std::filesystem::status(place).permissions() & (perms::group_all | perms::others_all)) == perms::none);
  const auto key = std::filesystem::status(machine_files(place).key).permissions();
  CHECK((key & (perms::group_all | perms::others_all)) == perms::none);
  CHECK(KeySet::parse(test::slurp(machine_files(place).jwks))->find(made.public_key().thumbprint()) != nullptr);
  std::filesystem::permissions(machine_files(place).key, perms::group_read, std::filesystem::perm_options::add);
  CHECK(absl::IsPermissionDenied(ensure_machine_key(place).status()));
  std::filesystem::permissions(machine_files(place).key, perms::owner_read | perms::owner_write);
  std::ofstream(machine_files(place).key) << "not a key";
  CHECK_THAT(std::string(ensure_machine_key(place).status().message()), Contains("key.pem"));
  CHECK(test::slurp(machine_files(place).key) == "not a key");
}

}  // namespace
}  // namespace aandacht::security
