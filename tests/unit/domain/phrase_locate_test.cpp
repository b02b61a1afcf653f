#include "shared/domain/phrase.h"
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

}  // namespace aandacht::domain
