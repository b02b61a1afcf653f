// Comments inside an item outlive its editing, byte for byte.
#include "shared/content/item_source.h"

#include "shared/content/shelf.h"
#include "tests/support/catch.h"

using namespace aandacht;
using namespace aandacht::content;
using domain::ItemKind;

namespace {

const std::string kWhy = R"(# Of all.
[[why]]   # ours
id = "geld"
# As Kim asked.
topic = 'geld'   # two words at most
synonyms = [   # as they say it
  "poen",  # not in writing
  "euro's",
]

# Nobody checked this yet.
rule = "Drie dagen."
customer = "Zo klopt het."   # B1
employee = "Ik zie het."
organisation = "Minder fouten."
# Behind all.
)";

const std::string kItself = kWhy.substr(kWhy.find("[[why]]"), kWhy.find("# Behind") - kWhy.find("[[why]]"));

ItemText read(const std::string& text) { return parse_item(text, "nl").value(); }

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

Field text(const char* name, const std::string& value) { return {name, Field::Shape::kText, value, {}}; }

}  // namespace

TEST_CASE("an item's source begins at its header and ends at its last value, with every comment between") {
  CHECK(item_source(kWhy, "nl").value() == kItself);
  CHECK(item_source(kItself, "nl").value() == kItself);
  CHECK(item_source("term = [ { word = \"switch\", plain = \"de overstap\" } ]", "nl").value() ==
        "[[term]]\nword = \"switch\"\nplain = \"de overstap\"\n");
  CHECK_FALSE(item_source("# nothing", "nl").ok());
}

