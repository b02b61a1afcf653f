// A whole file as it is now.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace aandacht::test {

/// Empty when there is none.
[[nodiscard]] inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace aandacht::test
