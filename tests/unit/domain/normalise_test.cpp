#include "shared/domain/normalise.h"

#include <random>
#include <thread>

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

TEST_CASE("normalise lower-cases, unifies apostrophes and leaves one space between words", "[normalise]") {
  CHECK(normalise("  Ja,  dat’s ZO'n — ÉÉN...  ding!! ").text == "ja dat's zo'n één ding");
  CHECK(normalise("'s Avonds om 'n uur of acht, 't is 'raar'.").text == "'s avonds om 'n uur of acht 't is raar");
  CHECK(normalise("mijn ex-man; e-mail").text == "mijn ex man e mail");
  CHECK(normalise("€ 1.250,50 om 10:30, versie 2.").text == "1.250,50 om 10:30 versie 2");
  CHECK(normalise("").text.empty());
  CHECK(normalise("?! …").text.empty());
}

TEST_CASE("a letter written as base and mark is the same letter", "[normalise]") {
  CHECK(normalise("e\u0301e\u0301n").text == "één");
  CHECK(fold("één vóór drieëntwintig e\u0301") == "een voor drieentwintig e");
}

TEST_CASE("evidence is cut out of the original as it was written", "[normalise]") {
  const std::string original = "Nou, \"Mijn Ex-man\" — ÉÉN keer, hè!";
  const Normalised read = normalise(original);
  REQUIRE(read.text == "nou mijn ex man één keer hè");
  const auto begin = read.text.find("mijn");
  CHECK(original_words(read, original, begin, begin + 11) == "Mijn Ex-man");
  CHECK(original_words(read, original, 0, read.text.size()) == "Nou, \"Mijn Ex-man\" — ÉÉN keer, hè");
  CHECK(original_words(read, original, 3, 3).empty());
  const Normalised plain = folded(read);
  REQUIRE(plain.text == "nou mijn ex man een keer he");
  CHECK(original_words(plain, original, plain.text.find("een"), plain.text.size()) == "ÉÉN keer, hè");
}

TEST_CASE("whatever bytes come, the origin stays in order and inside the original", "[normalise]") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string original;
    for (int i = 0; i < 60; ++i) original += static_cast<char>(random() & 0xFFU);
    for (const Normalised& read : {normalise(original), folded(normalise(original))}) {
      REQUIRE(read.origin.size() == read.text.size() + 1);
      REQUIRE(std::is_sorted(read.origin.begin(), read.origin.end()));
      REQUIRE(read.origin.back() == original.size());
    }
    const std::string text = normalise(original).text;
    REQUIRE(normalise(text).text == text);
  }
}

TEST_CASE("stems leave function words out and join forms of a word", "[normalise]") {
  CHECK(stems("de monteurs", "nl") == stems("een monteur", "nl"));
  CHECK(stems("your refunds", "en") == stems("the refund", "en-GB"));
  CHECK(stems("ja maar dat is het", "nl").empty());
}

TEST_CASE("stems give the same from many threads", "[normalise]") {
  const auto expected = stems("de monteurs rekenen facturen", "nl");
  std::vector<std::thread> threads;
  std::vector<int> wrong(8, 0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 500; ++n) wrong[i] += stems("de monteurs rekenen facturen", "nl") == expected ? 0 : 1;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(8, 0));
}

TEST_CASE("the language is guessed from function words, Dutch when in doubt", "[normalise]") {
  CHECK(guess_language("i don't get why the letter was so rude") == "en");
  CHECK(guess_language("ik snap niet waarom dat zo lang duurt") == "nl");
  CHECK(guess_language("") == "nl");
  CHECK(guess_language("maps") == "nl");
}

}  // namespace
}  // namespace aandacht::domain
