#include "client/model/keys_model.h"

#include <algorithm>

#include "client/model/strings.h"

namespace aandacht::model {
namespace {

Text label_of(Command command, bool heavy) {
  switch (command) {
    case Command::kUsed:
      return Text::kKeyUsed;
    case Command::kNotNow:
      return Text::kKeyNotNow;
    case Command::kDoesNotFit:
      return Text::kKeyDoesNotFit;
    case Command::kFindWhy:
      return Text::kKeyFindWhy;
    case Command::kJourney:
      return Text::kKeyJourney;
    case Command::kPinHeard:
      return Text::kKeyPin;
    case Command::kMarkHeavy:
      return heavy ? Text::kKeyNotHeavy : Text::kKeyHeavy;
    case Command::kReset:
      return Text::kKeyReset;
    case Command::kEndReset:
      return Text::kKeyEndReset;
    case Command::kPill:
      return Text::kKeyPill;
    case Command::kHide:
      return Text::kKeyHide;
    case Command::kClickThrough:
      return Text::kKeyClickThrough;
    case Command::kKeyboard:
      return Text::kKeyKeyboard;
    case Command::kKeys:
      return Text::kKeyKeys;
  }
  return Text::kKeyKeys;
}

std::string chord_text(const KeyState& key, Language language) {
  switch (key.hold) {
    case KeyHold::kHeld:
      return key.chord;
    case KeyHold::kTaken:
      return fill(Text::kKeyTaken, language, key.chord);
    case KeyHold::kMissing:
      return fill(Text::kKeyMissing, language, key.chord);
    case KeyHold::kDouble:
      return fill(Text::kKeyDouble, language, key.chord);
    case KeyHold::kNone:
      return text(Text::kKeyNone, language);
  }
  return "";
}

bool is_trouble(const KeyState& key) { return key.hold != KeyHold::kHeld && key.hold != KeyHold::kNone; }

Text trouble_of(KeyHold hold) {
  if (hold == KeyHold::kMissing) return Text::kKeyMissingTrouble;
  return hold == KeyHold::kDouble ? Text::kKeyDoubleTrouble : Text::kKeyTrouble;
}

std::string trouble_text(const WindowState& state, Language language) {
  const auto count = std::count_if(state.keys.begin(), state.keys.end(), is_trouble);
  if (state.list_was_read || count == 0) return "";
  if (count > 1) return fill(Text::kKeysTrouble, language, count);
  const KeyState& key = *std::find_if(state.keys.begin(), state.keys.end(), is_trouble);
  return fill(trouble_of(key.hold), language, key.chord);
}

std::string chord_of(const WindowState& state, Command command) {
  const auto found =
      std::find_if(state.keys.begin(), state.keys.end(), [&](const KeyState& key) { return key.command == command; });
  return found == state.keys.end() ? "" : found->chord;
}

/// What one has to know first comes first.
std::string note_text(const WindowState& state, bool heavy, Language language) {
  if (state.click_through) return fill(Text::kClickThroughOn, language, chord_of(state, Command::kClickThrough));
  if (state.has_keyboard) return text(Text::kKeyboardHere, language);
  if (std::string trouble = trouble_text(state, language); !trouble.empty()) return trouble;
  return heavy ? text(Text::kHeavyNoted, language) : "";
}

}  // namespace

KeysModel make_keys(const WindowState& state, bool heavy, Language language) {
  KeysModel model;
  model.open = state.list_open;
  model.has_keyboard = state.has_keyboard;
  model.click_through = state.click_through;
  model.note = note_text(state, heavy, language);
  for (const KeyState& key : state.keys) {
    model.rows.push_back({key.command, text(label_of(key.command, heavy), language), chord_text(key, language), false,
                          key.hold == KeyHold::kHeld, is_trouble(key)});
  }
  return model;
}

}  // namespace aandacht::model
