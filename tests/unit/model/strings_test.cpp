#include "client/model/strings.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "shared/base/utf8.h"
#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::set<std::string> matches(const std::string& source, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(source.begin(), source.end(), pattern), end; it != end; ++it) found.insert((*it)[1]);
  return found;
}

std::set<std::string> places(const std::string& text) { return matches(text, std::regex(R"((\$[0-9]))")); }

TEST_CASE("both languages of a text fill the same places and are well-formed") {
  for (int i = 0; i < static_cast<int>(Text::kCount); ++i) {
    const std::string dutch = text(static_cast<Text>(i), Language::kDutch);
    const std::string english = text(static_cast<Text>(i), Language::kEnglish);
    INFO(dutch << " / " << english);
    CHECK(places(dutch) == places(english));
    CHECK(base::is_printable(dutch));
    CHECK(base::is_printable(english));
    CHECK(dutch.find('!') == std::string::npos);
    CHECK(english.find('!') == std::string::npos);
  }
}

TEST_CASE("every text is used by a window") {
  const std::filesystem::path client = std::filesystem::path(AANDACHT_SOURCE_DIR) / "client";
  const std::regex use(R"(Text::(k[A-Za-z]+))");
  std::set<std::string> used;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(client)) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != ".cpp" || name == "strings.cpp") continue;
    used.merge(matches(read(entry.path()), use));
  }
  const auto keys = matches(read(client / "model" / "strings.cpp"), std::regex(R"(Entry\{\s*Text::(k[A-Za-z]+))"));
  REQUIRE(keys.size() == static_cast<std::size_t>(Text::kCount));
  for (const std::string& key : keys) {
    INFO(key);
    CHECK(used.count(key) == 1);
  }
}

}  // namespace
}  // namespace aandacht::model
