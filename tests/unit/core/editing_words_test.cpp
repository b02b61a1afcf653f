// What a version keeps beside its fields: its comments, and what it stands beside in another language.
#include "shared/content/item_text.h"
#include "shared/content/load.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using core::Editing;
using core::ItemView;
using domain::ItemKind;
using test::Awaited;
using test::CoreHouse;

namespace {

using Ids = std::vector<std::string>;

const std::string kRefund = R"([[why]]   # ours
id = "refund"
translates = "nl/geld"
# As Kim asked.
topic = "refund"   # one word
rule = "A refund takes five days."
# Nobody checked this yet.
customer = "You get the right amount at once."
employee = "I can tell you the day."
organisation = "Checking twice is cheaper."
)";

const std::vector<content::SourceFile> kFiles = {{"en/whys.toml", "en", "# All of them.\n" + kRefund + "# The end.\n"},
                                                 {"nl/whys.toml", "nl", R"([[why]]
id = "geld"
topic = "geld terug"
rule = "Het duurt vijf dagen."
customer = "U krijgt meteen het goede bedrag."
employee = "Ik kan u de dag zeggen."
organisation = "Nakijken is goedkoper."
)"}};

core::CoreOptions options() {
  core::CoreOptions made;
  made.library = {false, kFiles};
  return made;
}

domain::Library library() { return content::parse_library(kFiles).value(); }

absl::StatusOr<ItemView> save(CoreHouse& house, const std::string& id, std::int64_t base, const std::string& body) {
  static int count = 0;
  Awaited<ItemView> saved;
  house.core().editing().save(
      {"save-" + std::to_string(++count), ItemKind::kWhy, id, id.substr(0, 2), base, body, false, "", {"anna", "Anna"}},
      saved.callback());
  return saved.get();
}

absl::StatusOr<ItemView> publish(CoreHouse& house, const std::string& id, std::int64_t version) {
  Awaited<ItemView> moved;
  house.core().editing().publish(
      {"publish-" + id + std::to_string(version), ItemKind::kWhy, id, version, "", {"anna", "Anna"}, 0},
      moved.callback());
  return moved.get();
}

Ids beside(CoreHouse& house, const std::string& id) {
  return house.core().editing().get(ItemKind::kWhy, id).value().translations;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string dutch(const std::string& id, const std::string& translates) {
  return "[[why]]\nid = \"" + id + "\"\ntopic = \"parkeren\"\n" +
         (translates.empty() ? "" : "translates = \"" + translates + "\"\n");
}

}  // namespace

TEST_CASE("an item stands beside its other language from the shipped files on, and a draft as soon as it is saved") {
  CoreHouse house(options(), library());
  CHECK(beside(house, "nl/geld") == Ids{"en/refund"});
  CHECK(beside(house, "en/refund") == Ids{"nl/geld"});
  REQUIRE(save(house, "nl/parkeren", 0, dutch("parkeren", "")).ok());
  CHECK(beside(house, "nl/parkeren").empty());
  const auto begun = save(house, "en/parking", 0, dutch("parking", "nl/parkeren"));
  REQUIRE(begun.ok());
  CHECK(begun->translations == Ids{"nl/parkeren"});
  house.restart();
  CHECK(beside(house, "nl/parkeren") == Ids{"en/parking"});
  const auto rows = house.core().editing().list({ItemKind::kWhy, "nl", {}, ""}, 50, "").value().rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].translations == Ids{"en/refund"});
  CHECK(rows[1].translations == Ids{"en/parking"});
  // The key is no word of the item, nor is a comment.
  CHECK(house.core().editing().list({ItemKind::kWhy, "en", {}, "geld"}, 50, "").value().rows.empty());
  CHECK(house.core().editing().list({ItemKind::kWhy, "en", {}, "kim"}, 50, "").value().rows.empty());
  // Who takes the key out again stands alone.
  REQUIRE(save(house, "en/parking", 1, dutch("parking", "")).ok());
  CHECK(beside(house, "nl/parkeren").empty());
}

TEST_CASE(
    "a key that points to nothing is told while somebody types, with what to do, and keeps nothing from going live") {
  CoreHouse house(options(), library());
  const auto found = [&](const std::string& translates) {
    auto told = house.core().editing().check(ItemKind::kWhy, "en", dutch("parking", translates)).value();
    std::erase_if(told, [](const domain::ItemFinding& each) { return each.field != "translates"; });
    return told;
  };
  CHECK(found("").empty());
  const auto nothing = found("nl/parkeren");
  REQUIRE(nothing.size() == 1);
  CHECK(nothing[0].kind == "translates");
  CHECK_THAT(nothing[0].advice, Catch::Contains("another language"));
  REQUIRE(save(house, "nl/parkeren", 0, dutch("parkeren", "")).ok());
  CHECK(found("nl/parkeren").empty());
  CHECK(found("nl/geld").size() == 1);  // Which en/refund stands beside.
  CHECK(found("en/refund").at(0).kind == "unreadable");
}

TEST_CASE("comments inside an item are in its shipped text, its versions, its export and its import, byte for byte") {
  CoreHouse house(options(), library());
  CHECK(house.core().editing().get(ItemKind::kWhy, "en/refund")->shipped == kRefund);
  const std::string edited = replaced(replaced(kRefund, "five days", "four days"), "# one word", "# a word");
  const auto saved = save(house, "en/refund", 0, "# Above.\n" + edited + "# Below.\n");
  REQUIRE(saved.ok());
  CHECK(saved->newest->body == edited);
  REQUIRE(publish(house, "en/refund", 1).ok());
  const auto files = house.core().editing().exported();
  CHECK(files[0].text == "# All of them.\n" + edited + "# The end.\n");
  CHECK(files[1].text == kFiles[1].text);

  CoreHouse other(options(), library());
  Awaited<core::ImportedItems> imported;
  other.core().editing().import({"import", files, false, true, true, "", {"bram", "Bram"}}, imported.callback());
  REQUIRE(imported.get()->written);
  const auto again = other.core().editing().exported();
  REQUIRE(again.size() == files.size());
  for (std::size_t i = 0; i < files.size(); ++i) CHECK(again[i].text == files[i].text);
}

TEST_CASE("a program that knows no comments does not take those of the files away") {
  CoreHouse house(options(), library());
  const auto item = content::parse_item(replaced(kRefund, "five days", "four days"), "en").value();
  REQUIRE(save(house, "en/refund", 0, content::write_item(item)).ok());
  REQUIRE(publish(house, "en/refund", 1).ok());
  CHECK(house.core().editing().exported()[0].text ==
        "# All of them.\n" + replaced(kRefund, "five days", "four days") + "# The end.\n");
}