TEST_CASE("what says the same stays byte for byte, and a changed value leaves the comments around it") {
  ItemText item = read(kItself);
  CHECK(rewrite_source(kItself, item) == kItself);
  item.set(text("customer", "Zo is het \"goed\"."));
  CHECK(rewrite_source(kItself, item) == replaced(kItself, "\"Zo klopt het.\"", R"("Zo is het \"goed\".")"));
  item = read(kItself);
  item.set(text("topic", "uw geld"));
  CHECK(rewrite_source(kItself, item) == replaced(kItself, "'geld'", "\"uw geld\""));
}

TEST_CASE("a list that changed is written anew, and the comment above what follows it stays") {
  ItemText item = read(kItself);
  item.set({"synonyms", Field::Shape::kList, {}, {"poen", "centen"}});
  const std::size_t from = kItself.find("[   # as they");
  const std::size_t to = kItself.find("]\n\n# Nobody") + 1;
  CHECK(rewrite_source(kItself, item) == kItself.substr(0, from) + "[\"poen\", \"centen\"]" + kItself.substr(to));
}

TEST_CASE("a new field takes its place in the kind's order, and one that goes leaves the comment above it") {
  ItemText item = read(kItself);
  item.set(text("emotion", "Dat is veel."));
  item.set(text("example", "Zoals maandag."));
  item.set(text("translates", "en/money"));
  const std::string more =
      replaced(replaced(kItself, "rule = \"Drie dagen.\"\n", "rule = \"Drie dagen.\"\nemotion = \"Dat is veel.\"\n"),
               "organisation = \"Minder fouten.\"\n",
               "organisation = \"Minder fouten.\"\nexample = \"Zoals maandag.\"\ntranslates = \"en/money\"\n");
  CHECK(rewrite_source(kItself, item) == more);
  item = read(kItself);
  item.set(text("topic", ""));
  CHECK(rewrite_source(kItself, item) == replaced(kItself, "topic = 'geld'   # two words at most\n", ""));
  item = read(kItself);
  item.set(text("rule", ""));
  item.set(text("emotion", "Dat is veel."));
  CHECK(read(rewrite_source(kItself, item)) == item);
  CHECK_THAT(rewrite_source(kItself, item), Catch::Contains("# Nobody checked this yet."));
}

TEST_CASE("unknown fields, values over several lines and lines of another system's kind are kept too") {
  const std::string odd =
      "[[why]]\r\nid = \"geld\"\r\n# een\r\ntopic = \"geld\"\r\nweight = [1, 2]  # twee\r\nrule = "
      "\"\"\"\nDrie\ndagen.\"\"\" # drie\r\n";
  ItemText item = read(odd);
  CHECK(rewrite_source(odd, item) == odd);
  item.set(text("topic", "euro's"));
  CHECK(rewrite_source(odd, item) == replaced(odd, "topic = \"geld\"", "topic = \"euro's\""));
  item.set(text("rule", "Vier dagen."));
  const std::string both = rewrite_source(odd, item);
  CHECK_THAT(both, Catch::Contains("rule = \"Vier dagen.\" # drie") && Catch::Contains("weight = [1, 2]  # twee"));
}

TEST_CASE("what is no item, or another one, gives way to the item in its one form") {
  const ItemText item = read(kItself);
  ItemText other = item;
  other.id = "nl/anders";
  for (const char* text : {"", "[[why", "[[rule]]\nid = \"geld\"\n", "# only words"}) {
    CHECK(rewrite_source(text, item) == write_item(item));
  }
  CHECK(rewrite_source(kItself, other) == write_item(other));
}

TEST_CASE("a shelf writes an edited item with the comments of its file, or with those of its own text") {
  const std::string file = kWhy +
                           "\n[[why]]\nid = \"tijd\"\ntopic = \"tijd\" # kort\nrule = \"Nu.\"\ncustomer = \"Zo.\"\n" +
                           "employee = \"Ik.\"\norganisation = \"Wij.\"\n";
  Mistakes mistakes;
  const Shelf shelf = Shelf::of({{"nl/whys.toml", "nl", file}}, mistakes);
  REQUIRE(mistakes.empty());
  const ItemKey key{ItemKind::kWhy, "nl/geld"};
  REQUIRE(shelf.find(key) != nullptr);
  CHECK(shelf.find(key)->source() == kItself);
  ItemText item = read(kItself);
  item.set(text("rule", "Vier dagen."));
  const std::string expected = replaced(file, "\"Drie dagen.\"", "\"Vier dagen.\"");
  CHECK(shelf.written({{key, item}})[0].text == expected);
  CHECK(shelf.written({{key, item}}, {{key, write_item(item)}})[0].text == expected);
  const std::string own = replaced(replaced(kItself, "Drie", "Vier"), "# B1", "# read by Anna");
  CHECK(shelf.written({{key, item}}, {{key, own}})[0].text == replaced(file, kItself, own));
  // What is new has its own file, and is the same there when that file is read and written again.
  const ItemText added = read(replaced(kItself, "id = \"geld\"", "id = \"nieuw\""));
  const std::string added_text = replaced(kItself, "id = \"geld\"", "id = \"nieuw\"");
  const auto files =
      shelf.written({{{ItemKind::kWhy, "nl/nieuw"}, added}}, {{{ItemKind::kWhy, "nl/nieuw"}, added_text}});
  REQUIRE(files.size() == 2);
  CHECK_THAT(files[0].text, Catch::EndsWith("\n" + added_text));
  const auto again = Shelf::of(files, mistakes).written({});
  REQUIRE(again.size() == files.size());
  for (std::size_t i = 0; i < files.size(); ++i) CHECK(again[i].text == files[i].text);
}

TEST_CASE("a change to comments alone is exported, and a text without comments leaves those of the file") {
  const std::string file = kWhy + "\n" + replaced(kItself, "id = \"geld\"", "id = \"tijd\"");
  Mistakes mistakes;
  const Shelf shelf = Shelf::of({{"nl/whys.toml", "nl", file}}, mistakes);
  REQUIRE(mistakes.empty());
  const ItemKey key{ItemKind::kWhy, "nl/geld"};
  const ItemText item = read(kItself);
  const std::string own = replaced(kItself, "# B1", "# read by Anna");
  CHECK(shelf.written({{key, item}}, {{key, own}})[0].text == replaced(file, kItself, own));
  CHECK(shelf.written({{key, item}}, {{key, kItself}})[0].text == file);
  CHECK(shelf.written({{key, item}}, {{key, write_item(item)}})[0].text == file);
  CHECK(shelf.written({{key, item}})[0].text == file);
  // Written out and read again, it is the same.
  const auto files = shelf.written({{key, item}}, {{key, own}});
  CHECK(Shelf::of(files, mistakes).find(key)->source() == own);
}
