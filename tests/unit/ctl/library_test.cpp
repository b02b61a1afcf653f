#include <filesystem>
#include <fstream>

#include "nlohmann/json.hpp"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

/// A content folder with one Dutch file.
struct ContentFolder {
  explicit ContentFolder(const std::string& text) {
    std::filesystem::create_directory(folder.path() / "nl");
    std::ofstream(folder.path() / "nl" / "lines.toml") << text;
  }
  test::TemporaryFolder folder;
};

const std::string kFine =
    "[[we_line]]\nlabel = \"blame\"\nown = \"Dat hebben wij niet goed gedaan.\"\nact = \"Ik zoek het nu uit.\"\n";

TEST_CASE("a folder without faults is said to have none, and the exit status is 0", "[library]") {
  const ContentFolder content(kFine);
  const Ran ran = run_ctl({"library", "check", content.folder.path().string()});
  CHECK(ran.exit == Exit::kOk);
  CHECK_THAT(ran.out, Catch::Matchers::StartsWith("Nothing to mend"));
  const Ran json = run_ctl({"library", "check", "--json", content.folder.path().string()});
  CHECK(json.exit == Exit::kOk);
  CHECK(json.out.empty());
}

TEST_CASE("a finding has file, line and what to do, and the exit status is 1", "[library]") {
  const ContentFolder content(kFine + "[[warmth_line]]\nphase = \"opening\"\ntext = \"U moet wachten.\"\n");
  const Ran ran = run_ctl({"library", "check", content.folder.path().string()});
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.out, Catch::Matchers::StartsWith("nl/lines.toml:7: "));
  CHECK_THAT(ran.out, Catch::Matchers::Contains("1 to mend"));
  const Ran json = run_ctl({"library", "check", "--json", content.folder.path().string()});
  CHECK(json.exit == Exit::kFailed);
  REQUIRE(lines_in(json.out).size() == 1);
  const auto finding = nlohmann::json::parse(json.out);
  CHECK(finding["file"] == "nl/lines.toml");
  CHECK(finding["line"] == 7);
  CHECK(finding["kind"] == "order");
  CHECK_FALSE(finding["advice"].get<std::string>().empty());
}

TEST_CASE("a folder that is not there is named", "[library]") {
  const Ran ran = run_ctl({"library", "check", "no/such/folder"});
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.err, Catch::Matchers::Contains("no/such/folder"));
}

}  // namespace
}  // namespace aandacht::ctl
