// The rasteriser on any draw list: nothing is read or written outside, drawing in parts is drawing at once, and what
// the hash calls unchanged is unchanged.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "client/render/frame_hash.h"
#include "tests/fuzz/require.h"
#include "tests/support/handmade_frame.h"

using namespace aandacht;
using fuzz::require;

namespace {

constexpr int kStride = 80;
constexpr int kMostCorners = 2000;
constexpr render::Pixel kBackground = render::pixel(250, 248, 244);
constexpr render::Pixel kGuard = 0x12345678;

/// The input, read front to back; zeros when it is used up.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

  template <typename Number>
  Number take() {
    Number number{};
    const auto count = std::min<std::size_t>(sizeof number, static_cast<std::size_t>(end_ - at_));
    std::memcpy(&number, at_, count);
    at_ += count;
    return number;
  }
  [[nodiscard]] bool empty() const { return at_ == end_; }

  /// Mostly near the canvas, on a grid of 1/64; sometimes any float there is.
  float coordinate() {
    const auto kind = take<std::uint8_t>();
    if (kind >= 250) return take<float>();
    return static_cast<float>(take<std::int16_t>() % 8192) / 64.0F;
  }
  ImVec2 place() {
    const float x = coordinate();
    return {x, coordinate()};
  }
  /// Mostly within the texture.
  ImVec2 uv() {
    const auto kind = take<std::uint8_t>();
    if (kind >= 250) return {take<float>(), take<float>()};
    const auto u = static_cast<float>(take<std::uint8_t>());
    return {u / 128.0F, static_cast<float>(kind) / 128.0F};
  }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

/// What can be drawn from: an atlas and a picture of which each byte too far is seen by the sanitizer.
struct Sources {
  Sources() {
    for (std::size_t i = 0; i < coverage.size(); ++i) coverage[i] = static_cast<unsigned char>(i * 37);
    std::vector<std::uint8_t> rgba(std::size_t{5} * 3 * 4);
    for (std::size_t i = 0; i < rgba.size(); ++i) rgba[i] = static_cast<std::uint8_t>(i * 11);
    photo = textures.add({5, 3, std::move(rgba)});
  }
  std::vector<unsigned char> coverage = std::vector<unsigned char>(std::size_t{16} * 9);
  render::AtlasPixels atlas{coverage.data(), 16, 9};
  render::Textures textures;
  std::uint64_t photo = 0;
};

void add_glyph(Bytes& bytes, test::HandmadeFrame& frame) {
  const auto u = static_cast<float>(bytes.take<std::uint8_t>() % 16);
  const auto v = static_cast<float>(bytes.take<std::uint8_t>() % 9);
  const auto wide = static_cast<float>(bytes.take<std::uint8_t>() % 10);
  const auto high = static_cast<float>(bytes.take<std::uint8_t>() % 10);
  const ImVec2 at = bytes.place();
  frame.quad(at, {at.x + wide, at.y + high}, bytes.take<std::uint32_t>(), {u / 16, v / 9},
             {(u + wide) / 16, (v + high) / 9});
}

void add_triangle(Bytes& bytes, test::HandmadeFrame& frame, bool textured) {
  const unsigned first = frame.corners();
  for (int i = 0; i < 3; ++i) {
    const ImVec2 at = bytes.place();
    const auto colour = bytes.take<std::uint32_t>();
    frame.corner(at, colour, textured ? bytes.uv() : ImVec2(0, 0));
  }
  frame.indices({first, first + 1, first + 2});
}

void set_command(Bytes& bytes, test::HandmadeFrame& frame, const Sources& sources) {
  const ImVec2 from = bytes.place();
  const ImVec2 to = bytes.place();
  const auto which = bytes.take<std::uint8_t>() % 4;
  const std::uint64_t textures[] = {render::kAtlasTexture, sources.photo, 0, std::uint64_t{1} << 40U};
  frame.command({from.x, from.y, to.x, to.y}, textures[which]);
}

void break_command(Bytes& bytes, test::HandmadeFrame& frame) {
  ImDrawCmd& command = frame.list().CmdBuffer.back();
  command.VtxOffset = bytes.take<std::uint16_t>();
  command.IdxOffset = bytes.take<std::uint16_t>();
  command.ElemCount = bytes.take<std::uint32_t>();
}

void add_next(Bytes& bytes, test::HandmadeFrame& frame, const Sources& sources) {
  switch (bytes.take<std::uint8_t>() % 8) {
    case 0:
      return set_command(bytes, frame, sources);
    case 1:
      return add_glyph(bytes, frame);
    case 2: {
      const ImVec2 from = bytes.place();
      return frame.quad(from, bytes.place(), bytes.take<std::uint32_t>());
    }
    case 3: {
      const ImVec2 from = bytes.place();
      const ImVec2 to = bytes.place();
      const ImVec2 uv = bytes.uv();
      return frame.quad(from, to, bytes.take<std::uint32_t>(), uv, bytes.uv());
    }
    case 4:
      return add_triangle(bytes, frame, true);
    case 5:
      return add_triangle(bytes, frame, false);
    case 6:
      return frame.indices({bytes.take<std::uint16_t>(), bytes.take<std::uint16_t>(), bytes.take<std::uint8_t>()});
    default:
      return break_command(bytes, frame);
  }
}

/// A canvas between guards, drawn into by parts.
class Guarded {
 public:
  Guarded(int width, int height)
      : width_(width), height_(height), memory_(static_cast<std::size_t>(kStride) * (height + 4), kGuard) {}

