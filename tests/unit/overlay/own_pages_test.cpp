// Where a copy of what is kept about an agent goes.
#include "client/overlay/own_pages.h"

#include <cstdlib>
#include <filesystem>

#include "shared/base/text_file.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::overlay {
namespace {

namespace fs = std::filesystem;

const absl::CivilDay kDay(2026, 11, 17);

/// Nobody's home, until it is over. No other thread reads the environment here.
class Home {
 public:
  Home() {
    setenv("HOME", folder_.file("").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    fs::create_directories(folder_.file("config"));
  }
  ~Home() {
    if (home_.empty()) {
      unsetenv("HOME");
    } else {
      setenv("HOME", home_.c_str(), 1);
    }
  }
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;

  [[nodiscard]] fs::path at(const std::string& name) const { return folder_.file(name); }
  void says(const std::string& line) {
    REQUIRE(base::write_text_file(folder_.file("config/user-dirs.dirs"), "# made by the desktop\n" + line + "\n").ok());
  }

 private:
  const std::string home_ = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
  test::TemporaryFolder folder_;
};

TEST_CASE("a copy goes to the folder of documents that the desktop names") {
  Home home;
  fs::create_directories(home.at("Documenten"));
  home.says("XDG_DOCUMENTS_DIR=\"$HOME/Documenten\"");
  CHECK(fs::equivalent(export_file(kDay).parent_path(), home.at("Documenten")));
  CHECK(export_file(kDay).filename() == "aandacht-2026-11-17.jsonl");
}

TEST_CASE("without a folder of documents a copy goes home") {
  Home home;
  CHECK(fs::equivalent(export_file(kDay).parent_path(), home.at("")));
  home.says("XDG_DOCUMENTS_DIR=\"$HOME/NotThere\"");
  CHECK(fs::equivalent(export_file(kDay).parent_path(), home.at("")));
  fs::create_directories(home.at("Documents"));
  home.says("XDG_MUSIC_DIR=\"$HOME/Music\"");
  CHECK(fs::equivalent(export_file(kDay).parent_path(), home.at("Documents")));
}

}  // namespace
}  // namespace aandacht::overlay
