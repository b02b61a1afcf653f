#include "client/render/difference.h"

#include <algorithm>
#include <cstring>

namespace aandacht::render {
namespace {

bool differs(const Canvas& before, const Canvas& now, const Rect& tile) {
  const auto bytes = static_cast<std::size_t>(tile.width()) * sizeof(Pixel);
  for (int y = tile.top; y < tile.bottom; ++y) {
    if (std::memcmp(before.row(y) + tile.left, now.row(y) + tile.left, bytes) != 0) return true;
  }
  return false;
}

/// The runs of neighbouring tiles of one row that differ.
std::vector<Rect> changed_runs(const Canvas& before, const Canvas& now, const Rect& row) {
  std::vector<Rect> runs;
  for (int left = row.left; left < row.right; left += kTileWidth) {
    const Rect tile{left, row.top, std::min(left + kTileWidth, row.right), row.bottom};
    if (!differs(before, now, tile)) continue;
    if (!runs.empty() && runs.back().right == tile.left) {
      runs.back().right = tile.right;
    } else {
      runs.push_back(tile);
    }
  }
  return runs;
}

/// Adds `run` to the rectangle above it when both are as wide, else as one of its own.
void add(const Rect& run, std::vector<Rect>& all) {
  const auto above = std::find_if(all.begin(), all.end(), [&run](const Rect& rect) {
    return rect.bottom == run.top && rect.left == run.left && rect.right == run.right;
  });
  if (above != all.end()) {
    above->bottom = run.bottom;
  } else {
    all.push_back(run);
  }
}

}  // namespace

std::vector<Rect> difference(const Canvas& before, const Canvas& now, const Rect& area) {
  const Rect whole = area.intersected(now.bounds()).intersected(before.bounds());
  std::vector<Rect> all;
  if (whole.empty()) return all;
  for (int top = whole.top; top < whole.bottom; top += kTileHeight) {
    const Rect row{whole.left, top, whole.right, std::min(top + kTileHeight, whole.bottom)};
    for (const Rect& run : changed_runs(before, now, row)) add(run, all);
  }
  return all;
}

void copy(const Canvas& from, const Rect& area, Canvas& to) {
  const auto bytes = static_cast<std::size_t>(area.width()) * sizeof(Pixel);
  for (int y = area.top; y < area.bottom; ++y) std::memcpy(to.row(y) + area.left, from.row(y) + area.left, bytes);
}

}  // namespace aandacht::render
