#include "shared/base/text_file.h"

#include <sys/stat.h>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using aandacht::base::read_text_file;
using aandacht::base::write_text_file;
using aandacht::test::TemporaryFolder;

namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("what was written is read, also in a folder that was missing, and nothing else is left behind") {
  TemporaryFolder folder;
  const std::filesystem::path file = folder.file("a/b/overlay.toml");
  REQUIRE(write_text_file(file, "one\n").ok());
  REQUIRE(write_text_file(file, "two\n").ok());
  CHECK(read_text_file(file).value() == "two\n");
  CHECK(files_in(file.parent_path()) == 1);
}

TEST_CASE("an empty file is an empty text; a missing one and a folder are named") {
  TemporaryFolder folder;
  REQUIRE(write_text_file(folder.file("empty"), "").ok());
  CHECK(read_text_file(folder.file("empty")).value().empty());
  CHECK(read_text_file(folder.file("missing")).status().code() == absl::StatusCode::kNotFound);
  CHECK_THAT(std::string(read_text_file(folder.file("missing")).status().message()), Catch::Contains("missing"));
  std::filesystem::create_directory(folder.file("folder"));
  CHECK_FALSE(read_text_file(folder.file("folder")).ok());
}

TEST_CASE("a link stays a link, and a file keeps its permissions") {
  TemporaryFolder folder;
  REQUIRE(write_text_file(folder.file("real"), "one").ok());
  REQUIRE(chmod(std::string(folder.file("real")).c_str(), 0640) == 0);
  std::filesystem::create_symlink(folder.file("real"), folder.file("link"));
  REQUIRE(write_text_file(folder.file("link"), "two").ok());
  CHECK(std::filesystem::is_symlink(folder.file("link")));
  CHECK(read_text_file(folder.file("real")).value() == "two");
  struct stat there {};
  REQUIRE(stat(std::string(folder.file("real")).c_str(), &there) == 0);
  CHECK((there.st_mode & 0777U) == 0640);
}

TEST_CASE("where nothing can be written the old text stays and the file is named") {
  TemporaryFolder folder;
  REQUIRE(write_text_file(folder.file("file"), "one").ok());
  const absl::Status status = write_text_file(std::filesystem::path(folder.file("file")) / "below", "two");
  CHECK(status.code() == absl::StatusCode::kUnavailable);
  CHECK_THAT(std::string(status.message()), Catch::Contains("below"));
  CHECK(read_text_file(folder.file("file")).value() == "one");
}
