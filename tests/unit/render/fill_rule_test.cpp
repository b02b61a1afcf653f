// Which pixels a shape holds, as properties over many shapes.
#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "client/render/frame_hash.h"
#include "tests/support/catch.h"
#include "tests/support/handmade_frame.h"

namespace aandacht::test {
namespace {

constexpr int kSize = 48;
constexpr std::uint32_t kWhite = 0xFFFFFFFF;
constexpr std::uint32_t kHalf = 0x80FFFFFF;
constexpr render::Pixel kBlack = render::pixel(0, 0, 0);
constexpr render::Pixel kOnce = render::pixel(128, 128, 128);  // kHalf on black

render::Canvas drawn(HandmadeFrame& frame) {
  static const render::Textures kNone;
  render::Canvas canvas(kSize, kSize);
  render::Rasteriser(kNone).draw(frame.data(), kBlack, canvas.bounds(), canvas);
  return canvas;
}

int count(const render::Canvas& canvas, render::Pixel pixel) {
  int sum = 0;
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) sum += canvas.at(x, y) == pixel ? 1 : 0;
  }
  return sum;
}

/// Places between pixels, on their borders and on their centres, where the rule decides.
class Places {
 public:
  explicit Places(unsigned seed) : random_(seed) {}
  ImVec2 next() { return {coordinate(), coordinate()}; }

 private:
  float coordinate() {
    const unsigned kind = random_() % 4;
    const auto whole = static_cast<float>(random_() % kSize);
    if (kind == 0) return whole;
    if (kind == 1) return whole + 0.5F;
    if (kind == 2) return whole + static_cast<float>(random_() % 256) / 256.0F;
    return std::uniform_real_distribution<float>(0, kSize)(random_);
  }
  std::mt19937 random_;
};

float side(const ImVec2& from, const ImVec2& to, const ImVec2& at) {
  return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

}  // namespace

TEST_CASE("two triangles on both sides of an edge hold each of their pixels once", "[fill-rule]") {
  Places places(11);
  int tried = 0;
  while (tried < 2000) {
    const ImVec2 a = places.next();
    const ImVec2 b = places.next();
    const ImVec2 left = places.next();
    const ImVec2 right = places.next();
    if (side(a, b, left) >= 0 || side(a, b, right) <= 0) continue;
    ++tried;
    HandmadeFrame frame(kSize, kSize);
    frame.triangle(a, b, left, kHalf);
    frame.triangle(b, a, right, kHalf);
    const render::Canvas both = drawn(frame);
    INFO("edge " << a.x << "," << a.y << " to " << b.x << "," << b.y);
    CHECK(count(both, kBlack) + count(both, kOnce) == kSize * kSize);
  }
}

TEST_CASE("a fan around any point holds each pixel of its square once", "[fill-rule]") {
  Places places(12);
  for (int i = 0; i < 500; ++i) {
    const ImVec2 middle = places.next();
    const std::array<ImVec2, 4> corners{{{0, 0}, {kSize, 0}, {kSize, kSize}, {0, kSize}}};
    HandmadeFrame frame(kSize, kSize);
    for (unsigned c = 0; c < 4; ++c) frame.triangle(corners[c], corners[(c + 1) % 4], middle, kHalf);
    INFO("middle " << middle.x << "," << middle.y);
    CHECK(count(drawn(frame), kOnce) == kSize * kSize);
  }
}

TEST_CASE("an edge through pixel centres gives them to the shape below or right of it", "[fill-rule]") {
  HandmadeFrame frame(kSize, kSize);
  // From centre to centre: the top and left sides are in, the bottom and right sides are out.
  frame.triangle({4.5F, 4.5F}, {8.5F, 4.5F}, {4.5F, 8.5F}, kHalf);
  frame.triangle({8.5F, 4.5F}, {8.5F, 8.5F}, {4.5F, 8.5F}, kHalf);
  const render::Canvas canvas = drawn(frame);
  CHECK(count(canvas, kOnce) == 16);
  CHECK(canvas.at(4, 4) == kOnce);
  CHECK(canvas.at(7, 7) == kOnce);
  CHECK(canvas.at(8, 5) == kBlack);
  CHECK(canvas.at(5, 8) == kBlack);
}

TEST_CASE("a rectangle is the same pixels as its two triangles", "[fill-rule]") {
  Places places(13);
  for (int i = 0; i < 1000; ++i) {
    const ImVec2 p = places.next();
    const ImVec2 q = places.next();
    const ImVec2 from(std::min(p.x, q.x), std::min(p.y, q.y));
    const ImVec2 to(std::max(p.x, q.x), std::max(p.y, q.y));
    HandmadeFrame upright(kSize, kSize);
    upright.quad(from, to, kHalf);
    HandmadeFrame halves(kSize, kSize);
    halves.triangle(from, {to.x, from.y}, to, kHalf);
    halves.triangle(from, to, {from.x, to.y}, kHalf);
    INFO(from.x << "," << from.y << " to " << to.x << "," << to.y);
    CHECK(render::hash_of(drawn(upright)) == render::hash_of(drawn(halves)));
  }
}

