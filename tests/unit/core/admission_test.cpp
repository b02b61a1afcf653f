// Whose own side may be asked for.
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using test::Awaited;
using test::CoreHouse;

TEST_CASE("who is not listed and never was served has no day, nothing to export and nothing to delete") {
  core::CoreOptions options;
  options.desks.listed_only = true;
  options.desks.listed = {"sanne"};
  CoreHouse house(options);
  core::OwnSide& own = house.core().own_side();
  CHECK(own.day("sanne", std::nullopt).ok());
  CHECK(absl::IsNotFound(own.day("mallory", std::nullopt).status()));
  CHECK(absl::IsNotFound(own.export_all("mallory").status()));
  Awaited<std::int64_t> gone;
  own.forget("f1", "mallory", gone.callback());
  CHECK(absl::IsNotFound(gone.get().status()));
  Awaited<std::int64_t> nothing;
  own.forget("f2", "sanne", nothing.callback());
  CHECK(nothing.get().ok());
}

TEST_CASE("who is no longer listed reads, exports and deletes what is kept of them") {
  test::TemporaryFolder folder;
  test::ManualClock clock(test::monday());
  bus::LocalBus bus;
  const auto file = store::sqlite::open(folder.file("store.db"));
  REQUIRE(file.ok());
  const auto open = [&](const std::string& listed) {
    core::CoreOptions options;
    options.desks.listed_only = true;
    options.desks.listed = {listed};
    auto opened = core::Core::open(options, test::small_library(), **file, bus, clock);
    REQUIRE(opened.ok());
    return *std::move(opened);
  };
  auto core = open("sanne");
  Awaited<core::Written> chosen;
  core->desks().record_act({"own", "sanne", domain::HabitChosen{"own", "I hang up", "breathe out", ""}, {}},
                           chosen.callback());
  REQUIRE(chosen.get().ok());
  core.reset();
  core = open("joost");
  CHECK(core->own_side().day("sanne", std::nullopt).ok());
  CHECK(core->own_side().export_all("sanne").ok());
  Awaited<std::int64_t> gone;
  core->own_side().forget("f", "sanne", gone.callback());
  const auto count = gone.get();
  REQUIRE(count.ok());
  CHECK(*count > 0);
}
