// Nothing of how it goes with a person leaves the service by another way than that person's rpcs.
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_matching(const std::string& text, const std::regex& pattern, const std::string& file) {
  std::vector<std::string> found;
  const auto begin = std::sregex_iterator(text.begin(), text.end(), pattern);
  for (auto match = begin; match != std::sregex_iterator(); ++match) found.push_back(file + ": " + match->str());
  return found;
}

std::vector<std::string> in_service(const std::string& pattern) {
  const std::regex regex(pattern, std::regex::icase);
  std::vector<std::string> found;
  for (const std::string folder : {"/service", "/shared"}) {
    for (const auto& entry : fs::recursive_directory_iterator(AANDACHT_SOURCE_DIR + folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp" && extension != ".txt") continue;
      std::ifstream stream(entry.path());
      const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
      for (std::string& line : lines_matching(text, regex, entry.path().string())) found.push_back(std::move(line));
    }
  }
  return found;
}

// Whole statements, over line ends.
constexpr const char* kLogged = R"(spdlog::(trace|debug|info|warn|error|critical)\([^;]*\b\w*)";

}  // namespace

TEST_CASE("no log statement of the service takes up fatigue, resets, habits, guesses or energy") {
  CHECK(in_service(std::string(kLogged) + "(fatigue|reset|habit|routine|guess|heavy|sensitiv|energy|fullness)[^;]*;") ==
        std::vector<std::string>{});
}

TEST_CASE("the search for log statements finds one that would tell") {
  const std::regex regex(std::string(kLogged) + "(fatigue|habit)[^;]*;", std::regex::icase);
  CHECK(lines_matching("spdlog::info(\"{} is at {}\",\n agent, desk.fatigue.heavy);", regex, "f").size() == 1);
  CHECK(lines_matching("spdlog::info(\"stopping\");\nuse(desk.fatigue);", regex, "f").empty());
}

TEST_CASE("the service exports no metrics: none could carry what is an agent's own") {
  CHECK(
      in_service(
          R"(#\s*include\s*[<"][^">]*(prometheus|opentelemetry|opencensus|statsd)|find_package\((prometheus|opentelemetry))") ==
      std::vector<std::string>{});
}
