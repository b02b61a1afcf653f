// Writes down a column from top to bottom; the same code measures and draws, so that the two never differ.
#pragma once

#include <string_view>

#include "client/ui/hit.h"
#include "client/ui/look.h"
#include "client/ui/text.h"

namespace aandacht::ui {

class Pen {
 public:
  /// Begins at the top left of a column. Measures only when `draws` is false. `look` outlives the pen.
  Pen(Look& look, ImVec2 at, float width, bool draws)
      : look_(look), x_(at.x), y_(at.y), top_(at.y), width_(width), draws_(draws) {}

  [[nodiscard]] Look& look() const { return look_; }
  [[nodiscard]] const Theme& theme() const { return look_.theme; }
  [[nodiscard]] bool draws() const { return draws_; }
  [[nodiscard]] float x() const { return x_; }
  [[nodiscard]] float y() const { return y_; }
  [[nodiscard]] float width() const { return width_; }
  [[nodiscard]] float right() const { return x_ + width_; }
  /// How far it has come.
  [[nodiscard]] float height() const { return y_ - top_; }
  [[nodiscard]] ImDrawList& list() const { return *ImGui::GetWindowDrawList(); }

  /// Leaves room; pixels of the design.
  void skip(float length) { y_ += look_.px(length); }
  void skip_pixels(float pixels) { y_ += pixels; }

  /// A wrapped paragraph over the column, `inset` pixels of the screen from its left. When `max_lines` cut it, the
  /// whole text is told to whoever rests the pointer on it.
  void paragraph(Type type, Colour colour, std::string_view text, int max_lines = 0, float inset = 0);

  /// A wrapped paragraph with lines about as long as each other: for what stands alone.
  void balanced(Type type, Colour colour, std::string_view text, float inset = 0);

  /// One line, shortened to fit into `width` pixels of the screen from `inset` on; moves on.
  void line(Type type, Colour colour, std::string_view text, float inset = 0, float width = 0);

  /// A hairline across the column.
  void hairline();

  /// One line at a place of its own; does not move on. Explains itself when it was shortened.
  void label(Type type, Colour colour, std::string_view text, ImVec2 at, float width);

 private:
  Look& look_;
  float x_;
  float y_;
  float top_;
  float width_;
  bool draws_;
};

}  // namespace aandacht::ui
