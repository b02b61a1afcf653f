#include "client/render/frame_hash.h"

#include "tests/support/catch.h"
#include "tests/support/handmade_frame.h"
#include "tests/unit/render/scene.h"

namespace aandacht::test {
namespace {

constexpr render::Rect kBounds{0, 0, 100, 100};

/// A page of five lines, and its hash.
class Page {
 public:
  Page()
      : scene_(100, 100, [this](ImDrawList& list) {
          for (int i = 0; i < 5; ++i) {
            list.AddText({2, static_cast<float>(i) * 20 + 2}, IM_COL32_WHITE, lines_[i].c_str());
          }
        }) {}

  std::vector<render::Rect> changes() {
    scene_.ui().settle();
    return hash_.changes(*scene_.ui().loop().last_frame(), kBounds);
  }

  std::string& line(int i) { return lines_[i]; }
  render::FrameHash& hash() { return hash_; }

 private:
  std::string lines_[5] = {"een", "twee", "drie", "vier", "vijf"};
  render::FrameHash hash_;
  Scene scene_;
};

}  // namespace

TEST_CASE("the first frame is all new and the same frame again is not", "[frame_hash]") {
  Page page;
  CHECK(page.changes() == std::vector<render::Rect>{kBounds});
  CHECK(page.changes().empty());
}

TEST_CASE("a changed line changes only the rows around it", "[frame_hash]") {
  Page page;
  (void)page.changes();
  page.line(2) = "anders";
  const std::vector<render::Rect> changed = page.changes();
  REQUIRE(changed.size() == 1);
  CHECK(changed[0].top == 32);
  CHECK(changed[0].bottom == 64);
}

TEST_CASE("two changes far apart are two regions", "[frame_hash]") {
  Page page;
  (void)page.changes();
  page.line(0) = "boven";
  page.line(4) = "onder";
  CHECK(page.changes().size() == 2);
}

TEST_CASE("what disappears counts as a change, and coming back does too", "[frame_hash]") {
  Page page;
  (void)page.changes();
  const std::uint64_t before = page.hash().whole();
  page.line(1) = "";
  CHECK_FALSE(page.changes().empty());
  CHECK(page.hash().whole() != before);
  page.line(1) = "twee";
  CHECK_FALSE(page.changes().empty());
  CHECK(page.hash().whole() == before);
}

TEST_CASE("another size or a reset makes everything new", "[frame_hash]") {
  Page page;
  (void)page.changes();
  page.hash().reset();
  CHECK(page.changes() == std::vector<render::Rect>{kBounds});
}

TEST_CASE("frames drawn by changed bands are the frames drawn whole", "[frame_hash]") {
  int x = 0;
  const auto view = [&x] {
    ImDrawList* list = ImGui::GetForegroundDrawList();
    list->AddRectFilled({10, 10}, {190, 90}, IM_COL32(250, 248, 244, 255), 8.0F);
    list->AddCircleFilled({60.5F + static_cast<float>(x), 50.25F}, 20.0F, IM_COL32(31, 95, 168, 200));
    list->AddText({20, 100.0F + static_cast<float>(x % 13)}, IM_COL32_WHITE, "verschuift");
  };
  HeadlessUi partly({.width = 200, .height = 180}, view);
  std::vector<std::uint64_t> hashes;
  for (x = 1; x < 40; x += 3) {
    partly.settle();
    hashes.push_back(partly.pixels_hash());
  }
  std::size_t i = 0;
  for (x = 1; x < 40; x += 3, ++i) {
    partly.loop().set_background(render::pixel(1, 2, 3));
    partly.settle();
    partly.loop().set_background(render::pixel(250, 248, 244));
    partly.settle();
    CHECK(partly.pixels_hash() == hashes[i]);
  }
}

TEST_CASE("a triangle with a corner that is not a number changes the rows in which it is drawn", "[frame-hash]") {
  const auto frame_with = [](float y) {
    auto frame = std::make_unique<HandmadeFrame>(40.0F, 100.0F);
    frame->triangle({2, 90}, {30, std::nanf("")}, {20, y}, 0xFFFFFFFF);
    return frame;
  };
  const render::Textures none;
  render::Rasteriser rasteriser(none);
  render::Canvas kept(40, 100);
  render::FrameHash hash;
  for (const float y : {95.0F, 70.0F}) {
    const auto frame = frame_with(y);
    render::Canvas fresh(40, 100);
    rasteriser.draw(frame->data(), 0, fresh.bounds(), fresh);
    for (const render::Rect& part : hash.changes(frame->data(), kept.bounds())) {
      rasteriser.draw(frame->data(), 0, part, kept);
    }
    CHECK(render::hash_of(kept) == render::hash_of(fresh));
  }
}

}  // namespace aandacht::test
