// Items as fields, to TOML and back.
#include "shared/content/item_text.h"

#include "shared/content/read_item.h"
#include "shared/content/shelf.h"
#include "tests/support/catch.h"

using namespace aandacht;
using namespace aandacht::content;
using domain::ItemKind;

namespace {

const std::filesystem::path kShipped = std::filesystem::path(AANDACHT_SOURCE_DIR) / "service/content";

Shelf shipped_shelf() {
  Mistakes mistakes;
  Shelf shelf = Shelf::of(load_sources(kShipped).value(), mistakes);
  INFO(mistakes.status());
  REQUIRE(mistakes.empty());
  return shelf;
}

ItemText why(const std::string& id, const std::string& topic) {
  ItemText item{ItemKind::kWhy, "nl", id, {}};
  for (const char* name : {"rule", "emotion", "customer", "employee", "organisation"}) {
    item.set({name, Field::Shape::kText, "Een zin.", {}});
  }
  item.set({"topic", Field::Shape::kText, topic, {}});
  return item;
}

std::string text_of(const std::vector<SourceFile>& files, const std::string& name) {
  for (const SourceFile& file : files) {
    if (file.name == name) return file.text;
  }
  return "no such file";
}

}  // namespace

TEST_CASE("an item is kept in one form: known fields in their order, unknown ones behind them as they were written") {
  const auto item = parse_item(R"([[why]]
# A comment is no part of the item.
weight = [1, 2]   # unknown
customer = "Zo staat het geld er \"snel\"."
topic = 'terugbetaling'
id = "terugbetaling"
queues = ["A", "B"])",
                               "nl");
  REQUIRE(item.ok());
  CHECK(item->id == "nl/terugbetaling");
  CHECK(item->kind == ItemKind::kWhy);
  const std::string written = write_item(*item);
  CHECK(written ==
        "[[why]]\nid = \"terugbetaling\"\ntopic = \"terugbetaling\"\nqueues = [\"A\", \"B\"]\n"
        "customer = \"Zo staat het geld er \\\"snel\\\".\"\nweight = [1, 2]\n");
  CHECK(parse_item(written, "nl").value() == *item);
  CHECK(write_inline(*item).find('\n') == std::string::npos);
}

TEST_CASE("a text that is not exactly one item is refused with what to write") {
  const auto refused = [](const char* text) { return std::string(parse_item(text, "nl").status().message()); };
  CHECK_THAT(refused("[[why"), Catch::Contains("line 1") && Catch::Contains("not TOML"));
  CHECK_THAT(refused(""), Catch::Contains("one item"));
  CHECK_THAT(refused("[[why]]\nid = \"a\"\n[[why]]\nid = \"b\""), Catch::Contains("exactly one [[why]]"));
  CHECK_THAT(refused("[[we_line]]\nown = \"a\""), Catch::Contains("we_line"));
  CHECK_THAT(refused("[[term]]\nid = \"a\""), Catch::Contains("word = "));
  CHECK_THAT(refused("[[why]]\nid = \"a\"\n[why.more]\nx = 1\n[why.more.deep]\ny = 2"), Catch::Contains("braces"));
}

TEST_CASE("every shipped item is on the shelf, reads as the library has it, and is the same after it was written") {
  const Shelf shelf = shipped_shelf();
  const domain::Library library = load_library(kShipped).value();
  std::map<ItemKind, std::size_t> counts;
  domain::Library again;
  Mistakes mistakes;
  for (const ShelvedItem& shelved : shelf.items()) {
    ++counts[shelved.item.kind];
    INFO(shelved.item.id);
    CHECK(parse_item(write_item(shelved.item), shelved.item.language).value() == shelved.item);
    read_item(shelved.item, shelf.words(), again, mistakes);
  }
  INFO(mistakes.status());
  CHECK(mistakes.empty());
  CHECK(counts[ItemKind::kWhy] == library.whys.size());
  CHECK(counts[ItemKind::kRule] == library.coach_rules.size());
  CHECK(counts[ItemKind::kHabit] == library.habits.size());
  CHECK(counts[ItemKind::kPrompt] == library.prompts.size());
  CHECK(again.whys == library.whys);
  CHECK(again.habits == library.habits);
  CHECK(again.prompts == library.prompts);
  for (std::size_t i = 0; i < library.coach_rules.size(); ++i) {
    CHECK(again.coach_rules[i].phrases == library.coach_rules[i].phrases);
  }
}

