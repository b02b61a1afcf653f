// Which pixels of a row a triangle holds, exactly.
#pragma once

#include <cmath>
#include <cstdint>

#include "client/render/canvas.h"

namespace aandacht::render {

/// A position in whole 1/256 pixels.
struct Point {
  std::int64_t x = 0;
  std::int64_t y = 0;
};

[[nodiscard]] inline std::int64_t to_fixed(float position) {
  // The bound also keeps every product below 2^62.
  return std::llround(static_cast<double>(bounded(position)) * 256.0);
}

[[nodiscard]] inline std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  const std::int64_t q = a / b;
  return q * b > a ? q - 1 : q;
}

/// One edge of a triangle whose inside lies where the edge function is positive, stepped from row to row.
/// For the centre of pixel (x, y) the function is c − d·x with c linear in y, so each row has one exact bound in x:
/// floor(c / d). The quotient and remainder are carried on without dividing again.
class Edge {
 public:
  enum class Bounds { kLeft, kRight, kWhole };

  Edge(const Point& from, const Point& to, int row) {
    const std::int64_t dx = to.x - from.x;
    const std::int64_t dy = to.y - from.y;
    // With the inside on the positive side, a top edge runs left to right and a left edge upwards.
    const bool top_left = dy < 0 || (dy == 0 && dx > 0);
    const std::int64_t d = dy * 256;
    const std::int64_t c = dx * (row * std::int64_t{256} + 128 - from.y) - dy * (128 - from.x) - (top_left ? 0 : 1);
    step_ = dx * 256;
    if (d == 0) {
      bounds_ = Bounds::kWhole;
      quotient_ = c;
      return;
    }
    // d > 0: x ≤ floor(c/d).   d < 0: x ≥ −floor(c/|d|).
    bounds_ = d > 0 ? Bounds::kRight : Bounds::kLeft;
    divisor_ = d > 0 ? d : -d;
    quotient_ = floor_div(c, divisor_);
    remainder_ = c - quotient_ * divisor_;
    const std::int64_t whole = floor_div(step_, divisor_);
    step_remainder_ = step_ - whole * divisor_;
    step_ = whole;
  }

  /// Narrows [left, right) to this edge's side of the current row.
  void narrow(std::int64_t& left, std::int64_t& right) const {
    if (bounds_ == Bounds::kLeft) {
      if (-quotient_ > left) left = -quotient_;
    } else if (bounds_ == Bounds::kRight) {
      if (quotient_ + 1 < right) right = quotient_ + 1;
    } else if (quotient_ < 0) {
      right = left;
    }
  }

  void next_row() {
    quotient_ += step_;
    if (bounds_ == Bounds::kWhole) return;
    remainder_ += step_remainder_;
    if (remainder_ >= divisor_) {
      remainder_ -= divisor_;
      ++quotient_;
    }
  }

 private:
  Bounds bounds_ = Bounds::kWhole;
  std::int64_t quotient_ = 0;
  std::int64_t remainder_ = 0;
  std::int64_t divisor_ = 1;
  std::int64_t step_ = 0;
  std::int64_t step_remainder_ = 0;
};

}  // namespace aandacht::render
