#include "client/render/difference.h"

#include <algorithm>
#include <random>
#include <vector>

#include "client/render/frame_hash.h"
#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

using render::Canvas;
using render::Rect;

int pixels_of(const std::vector<Rect>& parts) {
  int sum = 0;
  for (const Rect& part : parts) sum += part.width() * part.height();
  return sum;
}

}  // namespace

TEST_CASE("equal pictures have no difference", "[difference]") {
  const Canvas one(50, 40);
  const Canvas other(50, 40);
  CHECK(render::difference(one, other, one.bounds()).empty());
}

TEST_CASE("one changed pixel costs one tile, also at the border", "[difference]") {
  Canvas before(50, 41);
  Canvas now(50, 41);
  now.row(40)[49] = 7;
  const std::vector<Rect> parts = render::difference(before, now, now.bounds());
  REQUIRE(parts.size() == 1);
  CHECK(parts[0] == Rect{48, 40, 50, 41});
}

TEST_CASE("what changed outside the area is not looked at", "[difference]") {
  Canvas before(50, 40);
  Canvas now(50, 40);
  now.row(2)[2] = 7;
  CHECK(render::difference(before, now, {10, 0, 50, 40}).empty());
  CHECK(render::difference(before, now, {60, 0, 90, 40}).empty());
}

TEST_CASE("a changed box is one rectangle", "[difference]") {
  Canvas before(200, 100);
  Canvas now(200, 100);
  for (int y = 20; y < 60; ++y) std::fill_n(now.row(y) + 30, 90, 7);
  CHECK(render::difference(before, now, now.bounds()).size() == 1);
}

TEST_CASE("sending the difference of any two pictures makes them equal and overlaps nowhere", "[difference]") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const int width = 1 + static_cast<int>(random() % 90);
    const int height = 1 + static_cast<int>(random() % 60);
    Canvas before(width, height);
    Canvas now(width, height);
    for (int i = 0; i < static_cast<int>(random() % 30); ++i) {
      now.row(static_cast<int>(random() % static_cast<unsigned>(height)))[random() % static_cast<unsigned>(width)] = 9;
    }
    const std::vector<Rect> parts = render::difference(before, now, now.bounds());
    for (const Rect& part : parts) render::copy(now, part, before);
    CHECK(render::hash_of(before) == render::hash_of(now));
    CHECK(pixels_of(parts) <= width * height);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::size_t j = i + 1; j < parts.size(); ++j) CHECK(parts[i].intersected(parts[j]).empty());
    }
  }
}

}  // namespace aandacht::test
