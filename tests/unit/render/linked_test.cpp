// The programs that live beside the softphone must not bring OpenGL, and with it a compiler, into memory.
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/catch.h"

namespace aandacht::test {

TEST_CASE("overlay and console are not linked with OpenGL", "[linked]") {
  for (const char* program : {"aandacht", "aandacht-supervisor"}) {
    const std::string path = std::string(AANDACHT_BIN_DIR "/") + program;
    if (!std::filesystem::exists(path)) {
      WARN(path << " has not been built; skipped");
      continue;
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> ldd(popen(("ldd '" + path + "'").c_str(), "r"), &pclose);
    REQUIRE(ldd != nullptr);
    std::string libraries;
    std::array<char, 4096> part{};
    while (std::fgets(part.data(), part.size(), ldd.get()) != nullptr) libraries += part.data();
    INFO(libraries);
    CHECK(libraries.find("libc.so") != std::string::npos);
    for (const char* unwanted : {"libGL", "libEGL", "libOpenGL", "libLLVM"}) {
      CHECK(libraries.find(unwanted) == std::string::npos);
    }
  }
}

}  // namespace aandacht::test
