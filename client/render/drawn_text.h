// Reads the text of a frame as it is really drawn: out of the glyph quads, after clipping and covering.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/render/canvas.h"

namespace aandacht::render {

/// Pixels of the window.
struct TextRect {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
  [[nodiscard]] ImVec2 centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
};

/// Glyphs that follow each other on one baseline in one font without a gap wider than a few spaces.
struct TextRun {
  std::string text;  ///< UTF-8
  TextRect rect;     ///< from pen to pen, ascender to descender: what a line of this font takes
  float size = 0;    ///< line height of the font as drawn, pixels
  const ImFont* font = nullptr;
  ImU32 colour = 0;         ///< of the first glyph, IM_COL32 order
  std::vector<float> pens;  ///< x of the pen before each code point, and after the last
};

/// One frame's text. A glyph counts when at least half of its box lies within its clip rectangle, its colour is not
/// transparent, and nothing opaque was drawn over its middle afterwards.
class DrawnText {
 public:
  /// Fonts are those of `atlas`. A glyph that a font does not have is read as what was drawn instead of it.
  static DrawnText read(const ImDrawData& frame, const ImFontAtlas& atlas);

  /// In the order in which they were drawn.
  [[nodiscard]] const std::vector<TextRun>& runs() const { return runs_; }

  /// The runs of each baseline from left to right, two spaces between them; top down.
  [[nodiscard]] std::vector<std::string> lines() const;

  /// lines() with a newline after each: for messages of failed tests.
  [[nodiscard]] std::string all() const;

  /// True when `text` is on the screen: within one run, or over runs that follow each other as wrapped lines do.
  /// Any white space in `text` stands for a space or the end of a line.
  [[nodiscard]] bool sees(std::string_view text) const;

  /// How often `text` is on the screen.
  [[nodiscard]] int count(std::string_view text) const;

  /// Where the `nth` (from 0) occurrence of `text` is; for wrapped text the box around all its lines.
  [[nodiscard]] std::optional<TextRect> find(std::string_view text, int nth = 0) const;

  /// The font, size and colour in which `text` is drawn: the run in which it begins. Null when it is not seen.
  [[nodiscard]] const TextRun* run_of(std::string_view text) const;

 private:
  void index();
  [[nodiscard]] std::vector<std::size_t> occurrences(std::string_view text) const;

  std::vector<TextRun> runs_;
  std::string joined_;                              // all runs, one space between them
  std::vector<std::pair<std::size_t, int>> where_;  // run and code point of each byte of joined_
};

}  // namespace aandacht::render
