#include "shared/domain/phrase.h"

#include <re2/re2.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

struct Case {
  std::string phrase;
  std::string text;
  std::string found;  ///< Empty: nothing.
};

const Case kCases[] = {
    {"bel", "ik bel u terug", "bel"},
    {"bel", "bel", "bel"},
    {"bel", "een belletje", ""},
    {"bel", "u belt mij", ""},
    {"(?:ik|we) (?:bel|belt)", "dan belt hij en ik belt", "ik belt"},
    {"(?:eh )?ik kom", "nou eh ik kom", "eh ik kom"},
    {"(?:eh )?ik kom", "nou ah ik kom", "ik kom"},
    {"a?b", "x b", "b"},
    {"a?b", "x ab", "ab"},
    {"\\S+loos", "dat is zinloos", "zinloos"},
    {"\\S*loos", "dat is loos", "loos"},
    {"\\d\\d uur", "om 12 uur", "12 uur"},
    {"ik(?: \\S+){0,2} terug", "ik bel ik u nu terug", "ik u nu terug"},
    {"één keer", "nog een keer", "een keer"},
    {"[kK]an|mag", "dat mag niet", "mag"},
    {"u", "dat ziet u", "u"},
    {"u", "dat ziet u niet", "u"},
    {"u belt", "als u belt", "u belt"},
    {"(?:u )?belt", "u belt", "u belt"},
    {"^ik", "ik ga", "ik"},
    {"^ik", "nu ik ga", ""},
};

std::string found_in(const Case& one, const std::string& text) {
  const auto set = PhraseSet::create({"iets heel anders", one.phrase});
  REQUIRE(set.ok());
  const auto range = (*set)->locate(1, text);
  const bool hit = (*set)->find(text) == std::vector<std::size_t>{1};
  CHECK(hit == range.has_value());
  return range ? text.substr(range->begin, range->end - range->begin) : "";
}

}  // namespace

TEST_CASE("a phrase is found where it stands first, as whole words") {
  for (const Case& one : kCases) {
    CAPTURE(one.phrase, one.text);
    CHECK(found_in(one, one.text) == one.found);
  }
}

TEST_CASE("a phrase is found the same in a long text as in a short one") {
  std::string tail;
  for (int i = 0; i < 600; ++i) tail += " ja";
  for (const Case& one : kCases) {
    CAPTURE(one.phrase, one.text);
    CHECK(found_in(one, one.text + tail) == one.found);
  }
}

// Where RE2 finds the phrase, word by word, the longest at each.
std::vector<std::string> by_regex(const std::string& phrase, const std::string& text) {
  RE2::Options options;
  options.set_longest_match(true);
  const RE2 regex("(" + phrase + ")(?:$| )", options);
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find(' ', at), text.size() - 1) + 1) {
    re2::StringPiece groups[2];
    if (!regex.Match(text, at, text.size(), RE2::ANCHOR_START, groups, 2)) continue;
    found.push_back(std::to_string(at) + " " + std::string(groups[1].data(), groups[1].size()));
  }
  return found;
}

TEST_CASE("phrases of all kinds are found where RE2 finds them, in a long text too") {
  std::mt19937 random(20261123);
  const auto one_of = [&](const std::vector<std::string>& of) {
    return of[std::uniform_int_distribution<std::size_t>(0, of.size() - 1)(random)];
  };
  std::string tail;
  for (int i = 0; i < 600; ++i) tail += " zz";
  int hits = 0;
  for (int round = 0; round < 600; ++round) {
    Case one;
    const std::vector<std::string> parts = {"a",     "b",      "ab",        "(?:a|ba)", "a?b",        "b\\S*",
                                            "\\S+c", "\\S*ac", "(?:a|b)c?", "(?:b )?a", "(?:a |b)?c", "c{1,2}"};
    const std::vector<std::string> between = {" ", "", "(?: \\S+){0,2} ", "(?: \\S+)? ", " (?:\\S+ ){0,2}", " \\S+ "};
    one.phrase = one_of(parts);
    for (int more = round % 3; more > 0; --more) one.phrase += one_of(between) + one_of(parts);
    if (round % 5 == 0) one.phrase += one_of({"(?: \\S+)?", "(?: \\S+){0,3}", " \\S+", "(?: c)?"});
    for (int word = 0; word < 6; ++word) {
      one.text += one_of({"a", "b", "c", "ab", "ba", "ac", "abc", "cc"});
      one.text += word < 5 ? " " : "";
    }
    CAPTURE(one.phrase, one.text);
    const std::vector<std::string> expected = by_regex(one.phrase, one.text);
    const auto set = PhraseSet::create({"iets heel anders", one.phrase});
    REQUIRE(set.ok());
    std::vector<std::string> all;
    for (const PhraseHit& hit : (*set)->find_all(one.text)) {
      CHECK(hit.phrase == 1);
      all.push_back(std::to_string(hit.range.begin) + " " +
                    one.text.substr(hit.range.begin, hit.range.end - hit.range.begin));
    }
    CHECK(all == expected);
    const std::string found = found_in(one, one.text);
    CHECK(found == (expected.empty() ? "" : expected.front().substr(expected.front().find(' ') + 1)));
    if (one.phrase.find("\\S+") == std::string::npos) CHECK(found == found_in(one, one.text + tail));
    hits += found.empty() ? 0 : 1;
  }
  CHECK(hits > 150);
}

}  // namespace aandacht::domain
