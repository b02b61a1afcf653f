// What can be done without the mouse, and how it stands with that.
#pragma once

#include <string>
#include <vector>

#include "client/model/language.h"

namespace aandacht::model {

/// What a hotkey does. In the order of the list that is shown.
enum class Command {
  kUsed,
  kNotNow,
  kDoesNotFit,
  kFindWhy,
  kJourney,
  kPinHeard,
  kMarkHeavy,
  kReset,     ///< Begins a reset, accepts one that is offered, makes one that runs longer.
  kEndReset,  ///< Turns down what is offered, stops what runs, puts away what is over.
  kPill,
  kHide,
  kClickThrough,
  kKeyboard,
  kKeys,
};

/// How a command's chord was got.
enum class KeyHold {
  kHeld,
  kTaken,    ///< Another program has it.
  kMissing,  ///< This keyboard does not have it.
  kDouble,   ///< Another command of ours has it.
  kNone,     ///< None was chosen.
};

/// One command as it is now.
struct KeyState {
  Command command = Command::kUsed;
  std::string chord;  ///< "Ctrl+Alt+G"; empty when none was chosen.
  KeyHold hold = KeyHold::kNone;
};

/// What is not in the desk: how the agent uses the window.
struct WindowState {
  std::vector<KeyState> keys;
  bool list_open = false;
  bool list_was_read = false;  ///< The agent knows what could not be had.
  bool has_keyboard = false;   ///< It was lent to the window to go from button to button.
  bool click_through = false;
};

/// A line of the list.
struct KeyRow {
  Command command = Command::kUsed;
  std::string label;     ///< "Kaart gebruikt"
  std::string chord;     ///< "Ctrl+Alt+G", "Ctrl+Alt+G bezet", "geen toets"
  bool does = false;     ///< It does something at this moment; whoever makes the actions says so.
  bool held = false;     ///< Its chord works.
  bool trouble = false;  ///< It was to work and cannot.

  bool operator==(const KeyRow&) const = default;
};

struct KeysModel {
  bool open = false;  ///< The list is on screen.
  bool has_keyboard = false;
  bool click_through = false;
  std::vector<KeyRow> rows;
  std::string note;  ///< One quiet line above the search; empty when there is nothing to say.

  bool operator==(const KeysModel&) const = default;
};

/// `heavy`: the call on screen is marked so.
[[nodiscard]] KeysModel make_keys(const WindowState& state, bool heavy, Language language);

}  // namespace aandacht::model