TEST_CASE("files without changes are written as they were, byte for byte") {
  const auto files = load_sources(kShipped).value();
  const auto written = shipped_shelf().written({});
  REQUIRE(written.size() == files.size());
  for (const SourceFile& file : files) CHECK(text_of(written, file.name) == file.text);
}

TEST_CASE(
    "what changed stands in its place, what is new in a file of its own, what was retired is gone; it all loads") {
  const Shelf shelf = shipped_shelf();
  const auto& items = shelf.items();
  const auto first = [&](ItemKind kind, std::size_t n) {
    for (const ShelvedItem& each : items) {
      if (each.item.kind == kind && each.item.language == "nl" && n-- == 0) return each.item;
    }
    return items.front().item;
  };
  Changes changes;
  for (const ItemKind kind : domain::item_kinds()) {
    ItemText changed = first(kind, 1);
    Field field = changed.fields.front();
    if (kind != ItemKind::kRule) {  // Its label is one of a few.
      field.text = "anders gezegd";
      changed.set(field);
    }
    changes[{kind, changed.id}] = changed;
    const ItemText retired = first(kind, 2);
    changes[{kind, retired.id}] = std::nullopt;
  }
  changes[{ItemKind::kWhy, "nl/b-nieuw"}] = why("nl/b-nieuw", "nieuw b");
  changes[{ItemKind::kWhy, "nl/a-nieuw"}] = why("nl/a-nieuw", "nieuw a");
  const std::vector<SourceFile> written = shelf.written(changes);
  const auto library = parse_library(written);
  INFO(library.status());
  REQUIRE(library.ok());
  CHECK(domain::find_why(*library, "nl/a-nieuw")->topic == "nieuw a");
  CHECK(text_of(written, "nl/added.toml").find("a-nieuw") < text_of(written, "nl/added.toml").find("b-nieuw"));

  Mistakes mistakes;
  const Shelf again = Shelf::of(written, mistakes);
  for (const auto& [key, change] : changes) {
    INFO(key.second);
    if (change) {
      REQUIRE(again.find(key) != nullptr);
      CHECK(again.find(key)->item == *change);
    } else {
      CHECK(again.find(key) == nullptr);
    }
  }
  CHECK(again.items().size() == items.size() + 2 - 5);
  const std::vector<SourceFile> twice = again.written({});
  REQUIRE(twice.size() == written.size());
  for (const SourceFile& file : written) CHECK(text_of(twice, file.name) == file.text);
  // The same changes over the same files give the same bytes, also for who made half of them before.
  CHECK(text_of(again.written(changes), "nl/added.toml") == text_of(written, "nl/added.toml"));
}

TEST_CASE("an item is checked field by field, with advice") {
  const Shelf shelf = shipped_shelf();
  const domain::Library library = load_library(kShipped).value();
  ItemText item = why("nl/toets", "toets");
  item.set({"emotion", Field::Shape::kText, "", {}});
  item.set({"customer", Field::Shape::kText, "U moet de EAN-code doorgeven.", {}});
  item.set({"topic", Field::Shape::kText, "", {}});
  const auto findings = check_item_text(item, shelf.words(), library);
  const auto finds = [&](const std::string& field, const std::string& kind) {
    return std::any_of(findings.begin(), findings.end(), [&](const FieldFinding& each) {
      return each.field == field && each.kind == kind && !each.advice.empty();
    });
  };
  CHECK(finds("topic", "unreadable"));
  CHECK(finds("emotion", "emotion"));
  CHECK(finds("customer", "order"));
  CHECK(finds("customer", "jargon"));

  ItemText rule{ItemKind::kRule, "nl", "nl/toets", {}};
  rule.set({"label", Field::Shape::kText, "blame", {}});
  rule.set({"phrases", Field::Shape::kList, {}, {"(niet goed", "van <niemand>"}});
  const auto broken = check_item_text(rule, shelf.words(), library);
  REQUIRE(broken.size() == 2);
  CHECK(broken[0].field == "phrases");
  CHECK(broken[0].kind == "unreadable");
  CHECK_THAT(broken[1].what, Catch::Contains("niemand"));
}

TEST_CASE("a why that was put is an item, and reads as it was put") {
  domain::Why put{"w1",
                  "en",
                  "refund",
                  "the refund",
                  {"money back"},
                  "Five days.",
                  "It is your money.",
                  "You can plan.",
                  "I can tell you.",
                  "Checked once.",
                  "",
                  {"A"},
                  ""};
  domain::Library library;
  Mistakes mistakes;
  read_item(content::item_of(put), {}, library, mistakes);
  CHECK(mistakes.empty());
  REQUIRE(library.whys.size() == 1);
  CHECK(library.whys[0] == put);
}
