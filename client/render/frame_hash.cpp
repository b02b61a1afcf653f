#include "client/render/frame_hash.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "client/render/primitives.h"

namespace aandacht::render {
namespace {

constexpr std::uint64_t kSeed = 0x9E3779B97F4A7C15ULL;

/// Multiplies into 128 bits and folds: every bit of the result depends on every bit of both (as wyhash does).
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a ^ 0xA0761D6478BD642FULL) * (b ^ 0xE7037ED1A0B428DBULL);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t two(float a, float b) {
  return (static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(a)) << 32U) | std::bit_cast<std::uint32_t>(b);
}

std::uint64_t hash_of(const ImDrawVert& v) { return mixed(mixed(two(v.pos.x, v.pos.y), two(v.uv.x, v.uv.y)), v.col); }

std::uint64_t hash_of(const Batch& batch) {
  const auto two_ints = [](int a, int b) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32U) | static_cast<std::uint32_t>(b);
  };
  return mixed(mixed(two_ints(batch.clip.left, batch.clip.top), two_ints(batch.clip.right, batch.clip.bottom)),
               batch.texture);
}

/// Adds each primitive to the bands it can touch, in drawing order.
class Collector {
 public:
  Collector(const Rect& bounds, std::vector<std::uint64_t>& bands) : bounds_(bounds), bands_(bands) {}

  void quad(const Batch& batch, const ImDrawVert& a, const ImDrawVert& c) {
    add(batch, {bounded(a.pos.y - batch.origin.y), bounded(c.pos.y - batch.origin.y)}, mixed(hash_of(a), hash_of(c)));
  }

  void triangle(const Batch& batch, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    add(batch, extent_of(a, b, c, batch.origin), mixed(mixed(hash_of(a), hash_of(b)), hash_of(c)));
  }

 private:
  void add(const Batch& batch, const Extent& extent, std::uint64_t hash) {
    // A glyph is laid on the nearest whole pixel, so a shape may reach one row past its edges.
    const Rect clip = batch.clip.intersected(bounds_);
    const int top = std::max(clip.top, row(extent.top) - 1);
    const int bottom = std::min(clip.bottom, row(extent.bottom) + 2);
    if (top >= bottom || clip.empty()) return;
    if (!(batch.clip == last_clip_) || batch.texture != last_texture_) {
      last_clip_ = batch.clip;
      last_texture_ = batch.texture;
      batch_hash_ = hash_of(batch);
    }
    const std::uint64_t both = mixed(hash, batch_hash_);
    const int last = (bottom - 1) / FrameHash::kBandHeight;
    for (int band = top / FrameHash::kBandHeight; band <= last; ++band) bands_[band] = mixed(bands_[band], both);
  }

  static int row(float y) { return static_cast<int>(std::floor(y)); }

  const Rect bounds_;
  std::vector<std::uint64_t>& bands_;
  Rect last_clip_{-1, -1, -1, -1};
  std::uint64_t last_texture_ = 0;
  std::uint64_t batch_hash_ = 0;
};

}  // namespace

std::vector<Rect> FrameHash::changes(const ImDrawData& frame, const Rect& bounds) {
  const auto count = static_cast<std::size_t>((bounds.bottom + kBandHeight - 1) / kBandHeight);
  next_.assign(count, kSeed);
  Collector collector(bounds, next_);
  for_each_primitive(frame, collector);
  const bool all = bands_.size() != count || !(bounds == bounds_);
  std::vector<Rect> changed;
  for (std::size_t i = 0; i < count; ++i) {
    if (!all && bands_[i] == next_[i]) continue;
    const int top = static_cast<int>(i) * kBandHeight;
    const int bottom = std::min(top + kBandHeight, bounds.bottom);
    if (!changed.empty() && changed.back().bottom == top) {
      changed.back().bottom = bottom;
    } else {
      changed.push_back({bounds.left, top, bounds.right, bottom});
    }
  }
  bounds_ = bounds;
  bands_.swap(next_);
  return changed;
}

std::uint64_t FrameHash::whole() const {
  std::uint64_t hash = kSeed;
  for (const std::uint64_t band : bands_) hash = mixed(hash, band);
  return hash;
}

std::uint64_t hash_of(const Canvas& canvas) {
  std::uint64_t hash =
      mixed(mixed(kSeed, static_cast<unsigned>(canvas.width())), static_cast<unsigned>(canvas.height()));
  for (int y = 0; y < canvas.height(); ++y) {
    for (int x = 0; x < canvas.width(); ++x) hash = mixed(hash, canvas.at(x, y));
  }
  return hash;
}

}  // namespace aandacht::render
