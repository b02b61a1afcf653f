#include "shared/base/cold_code.h"

#include <fstream>
#include <string>

#include "tests/support/catch.h"

namespace aandacht::base {
namespace {

long resident_of_files_kb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("RssFile:")) return std::stol(line.substr(line.find_first_of("0123456789")));
  }
  return -1;
}

TEST_CASE("code given back costs nothing until it runs again", "[cold_code]") {
  const long before = resident_of_files_kb();
  REQUIRE(before > 0);
  give_back_all_code();
  const long after = resident_of_files_kb();
  CHECK(after < before);
}

}  // namespace
}  // namespace aandacht::base
