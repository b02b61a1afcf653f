// Nothing is drawn outside the clip rectangle, the region and the canvas; nothing is read outside lists and textures.
#include <limits>
#include <vector>

#include "client/render/frame_hash.h"
#include "tests/support/catch.h"
#include "tests/support/handmade_frame.h"

namespace aandacht::test {
namespace {

constexpr int kWidth = 24;
constexpr int kHeight = 16;
constexpr std::uint32_t kWhite = 0xFFFFFFFF;
constexpr render::Pixel kInk = render::pixel(255, 255, 255);
constexpr render::Pixel kBlack = render::pixel(0, 0, 0);
constexpr render::Pixel kGuard = 0x12345678;

/// A canvas in the middle of guarded memory: rows of it before and behind, and pixels between its rows.
class Guarded {
 public:
  Guarded() : memory_(static_cast<std::size_t>(kStride) * (kHeight + 8), kGuard) {}

  void draw(HandmadeFrame& frame, const render::Rect& region, const render::AtlasPixels& atlas = {},
            const render::Textures& textures = {}) {
    render::Canvas canvas(kWidth, kHeight, kStride, memory_.data() + std::size_t{4} * kStride);
    render::Rasteriser rasteriser(textures);
    rasteriser.use_atlas(atlas);
    rasteriser.draw(frame.data(), kBlack, region, canvas);
  }

  [[nodiscard]] render::Pixel at(int x, int y) const {
    return memory_[static_cast<std::size_t>(y + 4) * kStride + static_cast<std::size_t>(x)];
  }

  /// How many pixels of the canvas within `area` are `pixel`.
  [[nodiscard]] int count(render::Pixel pixel, const render::Rect& area = {0, 0, kWidth, kHeight}) const {
    int sum = 0;
    for (int y = area.top; y < area.bottom; ++y) {
      for (int x = area.left; x < area.right; ++x) sum += at(x, y) == pixel ? 1 : 0;
    }
    return sum;
  }

  [[nodiscard]] bool unharmed() const {
    for (int y = -4; y < kHeight + 4; ++y) {
      for (int x = 0; x < kStride; ++x) {
        const bool inside = y >= 0 && y < kHeight && x < kWidth;
        if (!inside && at(x, y) != kGuard) return false;
      }
    }
    return true;
  }

