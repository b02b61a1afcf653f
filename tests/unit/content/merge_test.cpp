// Two people edited the same item.
#include "shared/content/merge.h"

#include <algorithm>
#include <random>

#include "shared/content/word_diff.h"
#include "tests/support/catch.h"

using namespace aandacht;
using namespace aandacht::content;
using domain::ItemKind;

namespace {

ItemText item(const std::string& customer, const std::vector<std::string>& synonyms = {}) {
  ItemText made{ItemKind::kWhy, "nl", "nl/a", {}};
  made.set({"topic", Field::Shape::kText, "terugbetaling", {}});
  made.set({"customer", Field::Shape::kText, customer, {}});
  made.set({"synonyms", Field::Shape::kList, {}, synonyms});
  return made;
}

struct Row {
  std::string base, theirs, mine, merged;
  bool conflict = false;
};

}  // namespace

TEST_CASE("texts are merged by words: what does not touch is kept from both") {
  const std::vector<Row> rows = {
      {"een twee drie", "een twee drie", "een twee drie", "een twee drie"},
      {"een twee drie", "nul een twee drie", "een twee drie vier", "nul een twee drie vier"},
      {"een twee drie", "een 2 drie", "een twee drie", "een 2 drie"},
      {"een twee drie", "een 2 drie", "een 2 drie", "een 2 drie"},
      {"een twee drie vier", "een drie vier", "een twee drie 4", "een drie 4"},
      {"een twee drie", "een 2 drie", "een TWEE drie", "een TWEE drie", true},
      {"een twee drie", "een 2 drie", "een twee 3", "een twee 3", true},  // Side by side: a person must look.
      {"een", "een extra", "een anders", "een anders", true},
      {"", "nieuw", "nieuw", "nieuw"},
      {"een\ntwee", "een\ntwee drie", "nul een\ntwee", "nul een\ntwee drie"},
  };
  for (const Row& row : rows) {
    INFO(row.base << " | " << row.theirs << " | " << row.mine);
    bool conflict = false;
    CHECK(merge_text(row.base, row.theirs, row.mine, conflict) == row.merged);
    CHECK(conflict == row.conflict);
  }
}

TEST_CASE("fields are merged on their own, and a conflict names its field and keeps all three texts") {
  ItemText theirs = item("Het geld staat er snel.", {"geld terug"});
  theirs.set({"emotion", Field::Shape::kText, "Dat is vervelend.", {}});
  ItemText mine = item("Het geld staat er morgen.", {"geld terug"});
  mine.set({"topic", Field::Shape::kText, "geld terug", {}});
  const Merge merged = merge(item("Het geld staat er.", {"geld terug"}), theirs, mine);
  CHECK(merged.conflicts() == std::vector<std::string>{"customer"});
  CHECK(merged.item.text("emotion") == "Dat is vervelend.");
  CHECK(merged.item.text("topic") == "geld terug");
  CHECK(merged.item.text("customer") == "Het geld staat er morgen.");
  const auto field = std::find_if(merged.fields.begin(), merged.fields.end(),
                                  [](const FieldMerge& each) { return each.name == "customer"; });
  CHECK(field->theirs.text == "Het geld staat er snel.");
  CHECK(field->base.text == "Het geld staat er.");
}

TEST_CASE("a field that one took out and the other rewrote is a conflict; taken out by one alone it is gone") {
  ItemText without = item("");
  CHECK(merge(item("a b"), without, item("a c")).conflicts() == std::vector<std::string>{"customer"});
  CHECK(merge(item("a b"), item("a c"), without).conflicts() == std::vector<std::string>{"customer"});
  CHECK(merge(item("a b"), without, item("a b")).item == without);
}

TEST_CASE("lists are sets: what either took out is out, what either added is in") {
  const Merge merged = merge(item("x", {"a", "b", "c"}), item("x", {"b", "c", "z"}), item("x", {"a", "b", "c", "y"}));
  CHECK(merged.conflicts().empty());
  CHECK(merged.item.find("synonyms")->list == std::vector<std::string>{"b", "c", "y", "z"});
  const Merge order = merge(item("x", {"a", "b"}), item("x", {"a", "b"}), item("x", {"b", "a"}));
  CHECK(order.item.find("synonyms")->list == std::vector<std::string>{"b", "a"});
}

TEST_CASE("fields that this program does not know are merged like all others") {
  ItemText theirs = item("x");
  theirs.set({"weight", Field::Shape::kOther, "[1, 2]", {}});
  ItemText mine = item("x");
  mine.set({"extra", Field::Shape::kOther, "true", {}});
  const Merge merged = merge(item("x"), theirs, mine);
  CHECK(merged.conflicts().empty());
  CHECK(merged.item.find("weight")->text == "[1, 2]");
  CHECK(merged.item.find("extra")->text == "true");
}

TEST_CASE("whoever is called theirs, the merge is the same, and no word that one added alone is lost") {
  std::mt19937 random(6);  // NOLINT(cert-msc51-cpp): the same texts every time.
  const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
  const std::vector<std::string> words = {"a", "b", "c", "d", "e"};
  const auto edit = [&](std::vector<std::string> text, const std::string& mark) {
    for (std::size_t n = below(3) + 1; n > 0; --n) {
      const auto at = text.begin() + static_cast<std::ptrdiff_t>(below(text.size() + 1));
      if (below(3) > 0 || at == text.end()) {
        text.insert(at, mark + std::to_string(n));
      } else {
        text.erase(at);
      }
    }
    return text;
  };
  int clean = 0;
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> base;
    for (std::size_t n = below(14) + 1; n > 0; --n) base.push_back(words[below(words.size())]);
    const auto theirs = edit(base, "T");
    const auto mine = edit(base, "M");
    const ItemText b = item(joined_words(base), base);
    const ItemText t = item(joined_words(theirs), theirs);
    const ItemText m = item(joined_words(mine), mine);
    const Merge one = merge(b, t, m);
    const Merge other = merge(b, m, t);
    CHECK(one.conflicts() == other.conflicts());
    if (!one.conflicts().empty()) continue;
    ++clean;
    CHECK(one.item == other.item);
    const auto merged = words_in(one.item.text("customer"));
    for (const auto* side : {&theirs, &mine}) {
      for (const std::string& word : *side) {
        if (word.size() > 1)
          CHECK(std::count(merged.begin(), merged.end(), word) == std::count(side->begin(), side->end(), word));
      }
    }
    CHECK(merge(b, b, m).item == m);
    CHECK(merge(b, t, b).item == t);
  }
  CHECK(clean > 300);
}

TEST_CASE("differences are told word by word, in the order of reading") {
  using Kind = WordChange::Kind;
  CHECK(word_changes("het geld staat er vrijdag", "het geld staat er nu al") ==
        std::vector<WordChange>{
            {Kind::kSame, "het geld staat er"}, {Kind::kRemoved, "vrijdag"}, {Kind::kAdded, "nu al"}});
  CHECK(word_changes("a b c", "a b c") == std::vector<WordChange>{{Kind::kSame, "a b c"}});
  CHECK(word_changes("", "nieuw") == std::vector<WordChange>{{Kind::kAdded, "nieuw"}});
  CHECK(word_changes("a b c d", "a x c d") ==
        std::vector<WordChange>{{Kind::kSame, "a"}, {Kind::kRemoved, "b"}, {Kind::kAdded, "x"}, {Kind::kSame, "c d"}});
}
