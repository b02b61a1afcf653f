#include "client/render/rasteriser.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "client/render/frame_hash.h"
#include "tests/support/catch.h"
#include "tests/unit/render/scene.h"

namespace aandacht::test {
namespace {

using render::pixel;

constexpr ImU32 kWhite = IM_COL32(255, 255, 255, 255);
constexpr ImU32 kHalf = IM_COL32(255, 255, 255, 128);

/// A page with everything that views use: boxes, soft round corners, lines, circles, shades, text.
void busy_page(ImDrawList& list) {
  list.AddRectFilled({10, 10}, {190, 90}, IM_COL32(250, 248, 244, 255), 8.0F);
  list.AddRect({10, 10}, {190, 90}, IM_COL32(221, 216, 206, 255), 8.0F);
  list.AddCircleFilled({60.5F, 50.25F}, 20.0F, IM_COL32(31, 95, 168, 200));
  list.AddLine({12, 88}, {180.3F, 20.7F}, IM_COL32(138, 75, 8, 255), 1.5F);
  list.AddRectFilledMultiColor({100, 100}, {180, 140}, IM_COL32(255, 0, 0, 255), IM_COL32(0, 255, 0, 128),
                               IM_COL32(0, 0, 255, 255), kWhite);
  list.AddText({20, 150}, kWhite, "Dat hebben wij niet goed gedaan.");
}

}  // namespace

TEST_CASE("a box fills exactly its pixels", "[rasteriser]") {
  Scene scene(20, 20, [](ImDrawList& list) { list.AddRectFilled({3, 4}, {8, 10}, kWhite); });
  CHECK(scene.drawn() == 5 * 6);
  CHECK(scene.at(3, 4) == pixel(255, 255, 255));
  CHECK(scene.at(7, 9) == pixel(255, 255, 255));
  CHECK(scene.at(8, 9) == Scene::kBlack);
}

TEST_CASE("a box between pixels fills those whose centres it holds", "[rasteriser]") {
  Scene scene(20, 20, [](ImDrawList& list) { list.AddRectFilled({3.4F, 4.6F}, {8.5F, 10.5F}, kWhite); });
  CHECK(scene.drawn() == 5 * 5);
  CHECK(scene.at(3, 5) == pixel(255, 255, 255));
}

TEST_CASE("a translucent box is blended to the nearest value", "[rasteriser]") {
  Scene scene(4, 4, [](ImDrawList& list) { list.AddRectFilled({0, 0}, {4, 4}, IM_COL32(255, 100, 3, 128)); });
  CHECK(scene.at(1, 1) == pixel(128, 50, 2));
}

TEST_CASE("nothing is drawn outside the clip rectangle", "[rasteriser]") {
  Scene scene(20, 20, [](ImDrawList& list) {
    list.PushClipRect({5, 5}, {9, 9});
    list.AddRectFilled({0, 0}, {20, 20}, kWhite);
    list.AddTriangleFilled({0, 0}, {40, 0}, {0, 40}, kWhite);
    list.AddText({4, 2}, kWhite, "MMM");
    list.PopClipRect();
  });
  CHECK(scene.drawn() == 16);
}

TEST_CASE("shapes far outside the canvas are cut without harm", "[rasteriser]") {
  Scene scene(20, 20, [](ImDrawList& list) {
    list.AddTriangleFilled({-1e9F, -1e9F}, {1e9F, -1e9F}, {0, 1e9F}, kWhite);
    list.AddRectFilled({-5000, -5000}, {5000, 2}, kWhite);
    list.AddRectFilled({-1e20F, 1e20F}, {1e20F, 3e20F}, kWhite);
    list.AddTriangleFilled({std::nanf(""), 3}, {4, std::nanf("")}, {5, 5}, kWhite);
    list.AddText({-100, -100}, kWhite, "weg");
    list.AddText({-3, 15}, kWhite, "half weg");
  });
  CHECK(scene.at(10, 10) == pixel(255, 255, 255));
  CHECK(scene.at(0, 0) == pixel(255, 255, 255));
}

TEST_CASE("triangles that share an edge leave no gap and no pixel twice", "[rasteriser]") {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> place(0.0F, 40.0F);
  for (int i = 0; i < 50; ++i) {
    const ImVec2 middle(place(random), place(random));
    Scene scene(40, 40, [middle](ImDrawList& list) {
      const ImVec2 corners[] = {{0, 0}, {40, 0}, {40, 40}, {0, 40}};
      for (int c = 0; c < 4; ++c) list.AddTriangleFilled(corners[c], corners[(c + 1) % 4], middle, kHalf);
    });
    INFO("middle " << middle.x << ", " << middle.y);
    int wrong = 0;
    for (int y = 0; y < 40; ++y) {
      for (int x = 0; x < 40; ++x) wrong += scene.at(x, y) == pixel(128, 128, 128) ? 0 : 1;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("a triangle is the same in every order of its corners", "[rasteriser]") {
  const ImVec2 p[] = {{2.3F, 1.7F}, {17.9F, 6.2F}, {8.1F, 18.4F}};
  const int orders[][3] = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}};
  std::uint64_t first = 0;
  for (const auto& o : orders) {
    Scene scene(20, 20, [&](ImDrawList& list) { list.AddTriangleFilled(p[o[0]], p[o[1]], p[o[2]], kHalf); });
    const std::uint64_t hash = render::hash_of(scene.canvas());
    if (first == 0) first = hash;
    CHECK(hash == first);
  }
}

TEST_CASE("a triangle holds the pixels whose centres are inside", "[rasteriser]") {
  const ImVec2 a(1.2F, 2.1F);
  const ImVec2 b(28.7F, 9.4F);
  const ImVec2 c(11.3F, 27.8F);
  Scene scene(30, 30, [&](ImDrawList& list) { list.AddTriangleFilled(a, b, c, kWhite); });
  const auto side = [](const ImVec2& from, const ImVec2& to, float x, float y) {
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  };
  int wrong = 0;
  for (int y = 0; y < 30; ++y) {
    for (int x = 0; x < 30; ++x) {
      const float px = static_cast<float>(x) + 0.5F;
      const float py = static_cast<float>(y) + 0.5F;
      const float nearest = std::min({side(a, b, px, py), side(b, c, px, py), side(c, a, px, py)});
      if (std::abs(nearest) < 0.3F) continue;  // within 1/256 pixel of an edge
      wrong += (nearest > 0) == (scene.at(x, y) != Scene::kBlack) ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a shade runs evenly from corner to corner", "[rasteriser]") {
  Scene scene(256, 4, [](ImDrawList& list) {
    list.AddRectFilledMultiColor({0, 0}, {256, 4}, IM_COL32(0, 0, 0, 255), kWhite, kWhite, IM_COL32(0, 0, 0, 255));
  });
  for (int x = 1; x < 256; ++x) {
    const int value = static_cast<int>(scene.at(x, 2) & 0xFFU);
    CHECK(std::abs(value - x) <= 1);
  }
}

TEST_CASE("a soft edge fades from full to nothing", "[rasteriser]") {
  HeadlessUi ui({.width = 60, .height = 60}, [] {
    ImGui::GetForegroundDrawList()->AddCircleFilled({30, 30}, 20, kWhite);
  });
  ui.loop().set_background(Scene::kBlack);
  ui.settle();
  render::Canvas& canvas = ui.window().canvas();
  CHECK(canvas.at(30, 30) == pixel(255, 255, 255));
  CHECK(canvas.at(30, 5) == Scene::kBlack);
  double sum = 0;
  for (int y = 0; y < 60; ++y) {
    for (int x = 0; x < 60; ++x) sum += static_cast<double>(canvas.at(x, y) & 0xFFU) / 255;
  }
  CHECK(sum == Approx(3.14159 * 20 * 20).epsilon(0.02));
}

TEST_CASE("a picture of its own size is shown pixel by pixel", "[rasteriser]") {
  std::uint64_t id = 0;
  Scene scene(8, 8, [&id](ImDrawList& list) {
    if (id != 0) list.AddImage(render::to_texture(id), {2, 3}, {4, 5});
  });
  id = scene.ui().loop().textures().add({2, 2, {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 9, 9, 0}});
  REQUIRE(id != 0);
  scene.ui().settle();
  CHECK(scene.at(2, 3) == pixel(255, 0, 0));
  CHECK(scene.at(3, 3) == pixel(0, 255, 0));
  CHECK(scene.at(2, 4) == pixel(0, 0, 255));
  CHECK(scene.at(3, 4) == Scene::kBlack);
}

TEST_CASE("a picture that was removed is not drawn", "[rasteriser]") {
  std::uint64_t id = 0;
  Scene scene(8, 8, [&id](ImDrawList& list) { list.AddImage(render::to_texture(id == 0 ? 77 : id), {2, 3}, {4, 5}); });
  id = scene.ui().loop().textures().add({1, 1, {255, 0, 0, 255}});
  scene.ui().loop().textures().remove(id);
  scene.ui().settle();
  CHECK(scene.drawn() == 0);
}

TEST_CASE("a picture with round corners shows its middle and not its corners", "[rasteriser]") {
  std::uint64_t id = 0;
  Scene scene(40, 40, [&id](ImDrawList& list) {
    if (id != 0) list.AddImageRounded(render::to_texture(id), {0, 0}, {40, 40}, {0, 0}, {1, 1}, kWhite, 20);
  });
  id = scene.ui().loop().textures().add({1, 1, {200, 100, 50, 255}});
  scene.ui().settle();
  CHECK(scene.at(20, 20) == pixel(200, 100, 50));
  CHECK(scene.at(0, 0) == Scene::kBlack);
}

TEST_CASE("a picture whose bytes do not fit its size is refused", "[textures]") {
  render::Textures textures;
  CHECK(textures.add({2, 2, {1, 2, 3}}) == 0);
  CHECK(textures.add({-1, 2, {}}) == 0);
  CHECK(textures.ids().empty());
}

TEST_CASE("a picture is shrunk by averaging, and what is transparent lends no colour", "[textures]") {
  const render::Picture small = render::shrunk({2, 1, {200, 0, 0, 255, 0, 0, 255, 0}}, 1, 1);
  CHECK(small.rgba == std::vector<std::uint8_t>{200, 0, 0, 128});
  CHECK(render::shrunk({2, 1, {1, 2, 3, 255, 4, 5, 6, 255}}, 99, 0).width == 2);
}

TEST_CASE("a page drawn region by region is the page drawn at once", "[rasteriser]") {
  Scene scene(200, 180, busy_page);
  const ImDrawData& frame = *scene.ui().loop().last_frame();
  render::Rasteriser rasteriser(scene.ui().loop().textures());
  rasteriser.use_atlas(render::take_atlas(*ImGui::GetIO().Fonts));
  render::Canvas whole(200, 180);
  rasteriser.draw(frame, Scene::kBlack, whole.bounds(), whole);
  std::mt19937 random(3);
  render::Canvas pieces(200, 180);
  for (int top = 0; top < 180;) {
    const int bottom = std::min(180, top + 1 + static_cast<int>(random() % 9));
    for (int left = 0; left < 200;) {
      const int right = std::min(200, left + 1 + static_cast<int>(random() % 37));
      rasteriser.draw(frame, Scene::kBlack, {left, top, right, bottom}, pieces);
      left = right;
    }
    top = bottom;
  }
  CHECK(render::hash_of(pieces) == render::hash_of(whole));
}

TEST_CASE("a page is the same picture on every run and machine", "[rasteriser][golden]") {
  Scene scene(200, 180, [](ImDrawList& list) {
    list.AddRectFilled({10, 10}, {190, 90}, IM_COL32(250, 248, 244, 255));
    list.AddTriangleFilled({12.3F, 95.1F}, {180.7F, 120.2F}, {60.4F, 170.9F}, IM_COL32(31, 95, 168, 200));
    list.AddRectFilledMultiColor({100, 100}, {180, 140}, IM_COL32(255, 0, 0, 255), IM_COL32(0, 255, 0, 128),
                                 IM_COL32(0, 0, 255, 255), kWhite);
  });
  CHECK(render::hash_of(scene.canvas()) == 0x3EB4F306CA8A3A17ULL);
}

}  // namespace aandacht::test
