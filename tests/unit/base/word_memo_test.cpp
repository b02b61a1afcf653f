#include "shared/base/word_memo.h"

#include <string>

#include "tests/support/catch.h"

namespace aandacht::base {
namespace {

TEST_CASE("what is known of a word is made once while the word is lately said", "[word-memo]") {
  WordMemo<std::string> memo;
  int made = 0;
  const auto make = [&](std::string_view word) {
    ++made;
    return std::string(word) + "!";
  };
  for (int i = 0; i < 3; ++i) CHECK(memo.of("morgen", 1, make) == "morgen!");
  CHECK(made == 1);
}

TEST_CASE("who asks has answers of its own", "[word-memo]") {
  WordMemo<std::string> memo;
  const auto answer = [&](std::uint64_t owner) {
    return memo.of("is", owner, [&](std::string_view word) { return std::string(word) + std::to_string(owner); });
  };
  CHECK(answer(1) == "is1");
  CHECK(answer(2) == "is2");
  CHECK(answer(1) == "is1");
}

TEST_CASE("however many words are said, each has its own answer", "[word-memo]") {
  WordMemo<std::string> memo;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 20'000; ++i) {
      const std::string word = "w" + std::to_string(i);
      REQUIRE(memo.of(word, 1, [](std::string_view fresh) { return std::string(fresh); }) == word);
    }
  }
}

TEST_CASE("long words are not kept, and no word is", "[word-memo]") {
  WordMemo<std::size_t> memo;
  const auto size = [](std::string_view word) { return word.size(); };
  CHECK(memo.of("verantwoordelijkheid", 1, size) == 20);
  CHECK(memo.of("verantwoordelijk", 1, size) == 16);
  CHECK(memo.of("", 1, size) == 0);
}

}  // namespace
}  // namespace aandacht::base
