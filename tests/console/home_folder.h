// Nobody's home, until it is over.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace aandacht::test {

/// Where the console begins to look for a folder. Other threads read the environment: it is made before a window.
class HomeFolder {
 public:
  HomeFolder() : before_(std::getenv("HOME") == nullptr ? "" : std::getenv("HOME")) {
    setenv("HOME", folder_.path().c_str(), 1);
  }
  ~HomeFolder() { setenv("HOME", before_.c_str(), 1); }
  HomeFolder(const HomeFolder&) = delete;
  HomeFolder& operator=(const HomeFolder&) = delete;

  [[nodiscard]] std::string path() const { return folder_.path(); }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

 private:
  TemporaryFolder folder_;
  const std::string before_;
};

}  // namespace aandacht::test