 private:
  static constexpr int kStride = kWidth + 7;
  std::vector<render::Pixel> memory_;
};

constexpr render::Rect kWhole{0, 0, kWidth, kHeight};

}  // namespace

TEST_CASE("shapes larger than the canvas stay in it", "[clipping]") {
  HandmadeFrame frame(1000, 1000);
  frame.quad({-50, -50}, {500, 500}, 0x80FFFFFF);
  frame.triangle({-900, -900}, {2000, -900}, {-900, 2000}, kWhite);
  Guarded canvas;
  canvas.draw(frame, kWhole);
  CHECK(canvas.unharmed());
  CHECK(canvas.count(kInk) == kWidth * kHeight);
}

TEST_CASE("a region keeps everything outside of it as it was, also when it hangs over the border", "[clipping]") {
  HandmadeFrame frame(kWidth, kHeight);
  frame.quad({0, 0}, {kWidth, kHeight}, kWhite);
  for (const render::Rect& region : {render::Rect{-5, -5, 3, 2}, render::Rect{20, 10, 90, 90}, render::Rect{3, 3, 3, 9},
                                     render::Rect{30, 30, 40, 40}}) {
    Guarded canvas;
    canvas.draw(frame, region);
    const render::Rect part = region.intersected(kWhole);
    CHECK(canvas.unharmed());
    CHECK(canvas.count(kInk) == (part.empty() ? 0 : part.width() * part.height()));
    CHECK(canvas.count(kInk) + canvas.count(kGuard) == kWidth * kHeight);
  }
}

TEST_CASE("clip rectangles at, over and beyond the borders hold what they overlap", "[clipping]") {
  struct Case {
    ImVec4 clip;
    int pixels;
  };
  for (const Case& each :
       {Case{{0, 0, kWidth, 1}, kWidth}, Case{{kWidth - 1, 0, kWidth, kHeight}, kHeight}, Case{{-100, -100, 1, 1}, 1},
        Case{{kWidth - 2, kHeight - 3, 1e9F, 1e9F}, 6}, Case{{kWidth, 0, 2 * kWidth, kHeight}, 0},
        Case{{-50, -50, 0, 0}, 0}, Case{{10, 10, 5, 5}, 0}, Case{{4, 4, 4, 9}, 0}}) {
    HandmadeFrame frame(kWidth, kHeight);
    frame.clip(each.clip);
    frame.quad({-10, -10}, {kWidth + 10, kHeight + 10}, kWhite);
    frame.triangle({-90, -90}, {200, -90}, {-90, 200}, kWhite);
    Guarded canvas;
    canvas.draw(frame, kWhole);
    INFO("clip " << each.clip.x << "," << each.clip.y << "," << each.clip.z << "," << each.clip.w);
    CHECK(canvas.unharmed());
    CHECK(canvas.count(kInk) == each.pixels);
  }
}

TEST_CASE("corners and indices that do not exist draw nothing, and what comes after them is drawn", "[clipping]") {
  HandmadeFrame frame(kWidth, kHeight);
  frame.triangle({0, 0}, {9, 0}, {0, 9}, kWhite);
  frame.indices({0, 1, 60000});
  frame.indices({500, 501, 502, 500, 502, 503});
  frame.quad({10, 4}, {14, 8}, kWhite);
  Guarded canvas;
  canvas.draw(frame, kWhole);
  CHECK(canvas.unharmed());
  CHECK(canvas.count(kInk, {10, 4, 14, 8}) == 16);
}

TEST_CASE("a command that says it has more than the list holds is cut at the list's end", "[clipping]") {
  HandmadeFrame frame(kWidth, kHeight);
  frame.quad({1, 1}, {3, 3}, kWhite);
  frame.indices({0, 1});  // Not a triangle.
  ImDrawCmd& command = frame.list().CmdBuffer.back();
  for (const unsigned more : {1U, 3U, 1000U, std::numeric_limits<unsigned>::max()}) {
    command.ElemCount = more == 1U ? 7 : more;
    Guarded canvas;
    canvas.draw(frame, kWhole);
    CHECK(canvas.unharmed());
    CHECK(canvas.count(kInk) <= 4);
  }
  for (const unsigned offset : {5U, 60000U, std::numeric_limits<unsigned>::max()}) {
    command.VtxOffset = offset;
    command.IdxOffset = offset;
    Guarded canvas;
    canvas.draw(frame, kWhole);
    CHECK(canvas.unharmed());
    CHECK(canvas.count(kInk) == 0);
  }
}

TEST_CASE("glyphs and pictures are read at their borders and never beyond", "[clipping]") {
  // Exactly as large as it says: a sanitizer sees each byte too far.
  const std::vector<unsigned char> coverage(16, 255);
  render::Textures textures;
  const std::uint64_t photo = textures.add({2, 2, std::vector<std::uint8_t>(16, 255)});
  const std::vector<ImVec4> parts = {{0, 0, 1, 1},  {-1, -1, 2, 2},     {0.9F, 0.9F, 1.4F, 1.4F}, {5, 5, 6, 6},
                                     {1, 1, 0, 0},  {-9, 0, -8, 1},     {1e30F, 0, -1e30F, 1},    {0, 0, 1e-9F, 1},
                                     {0, -3, 1, 4}, {0.25F, 0, 0.5F, 2}};
  for (const std::uint64_t texture : {render::kAtlasTexture, photo, std::uint64_t{987654321}}) {
    for (const ImVec4& part : parts) {
      HandmadeFrame frame(kWidth, kHeight);
      frame.command({0, 0, kWidth, kHeight}, texture);
      frame.quad({2, 2}, {6, 6}, kWhite, {part.x, part.y}, {part.z, part.w});
      frame.quad({-3, 13}, {1, 17}, kWhite, {part.x, part.y}, {part.z, part.w});
      const unsigned first = frame.corners();
      frame.corner({8, 2}, kWhite, {part.x, part.y});
      frame.corner({20, 4}, kWhite, {part.z, part.y});
      frame.corner({9, 15}, kWhite, {part.x, part.w});
      frame.indices({first, first + 1, first + 2});
      Guarded canvas;
      canvas.draw(frame, kWhole, {coverage.data(), 4, 4}, textures);
      CHECK(canvas.unharmed());
      // What lies beyond a texture's border is its border: white and full, so each pixel is ink or was not touched.
      CHECK(canvas.count(kInk) + canvas.count(kBlack) == kWidth * kHeight);
      CHECK((canvas.count(kInk) > 0) == (texture != 987654321));
    }
  }
}

TEST_CASE("without an atlas text is left out", "[clipping]") {
  HandmadeFrame frame(kWidth, kHeight);
  frame.quad({2, 2}, {6, 6}, kWhite, {0, 0}, {1, 1});
  frame.corner({8, 2}, kWhite, {0, 0});
  frame.corner({20, 4}, kWhite, {1, 0});
  frame.corner({9, 15}, kWhite, {0, 1});
  frame.indices({4, 5, 6});
  Guarded canvas;
  canvas.draw(frame, kWhole);
  CHECK(canvas.count(kBlack) == kWidth * kHeight);
}

}  // namespace aandacht::test
