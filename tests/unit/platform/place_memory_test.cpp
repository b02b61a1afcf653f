// Where the overlay was put by hand is known the next day, whatever has become of the file.
#include "client/platform/place_memory.h"

#include <fstream>

#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::platform {
namespace {

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

TEST_CASE("A place is remembered for its arrangement of monitors, and forgotten when told") {
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "state" / "window-places";
  const std::string desk = layout_of({{0, 0, 1280, 800}});
  const std::string docking_station = layout_of({{0, 0, 1280, 800}, {1280, 0, 2304, 768}});
  {
    PlaceMemory memory(file);
    CHECK_FALSE(memory.at(desk));
    REQUIRE(memory.keep(desk, Place{40, 50}).ok());
    REQUIRE(memory.keep(docking_station, Place{-7, 1500}).ok());
    REQUIRE(memory.keep(desk, Place{60, 70}).ok());
  }
  {
    PlaceMemory memory(file);
    CHECK(memory.at(desk) == Place{60, 70});
    CHECK(memory.at(docking_station) == Place{-7, 1500});
    REQUIRE(memory.keep(desk, std::nullopt).ok());
  }
  CHECK_FALSE(PlaceMemory(file).at(desk));
  CHECK(PlaceMemory(file).at(docking_station) == Place{-7, 1500});
}

TEST_CASE("Monitors told in another order are the same arrangement") {
  CHECK(layout_of({{0, 0, 1280, 800}, {1280, 0, 2304, 768}}) == layout_of({{1280, 0, 2304, 768}, {0, 0, 1280, 800}}));
  CHECK(layout_of({{0, 0, 1280, 800}}) != layout_of({{0, 0, 1280, 801}}));
}

TEST_CASE("Of a damaged file the lines that can be read hold") {
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "window-places";
  write(file,
        "good 1 2\n\nonly-a-layout\nwords here now\nmore 1 2 3\nfar 99999999 1\nhuge 99999999999999999999 1\n"
        "late 3 4\n\x01\x02\x00 torn 5");
  PlaceMemory memory(file);
  CHECK(memory.at("good") == Place{1, 2});
  CHECK(memory.at("late") == Place{3, 4});
  for (const char* broken : {"", "only-a-layout", "words", "more", "far", "huge", "torn"})
    CHECK_FALSE(memory.at(broken));
}

TEST_CASE("A folder in the file's place, or no place at all, costs only the memory") {
  const test::TemporaryFolder folder;
  PlaceMemory blocked(folder.path());
  CHECK_FALSE(blocked.keep("desk", Place{1, 2}).ok());
  CHECK(blocked.at("desk") == Place{1, 2});
  PlaceMemory nowhere{std::filesystem::path()};
  CHECK(nowhere.keep("desk", Place{1, 2}).ok());
  CHECK(nowhere.at("desk") == Place{1, 2});
}

TEST_CASE("Only the latest sixteen arrangements are kept") {
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "window-places";
  PlaceMemory memory(file);
  for (int i = 0; i < 20; ++i) REQUIRE(memory.keep(absl::StrCat("desk", i), Place{i, i}).ok());
  CHECK_FALSE(PlaceMemory(file).at("desk3"));
  CHECK(PlaceMemory(file).at("desk4") == Place{4, 4});
  CHECK(PlaceMemory(file).at("desk19") == Place{19, 19});
}

}  // namespace aandacht::platform
