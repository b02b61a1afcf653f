// The keys that a window reports and a view may ask for.
#pragma once

namespace aandacht::render {

/// A key by its meaning, not by its place. Letters and digits are those that shortcuts use; typed text comes apart.
enum class Key {
  kNone,
  kTab,
  kLeft,
  kRight,
  kUp,
  kDown,
  kPageUp,
  kPageDown,
  kHome,
  kEnd,
  kInsert,
  kDelete,
  kBackspace,
  kSpace,
  kEnter,
  kKeypadEnter,
  kEscape,
  kF1,
  kF12 = kF1 + 11,
  k0,
  k9 = k0 + 9,
  kA,
  kZ = kA + 25,
  kCount,
};

/// Which of the modifying keys are held.
struct Modifiers {
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
  bool super = false;
  friend bool operator==(const Modifiers&, const Modifiers&) = default;
};

}  // namespace aandacht::render
