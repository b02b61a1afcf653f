// Text while somebody edits it: caret, selection, undo. Knows nothing of how it is drawn.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aandacht::ui {

/// Places are bytes of well-formed UTF-8 and never lie inside a code point.
class TextEdit {
 public:
  /// `most_bytes`: what the text may hold. `one_line`: line breaks that come in become spaces.
  explicit TextEdit(std::string_view text = "", std::size_t most_bytes = 4000, bool one_line = false);

  /// Begins anew with `text`, cut to what may be held; nothing can be undone. The caret stands at the end.
  void set(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t caret() const { return caret_; }
  [[nodiscard]] std::size_t from() const { return std::min(caret_, anchor_); }
  [[nodiscard]] std::size_t to() const { return std::max(caret_, anchor_); }
  [[nodiscard]] bool has_selection() const { return caret_ != anchor_; }
  [[nodiscard]] std::string_view selected() const { return std::string_view(text_).substr(from(), to() - from()); }
  [[nodiscard]] bool one_line() const { return one_line_; }

  /// In place of the selection. Ill-formed bytes and control characters are left out, and what does not fit.
  void insert(std::string_view text);

  /// The selection, or else what stands before (after) the caret: a code point, or to the word's edge.
  void erase_before(bool word);
  void erase_after(bool word);

  /// `select`: the selection grows or shrinks with it; otherwise it ends.
  void move_to(std::size_t place, bool select);
  void left(bool word, bool select);
  void right(bool word, bool select);
  void select_all();
  /// The word at a place, or the blanks there.
  void select_word(std::size_t place);

  /// Back by one step: a word typed, a run of erasing, something pasted. False when there is none.
  bool undo();
  bool redo();

 private:
  enum class Kind { kNone, kTyping, kErasing, kOther };
  struct Step {
    std::string text;
    std::size_t caret = 0;
    std::size_t anchor = 0;
  };

  void remember(Kind kind);
  void erase(std::size_t from, std::size_t to, Kind kind);
  [[nodiscard]] std::size_t before(std::size_t place, bool word) const;
  [[nodiscard]] std::size_t after(std::size_t place, bool word) const;
  static bool step(std::vector<Step>& from, std::vector<Step>& to, TextEdit& edit);

  std::string text_;
  std::size_t most_bytes_;
  bool one_line_;
  std::size_t caret_ = 0;
  std::size_t anchor_ = 0;
  Kind last_ = Kind::kNone;
  std::vector<Step> done_;
  std::vector<Step> undone_;
};

}  // namespace aandacht::ui
