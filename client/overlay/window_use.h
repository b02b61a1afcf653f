// How the agent uses the window: hidden or not, clicks through it, the keyboard lent to it, the list of keys.
#pragma once

#include <string>

#include "client/model/overlay_model.h"
#include "client/overlay/keys.h"
#include "client/platform/window.h"

namespace aandacht::overlay {

/// Belongs to the drawing thread. `window` must outlive it.
class WindowUse {
 public:
  WindowUse(platform::Window& window, KeyChords chords) : window_(window), chords_(std::move(chords)) {}

  /// Asks for the hotkeys; again when other chords were chosen.
  void hold_keys(KeyChords chords);

  /// Takes in what is on screen and puts into `model` how it stands with the keys. Ends what may not go on: a hidden
  /// window while a call rings, clicks that go through without a key to end it, a list in front of a new card.
  void see(model::OverlayModel& model, bool has_keyboard);

  void toggle_hidden() { hide(!hidden_); }
  void hide(bool on);
  [[nodiscard]] bool hidden() const { return hidden_; }

  void toggle_list();
  void close_list() { list_open_ = false; }
  [[nodiscard]] bool list_open() const { return list_open_; }

  /// Stays as it was when the screen cannot do it.
  void let_clicks_through(bool on);

 private:
  void give_way(const model::OverlayModel& model);

  platform::Window& window_;
  KeyChords chords_;
  std::string news_;  // The card and the ringing call that were seen last.
  bool hidden_ = false;
  bool click_through_ = false;
  bool list_open_ = false;
  bool list_was_read_ = false;
};

}  // namespace aandacht::overlay
