// Items of the library: versions, where they stand, who moved them.
#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

using domain::ItemKind;
using domain::ItemState;
using domain::ItemStep;
using domain::ItemVersion;

ItemStep step(ItemState state, const std::string& who = "anna", int second = 0) {
  return {state, {who, "Anna de Wit"}, absl::FromUnixSeconds(1772442000 + second), "omdat het korter kan"};
}

ItemVersion version(std::int64_t number, ItemState state = ItemState::kDraft) {
  return {number, number - 1, "[[why]]\nid = \"a\"\ntopic = \"é\"\n", state, number % 2 == 0, {step(state)}};
}

absl::Status add(Transaction& t, const ItemVersion& made, const std::string& id = "nl/a") {
  return t.add_item_version(ItemKind::kWhy, id, "nl", made);
}

AANDACHT_STORE_CONTRACT("a version comes back as it was, newest first, also from a store that is opened again") {
  TestType engine;
  {
    const auto store = engine.open();
    must_write(*store, [](Transaction& t) { return add(t, version(1)); });
    must_write(*store, [](Transaction& t) { return add(t, version(2)); });
  }
  const auto store = engine.open();
  const auto versions = must_answer(*store, [](Reads& r) { return r.item_versions(ItemKind::kWhy, "nl/a"); });
  REQUIRE(versions.size() == 2);
  CHECK(versions[0] == version(2));
  CHECK(versions[1] == version(1));
  CHECK(must_answer(*store, [](Reads& r) { return r.item_versions(ItemKind::kRule, "nl/a"); }).empty());
  CHECK_FALSE(must_answer(*store, [](Reads& r) { return r.item(ItemKind::kWhy, "nl/b"); }).has_value());
}

AANDACHT_STORE_CONTRACT("an item tells its newest version and the one in force, and every step who took it") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) {
    absl::Status status = add(t, version(1));
    if (status.ok()) status = t.step_item(ItemKind::kWhy, "nl/a", 1, step(ItemState::kReview, "anna", 1));
    if (status.ok()) status = t.step_item(ItemKind::kWhy, "nl/a", 1, step(ItemState::kLive, "bram", 2));
    if (status.ok()) status = add(t, version(2));
    return status;
  });
  const auto record = must_answer(*store, [](Reads& r) { return r.item(ItemKind::kWhy, "nl/a"); });
  REQUIRE(record.has_value());
  CHECK(record->language == "nl");
  CHECK(record->newest == version(2));
  REQUIRE(record->in_force.has_value());
  CHECK(record->in_force->number == 1);
  CHECK(record->in_force->state == ItemState::kLive);
  CHECK(record->in_force->steps == std::vector<ItemStep>{step(ItemState::kDraft), step(ItemState::kReview, "anna", 1),
                                                         step(ItemState::kLive, "bram", 2)});
}

AANDACHT_STORE_CONTRACT("all items come by kind and id; what was never in force has nothing in force") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) {
    absl::Status status = add(t, version(1), "nl/b");
    if (status.ok()) status = add(t, version(1, ItemState::kRetired), "nl/a");
    if (status.ok()) status = t.add_item_version(ItemKind::kRule, "nl/z", "nl", version(1, ItemState::kLive));
    return status;
  });
  const auto items = must_answer(*store, [](Reads& r) { return r.items(); });
  REQUIRE(items.size() == 3);
  CHECK(items[0].kind == ItemKind::kRule);
  CHECK(items[1].id == "nl/a");
  CHECK(items[1].in_force->state == ItemState::kRetired);
  CHECK(items[2].id == "nl/b");
  CHECK_FALSE(items[2].in_force.has_value());
}

AANDACHT_STORE_CONTRACT("a number is given once, a step needs its version, and a version that was removed is gone") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) { return add(t, version(1)); });
  CHECK(absl::IsAlreadyExists(store->write([](Transaction& t) { return add(t, version(1)); })));
  CHECK(absl::IsNotFound(
      store->write([](Transaction& t) { return t.step_item(ItemKind::kWhy, "nl/a", 2, step(ItemState::kLive)); })));
  must_write(*store, [](Transaction& t) { return add(t, version(2)); });
  must_write(*store, [](Transaction& t) { return t.remove_item_version(ItemKind::kWhy, "nl/a", 1); });
  must_write(*store, [](Transaction& t) { return t.remove_item_version(ItemKind::kWhy, "nl/a", 1); });
  const auto versions = must_answer(*store, [](Reads& r) { return r.item_versions(ItemKind::kWhy, "nl/a"); });
  REQUIRE(versions.size() == 1);
  CHECK(versions[0] == version(2));
}

}  // namespace
}  // namespace aandacht::store
