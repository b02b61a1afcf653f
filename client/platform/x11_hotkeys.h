// Keys that are ours wherever the keyboard is.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/platform/hotkey.h"
#include "client/platform/x11_connection.h"

namespace aandacht::platform {

/// Passive grabs on the root window: the X server tells us of these chords and of nothing else that is typed. Held
/// until this goes. One thread: that of the connection, which must outlive this.
class X11Hotkeys {
 public:
  /// `pressed` is called, from the connection's process(), once a press however long it is held. `changed`: another
  /// keyboard map was chosen, and faults() may be others.
  X11Hotkeys(X11Connection& connection, std::function<void(const std::string& name)> pressed,
             std::function<void()> changed);
  ~X11Hotkeys();
  X11Hotkeys(const X11Hotkeys&) = delete;
  X11Hotkeys& operator=(const X11Hotkeys&) = delete;

  /// Takes these, whatever CapsLock, NumLock and ScrollLock are, and gives back
  /// what is no longer among them. Waits for the X server. What cannot be had is in faults(); the others are held.
  void hold(std::vector<Hotkey> hotkeys);

  /// In the order of hold().
  [[nodiscard]] const std::vector<HotkeyFault>& faults() const { return faults_; }

 private:
  struct Grab {
    std::string name;
    int keycode = 0;
    unsigned modifiers = 0;
  };

  using Held = std::pair<int, unsigned>;  // Key code and modifiers with locks, as the X server knows it.

  void take_event(const X11Event& event);
  void read_modifiers();
  void take();
  void give_back();
  void forget_released();
  void press(int keycode, unsigned state);

  X11Connection& connection_;
  std::function<void(const std::string&)> pressed_;
  std::function<void()> changed_;
  std::vector<Hotkey> hotkeys_;
  std::vector<Grab> grabs_;
  std::set<Held> held_;
  std::vector<HotkeyFault> faults_;
  std::set<int> down_;  // Key codes: a key that is held repeats.
  unsigned alt_ = 0;    // X11's masks of these modifiers; 0: this keyboard has none.
  unsigned super_ = 0;
  std::vector<unsigned> locks_ = {0};  // Every combination of the locking modifiers, the whole of them last.
  bool map_changed_ = false;
};

}  // namespace aandacht::platform
