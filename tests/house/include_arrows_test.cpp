// The house's arrows, read from the includes: a forbidden one fails here before anybody gets used to it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = AANDACHT_SOURCE_DIR;

std::vector<fs::path> sources_under(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".h" || extension == ".cpp") files.push_back(entry.path());
  }
  return files;
}

/// "file:line: text" of every line under `folder` that matches.
std::vector<std::string> lines_matching(const std::string& folder, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (const fs::path& path : sources_under(folder)) {
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
      if (std::regex_search(line, regex)) found.push_back(path.string() + ":" + std::to_string(number) + ": " + line);
    }
  }
  return found;
}

std::string include_of(const std::string& what) { return "^\\s*#\\s*include\\s*[<\"](" + what + ")"; }

struct Ban {
  std::string folder;
  std::string what;  ///< Regular expression over the included path.
};

}  // namespace

TEST_CASE("No folder includes what the house forbids it") {
  const std::vector<Ban> bans = {
      {"shared/base", "shared/(classify|learn|domain|content|wire|security)/|service/|client/|aandacht/v1/|grpc"},
      {"shared/classify", "shared/(domain|content|wire|security|learn)/|service/|client/|aandacht/v1/|grpc"},
      {"shared/learn", "shared/(domain|content|wire|security)/|service/|client/|aandacht/v1/|grpc"},
      {"service", "shared/learn/"},
      {"shared/security", "shared/(classify|learn|domain|content|wire)/|service/|client/|aandacht/v1/|grpc"},
      {"shared/domain",
       "aandacht/v1/|google/protobuf|grpc|sqlite|imgui|GLFW|X11|service/|client/|shared/"
       "(wire|content|security|learn)/"},
      {"shared/domain",
       "shared/base/clock\\.h|absl/time/clock\\.h|ctime|time\\.h|random|iostream|fstream|filesystem|sys/"},
      {"shared/content", "aandacht/v1/|grpc|sqlite|imgui|service/|client/|shared/wire/"},
      {"shared/wire", "grpc|sqlite|imgui|service/|client/"},
      {"service", "client/|imgui|GLFW|X11"},
      {"service/core",
       "grpc|aandacht/v1/|google/protobuf|shared/wire/|sqlite|service/(rpc|app|store/sqlite|bus/local)/"},
      {"service/store", "grpc|service/(core|rpc|app|bus)/"},
      {"service/bus", "grpc|service/(core|rpc|app|store)/"},
      {"service/picture", "shared/|grpc|sqlite|service/(core|rpc|app|store|bus)/"},
      {"service/rpc", "sqlite|service/(app|store/sqlite|bus/local)/"},
      {"client", "service/"},
      {"client/model", "imgui|grpc|aandacht/v1/|client/(ui|net|overlay|app|platform)/"},
      {"client/ui", "grpc|aandacht/v1/|client/(net|overlay|supervisor|softphone)/"},
      {"client/net", "imgui|GLFW|client/(ui|model|overlay|app|platform)/"},
      {"client/local", "imgui|grpc|GLFW|X11/|aandacht/v1/|client/(ui|model|overlay|app|platform|softphone)/"},
      {"client/ready", "imgui|grpc|GLFW|X11/|aandacht/v1/|client/(?!ready/)|shared/(?!base/)"},
      {"client/ctl", "imgui|GLFW|X11/"},
  };
  for (const Ban& ban : bans) {
    std::vector<std::string> broken = lines_matching(ban.folder, include_of(ban.what));
    // The store's interface is what core stands on.
    std::erase_if(broken,
                  [](const std::string& line) { return line.find("\"service/store/store.h\"") != std::string::npos; });
    INFO("in " << ban.folder << " the house forbids " << ban.what);
    CHECK(broken == std::vector<std::string>{});
  }
}

TEST_CASE("The domain reads no clock, draws no random number and prints nothing") {
  CHECK(lines_matching("shared/domain",
                       "absl::Now\\(|std::chrono::(system|steady)_clock|std::rand|random_device|std::cout|printf\\(") ==
        std::vector<std::string>{});
}

TEST_CASE("Nobody sleeps or asks the time below the programs' own folders") {
  for (const std::string folder :
       {"service/core", "service/rpc", "service/store", "client/model", "client/ui", "client/overlay"}) {
    CHECK(lines_matching(folder, "absl::Now\\(|sleep_for|SleepFor\\(|usleep\\(|system_clock::now") ==
          std::vector<std::string>{});
  }
}

TEST_CASE("Every folder that holds code is a target of its own") {
  for (const std::string top : {"shared", "service", "client"}) {
    for (const fs::path& path : sources_under(top)) {
      INFO(path);
      CHECK(fs::exists(path.parent_path() / "CMakeLists.txt"));
    }
  }
}

TEST_CASE("Files stay small: nine in ten under 400 lines, the median near 100") {
  std::vector<int> sizes;
  for (const std::string top : {"shared", "service", "client"}) {
    for (const fs::path& path : sources_under(top)) {
      std::ifstream file(path);
      std::string line;
      int lines = 0;
      while (std::getline(file, line)) ++lines;
      sizes.push_back(lines);
    }
  }
  std::sort(sizes.begin(), sizes.end());
  REQUIRE_FALSE(sizes.empty());
  CHECK(sizes[sizes.size() / 2] <= 130);
  CHECK(sizes[sizes.size() * 9 / 10] < 400);
}
