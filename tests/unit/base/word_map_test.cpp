#include "shared/base/word_map.h"

#include <map>
#include <random>
#include <set>
#include <string>

#include "tests/support/catch.h"

namespace aandacht::base {
namespace {

// Of few letters, so that many are nearly alike; of 0 to 24 bytes, so that some are too long for a key. A byte may be
// 0.
std::string random_word(std::mt19937& random) {
  const std::size_t size = random() % 25;
  std::string word;
  for (std::size_t i = 0; i < size; ++i) word += "ab\0\xC3"[random() % 4];
  return word;
}

TEST_CASE("a key gives its word back, and no two words have the same", "[word-map]") {
  std::mt19937 random(20261124);
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::string> words;
  for (int i = 0; i < 20'000; ++i) {
    const std::string word = random_word(random);
    if (word.size() > WordKey::kLongest) continue;
    const WordKey key = WordKey::of(word);
    REQUIRE(key.text() == word);
    REQUIRE(key.high != 0);
    const auto known = words.try_emplace({key.low, key.high}, word).first;
    REQUIRE(known->second == word);
  }
  CHECK(words.size() > 5'000);
}

TEST_CASE("a key reads nothing but its word", "[word-map]") {
  for (std::size_t size = 0; size <= WordKey::kLongest; ++size) {
    const std::string word(size, 'x');
    const std::string in_text = "y" + word + "z";
    CHECK(WordKey::of(word) == WordKey::of(std::string_view(in_text).substr(1, size)));
  }
}

TEST_CASE("a map of words answers as std::map does", "[word-map]") {
  std::mt19937 random(7);
  WordMap<int> words;
  std::map<std::string, int> plain;
  for (int i = 0; i < 20'000; ++i) {
    const std::string word = random_word(random);
    if (random() % 3 == 0) {
      words[word] = i;
      plain[word] = i;
    } else if (random() % 3 == 0) {
      words.try_emplace(word, i);
      plain.try_emplace(word, i);
    }
    const int* found = words.find(word);
    REQUIRE((found != nullptr) == plain.contains(word));
    if (found != nullptr) REQUIRE(*found == plain.at(word));
  }
  CHECK(words.size() == plain.size());
  std::map<std::string, int> visited;
  std::as_const(words).for_each([&](std::string_view word, int value) { visited[std::string(word)] = value; });
  CHECK(visited == plain);
}

TEST_CASE("a map that is empty has no word", "[word-map]") {
  const WordMap<int> words;
  for (const char* word : {"", "a", "een woord van meer dan vijftien letters"}) CHECK(words.find(word) == nullptr);
  CHECK(words.empty());
}

TEST_CASE("room that was asked for changes nothing", "[word-map]") {
  WordMap<int> words = {{"een", 1}, {"twee", 2}};
  words.reserve(1'000);
  words["drie"] = 3;
  CHECK(words.size() == 3);
  REQUIRE(words.find("twee") != nullptr);
  CHECK(*words.find("twee") == 2);
  CHECK_FALSE(words.contains("vier"));
}

TEST_CASE("a set of words has them and no others", "[word-map]") {
  const WordSet words = {"voor", "na", "", "verantwoordelijkheden"};
  for (const char* word : {"voor", "na", "", "verantwoordelijkheden"}) CHECK(words.contains(word));
  for (const char* word : {"voo", "voort", "n", "verantwoordelijkheid"}) CHECK_FALSE(words.contains(word));
  CHECK(words.size() == 4);
}

}  // namespace
}  // namespace aandacht::base
