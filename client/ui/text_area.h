// A field for text of one or more lines: typing, selecting, copying, undoing, by mouse and by keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/pen.h"
#include "client/ui/text_edit.h"
#include "client/ui/text_lines.h"

namespace aandacht::ui {

/// What a field holds between two frames: a member of what draws it. Belongs to the drawing thread.
struct TextArea {
  explicit TextArea(std::string_view text = "", std::size_t most_bytes = 4000, bool one_line = false)
      : edit(text, most_bytes, one_line) {}

  TextEdit edit;

  /// A field of one line shows its end, where the caret is; of more its beginning.
  void set(std::string_view text) {
    edit.set(text);
    follow_caret = edit.one_line();
    to_top = !edit.one_line();
    if (to_top) edit.move_to(0, false);
  }
  [[nodiscard]] const std::string& text() const { return edit.text(); }

  // Of drawing.
  std::vector<TextLine> lines;
  std::string broken;      ///< What `lines` are of.
  float broken_width = 0;  ///< Pixels.
  float kept_x = -1;       ///< Where up and down aim at, pixels; below 0: at the caret.
  bool follow_caret = false;
  bool to_top = false;  ///< It begins to be read.
};

/// What happened in one frame.
struct TextEvent {
  bool changed = false;
  bool entered = false;  ///< Enter in a field of one line, Ctrl+Enter in any.
  bool escaped = false;  ///< Escape while it had the keyboard.
};

struct TextAreaOptions {
  int lines = 4;               ///< How high it is; more is scrolled, with a bar. One for a field of one line.
  std::string_view hint = {};  ///< Shown while it is empty, softly.
};

/// Over the pen's column. `id` is unique within the page. Lines are wrapped; nothing but Enter breaks them.
///
/// Keys while the keyboard is on it: those of every text field; Ctrl+A, C, X, V, Z, Shift+Ctrl+Z and Ctrl+Y; Tab
/// leaves.
TextEvent draw_text_area(Pen& pen, std::string_view id, TextArea& area, const TextAreaOptions& options = {});

/// A field of one line, 36 pixels of the design high. `area` was made with `one_line`.
TextEvent draw_text_line(Pen& pen, std::string_view id, TextArea& area, std::string_view hint = {});

}  // namespace aandacht::ui
