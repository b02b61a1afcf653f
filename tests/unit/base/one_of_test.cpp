#include "shared/base/one_of.h"

#include "tests/support/catch.h"

namespace aandacht::base {
namespace {

TEST_CASE("a word is in a list when all its letters are", "[one-of]") {
  CHECK(is_one_of("morgen", {"vandaag", "morgen"}));
  CHECK(is_one_of("a", {"b", "a"}));
  CHECK_FALSE(is_one_of("morgen", {}));
  CHECK_FALSE(is_one_of("morgen", {"morge", "morgens", "zorgen", "morgem"}));
}

TEST_CASE("no word is in a list only when an empty one is", "[one-of]") {
  CHECK(is_one_of("", {"een", ""}));
  CHECK_FALSE(is_one_of("", {"een", "a"}));
}

}  // namespace
}  // namespace aandacht::base
