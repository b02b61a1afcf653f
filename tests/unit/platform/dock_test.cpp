// Where the overlay stands, as a table and as properties of thousands of desktops.
#include "client/platform/dock.h"

#include <algorithm>
#include <random>

#include "tests/support/catch.h"

namespace aandacht::platform {

namespace {

using render::Rect;

const Rect kOneScreen{0, 0, 1280, 800};
const Rect kSecondScreen{1280, 0, 2304, 768};
const Size kOverlay{380, 720};

Rect at(int left, int top, const Size& size = kOverlay) { return {left, top, left + size.width, top + size.height}; }

bool holds(const Rect& outer, const Rect& inner) {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right &&
         inner.bottom <= outer.bottom;
}

struct Case {
  const char* situation;
  Dock dock;
  Surroundings around;
  Rect expected;
};

Dock beside() { return {DockSide::kBeside, "twinkle"}; }

}  // namespace

TEST_CASE("The overlay stands where an agent would put it") {
  const std::vector<Rect> one = {kOneScreen};
  const std::vector<Rect> two = {kOneScreen, kSecondScreen};
  const std::vector<Case> cases = {
      {"right edge", {}, {one, {}, {}}, at(900, 0)},
      {"left edge", {DockSide::kLeftEdge, ""}, {one, {}, {}}, at(0, 0)},
      {"an edge of the main monitor, not of the second", {}, {two, {}, at(1900, 0)}, at(900, 0)},
      {"right edge beside a panel", {}, {{Rect{0, 30, 1240, 800}}, {}, {}}, at(860, 30)},
      {"beside: room at the right", beside(), {one, Rect{100, 50, 500, 700}, {}}, at(500, 50)},
      {"beside: moved up to fit", beside(), {one, Rect{100, 300, 500, 700}, {}}, at(500, 80)},
      {"beside: room at the left only", beside(), {one, Rect{800, 0, 1200, 600}, {}}, at(420, 0)},
      {"beside: room at the right to the pixel", beside(), {one, Rect{400, 0, 900, 600}, {}}, at(900, 0)},
      {"beside: no room, so over it at the right", beside(), {one, kOneScreen, {}}, at(900, 0)},
      {"beside: no room, at the edge that it is near", beside(), {one, kOneScreen, at(100, 0)}, at(0, 0)},
      {"beside: on the softphone's monitor", beside(), {two, Rect{1300, 20, 1700, 600}, {}}, at(1700, 20)},
      {"beside: not across onto the next monitor", beside(), {two, Rect{800, 0, 1250, 600}, {}}, at(420, 0)},
      {"beside: the window hangs out at the left", beside(), {one, Rect{-300, 40, 100, 600}, {}}, at(100, 40)},
      {"beside: the window is wholly out of sight at the left",
       beside(),
       {one, Rect{-900, 0, -500, 600}, {}},
       at(0, 0)},
      {"beside: nothing there yet", beside(), {one, {}, {}}, at(900, 0)},
      {"beside: gone, overlay was left of the middle", beside(), {one, {}, at(200, 60)}, at(0, 60)},
      {"beside: gone, overlay was on the second monitor", beside(), {two, {}, at(1900, 10)}, at(1924, 10)},
  };
  for (const Case& c : cases) {
    INFO(c.situation);
    CHECK(docked_place(c.dock, c.around, kOverlay) == c.expected);
  }
}

TEST_CASE("An overlay higher or wider than a monitor is made smaller, not pushed out") {
  CHECK(docked_place({}, {{kOneScreen}, {}, {}}, {380, 2000}) == Rect{900, 0, 1280, 800});
  CHECK(docked_place({}, {{kOneScreen}, {}, {}}, {5000, 100}) == Rect{0, 0, 1280, 100});
}

TEST_CASE("A place from another day is moved into sight as little as needed") {
  const std::vector<Rect> two = {kOneScreen, kSecondScreen};
  CHECK(kept_in_sight(300, 40, kOverlay, two) == at(300, 40));
  CHECK(kept_in_sight(1300, 40, kOverlay, two) == at(1300, 40));
  CHECK(kept_in_sight(1300, 40, kOverlay, {kOneScreen}) == at(900, 40));
  CHECK(kept_in_sight(-5000, -5000, kOverlay, two) == at(0, 0));
  CHECK(kept_in_sight(9000, 9000, kOverlay, two) == at(1924, 48));
}

namespace {

/// A random desktop: one to three monitors side by side or one above another, with panels.
std::vector<Rect> some_monitors(std::mt19937& random) {
  const auto any = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  std::vector<Rect> areas;
  int x = any(-2000, 500);
  int y = any(-1000, 500);
  for (int i = any(1, 3); i > 0; --i) {
    const int width = any(200, 2560);
    const int height = any(200, 1440);
    areas.push_back({x, y + any(0, 40), x + width, y + height - any(0, 40)});
    if (any(0, 1) == 0) {
      x += width;
    } else {
      y += height;
    }
  }
  return areas;
}

}  // namespace

TEST_CASE(
    "On every desktop the overlay is wholly on one monitor, and never over the window while there is room beside it") {
  std::mt19937 random(20261122);
  const auto any = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  int with_room = 0;
  for (int round = 0; round < 20000; ++round) {
    Surroundings around{some_monitors(random), {}, {}};
    const Size size{any(1, any(1, 920)), any(1, 1800)};
    const auto some_window = [&] {
      const int left = any(-3000, 6000);
      const int top = any(-2000, 4000);
      return Rect{left, top, left + any(1, 3000), top + any(1, 2000)};
    };
    const auto some_part_of = [&](const Rect& area) {
      const int left = any(area.left, area.right - 1);
      const int top = any(area.top, area.bottom - 1);
      return Rect{left, top, any(left + 1, area.right), any(top + 1, area.bottom)};
    };
    if (any(0, 4) > 0) around.followed = some_window();
    if (any(0, 1) > 0) around.followed = some_part_of(around.work_areas.back());
    if (any(0, 1) > 0) around.now = some_window();
    const Dock dock{static_cast<DockSide>(any(0, 2)), "x"};
    const Rect place = docked_place(dock, around, size);
    int inside = 0;
    for (const Rect& area : around.work_areas) inside += holds(area, place) ? 1 : 0;
    INFO("round " << round << ", placed at " << place.left << "," << place.top);
    REQUIRE(inside == 1);
    REQUIRE_FALSE(place.empty());
    const Rect kept = kept_in_sight(any(-9000, 9000), any(-9000, 9000), size, around.work_areas);
    REQUIRE(
        std::any_of(around.work_areas.begin(), around.work_areas.end(), [&](const Rect& a) { return holds(a, kept); }));
    if (dock.side != DockSide::kBeside || !around.followed) continue;
    // Where the window is whole on a monitor: room is what it leaves of that monitor.
    for (const Rect& area : around.work_areas) {
      const Rect& window = *around.followed;
      if (!holds(area, window) || std::max(area.right - window.right, window.left - area.left) < size.width) continue;
      ++with_room;
      REQUIRE(place.intersected(window).empty());
      REQUIRE(holds(area, place));
      REQUIRE((place.left == window.right || place.right == window.left));
    }
  }
  CHECK(with_room > 500);
}

TEST_CASE("Docking twice is docking once: the overlay does not creep") {
  std::mt19937 random(7);
  const auto any = [&](int least, int most) { return std::uniform_int_distribution(least, most)(random); };
  for (int round = 0; round < 5000; ++round) {
    Surroundings around{some_monitors(random), {}, {}};
    const int left = any(-500, 3000);
    const int top = any(-500, 2000);
    if (any(0, 1) > 0) around.followed = Rect{left, top, left + any(1, 2000), top + any(1, 1500)};
    const Size size{any(1, 920), any(1, 1800)};
    around.now = docked_place({DockSide::kBeside, "x"}, around, size);
    REQUIRE(docked_place({DockSide::kBeside, "x"}, around, size) == *around.now);
  }
}

TEST_CASE("The dock setting is read as it is written, and a mistake says what may be written") {
  for (const char* text : {"right-edge", "left-edge", "beside:twinkle", "beside:Linphone - sanne"}) {
    const auto dock = parse_dock(text);
    REQUIRE(dock.ok());
    CHECK(to_text(*dock) == text);
  }
  CHECK(parse_dock("beside: twinkle ")->window == "twinkle");
  for (const char* text : {"", "right", "beside", "beside:", "beside:  ", "Right-edge"}) {
    INFO(text);
    const auto dock = parse_dock(text);
    REQUIRE_FALSE(dock.ok());
    CHECK(dock.status().message().find("beside:") != std::string::npos);
  }
}

}  // namespace aandacht::platform
