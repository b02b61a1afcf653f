#include "shared/domain/phrase_syntax.h"

#include <re2/re2.h>

#include <algorithm>
#include <random>
#include <string>

#include "shared/domain/atoms.h"
#include "shared/domain/phrase.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

TEST_CASE("ordinary phrases are known to be well-formed without RE2", "[phrase]") {
  for (const char* phrase : {"niet mijn fout", "that's", "(?:ik|wij) ga(?: \\S+){0,4} bellen", "a?b", "(a|b)+ c",
                             "(?:(?:x|y) )*z", "\\S+ cancer", "a{2}"}) {
    INFO(phrase);
    CHECK(is_surely_a_phrase(phrase));
    CHECK(check_phrase(phrase).ok());
  }
}

TEST_CASE("a phrase that fits every text, or is broken, is never taken for well-formed", "[phrase]") {
  for (const char* phrase :
       {"",         "  ",     "a*",      "(?:a|b)?", "(?:a|)", "a?b?", "(a",   "a)",  "a)(b", "?a", "a**",
        "(?P<x>a)", "a{2,1}", "a{0,99}", "|",        "a|",     "\\d+", "[ab]", "a.c", "{2}",  "a{", "(?i)a"}) {
    INFO(phrase);
    CHECK_FALSE(is_surely_a_phrase(phrase));
  }
  CHECK_FALSE(is_surely_a_phrase(std::string(10000, 'a')));
  std::string deep(2001, 'a');
  std::fill(deep.begin(), deep.begin() + 1000, '(');
  std::fill(deep.begin() + 1001, deep.end(), ')');
  CHECK_FALSE(is_surely_a_phrase(deep));
}

TEST_CASE("whatever is taken for well-formed, RE2 takes too, and it does not match nothing", "[phrase]") {
  std::mt19937 random(7);
  const std::string letters = "ab '|()?*+{}2,\\S:";
  RE2::Options options;
  options.set_log_errors(false);
  int sure = 0;
  for (int i = 0; i < 100000; ++i) {
    std::string phrase;
    for (std::size_t length = 1 + random() % 12; phrase.size() < length;) {
      if (random() % 8 == 0) phrase += "(?:";
      phrase += letters[random() % letters.size()];
    }
    if (!is_surely_a_phrase(phrase)) continue;
    ++sure;
    const RE2 pattern(phrase, options);
    INFO(phrase);
    REQUIRE(pattern.ok());
    REQUIRE_FALSE(RE2::FullMatch("", pattern));
  }
  CHECK(sure > 1000);
}

TEST_CASE("atoms are found wherever they are, each once", "[phrase]") {
  const Atoms atoms({"fout", "niet", "niet mijn", "out", "xyz"});
  CHECK(atoms.find("dat is niet mijn fout niet") == std::vector<int>{0, 1, 2, 3});
  CHECK(atoms.find("ni").empty());
  CHECK(atoms.find("").empty());
  CHECK(atoms.find("xyz") == std::vector<int>{4});
  CHECK(Atoms({}).find("niets").empty());
}

TEST_CASE("a set of phrases finds what each of them finds by itself", "[phrase]") {
  const std::vector<std::string> phrases = {
      "niet mijn(?: \\S+){0,2} fout", "ik",  "(?:daar|hier) (?:niet|nooit) over", "ACRONYM", "ga",
      "(?:ze|zij)(?: \\S+)* zelf",    "é?én"};
  const auto set = PhraseSet::create(phrases);
  REQUIRE(set.ok());
  for (const char* text : {"dat is niet mijn eigen grote fout", "ik ga daar niet over", "de ACRONYM is stuk",
                           "nou ze doen dat zelf", "een", "en", "", "fout niet mijn", "ga"}) {
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if ((*set)->locate(i, text)) alone.push_back(i);
    }
    INFO(text);
    CHECK((*set)->find(text) == alone);
  }
}

}  // namespace
}  // namespace aandacht::domain
