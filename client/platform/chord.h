// A key with the modifiers that are held with it, as people write it down.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "client/render/keys.h"

namespace aandacht::platform {

/// "Ctrl+Alt+G".
struct Chord {
  render::Modifiers held;
  std::string key;  ///< X11's name of the key's sign: "g", "7", "F9", "space", "Page_Up".

  friend bool operator==(const Chord&, const Chord&) = default;
};

/// Reads "Ctrl+Alt+G" or "<Primary><Alt>g": Ctrl, Alt, Shift and Super (also Control, Primary, Mod1, Mod4, Win) in any
/// order and case, then one key: a letter, a digit, F1 to F24, or a name such as Space, Enter, PageUp, comma, plus.
///
/// INVALID_ARGUMENT; the message completes the sentence "keys.hide …" and says what to write instead. A key that one
/// types with must have Ctrl, Alt or Super with it: alone it would be taken from everything that is typed.
[[nodiscard]] absl::StatusOr<Chord> parse_chord(std::string_view text);

/// As parse_chord() reads it and a person knows it from the keyboard: "Ctrl+Alt+G", "Super+Page Up".
[[nodiscard]] std::string to_string(const Chord& chord);

}  // namespace aandacht::platform