  [[nodiscard]] render::Canvas canvas() {
    return {width_, height_, kStride, memory_.data() + std::size_t{2} * kStride};
  }

  void check() const {
    for (std::size_t i = 0; i < memory_.size(); ++i) {
      const int y = static_cast<int>(i / kStride) - 2;
      const int x = static_cast<int>(i % kStride);
      const bool inside = y >= 0 && y < height_ && x < width_;
      require(inside || memory_[i] == kGuard, "nothing is written outside the canvas");
    }
  }

 private:
  int width_;
  int height_;
  std::vector<render::Pixel> memory_;
};

void draw_in_parts(const render::Rasteriser& rasteriser, const ImDrawData& frame, int step, render::Canvas& canvas) {
  for (int top = 0; top < canvas.height(); top += step) {
    for (int left = 0; left < canvas.width(); left += 2 * step) {
      rasteriser.draw(frame, kBackground, {left, top, left + 2 * step, top + step}, canvas);
    }
  }
}

void move_a_corner(Bytes& bytes, test::HandmadeFrame& frame) {
  if (frame.corners() == 0) return;
  const auto which = static_cast<int>(bytes.take<std::uint16_t>() % frame.corners());
  frame.list().VtxBuffer[which].pos = bytes.place();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Sources sources;
  Bytes bytes(data, size);
  const int width = 1 + bytes.take<std::uint8_t>() % 70;
  const int height = 1 + bytes.take<std::uint8_t>() % 70;
  const int step = 1 + bytes.take<std::uint8_t>() % 17;
  const auto corner = bytes.take<std::uint16_t>();
  test::HandmadeFrame frame(static_cast<float>(width), static_cast<float>(height));
  if (corner % 4 == 0) frame.data().DisplayPos = bytes.place();
  while (!bytes.empty() && frame.corners() < kMostCorners) add_next(bytes, frame, sources);

  render::Rasteriser rasteriser(sources.textures);
  rasteriser.use_atlas(sources.atlas);
  Guarded once(width, height);
  render::Canvas whole = once.canvas();
  rasteriser.draw(frame.data(), kBackground, whole.bounds(), whole);
  once.check();

  Guarded again(width, height);
  render::Canvas parts = again.canvas();
  draw_in_parts(rasteriser, frame.data(), step, parts);
  again.check();
  require(render::hash_of(whole) == render::hash_of(parts), "drawing in parts is drawing at once");

  render::FrameHash hash;
  require(!hash.changes(frame.data(), whole.bounds()).empty(), "the first frame is new");
  require(hash.changes(frame.data(), whole.bounds()).empty(), "the same frame is not");
  Bytes moves(data, std::min<std::size_t>(size, 9));
  move_a_corner(moves, frame);
  for (const render::Rect& changed : hash.changes(frame.data(), whole.bounds())) {
    rasteriser.draw(frame.data(), kBackground, changed, whole);
  }
  draw_in_parts(rasteriser, frame.data(), step, parts);
  require(render::hash_of(whole) == render::hash_of(parts), "what is not called changed looks as before");
  return 0;
}