TEST_CASE("a picture moved by whole pixels is the same picture", "[fill-rule]") {
  Places places(14);
  std::mt19937 random(15);
  for (int i = 0; i < 300; ++i) {
    std::vector<ImVec2> corners;
    for (int c = 0; c < 9; ++c) {
      const ImVec2 at = places.next();
      // In the middle third, on the grid of the rasteriser, so that moving does not round.
      corners.emplace_back(std::round((16 + at.x / 3) * 256) / 256, std::round((16 + at.y / 3) * 256) / 256);
    }
    const auto by_x = static_cast<int>(random() % 31) - 15;
    const auto by_y = static_cast<int>(random() % 31) - 15;
    const auto at = [&](int corner, bool moved) {
      return ImVec2(corners[corner].x + static_cast<float>(moved ? by_x : 0),
                    corners[corner].y + static_cast<float>(moved ? by_y : 0));
    };
    HandmadeFrame first(kSize, kSize);
    HandmadeFrame second(kSize, kSize);
    for (int c = 0; c < 9; c += 3) {
      first.triangle(at(c, false), at(c + 1, false), at(c + 2, false), kHalf);
      second.triangle(at(c, true), at(c + 1, true), at(c + 2, true), kHalf);
    }
    const render::Canvas here = drawn(first);
    const render::Canvas there = drawn(second);
    int different = 0;
    for (int y = 0; y < kSize; ++y) {
      for (int x = 0; x < kSize; ++x) {
        const bool inside = x + by_x >= 0 && x + by_x < kSize && y + by_y >= 0 && y + by_y < kSize;
        if (inside) different += here.at(x, y) == there.at(x + by_x, y + by_y) ? 0 : 1;
      }
    }
    CHECK(different == 0);
  }
}

TEST_CASE("a frame of a display that begins elsewhere is drawn from its own top left", "[fill-rule]") {
  HandmadeFrame here(kSize, kSize);
  here.triangle({3.25F, 4.5F}, {30, 9}, {12, 40}, kWhite);
  HandmadeFrame there(kSize, kSize);
  there.data().DisplayPos = {1000, 2000};
  there.clip({1000, 2000, 1000 + kSize, 2000 + kSize});
  there.triangle({1003.25F, 2004.5F}, {1030, 2009}, {1012, 2040}, kWhite);
  CHECK(render::hash_of(drawn(here)) == render::hash_of(drawn(there)));
}

TEST_CASE("triangles without an inside hold no pixel", "[fill-rule]") {
  HandmadeFrame frame(kSize, kSize);
  frame.triangle({5, 5}, {5, 5}, {5, 5}, kWhite);
  frame.triangle({5, 5}, {25, 25}, {15, 15}, kWhite);
  frame.triangle({5.5F, 5.5F}, {30.5F, 5.5F}, {12.5F, 5.5F}, kWhite);
  frame.triangle({9, 2}, {9, 40}, {9.001F, 20}, kWhite);  // thinner than the grid
  CHECK(count(drawn(frame), kBlack) == kSize * kSize);
}

TEST_CASE("what is not a number, endless or huge neither breaks nor spoils what else is drawn", "[fill-rule]") {
  const float nan = std::nanf("");
  const float inf = INFINITY;
  HandmadeFrame frame(kSize, kSize);
  for (const float strange : {nan, inf, -inf, 3e38F, -3e38F, 1e-40F}) {
    frame.clip({0, 0, 10, 10});
    frame.triangle({strange, 1}, {5, strange}, {9, 9}, kWhite);
    frame.quad({strange, 1}, {5, strange}, kWhite);
    frame.quad({1, 1}, {strange, strange}, kWhite, {strange, 0}, {1, strange});
    frame.clip({strange, 0, 10, 10});
    frame.quad({0, 0}, {10, 10}, kWhite);
    frame.clip({0, strange, 10, 10});
    frame.triangle({0, 0}, {10, 0}, {0, 10}, kWhite);
  }
  frame.clip({20, 20, 40, 40});
  frame.quad({20, 20}, {40, 40}, kWhite);
  const render::Canvas canvas = drawn(frame);
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      if (x < 10 && y < 10) continue;
      const bool inside = x >= 20 && x < 40 && y >= 20 && y < 40;
      CHECK((canvas.at(x, y) == kBlack) == !inside);
    }
  }
}

}  // namespace aandacht::test
