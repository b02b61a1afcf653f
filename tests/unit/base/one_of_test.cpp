#include "shared/base/one_of.h"

#include <string>
#include <vector>

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

TEST_CASE("a list with marks has its words and no others", "[one-of]") {
  static constexpr OneOf kDays{"vandaag", "morgen", "a", "overmorgen"};
  for (const char* word : {"vandaag", "morgen", "a", "overmorgen"}) CHECK(kDays.has(word));
  for (const char* word : {"", "b", "mergen", "morgens", "vandaan", "overmorgem", "mrogen"})
    CHECK_FALSE(kDays.has(word));
  static constexpr OneOf kWithEmpty{"een", ""};
  CHECK(kWithEmpty.has(""));
  CHECK_FALSE(kDays.has(std::string_view()));
}

TEST_CASE("marks never deny a word that was added, and deny most others", "[one-of]") {
  WordMarks<10> marks;
  std::vector<std::string> added;
  for (int i = 0; i < 60; ++i)
    added.push_back("woord" + std::to_string(i * 37) + std::string(1, static_cast<char>('a' + i % 26)));
  for (const std::string& word : added) marks.add(word);
  for (const std::string& word : added) CHECK(marks.may_have(word));
  int taken = 0;
  for (int i = 0; i < 1000; ++i) taken += marks.may_have("ander" + std::to_string(i)) ? 1 : 0;
  CHECK(taken < 300);
}

TEST_CASE("a word ends with one of a list only when it is longer", "[one-of]") {
  static constexpr LongerEnding kStreets{"straat", "laan"};
  CHECK(kStreets.of("kerkstraat"));
  CHECK(kStreets.of("dorpslaan"));
  for (const char* word : {"", "t", "straat", "laan", "straten", "balaan's", "maat", "kerkstrat"}) {
    INFO(word);
    CHECK_FALSE(kStreets.of(word));
  }
}

}  // namespace
}  // namespace aandacht::base
