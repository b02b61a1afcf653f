// Keys that are ours wherever the keyboard is: what is asked for and what could not be had.
#pragma once

#include <string>

#include "client/platform/chord.h"

namespace aandacht::platform {

struct Hotkey {
  std::string name;  ///< What HotkeyPressed says.
  Chord chord;

  friend bool operator==(const Hotkey&, const Hotkey&) = default;
};

enum class HotkeyTrouble {
  kTaken,      ///< Another program holds it.
  kNoSuchKey,  ///< This keyboard has no such key or modifier.
};

struct HotkeyFault {
  std::string name;  ///< Of the hotkey that could not be had.
  HotkeyTrouble trouble = HotkeyTrouble::kTaken;

  friend bool operator==(const HotkeyFault&, const HotkeyFault&) = default;
};

}  // namespace aandacht::platform
