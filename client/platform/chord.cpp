#include "client/platform/chord.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace aandacht::platform {
namespace {

struct KeyName {
  const char* x11;
  const char* shown;
  bool types;  ///< Something appears when it is pressed in a text.
};

constexpr std::array kKeys{KeyName{"space", "Space", true},
                           KeyName{"Return", "Enter", true},
                           KeyName{"Tab", "Tab", true},
                           KeyName{"BackSpace", "Backspace", true},
                           KeyName{"Escape", "Esc", true},
                           KeyName{"Insert", "Insert", true},
                           KeyName{"Delete", "Delete", true},
                           KeyName{"Home", "Home", true},
                           KeyName{"End", "End", true},
                           KeyName{"Page_Up", "Page Up", true},
                           KeyName{"Page_Down", "Page Down", true},
                           KeyName{"Left", "Left", true},
                           KeyName{"Right", "Right", true},
                           KeyName{"Up", "Up", true},
                           KeyName{"Down", "Down", true},
                           KeyName{"comma", "comma", true},
                           KeyName{"period", "period", true},
                           KeyName{"slash", "slash", true},
                           KeyName{"question", "question", true},
                           KeyName{"minus", "minus", true},
                           KeyName{"plus", "plus", true},
                           KeyName{"equal", "equal", true},
                           KeyName{"semicolon", "semicolon", true},
                           KeyName{"Pause", "Pause", false},
                           KeyName{"Print", "Print", false},
                           KeyName{"Menu", "Menu", false}};

absl::Status wrong(const std::string& what) { return absl::InvalidArgumentError(what); }

std::string lower(std::string_view text) { return absl::AsciiStrToLower(std::string(text)); }

/// "Page Up", "page_up" and "PageUp" are one.
std::string plain(std::string_view name) {
  std::string kept = lower(name);
  std::erase_if(kept, [](char c) { return c == ' ' || c == '_'; });
  return kept;
}

bool* modifier(render::Modifiers& held, std::string_view name) {
  const std::string word = lower(name);
  if (word == "ctrl" || word == "control" || word == "primary") return &held.ctrl;
  if (word == "alt" || word == "mod1") return &held.alt;
  if (word == "shift") return &held.shift;
  if (word == "super" || word == "win" || word == "mod4") return &held.super;
  return nullptr;
}

std::optional<int> function_key(std::string_view name) {
  int number = 0;
  const bool fits = name.size() >= 2 && name.size() <= 3 && (name[0] == 'F' || name[0] == 'f') && name[1] != '0' &&
                    absl::SimpleAtoi(std::string(name.substr(1)), &number);
  if (!fits || number < 1 || number > 24) return std::nullopt;
  return number;
}

const KeyName* named(std::string_view name) {
  const std::string wanted = plain(name);
  const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&](const KeyName& key) {
    return plain(key.x11) == wanted || plain(key.shown) == wanted;
  });
  return found == kKeys.end() ? nullptr : &*found;
}

/// X11's name; empty when there is no such key.
std::string x11_name(std::string_view name) {
  if (name.size() == 1 && (absl::ascii_isalnum(static_cast<unsigned char>(name[0])))) return lower(name);
  if (const auto number = function_key(name)) return absl::StrCat("F", *number);
  const KeyName* key = named(name);
  return key == nullptr ? "" : key->x11;
}

bool types(const std::string& x11) {
  if (function_key(x11)) return false;
  const KeyName* key = named(x11);
  return key == nullptr || key->types;
}

/// The parts of "<Primary><Alt>g" and of "Ctrl+Alt+G"; the key is the last one.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty() && text.front() == '<' && text.find('>') != std::string_view::npos) {
    parts.emplace_back(text.substr(1, text.find('>') - 1));
    text.remove_prefix(text.find('>') + 1);
  }
  std::size_t plus = 0;
  while ((plus = text.find('+')) != std::string_view::npos && plus + 1 < text.size()) {
    parts.emplace_back(text.substr(0, plus));
    text.remove_prefix(plus + 1);
  }
  parts.emplace_back(text);
  for (std::string& part : parts) absl::StripAsciiWhitespace(&part);
  return parts;
}

}  // namespace

absl::StatusOr<Chord> parse_chord(std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  Chord chord;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    bool* held = modifier(chord.held, parts[i]);
    if (held == nullptr) {
      return wrong(absl::StrCat("has \"", parts[i], "\" where Ctrl, Alt, Shift or Super is expected"));
    }
    if (*held) return wrong(absl::StrCat("names ", parts[i], " twice"));
    *held = true;
  }
  const std::string& key = parts.back();
  render::Modifiers alone;
  if (key.empty() || modifier(alone, key) != nullptr) {
    return wrong(absl::StrCat("must end with a key, such as \"Ctrl+Alt+G\"; \"", std::string(text), "\" does not"));
  }
  chord.key = x11_name(key);
  if (chord.key.empty()) {
    const char* plus = key.find('+') != std::string::npos ? "; the key + is written \"plus\"" : "";
    return wrong(absl::StrCat("names no key that is known: \"", key,
                              "\"; write a letter, a digit, F1 to F24, or a name such as Space or PageUp", plus));
  }
  if (types(chord.key) && !chord.held.ctrl && !chord.held.alt && !chord.held.super) {
    return wrong(
        absl::StrCat("would take ", to_string(chord), " from everything you type; hold Ctrl, Alt or Super with it"));
  }
  return chord;
}

std::string to_string(const Chord& chord) {
  std::string text;
  if (chord.held.ctrl) text += "Ctrl+";
  if (chord.held.alt) text += "Alt+";
  if (chord.held.shift) text += "Shift+";
  if (chord.held.super) text += "Super+";
  const KeyName* key = named(chord.key);
  if (key != nullptr) return text + key->shown;
  return text + (chord.key.size() == 1 ? absl::AsciiStrToUpper(chord.key) : chord.key);
}

}  // namespace aandacht::platform
