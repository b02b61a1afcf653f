// The one text field of a page that is being typed into.
#pragma once

#include <imgui.h>

#include <array>
#include <string>
#include <string_view>

namespace aandacht::ui {

struct Box;
struct Look;

/// Lives between frames, in Look. Belongs to the drawing thread.
class TypedField {
 public:
  /// Begins with `text`, of which at most 200 bytes of UTF-8 are taken.
  void open(std::string_view id, std::string_view text);

  [[nodiscard]] bool is_open(std::string_view id) const { return !id_.empty() && id_ == id; }
  [[nodiscard]] bool is_open() const { return !id_.empty(); }

  /// It was opened just now and needs another frame to have the keyboard.
  [[nodiscard]] bool settles() const { return is_open() && settling_ > 0; }

  /// Draws what is typed in `box` and takes the keys. True when it is over: Enter, a press elsewhere, or Escape, after
  /// which the text is what it began with.
  [[nodiscard]] bool edit(const Look& look, const Box& box);

  /// Nothing is open any more, and what was typed is gone: the page was left.
  void forget() { close(); }

  /// The text; nothing is open any more.
  std::string close();

  std::string followed;  ///< What the page has last scrolled to for the keyboard.

 private:
  std::string id_;
  std::string begun_with_;
  std::array<char, 201> text_{};
  int fresh_ = 0;  // Frames in which the caret is still put at the end.
  int settling_ = 0;
  bool active_ = false;  // It has had the keyboard.
};

}  // namespace aandacht::ui
