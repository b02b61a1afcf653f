// Stems are kept a while: what was kept must be what the stemmer says.
#include <map>
#include <string>
#include <utility>

#include "shared/domain/normalise.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

TEST_CASE("a stem that is asked again is the same, whatever was asked between", "[words]") {
  std::map<std::pair<std::string, std::string>, std::string> first;
  const auto asked = [&](const std::string& word, const std::string& language) {
    const std::string said = stem(word, language);
    return first.emplace(std::pair(word, language), said).first->second == said;
  };
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 6000; ++i) {
      const std::string word = std::string(1, static_cast<char>('a' + i % 26)) + "bel" + std::to_string(i) + "ingen";
      CHECK(asked(word, i % 3 == 0 ? "en" : "nl"));
      CHECK(asked("betalingen", "nl"));
      CHECK(asked("payments", "en"));
    }
  }
}

TEST_CASE("the same letters have a stem in each language, and a long word has one too", "[words]") {
  const std::string dutch = stem("planning", "nl");
  const std::string english = stem("planning", "en");
  CHECK(dutch != english);
  CHECK(stem("planning", "nl") == dutch);
  CHECK(stem("planning", "en") == english);
  const std::string word = "arbeidsongeschiktheidsverzekeringen";
  CHECK(stem(word, "nl") == stem(word, "nl"));
  CHECK(stem(word, "nl").size() < word.size());
  CHECK(stem("", "nl").empty());
}

}  // namespace
}  // namespace aandacht::domain
