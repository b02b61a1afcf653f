#include "client/net/whole_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {
namespace {

using net::FileFault;
using net::Readers;
using net::Replace;
using net::WholeFile;

std::size_t files_in(const TemporaryFolder& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++count;
  return count;
}

mode_t mode_of(const std::string& path) {
  struct stat found {};
  return lstat(path.c_str(), &found) == 0 ? found.st_mode & 07777 : 0;
}

/// What a test's files are made with, whatever the shell says.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_(umask(mask)) {}
  ~Umask() { umask(before_); }
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;

 private:
  const mode_t before_;
};

}  // namespace

TEST_CASE("a file has its name only when it is whole, and leaves nothing when it is not finished", "[whole_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.csv");
  {
    WholeFile file(path, Replace::kNo);
    REQUIRE(file.open().ok());
    REQUIRE(file.write("half").ok());
    CHECK_FALSE(std::filesystem::exists(path));
  }
  CHECK(files_in(folder) == 0);
  WholeFile file(path, Replace::kNo);
  REQUIRE(file.open().ok());
  REQUIRE(file.write("whole").ok());
  REQUIRE(file.finish().ok());
  CHECK(slurp(path) == "whole");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a file that is there already stays, unless it may go", "[whole_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.csv");
  std::ofstream(path) << "old";
  const absl::Status refused = net::write_whole_file(path, "new", Replace::kNo);
  CHECK(absl::IsAlreadyExists(refused));
  CHECK(net::file_fault(refused) == FileFault::kExists);
  CHECK(slurp(path) == "old");
  REQUIRE(net::write_whole_file(path, "new", Replace::kYes).ok());
  CHECK(slurp(path) == "new");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a file that somebody else makes while this one is written stays", "[whole_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.csv");
  WholeFile file(path, Replace::kNo);
  REQUIRE(file.open().ok());
  std::ofstream(path) << "theirs";
  CHECK(net::file_fault(file.finish()) == FileFault::kExists);
  CHECK(slurp(path) == "theirs");
}

TEST_CASE("two who write the same file at once write beside each other", "[whole_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.csv");
  WholeFile one(path, Replace::kYes);
  WholeFile other(path, Replace::kYes);
  REQUIRE(one.open().ok());
  REQUIRE(other.open().ok());
  REQUIRE(one.write("one").ok());
  REQUIRE(other.write("other").ok());
  REQUIRE(one.finish().ok());
  CHECK(slurp(path) == "one");
  REQUIRE(other.finish().ok());
  CHECK(slurp(path) == "other");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("left-overs of killed programs keep no file from being written, and stay", "[whole_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("new.csv");
  std::ofstream(path + ".part") << "left";
  for (int number = 2; number <= 100; ++number) std::ofstream(path + ".part" + std::to_string(number)) << "left";
  REQUIRE(net::write_whole_file(path, "new", Replace::kNo).ok());
  CHECK(slurp(path) == "new");
  CHECK(slurp(path + ".part") == "left");
  CHECK(files_in(folder) == 101);
}

TEST_CASE("a link to a file stays a link, and the file that it leads to is replaced and keeps its mode",
          "[whole_file]") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.file("kept"));
  const std::string target = folder.file("kept/whys.toml");
  std::ofstream(target) << "old";
  REQUIRE(chmod(target.c_str(), 0600) == 0);
  std::filesystem::create_symlink("kept/whys.toml", folder.file("near.toml"));
  std::filesystem::create_symlink(folder.file("near.toml"), folder.file("whys.toml"));
  const std::string path = folder.file("whys.toml");
  CHECK(net::file_fault(net::write_whole_file(path, "no", Replace::kNo, Readers::kEverybody)) == FileFault::kExists);
  REQUIRE(net::write_whole_file(path, "new", Replace::kYes, Readers::kEverybody).ok());
  CHECK(std::filesystem::is_symlink(path));
  CHECK(std::filesystem::is_symlink(folder.file("near.toml")));
  CHECK(slurp(target) == "new");
  CHECK(mode_of(target) == 0600);
}

