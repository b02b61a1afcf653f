// Lists of expressions, found in one walk: against the plain way, which tries each expression at each word.
#include "shared/domain/cue_words.h"

#include <algorithm>
#include <random>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "shared/domain/library.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

std::vector<Word> words_of(const std::string& text) {
  std::vector<Word> words;
  for (const absl::string_view word : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
    const auto begin = static_cast<std::size_t>(word.data() - text.data());
    words.push_back({begin, begin + word.size()});
  }
  return words;
}

using Hits = std::vector<std::array<std::size_t, 3>>;  // first, last, list

Hits hits_of(const Lexicon& lexicon, const std::vector<std::string_view>& lists, const std::string& text) {
  const auto cues = CueWords::create(lexicon, lists);
  REQUIRE(cues.ok());
  Hits hits;
  for (const CueHit& hit : (*cues)->find(text, words_of(text))) hits.push_back({hit.first, hit.last, hit.list});
  std::sort(hits.begin(), hits.end());
  return hits;
}

bool fits(std::string_view pattern, std::string_view word) {
  if (pattern == std::string(1, kAnyLetters)) return true;
  if (pattern.front() == kAnyLetters) return word.ends_with(pattern.substr(1));
  if (pattern.back() == kAnyLetters) return word.starts_with(pattern.substr(0, pattern.size() - 1));
  return word == pattern;
}

Hits plain_hits_of(const Lexicon& lexicon, const std::vector<std::string_view>& lists, const std::string& text) {
  const std::vector<std::string> said = absl::StrSplit(text, ' ');
  Hits hits;
  for (std::size_t list = 0; list < lists.size(); ++list) {
    for (const std::string& entry : lexicon.phrases.at(std::string(lists[list]))) {
      const auto expressions = expand_finite(entry);
      REQUIRE(expressions.ok());
      for (const std::string& expression : *expressions) {
        const std::vector<std::string> words = absl::StrSplit(expression, ' ', absl::SkipEmpty());
        for (std::size_t first = 0; first + words.size() <= said.size(); ++first) {
          const auto begin = said.begin() + static_cast<std::ptrdiff_t>(first);
          if (std::equal(words.begin(), words.end(), begin, fits))
            hits.push_back({first, first + words.size() - 1, list});
        }
      }
    }
  }
  std::sort(hits.begin(), hits.end());
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
  return hits;
}

class Phrases {
 public:
  explicit Phrases(unsigned seed) : random_(seed) {}

  std::string text(int words) {
    std::vector<std::string> said;
    for (int i = 0; i < words; ++i) said.emplace_back(one_of({"a", "b", "ab", "ba", "abc", "c"}));
    return absl::StrJoin(said, " ");
  }

  std::string phrase() {
    std::string made;
    do {  // Until it stands for few enough.
      made = word();
      for (int left = number(4); left > 0; --left) made += more();
    } while (!is_finite_cue(made));
    return made;
  }

 private:
  int number(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }
  std::string one_of(const std::vector<std::string>& of) {
    return of[static_cast<std::size_t>(number(static_cast<int>(of.size())))];
  }
  std::string word() { return one_of({"a", "b", "ab", "(?:a|ba)", "(?:a|b)c?", "ab?c", "b\\S*", "\\S+c"}); }
  std::string more() {
    return one_of({" " + word(), "(?: " + word() + ")?", "(?: \\S+){0,2} " + word(), "(?: " + word() + "|b)?",
                   " (?:" + word() + " )?" + word(), "(?:(?: a)?(?: b)?| c){0,2}"});
  }

  std::mt19937 random_;
};

TEST_CASE("what is found in one walk is what each expression by itself finds", "[cues]") {
  Phrases random(20261123);
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    Lexicon lexicon;
    for (const char* list : {"one", "two", "three"}) {
      for (int i = 0; i < 3; ++i) lexicon.phrases[list].push_back(random.phrase());
    }
    const std::vector<std::string_view> lists = {"one", "two", "three"};
    const std::string text = random.text(8);
    INFO(absl::StrJoin(lexicon.phrases["one"], " ; ")
         << " / " << absl::StrJoin(lexicon.phrases["two"], " ; ") << " / "
         << absl::StrJoin(lexicon.phrases["three"], " ; ") << " in " << text);
    const Hits hits = hits_of(lexicon, lists, text);
    Hits once = hits;
    once.erase(std::unique(once.begin(), once.end()), once.end());
    CHECK(once == plain_hits_of(lexicon, lists, text));
    found += hits.size();
  }
  CHECK(found > 3000);
}

TEST_CASE("hits come by their first word", "[cues]") {
  Lexicon lexicon;
  lexicon.phrases["call back"] = {"bel(?: \\S+){0,2} terug", "terug"};
  const auto cues = CueWords::create(lexicon, {"call back"});
  REQUIRE(cues.ok());
  const std::string text = "ik bel u straks terug";
  CHECK((*cues)->find(text, words_of(text)) == std::vector<CueHit>{{1, 4, 0}, {4, 4, 0}});
}

TEST_CASE("a list that the lexicon does not have finds nothing, and neither does an empty text", "[cues]") {
  const auto cues = CueWords::create({}, {"none"});
  REQUIRE(cues.ok());
  CHECK((*cues)->find("ik bel u", words_of("ik bel u")).empty());
  CHECK((*cues)->find("", {}).empty());
}

TEST_CASE("an expression that may say nothing or begins with any word is refused by its list", "[cues]") {
  for (const char* entry : {"\\S+ terug", "(?:bel)?", "(?:\\S+ )?terug", "(?: \\S+){0,2}", "bel.*"}) {
    Lexicon lexicon;
    lexicon.phrases["call back"] = {entry};
    const auto cues = CueWords::create(lexicon, {"call back"});
    INFO(entry);
    REQUIRE_FALSE(cues.ok());
    CHECK(std::string(cues.status().message()).starts_with("call back: \"" + std::string(entry)));
  }
}

TEST_CASE("an expression with many ways costs no more than it has words", "[cues]") {
  Lexicon lexicon;
  std::string entry = "w";
  for (int i = 0; i < 14; ++i) entry += "(?: " + std::string(1, static_cast<char>('a' + i)) + ")?";
  lexicon.phrases["many"] = {entry, entry + " z"};
  const std::string text = "w a c e g i k m z";
  const Hits hits = hits_of(lexicon, {"many"}, text);
  CHECK(hits.size() == 9);
}

TEST_CASE("a phrase in which some letters are part of a word is none that is found the same by words", "[cue]") {
  for (const char* phrase :
       {"bel", "bel\\S*", "de \\S+", "ik(?: \\S+){0,4} bel", "bel (?:\\S+ ){0,3}nu", "(?:a|de \\S+)? b",
        "ik (?:de |het )?\\S+ kaart", "a(?: \\S+)?(?: \\S+)?(?: b)?", "a (?:b|\\S+ c)", "a \\S+(?: b| c)"}) {
    INFO(phrase);
    CHECK(is_finite_phrase(phrase));
  }
  for (const char* phrase :
       {"zin\\S+", "a (?:\\S+)kaart", "a (?:de|\\S+)kaart", "a(?:\\S+|b)", "a(?: \\S+)?x", "a (?:de)?\\S+",
        "b\\S*a", "\\S*b\\S*", "ik(?: de \\S+){0,2}x", "a (?:\\S+){2}", "a \\S+? b", "a \\S+\\S+", "a(?: b\\S+)?", "\\S+ b", "a+"}) {
    INFO(phrase);
    CHECK_FALSE(is_finite_phrase(phrase));
  }
}

}  // namespace
}  // namespace aandacht::domain
