// Which part of the window the keyboard is on: everything that can be pressed, in reading order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace aandacht::ui {

struct Look;

/// ImGui's own navigation knows only its own widgets. Between begin() and end() every press() reports here; the order
/// is by rows, from left to right. Belongs to the drawing thread; one between begin() and end() at a time.
class FocusOrder {
 public:
  struct Place {
    std::string id;
    ImVec2 low;
    ImVec2 high;
  };

  /// `on`: the window has the keyboard for this. Each time it gets it, that begins at the preferred place, or else at
  /// the first.
  void begin(bool on);

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

  std::vector<Place> places_;
  std::string focused_;
  ImVec2 last_{0, 0};  // The middle of the focused place when it was last seen.
  std::string preferred_;
  bool lent_ = false;
  bool on_ = false;  // And nobody types into a field.
  bool presses_ = false;
  bool left_ = false;
};

}  // namespace aandacht::ui