TEST_CASE("a link that leads to nothing yet, or in a circle, is written through or told", "[whole_file]") {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("later.csv", folder.file("a.csv"));
  REQUIRE(net::write_whole_file(folder.file("a.csv"), "new", Replace::kYes).ok());
  CHECK(std::filesystem::is_symlink(folder.file("a.csv")));
  CHECK(slurp(folder.file("later.csv")) == "new");
  std::filesystem::create_symlink("round.csv", folder.file("round.csv"));
  CHECK(net::file_fault(net::write_whole_file(folder.file("round.csv"), "", Replace::kYes)) == FileFault::kOther);
}

TEST_CASE("a new file of customers' words is its owner's alone, another one as the umask says", "[whole_file]") {
  const Umask umask(027);
  const TemporaryFolder folder;
  REQUIRE(net::write_whole_file(folder.file("turns.csv"), "", Replace::kNo).ok());
  CHECK(mode_of(folder.file("turns.csv")) == 0600);
  REQUIRE(net::write_whole_file(folder.file("whys.toml"), "", Replace::kNo, Readers::kEverybody).ok());
  CHECK(mode_of(folder.file("whys.toml")) == 0640);
}

TEST_CASE("a file that is replaced keeps its mode, while it is written too", "[whole_file]") {
  const Umask umask(022);
  const TemporaryFolder folder;
  const std::string path = folder.file("turns.csv");
  for (const mode_t mode : {0600, 0640, 0664}) {
    std::ofstream(path) << "old";
    REQUIRE(chmod(path.c_str(), mode) == 0);
    WholeFile file(path, Replace::kYes, Readers::kEverybody);
    REQUIRE(file.open().ok());
    REQUIRE(files_in(folder) == 2);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) CHECK(mode_of(entry.path()) == mode);
    REQUIRE(file.finish().ok());
    CHECK(mode_of(path) == mode);
  }
}

TEST_CASE("a file of somebody else that root replaces stays theirs, with its group", "[whole_file]") {
  if (geteuid() != 0) return;  // Nobody else gives files away.
  const TemporaryFolder folder;
  const std::string path = folder.file("turns.csv");
  std::ofstream(path) << "old";
  REQUIRE(chown(path.c_str(), 4242, 4343) == 0);
  REQUIRE(chmod(path.c_str(), 0640) == 0);
  REQUIRE(net::write_whole_file(path, "new", Replace::kYes).ok());
  struct stat found {};
  REQUIRE(lstat(path.c_str(), &found) == 0);
  CHECK(found.st_uid == 4242);
  CHECK(found.st_gid == 4343);
  CHECK(mode_of(path) == 0640);
}

TEST_CASE("what is no file is not replaced, and that is told before anything is written", "[whole_file]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.file("a.csv"));
  REQUIRE(mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  for (const char* name : {"a.csv", "pipe"}) {
    WholeFile file(folder.file(name), Replace::kYes);
    CHECK(net::file_fault(file.open()) == FileFault::kOther);
  }
  CHECK(std::filesystem::is_directory(folder.file("a.csv")));
  CHECK(std::filesystem::is_fifo(folder.file("pipe")));
  CHECK(files_in(folder) == 2);
}

TEST_CASE("why a file cannot be written is told apart", "[whole_file]") {
  const TemporaryFolder folder;
  std::ofstream(folder.file("file")) << "x";
  CHECK(net::file_fault(net::write_whole_file(folder.file("no/such/a.csv"), "", Replace::kNo)) == FileFault::kNoFolder);
  CHECK(net::file_fault(net::write_whole_file(folder.file("file") + "/a.csv", "", Replace::kNo)) ==
        FileFault::kNoFolder);
  CHECK(net::file_fault(absl::UnavailableError("not about a file")) == FileFault::kNone);
  if (geteuid() == 0) return;  // Root may write everywhere.
  std::filesystem::create_directory(folder.file("locked"));
  chmod(folder.file("locked").c_str(), 0500);
  CHECK(net::file_fault(net::write_whole_file(folder.file("locked/a.csv"), "", Replace::kNo)) ==
        FileFault::kNotAllowed);
}

}  // namespace aandacht::test
