// Stories of customers, and that nothing of them is left.
#include <fstream>
#include <iterator>
#include <string>

#include "tests/contract/access.h"
#include "tests/contract/engines.h"
#include "tests/support/slurp.h"

namespace aandacht::store {
namespace {

constexpr const char* kWords = "vier keer gebeld over een terugbetaling";

StoryRecord story(const std::string& id, const std::string& line = kWords) {
  const domain::Story told{id,
                           "Mevrouw Voorbeeld",
                           "nl",
                           line,
                           "Het was haar laatste geld.",
                           "Iemand belde terug.",
                           absl::FromUnixSeconds(1800000000),
                           false};
  return {told, absl::FromUnixSeconds(1750000000), "in trainingen en aan de balie"};
}

// Pixels that can be recognised in a file.
Photo photo(const std::string& mark) {
  Photo made{4, 2, {}};
  while (made.pixels.size() < 24) made.pixels += mark;
  made.pixels.resize(24);
  return made;
}

void save(Store& store, const StoryRecord& record, const Photo& with = {}) {
  must_write(store, [&](Transaction& t) { return t.save_story(record, with); });
}

AANDACHT_STORE_CONTRACT(
    "a story comes back with its consent, in the order of the ids, and knows whether it has a photo") {
  TestType engine;
  {
    const auto store = engine.open();
    save(*store, story("b"));
    save(*store, story("a"), photo("xyz"));
  }
  const auto store = engine.open();
  const auto stories = must_answer(*store, [](Reads& r) { return r.stories(); });
  REQUIRE(stories.size() == 2);
  StoryRecord with_photo = story("a");
  with_photo.story.has_photo = true;
  CHECK(stories[0] == with_photo);
  CHECK(stories[1] == story("b"));
  CHECK(must_answer(*store, [](Reads& r) { return r.story_photo("a"); }) == photo("xyz"));
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.story_photo("b"); }).status()));
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.story_photo("c"); }).status()));
}

AANDACHT_STORE_CONTRACT("a story that is saved again is replaced with its photo") {
  TestType engine;
  const auto store = engine.open();
  save(*store, story("a"), photo("xyz"));
  save(*store, story("a", "anders"));
  const auto stories = must_answer(*store, [](Reads& r) { return r.stories(); });
  REQUIRE(stories.size() == 1);
  CHECK(stories[0] == story("a", "anders"));
}

AANDACHT_STORE_CONTRACT("a story that was removed is gone; removing it again finds nothing and stores nothing") {
  TestType engine;
  const auto store = engine.open();
  save(*store, story("a"), photo("xyz"));
  must_write(*store, [](Transaction& t) { return t.remove_story("a"); });
  CHECK(must_answer(*store, [](Reads& r) { return r.stories(); }).empty());
  CHECK(absl::IsNotFound(store->write([](Transaction& t) { return t.remove_story("a"); })));
}

bool is_in_files(const std::string& path, const std::string& words) {
  for (const char* part : {"", "-wal", "-shm"}) {
    if (test::slurp(path + part).find(words) != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("of a story that was removed or replaced no byte is left in the files, and others stay", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  const auto store = *sqlite::open(path);
  Photo large{192, 192, {}};
  while (large.pixels.size() < 192 * 192 * 3) large.pixels += "PIXELS-OF-ONE-PERSON";
  large.pixels.resize(192 * 192 * 3);
  save(*store, story("gone"), large);
  save(*store, story("stays", "een ander verhaal dat blijft"));
  REQUIRE(is_in_files(path, kWords));
  REQUIRE(is_in_files(path, "PIXELS-OF-ONE-PERSON"));
  SECTION("removed") {
    must_write(*store, [](Transaction& t) { return t.remove_story("gone"); });
  }
  SECTION("replaced") { save(*store, story("gone", "zij wil liever niets vertellen")); }
  CHECK_FALSE(is_in_files(path, kWords));
  CHECK_FALSE(is_in_files(path, "PIXELS-OF-ONE-PERSON"));
  CHECK(is_in_files(path, "een ander verhaal dat blijft"));
}

TEST_CASE("a read that lasts keeps the log full; the next write empties it of the story", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  const auto store = *sqlite::open(path);
  save(*store, story("gone"));
  CHECK(store
            ->read([&](Reads& reads) {
              CHECK(reads.stories()->size() == 1);
              must_write(*store, [](Transaction& t) { return t.remove_story("gone"); });
              return absl::OkStatus();
            })
            .ok());
  must_write(*store, [](Transaction& t) { return t.note_request("later", absl::FromUnixSeconds(1)); });
  CHECK_FALSE(is_in_files(path, kWords));
}

}  // namespace
}  // namespace aandacht::store
