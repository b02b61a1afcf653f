#include "client/net/library_files.h"

#include <filesystem>
#include <fstream>
#include <map>

#include "tests/support/catch.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {
namespace {

namespace fs = std::filesystem;

const net::LibraryFiles kFiles = {{"en/rules.toml", "new rules"}, {"en/whys.toml", "new whys"}, {"nl/whys.toml", "nl"}};

void put(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

/// Every file and folder with its text.
std::map<std::string, std::string> all_in(const TemporaryFolder& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    const std::string name = fs::relative(entry.path(), folder.path()).string();
    all[name] = entry.is_regular_file() ? slurp(entry.path().string()) : "";
  }
  return all;
}

net::FolderResult write(const TemporaryFolder& folder, net::Replace replace,
                        const std::function<void(std::size_t)>& progress = {}, net::Stop* stop = nullptr) {
  return net::write_into_folder(kFiles, folder.path().string(), replace, progress, stop);
}

}  // namespace

TEST_CASE("a library written into a folder makes what is missing and replaces what says something else", "[library]") {
  const TemporaryFolder folder;
  put(folder.path() / "en/rules.toml", "old rules");
  put(folder.path() / "en/whys.toml", "new whys");
  std::size_t told = 0;
  const net::FolderResult result = write(folder, net::Replace::kYes, [&](std::size_t done) { told = done; });
  INFO(result.status);
  REQUIRE(result.status.ok());
  CHECK(result.changed == 2);
  CHECK(result.wanted == 2);
  CHECK(told == 3);
  CHECK(all_in(folder) == std::map<std::string, std::string>{{"en", ""},
                                                             {"en/rules.toml", "new rules"},
                                                             {"en/whys.toml", "new whys"},
                                                             {"nl", ""},
                                                             {"nl/whys.toml", "nl"}});
}

TEST_CASE("a library export that is stopped after any of its files leaves the folder as it was", "[library]") {
  for (std::size_t last = 1; last <= kFiles.size(); ++last) {
    const TemporaryFolder folder;
    put(folder.path() / "en/rules.toml", "old rules");
    put(folder.path() / "en/whys.toml", "old whys");
    const auto before = all_in(folder);
    net::Stop stop;
    const auto progress = [&](std::size_t done) {
      if (done == last) stop.stop();
    };
    const net::FolderResult result = write(folder, net::Replace::kYes, progress, &stop);
    CHECK(absl::IsCancelled(result.status));
    CHECK(result.changed == 0);
    CHECK(all_in(folder) == before);
  }
}

TEST_CASE("a library export that cannot write one of its files changes none, and its folders go again", "[library]") {
  const TemporaryFolder folder;
  put(folder.path() / "en/rules.toml", "old rules");
  put(folder.path() / "nl", "a file where a folder is needed");
  const auto before = all_in(folder);
  const net::FolderResult result = write(folder, net::Replace::kYes);
  CHECK(net::file_fault(result.status) == net::FileFault::kNoFolder);
  CHECK(result.changed == 0);
  CHECK(all_in(folder) == before);
}

TEST_CASE("a file that somebody makes while a library is written stays, and how many were written is told",
          "[library]") {
  const TemporaryFolder folder;
  const auto progress = [&](std::size_t done) {
    if (done == kFiles.size()) put(folder.path() / "en/whys.toml", "theirs");
  };
  const net::FolderResult result = write(folder, net::Replace::kNo, progress);
  CHECK(net::file_fault(result.status) == net::FileFault::kExists);
  CHECK(result.changed == 1);
  CHECK(result.wanted == 3);
  CHECK(slurp((folder.path() / "en/whys.toml").string()) == "theirs");
  CHECK(slurp((folder.path() / "en/rules.toml").string()) == "new rules");
  CHECK_FALSE(fs::exists(folder.path() / "nl"));
}

TEST_CASE("a link in the folder of a library stays a link, and one that leads to nothing is asked about", "[library]") {
  const TemporaryFolder folder;
  put(folder.path() / "kept/whys.toml", "old whys");
  fs::permissions(folder.path() / "kept/whys.toml", fs::perms(0600));
  fs::create_directory(folder.path() / "en");
  fs::create_symlink("../kept/whys.toml", folder.path() / "en/whys.toml");
  fs::create_symlink("../kept/rules.toml", folder.path() / "en/rules.toml");
  const auto change = net::compare_with_folder(kFiles, folder.path().string());
  REQUIRE(change.ok());
  CHECK(change->replaced == std::vector<std::string>{"en/rules.toml", "en/whys.toml"});
  CHECK(change->added == 1);
  REQUIRE(write(folder, net::Replace::kYes).status.ok());
  CHECK(fs::is_symlink(folder.path() / "en/whys.toml"));
  CHECK(fs::is_symlink(folder.path() / "en/rules.toml"));
  CHECK(slurp((folder.path() / "kept/whys.toml").string()) == "new whys");
  CHECK(slurp((folder.path() / "kept/rules.toml").string()) == "new rules");
  CHECK(fs::status(folder.path() / "kept/whys.toml").permissions() == fs::perms(0600));
}

}  // namespace aandacht::test
