// Which part of the window the keyboard is on: everything that can be pressed, in reading order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace aandacht::ui {

struct Look;

/// ImGui's own navigation knows only its own widgets. Between begin() and end() every press() reports here; the order
/// is by groups, and in each by rows, from left to right. Belongs to the drawing thread; one between begin() and end()
/// at a time.
class FocusOrder {
 public:
  struct Place {
    std::string id;
    ImVec2 low;
    ImVec2 high;
    int group = 0;
  };

  /// `on`: the window has the keyboard for this. Each time it gets it, that begins at the preferred place, or else at
  /// the first.
  void begin(bool on);

  /// For a window that has the keyboard all the time: the ring is drawn, and Enter and Space press, only after somebody
  /// moved by keys, until the mouse is pressed.
  void set_quiet(bool quiet) { quiet_ = quiet; }

  /// What reports from here on comes after what reported before, wherever it stands: the parts of a window beside each
  /// other.
  void next_group() { ++group_; }

  /// Puts the keyboard on a place, e.g. a field that was pressed.
  void go_to(std::string_view id);

  /// In this frame only Tab moves: the place that the keyboard is on takes the arrows for itself.
  void keep_arrows() { arrows_kept_ = true; }

  /// In this frame nothing moves: a list that lies over the window is open.
  void keep_keys() { keys_kept_ = true; }

  /// Draws the ring, and moves it for Tab, Shift+Tab and the arrows. Nothing of it while somebody types into a field.
  void end(Look& look);

  /// In the frame that ended last somebody pressed Escape to give the keyboard back.
  [[nodiscard]] bool left() const { return left_; }

  /// What press() tells: true when Enter or Space presses this place now.
  [[nodiscard]] bool pressed(std::string_view id, ImVec2 low, ImVec2 high);

  /// The place that is meant most, of those that press() told.
  void prefer(std::string_view id) { preferred_ = std::string(id); }

  /// The keyboard is on this place.
  [[nodiscard]] bool is_on(std::string_view id) const { return on_ && id == focused_; }

  /// Between begin() and end(); null otherwise.
  [[nodiscard]] static FocusOrder* current();

 private:
  void settle();
  void move(int step);
  [[nodiscard]] bool shown() const { return !quiet_ || by_keys_; }

  std::vector<Place> places_;
  std::string focused_;
  ImVec2 last_{0, 0};  // The middle of the focused place when it was last seen.
  std::string preferred_;
  bool lent_ = false;
  bool on_ = false;  // And nobody types into a field.
  bool presses_ = false;
  bool left_ = false;
  bool quiet_ = false;
  bool by_keys_ = false;  // Somebody moved by keys since the mouse was pressed.
  bool arrows_kept_ = false;
  bool keys_kept_ = false;
  int group_ = 0;
};

}  // namespace aandacht::ui
