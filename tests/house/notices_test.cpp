// Whoever's work a shipped model learned from is named in NOTICE.
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "tests/support/catch.h"

namespace {

std::string read(const std::string& file) {
  std::ifstream in(std::string(AANDACHT_SOURCE_DIR "/") + file);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("every set of others that a model learned from is named in NOTICE", "[house]") {
  const std::string sources = read("service/content/models/training/sources.toml");
  const std::string notice = read("NOTICE");
  const std::regex set("licence = \"([^\"]*)\"\\s*\\norigin = \"([^\"]*)\"");
  const std::regex repository("[A-Za-z0-9-]+/([A-Za-z0-9._-]+) @[0-9a-f]+");
  std::set<std::string> others;
  for (std::sregex_iterator it(sources.begin(), sources.end(), set), end; it != end; ++it) {
    const std::string origin = (*it)[2];
    std::smatch name;
    if ((*it)[1] != "CC0" && std::regex_search(origin, name, repository)) others.insert(name[1]);
  }
  REQUIRE(others.size() >= 5);
  for (const std::string& name : others) {
    INFO(name);
    CHECK(notice.find("/" + name) != std::string::npos);
  }
  CHECK(notice.find("creativecommons.org/licenses/by/4.0") != std::string::npos);
}

}  // namespace
