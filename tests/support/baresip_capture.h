// Captures of baresip's ctrl_tcp, for tests.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"

namespace aandacht::test {

/// The bytes of tests/data/softphone/NAME.
[[nodiscard]] inline std::string read_capture(const std::string& name) {
  std::ifstream file(absl::StrCat(AANDACHT_SOURCE_DIR, "/tests/data/softphone/", name), std::ios::binary);
  REQUIRE(file);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace aandacht::test
