// What each hotkey does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/model/keys_model.h"
#include "client/model/overlay_model.h"
#include "client/overlay/action.h"
#include "client/platform/hotkey.h"
#include "shared/base/settings.h"

namespace aandacht::overlay {

/// The chords as settings have them, by model::Command; "" is none.
struct KeyChords {
  std::string used = "Ctrl+Alt+G";
  std::string not_now = "Ctrl+Alt+N";
  std::string does_not_fit = "Ctrl+Alt+P";
  std::string find_why = "Ctrl+Alt+W";
  std::string journey = "Ctrl+Alt+R";
  std::string pin = "Ctrl+Alt+V";
  std::string heavy = "Ctrl+Alt+Z";
  std::string reset = "Ctrl+Alt+A";
  std::string end_reset = "Ctrl+Alt+E";
  std::string pill = "Ctrl+Alt+K";
  std::string hide = "Ctrl+Alt+H";
  std::string click_through = "Ctrl+Alt+J";
  std::string keyboard = "Ctrl+Alt+Space";
  std::string keys = "Ctrl+Alt+I";

  bool operator==(const KeyChords&) const = default;
};

/// The table [keys].
void declare_keys(base::Settings& settings, KeyChords& chords);

/// "used", "not_now", …: a command's name in settings and of its hotkey.
[[nodiscard]] std::string_view name_of(model::Command command);
[[nodiscard]] std::optional<model::Command> command_of(std::string_view name);

/// What to hold. A chord that is not valid, or that an earlier command has, is left out.
[[nodiscard]] std::vector<platform::Hotkey> hotkeys_of(const KeyChords& chords);

/// Which chord every command has, in their order, and whether it could be had.
[[nodiscard]] std::vector<model::KeyState> key_states(const KeyChords& chords,
                                                      const std::vector<platform::HotkeyFault>& faults);

/// What a command does now; nullopt: nothing, for instance "used" while there is no card.
///
/// \param hidden  the window is not to be seen: nothing is answered blindly, and what needs to be seen shows it first.
[[nodiscard]] std::optional<Action> action_of(model::Command command, const model::OverlayModel& model, bool hidden);

}  // namespace aandacht::overlay
