// Tending the library: drafts, reviews, what is in force, two people at once, and restarts.
#include <algorithm>

#include "shared/content/item_text.h"
#include "shared/content/load.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using core::ItemView;
using domain::ItemKind;
using domain::ItemState;
using test::Awaited;
using test::CoreHouse;

namespace {

const std::vector<content::SourceFile> kFiles = {{"en/coach.toml", "en", R"([words]
them = ["they", "those people"]

[[rule]]
id = "their-fault"
label = "blame"
phrases = ["<them> did it"]
)"},
                                                 {"en/lines.toml", "en", R"([[we_line]]
label = "blame"
own = "We did not do that well."
act = "I am looking now."
)"},
                                                 {"en/whys.toml", "en", R"(# Ours.
[[why]]
id = "refund-time"
topic = "refund"
rule = "A refund takes five days."
emotion = "It is your money."
customer = "You get the right amount at once."
employee = "I can tell you the day."
organisation = "Checking twice is cheaper."

[[why]]
id = "delivery"
topic = "delivery"
rule = "We give half a day."
customer = "You can plan your day."
employee = "I can see the van."
organisation = "Less haste on the road."
)"}};

core::CoreOptions options(bool four_eyes = false) {
  core::CoreOptions made;
  made.library = {four_eyes, kFiles};
  return made;
}

domain::Library library() { return content::parse_library(kFiles).value(); }

const domain::Editor kAnna{"anna", "Anna"};
const domain::Editor kBram{"bram", "Bram"};

std::string why(const std::string& customer, const std::string& id = "refund-time") {
  return "[[why]]\nid = \"" + id +
         "\"\ntopic = \"refund\"\nrule = \"Five days.\"\nemotion = \"I see.\"\ncustomer = \"" + customer +
         "\"\nemployee = \"I can tell you the day.\"\norganisation = \"Checking twice is cheaper.\"\n";
}

/// An editor's acts, each waited for.
class Desk {
 public:
  explicit Desk(CoreHouse& house, domain::Editor who = kAnna) : house_(house), who_(std::move(who)) {}

  absl::StatusOr<ItemView> save(std::int64_t base, const std::string& body, const std::string& id = "en/refund-time",
                                ItemKind kind = ItemKind::kWhy, bool by_itself = false) {
    Awaited<ItemView> saved;
    editing().save({request(), kind, id, "en", base, body, by_itself, "", who_}, saved.callback());
    return saved.get();
  }

  absl::StatusOr<ItemView> move(void (core::Editing::*step)(core::MoveItem, core::Done<ItemView>), std::int64_t version,
                                const std::string& id = "en/refund-time", ItemKind kind = ItemKind::kWhy) {
    Awaited<ItemView> moved;
    (editing().*step)({request(), kind, id, version, "because", who_}, moved.callback());
    return moved.get();
  }

  absl::StatusOr<ItemView> restore(std::int64_t version, std::int64_t base) {
    Awaited<ItemView> restored;
    editing().restore({request(), ItemKind::kWhy, "en/refund-time", version, "", who_, base}, restored.callback());
    return restored.get();
  }

  absl::StatusOr<core::ImportedItems> import(std::vector<content::SourceFile> files, bool live, bool dry_run = false,
                                             bool retire_missing = false) {
    Awaited<core::ImportedItems> imported;
    editing().import({request(), std::move(files), dry_run, live, retire_missing, "", who_}, imported.callback());
    return imported.get();
  }

 private:
  core::Editing& editing() { return house_.core().editing(); }
  std::string request() {
    static int count = 0;
    return who_.id + "-" + std::to_string(++count);
  }

  CoreHouse& house_;
  const domain::Editor who_;
};

std::string customer_corner(CoreHouse& house, const std::string& id = "en/refund-time") {
  const auto page = house.core().bookshelf().whys("", 500, "");
  for (const domain::Why& each : page->rows) {
    if (each.id == id) return each.customer;
  }
  return "no such why";
}

std::string text_of(const std::vector<content::SourceFile>& files, const std::string& name) {
  for (const content::SourceFile& file : files) {
    if (file.name == name) return file.text;
  }
  return "no such file";
}

using core::Editing;

}  // namespace

TEST_CASE("a draft changes nothing that is read with; published it does, over restarts, and it can go back") {
  CoreHouse house(options(), library());
  Desk anna(house);
  REQUIRE(anna.save(0, why("Soon.")).value().newest->number == 1);
  CHECK(customer_corner(house) == "You get the right amount at once.");
  const auto live = anna.move(&Editing::publish, 1);
  REQUIRE(live.ok());
  CHECK(live->in_force->state == ItemState::kLive);
  CHECK(customer_corner(house) == "Soon.");
  house.restart();
  CHECK(customer_corner(house) == "Soon.");
  REQUIRE(anna.restore(0, 1).value().newest->state == ItemState::kDraft);
  REQUIRE(anna.move(&Editing::publish, 2).ok());
  CHECK(customer_corner(house) == "You get the right amount at once.");
  const auto versions = house.core().editing().versions(ItemKind::kWhy, "en/refund-time").value();
  REQUIRE(versions.size() == 2);
  CHECK(versions[1].state == ItemState::kReplaced);
  CHECK(versions[1].steps.size() == 3);
  CHECK(versions[0].steps.back().who == kAnna);
}

TEST_CASE("a new item is found by the next search, and a retired shipped one is hidden, also after a restart") {
  CoreHouse house(options(), library());
  Desk anna(house);
  REQUIRE(anna.save(0, why("Because.", "parking"), "en/parking").ok());
  CHECK(customer_corner(house, "en/parking") == "no such why");
  REQUIRE(anna.move(&Editing::publish, 1, "en/parking").ok());
  REQUIRE(anna.move(&Editing::retire, 0, "en/delivery").ok());
  for (int round = 0; round < 2; ++round) {
    CHECK(customer_corner(house, "en/parking") == "Because.");
    CHECK(customer_corner(house, "en/delivery") == "no such why");
    CHECK(house.core().editing().get(ItemKind::kWhy, "en/delivery")->state() == ItemState::kRetired);
    house.restart();
  }
  CHECK(absl::IsFailedPrecondition(anna.move(&Editing::retire, 1, "en/delivery").status()));
  REQUIRE(anna.move(&Editing::retire, 1, "en/parking").ok());
  CHECK(customer_corner(house, "en/parking") == "no such why");
}

TEST_CASE("two people who edit the same item: the second is told who was first, and nothing is lost") {
  CoreHouse house(options(), library());
  Desk anna(house);
  Desk bram(house, kBram);
  REQUIRE(anna.save(0, why("Anna's words.")).ok());
  const auto late = bram.save(0, why("Bram's words."));
  CHECK(absl::IsAborted(late.status()));
  CHECK_THAT(std::string(late.status().message()), Catch::Contains("Anna saved version 1"));
  CHECK(absl::IsAborted(bram.move(&Editing::publish, 0).status()));
  REQUIRE(bram.save(1, why("Anna's and Bram's words.")).ok());
  CHECK(absl::IsAborted(anna.move(&Editing::publish, 1).status()));
  CHECK(absl::IsAborted(anna.save(1, why("Again.")).status()));
  CHECK(house.core().editing().versions(ItemKind::kWhy, "en/refund-time")->size() == 2);
}

TEST_CASE("what is saved while somebody types takes the place of theirs before it, never of another's") {
  CoreHouse house(options(), library());
  Desk anna(house);
  Desk bram(house, kBram);
  const auto type = [&](Desk& who, std::int64_t base, const std::string& text) {
    return who.save(base, why(text), "en/refund-time", ItemKind::kWhy, true);
  };
  REQUIRE(type(anna, 0, "S").ok());
  REQUIRE(type(anna, 1, "So").ok());
  REQUIRE(type(anna, 2, "Soon").ok());
  const auto& editing = house.core().editing();
  CHECK(editing.versions(ItemKind::kWhy, "en/refund-time")->size() == 1);
  CHECK(editing.get(ItemKind::kWhy, "en/refund-time")->newest->number == 3);
  CHECK(absl::IsAborted(type(bram, 0, "B").status()));
  REQUIRE(type(bram, 3, "B").ok());
  REQUIRE(anna.save(4, why("Soon, really.")).ok());
  REQUIRE(type(anna, 5, "Soon, really now.").ok());
  CHECK(editing.versions(ItemKind::kWhy, "en/refund-time")->size() == 4);
  const auto first = editing.version_page(ItemKind::kWhy, "en/refund-time", 3, "");
  REQUIRE(first->rows.size() == 3);
  CHECK(first->rows[0].number == 6);
  const auto rest = editing.version_page(ItemKind::kWhy, "en/refund-time", 3, first->next);
  REQUIRE(rest->rows.size() == 1);
  CHECK(rest->next.empty());
  CHECK(absl::IsInvalidArgument(editing.version_page(ItemKind::kWhy, "en/refund-time", 3, "x").status()));
}

TEST_CASE("what cannot be read with is refused with its field, and what was in force stays") {
  CoreHouse house(options(), library());
  Desk anna(house);
  const std::string id = "en/their-fault";
  const auto rule = [](const std::string& phrase) {
    return "[[rule]]\nid = \"their-fault\"\nlabel = \"blame\"\nphrases = ['" + phrase + "']\n";
  };
  const auto phrases = [&] { return house.core().bookshelf().rules("", 0, "")->rows[0].phrases; };
  const auto before = phrases();
  std::int64_t version = 0;
  for (const char* broken : {"(not closed", "<nobody> did it", ".*"}) {
    INFO(broken);
    REQUIRE(anna.save(version, rule(broken), id, ItemKind::kRule).ok());
    const auto refused = anna.move(&Editing::publish, ++version, id, ItemKind::kRule);
    CHECK(absl::IsInvalidArgument(refused.status()));
    CHECK_THAT(std::string(refused.status().message()), Catch::Contains("their-fault"));
    CHECK(phrases() == before);
    CHECK(house.core().editing().get(ItemKind::kRule, id)->newest->state == ItemState::kDraft);
  }
  REQUIRE(anna.save(version, rule("<them> (?:did|broke) it"), id, ItemKind::kRule).ok());
  REQUIRE(anna.move(&Editing::publish, ++version, id, ItemKind::kRule).ok());
  CHECK(phrases() != before);
  REQUIRE(anna.save(version, "[[rule]]\nid = \"their-fault\"\nlabel = \"blame\"\n", id, ItemKind::kRule).ok());
  CHECK_THAT(std::string(anna.move(&Editing::publish, ++version, id, ItemKind::kRule).status().message()),
             Catch::Contains("phrases"));
}

TEST_CASE("with four eyes only somebody else puts live, and only what was sent to review") {
  CoreHouse house(options(true), library());
  Desk anna(house);
  Desk bram(house, kBram);
  REQUIRE(anna.save(0, why("Soon.")).ok());
  CHECK(absl::IsFailedPrecondition(bram.move(&Editing::publish, 1).status()));
  REQUIRE(anna.move(&Editing::submit, 1).value().newest->state == ItemState::kReview);
  CHECK(absl::IsFailedPrecondition(anna.move(&Editing::submit, 1).status()));
  CHECK(absl::IsPermissionDenied(anna.move(&Editing::publish, 1).status()));
  REQUIRE(bram.move(&Editing::publish, 1).ok());
  const auto steps = house.core().editing().get(ItemKind::kWhy, "en/refund-time")->newest->steps;
  REQUIRE(steps.size() == 3);
  CHECK(steps[1].who == kAnna);
  CHECK(steps[2].who == kBram);
  CHECK(absl::IsFailedPrecondition(anna.import(kFiles, true).status()));
}

TEST_CASE("the same request twice changes nothing, also after a restart") {
  CoreHouse house(options(), library());
  for (int round = 0; round < 2; ++round) {
    Awaited<ItemView> saved;
    house.core().editing().save({"r-1", ItemKind::kWhy, "en/refund-time", "en", 0, why("Soon."), false, "", kAnna},
                                saved.callback());
    CHECK(saved.get().value().newest->number == 1);
    Awaited<ItemView> live;
    house.core().editing().publish({"r-2", ItemKind::kWhy, "en/refund-time", 1, "", kAnna}, live.callback());
    CHECK(live.get().value().newest->state == ItemState::kLive);
    house.restart();
  }
  CHECK(house.core().editing().versions(ItemKind::kWhy, "en/refund-time")->size() == 1);
}

TEST_CASE("a request that is no item, too long, or of nobody is refused with what to send") {
  CoreHouse house(options(), library());
  Desk anna(house);
  CHECK(absl::IsInvalidArgument(anna.save(0, "nonsense").status()));
  CHECK(absl::IsInvalidArgument(anna.save(0, why("x", "other")).status()));
  CHECK(absl::IsInvalidArgument(anna.save(0, why("x"), "en/refund-time", ItemKind::kRule).status()));
  CHECK(absl::IsInvalidArgument(anna.save(0, why(std::string(17000, 'a'))).status()));
  CHECK(absl::IsInvalidArgument(anna.save(0, why("x", "nl/new"), "nl/new").status()));
  CHECK(absl::IsInvalidArgument(Desk(house, {"", ""}).save(0, why("x")).status()));
  CHECK(absl::IsNotFound(anna.move(&Editing::publish, 1, "en/delivery").status()));
  CHECK(absl::IsNotFound(anna.restore(7, 0).status()));
  CHECK(absl::IsNotFound(house.core().editing().get(ItemKind::kWhy, "en/none").status()));
}

TEST_CASE("items are listed by pages, and found by kind, state and the words they have") {
  CoreHouse house(options(), library());
  Desk anna(house);
  REQUIRE(anna.save(0, why("A whole month.")).ok());
  const core::Editing& editing = house.core().editing();
  CHECK(editing.list({}, 0, "")->rows.size() == 3);
  const auto first = editing.list({}, 2, "");
  REQUIRE(first->rows.size() == 2);
  CHECK(editing.list({}, 2, first->next)->rows.size() == 1);
  const auto only = [&](const core::ItemFilter& filter) {
    const auto page = editing.list(filter, 0, "");
    return page->rows.size() == 1 ? page->rows[0].id : std::to_string(page->rows.size());
  };
  CHECK(only({ItemKind::kRule, "", {}, ""}) == "en/their-fault");
  CHECK(only({{}, "", ItemState::kDraft, ""}) == "en/refund-time");
  CHECK(only({{}, "", {}, "Month WHOLE"}) == "en/refund-time");
  CHECK(only({{}, "nl", {}, ""}) == "0");
  CHECK(absl::IsInvalidArgument(editing.list({}, 0, "nonsense").status()));
  const auto row = editing.list({{}, "", ItemState::kDraft, ""}, 0, "")->rows[0];
  CHECK(row.in_force);
  CHECK(row.editor == "Anna");
  CHECK(row.title == "refund");
}

TEST_CASE("whys that were put by request are live versions, and those of an older store are taken over once") {
  CoreHouse house(options(), library());
  domain::Why put = library().whys[0];
  put.customer = "Put by a program.";
  Awaited<int> answered;
  house.core().bookshelf().put("put-1", {put}, answered.callback());
  REQUIRE(answered.get().value() == 1);
  CHECK(house.core().editing().get(ItemKind::kWhy, put.id)->newest->author().id == "import");
  domain::Why old = put;
  old.id = "w1";
  old.customer = "From before.";
  old.rule = "";
  REQUIRE(house.store().write([&](store::Transaction& t) { return t.save_why(old); }).ok());
  house.restart();
  CHECK(customer_corner(house) == "Put by a program.");
  CHECK(customer_corner(house, "w1") == "From before.");
  Desk anna(house);
  REQUIRE(anna.move(&Editing::retire, 1, "w1").ok());
  house.restart();
  CHECK(customer_corner(house, "w1") == "no such why");
}

TEST_CASE("an export is imported elsewhere, and comes out of there as the same bytes") {
  CoreHouse one(options(), library());
  Desk anna(one);
  REQUIRE(anna.save(0, why("Soon.")).ok());
  REQUIRE(anna.move(&Editing::publish, 1).ok());
  REQUIRE(anna.save(0, why("Because.", "parking"), "en/parking").ok());
  REQUIRE(anna.move(&Editing::publish, 1, "en/parking").ok());
  REQUIRE(anna.move(&Editing::retire, 0, "en/delivery").ok());
  const auto files = one.core().editing().exported();
  CHECK(text_of(files, "en/lines.toml") == kFiles[1].text);
  CHECK(content::parse_library(files).ok());

  CoreHouse other(options(), library());
  Desk bram(other, kBram);
  const auto dry = bram.import(files, true, true, true);
  REQUIRE(dry.ok());
  CHECK_FALSE(dry->written);
  const auto count = [&](domain::ImportOutcome outcome) {
    return std::count_if(dry->rows.begin(), dry->rows.end(), [&](const auto& row) { return row.outcome == outcome; });
  };
  CHECK(count(domain::ImportOutcome::kNew) == 1);
  CHECK(count(domain::ImportOutcome::kChanged) == 1);
  CHECK(count(domain::ImportOutcome::kSame) == 1);
  CHECK(count(domain::ImportOutcome::kRetired) == 1);
  CHECK(customer_corner(other) == "You get the right amount at once.");
  REQUIRE(bram.import(files, true, false, true)->written);
  CHECK(customer_corner(other) == "Soon.");
  const auto again = other.core().editing().exported();
  REQUIRE(again.size() == files.size());
  for (const content::SourceFile& file : files) CHECK(text_of(again, file.name) == file.text);
}

TEST_CASE("an import with something wrong writes nothing and says where; as drafts it changes nothing in force") {
  CoreHouse house(options(), library());
  Desk anna(house);
  auto files = kFiles;
  files[2].text += "\n[[why]]\nid = \"half\"\ntopic = \"half\"\n";
  const auto wrong = anna.import(files, true);
  REQUIRE(wrong.ok());
  CHECK_FALSE(wrong->written);
  CHECK(wrong->rows.back().outcome == domain::ImportOutcome::kWrong);
  CHECK(wrong->rows.back().line == 19);
  CHECK_THAT(wrong->rows.back().what, Catch::Contains("customer"));
  CHECK_FALSE(house.core().editing().get(ItemKind::kWhy, "en/half").ok());
  files = {{"en/x.toml", "en", why("Imported.")}};
  REQUIRE(anna.import(files, false)->written);
  CHECK(customer_corner(house) == "You get the right amount at once.");
  CHECK(house.core().editing().get(ItemKind::kWhy, "en/refund-time")->state() == ItemState::kDraft);
  CHECK(anna.import(files, false)->rows[0].outcome == domain::ImportOutcome::kSame);
}
