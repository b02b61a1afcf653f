#include "shared/base/utf8.h"

#include "tests/support/catch.h"

namespace aandacht::base {
namespace {

TEST_CASE("code points before an offset are counted, whatever the bytes of each", "[utf8]") {
  const std::string text = "a\u00e9\u20ac\U0001F600b";  // 1, 2, 3, 4 and 1 bytes
  CHECK(code_points_before(text, {0, 1, 3, 6, 10, 11}) == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
  CHECK(code_points_before(text, {6, 6}) == std::vector<std::size_t>{3, 3});
  CHECK(code_points_before("", {0}) == std::vector<std::size_t>{0});
  CHECK(code_points_before("abc", {}).empty());
}

}  // namespace
}  // namespace aandacht::base
