// Which item stands beside which in another language, and what cannot.
#include "shared/content/translations.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/content/check.h"
#include "shared/content/shelf.h"
#include "tests/support/catch.h"

using namespace aandacht;
using namespace aandacht::content;
using domain::ItemKind;

namespace {

using Ids = std::vector<std::string>;

Translations of(std::initializer_list<std::pair<const char*, const char*>> items) {
  Translations all;
  for (const auto& [id, translates] : items) all.add(ItemKind::kWhy, id, std::string(language_in(id)), translates);
  return all;
}

std::string why(const std::string& id, const std::string& more, const char* customer = "Zo klopt het in één keer.") {
  return "[[why]]\nid = \"" + id + "\"\n" + more +
         "topic = \"geld\"\nrule = \"Het duurt drie dagen.\"\nemotion = \"Wachten is vervelend.\"\ncustomer = \"" +
         customer + "\"\nemployee = \"Ik zie het meteen.\"\norganisation = \"Wij maken zo minder fouten.\"\n";
}

}  // namespace

TEST_CASE("an item stands beside what it translates, seen from either side, and beside what translates the same") {
  const Translations all = of({{"nl/terugbetaling", ""},
                               {"en/refund", "nl/terugbetaling"},
                               {"nl/retour", ""},
                               {"fr/remboursement", "nl/terugbetaling"}});
  CHECK(all.of(ItemKind::kWhy, "en/refund") == Ids{"fr/remboursement", "nl/terugbetaling"});
  CHECK(all.of(ItemKind::kWhy, "nl/terugbetaling") == Ids{"en/refund", "fr/remboursement"});
  CHECK(all.of(ItemKind::kWhy, "nl/retour").empty());
  CHECK(all.of(ItemKind::kHabit, "nl/terugbetaling").empty());
  CHECK(all.of(ItemKind::kWhy, "nl/what-there-is-not").empty());
}

TEST_CASE("of items that name no other those of the same name stand beside each other, unless one is taken") {
  CHECK(of({{"nl/water", ""}, {"en/water", ""}}).of(ItemKind::kWhy, "nl/water") == Ids{"en/water"});
  const Translations taken = of({{"nl/water", ""}, {"en/water", "nl/drinken"}, {"nl/drinken", ""}});
  CHECK(taken.of(ItemKind::kWhy, "nl/water").empty());
  CHECK(taken.of(ItemKind::kWhy, "nl/drinken") == Ids{"en/water"});
  const Translations claimed = of({{"nl/water", ""}, {"en/water", ""}, {"nl/drinken", "en/water"}});
  CHECK(claimed.of(ItemKind::kWhy, "nl/water").empty());
}

TEST_CASE("a key that points to nothing, or to what another stands beside, is refused with file, line and what to do") {
  const auto findings = [](const std::string& dutch, const std::string& english) {
    const std::vector<SourceFile> files = {{"en/whys.toml", "en", english}, {"nl/whys.toml", "nl", dutch}};
    std::vector<Finding> found;
    for (Finding& each : check_content(files)) {
      if (each.kind == "translates" || each.kind == "unreadable") found.push_back(std::move(each));
    }
    return found;
  };
  CHECK(findings(why("geld", ""), why("money", "translates = \"nl/geld\"\n")).empty());
  const auto nothing = findings(why("geld", ""), why("money", "translates = \"nl/gelt\"\n"));
  REQUIRE(nothing.size() == 1);
  CHECK(nothing[0].file == "en/whys.toml");
  CHECK(nothing[0].line == 3);
  CHECK(nothing[0].what == "the why money, translates: there is no why “nl/gelt” to translate");
  CHECK_THAT(nothing[0].advice, Catch::Contains("write the id of a why in another language"));
  const auto twice = findings(why("geld", ""),
                              why("money", "translates = \"nl/geld\"\n") + why("penny", "translates = \"nl/geld\"\n"));
  REQUIRE(twice.size() == 2);
  CHECK_THAT(twice[0].what, Catch::Contains("translated by en/penny too"));
  CHECK_THAT(twice[1].what, Catch::Contains("translated by en/money too"));
  CHECK(findings(why("geld", "translates = \"en/money\"\n") + why("poen", "translates = \"en/money\"\n"),
                 why("money", "translates = \"nl/geld\"\n"))
            .size() == 1);
  const auto own = findings(why("geld", ""), why("money", "translates = \"en/penny\"\n"));
  REQUIRE_FALSE(own.empty());
  CHECK(own[0].kind == "unreadable");
  CHECK(own[0].line == 3);
}

TEST_CASE("every shipped why, coach rule, habit and prompt stands beside one of the other language, and no two share") {
  Mistakes mistakes;
  const Shelf shelf =
      Shelf::of(load_sources(std::filesystem::path(AANDACHT_SOURCE_DIR) / "service/content").value(), mistakes);
  Translations all;
  for (const ShelvedItem& each : shelf.items()) {
    all.add(each.item.kind, each.item.id, each.item.language, each.item.text(kTranslates));
  }
  std::map<ItemKind, std::set<std::string>> beside;
  std::size_t terms = 0;
  for (const ShelvedItem& each : shelf.items()) {
    const Ids found = all.of(each.item.kind, each.item.id);
    if (each.item.kind == ItemKind::kTerm) {
      terms += found.size();
      continue;
    }
    INFO(domain::name_of(each.item.kind) << " " << each.item.id);
    REQUIRE(found.size() == 1);
    CHECK(beside[each.item.kind].insert(found[0]).second);
    CHECK(all.of(each.item.kind, found[0]) == Ids{each.item.id});
  }
  CHECK(terms > 160);  // Both sides of each pair; what one language alone has stays alone.
}

TEST_CASE("what is begun in the other language names what it translates and has its limits, but none of its words") {
  ItemText rule{ItemKind::kRule, "nl", "nl/hun-fout", {}};
  rule.set({"label", Field::Shape::kText, "blame", {}});
  rule.set({"priority", Field::Shape::kOther, "80", {}});
  rule.set({"phrases", Field::Shape::kList, {}, {"hun fout"}});
  rule.set({"translates", Field::Shape::kText, "en/another", {}});
  const ItemText begun = begun_in(rule, "en", "their-fault");
  CHECK(write_item(begun) ==
        "[[rule]]\nid = \"their-fault\"\nlabel = \"blame\"\npriority = 80\ntranslates = \"nl/hun-fout\"\n");
  CHECK(begun.id == "en/their-fault");
}
