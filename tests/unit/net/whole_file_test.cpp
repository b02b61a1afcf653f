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
using net::Replace;
using net::WholeFile;

std::size_t files_in(const TemporaryFolder& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++count;
  return count;
}

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

TEST_CASE("a file of somebody's that has the name of the part stays, and two parts stand beside each other",
          "[whole_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.csv");
  std::ofstream(path + ".part") << "theirs";
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
  CHECK(slurp(path + ".part") == "theirs");
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
