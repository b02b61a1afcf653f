// Knows which rows of a frame differ from the one before, without drawing either.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "client/render/canvas.h"

namespace aandacht::render {

/// Hashes everything that is drawn (vertices, colours, texture coordinates, clips, texture ids), band by band of rows.
/// A band whose hash is as before would be drawn as before, so it is neither drawn nor sent to the screen.
/// 64 bits a band: two different bands look alike once in 10^19. One thread.
class FrameHash {
 public:
  /// Rows of one band.
  static constexpr int kBandHeight = 16;

  /// Takes `frame` in and gives the regions of `bounds` that changed since the frame before, top down, full width,
  /// never touching each other. All of `bounds` the first time, after reset(), or when `bounds` changed.
  [[nodiscard]] std::vector<Rect> changes(const ImDrawData& frame, const Rect& bounds);

  /// The next frame counts as new: call when glyphs, pictures or the background changed.
  void reset() { bands_.clear(); }

  /// One number for the whole of the last frame, e.g. for golden tests.
  [[nodiscard]] std::uint64_t whole() const;

 private:
  Rect bounds_;
  std::vector<std::uint64_t> bands_;
  std::vector<std::uint64_t> next_;
};

/// A 64-bit hash of pixels, the same on every machine: for golden pictures.
[[nodiscard]] std::uint64_t hash_of(const Canvas& canvas);

}  // namespace aandacht::render
