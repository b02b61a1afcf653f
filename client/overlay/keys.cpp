#include "client/overlay/keys.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "client/overlay/in_sight.h"

namespace aandacht::overlay {
namespace {

using model::Command;

struct Binding {
  Command command;
  std::string_view name;
  std::string KeyChords::*chord;
  std::string_view meaning;
};

constexpr std::array kBindings{
    Binding{Command::kUsed, "used", &KeyChords::used, "Answers the card: used."},
    Binding{Command::kNotNow, "not_now", &KeyChords::not_now, "Answers the card: not now."},
    Binding{Command::kDoesNotFit, "does_not_fit", &KeyChords::does_not_fit, "Answers the card: it does not fit."},
    Binding{Command::kFindWhy, "find_why", &KeyChords::find_why, "Opens the search for a why, and closes it."},
    Binding{Command::kJourney, "journey", &KeyChords::journey, "Shows the customer's journey in words, or hides it."},
    Binding{Command::kPinHeard, "pin", &KeyChords::pin, "Keeps what the customer just said among what was heard."},
    Binding{Command::kMarkHeavy, "heavy", &KeyChords::heavy,
            "Marks the call as heavy, or takes the mark off. Only you see it."},
    Binding{Command::kReset, "reset", &KeyChords::reset,
            "Begins a reset between calls, accepts one that is offered, makes one that runs longer."},
    Binding{Command::kEndReset, "end_reset", &KeyChords::end_reset,
            "Turns down a reset that is offered, stops one that runs."},
    Binding{Command::kPill, "pill", &KeyChords::pill, "Makes the window small, or large again."},
    Binding{Command::kHide, "hide", &KeyChords::hide, "Hides the window, or shows it again. A call shows it too."},
    Binding{Command::kClickThrough, "click_through", &KeyChords::click_through,
            "Lets clicks through to what is under the window, or stops that."},
    Binding{Command::kKeyboard, "keyboard", &KeyChords::keyboard,
            "Lends the window the keyboard, to go from button to button; Esc gives it back."},
    Binding{Command::kKeys, "keys", &KeyChords::keys, "Shows the list of keys."}};

absl::Status check_chord(const std::string& text) {
  return text.empty() ? absl::OkStatus() : platform::parse_chord(text).status();
}

model::KeyHold hold_of(std::string_view name, bool chosen, const std::vector<platform::Hotkey>& wanted,
                       const std::vector<platform::HotkeyFault>& faults) {
  const auto same = [&](const auto& each) { return each.name == name; };
  if (std::none_of(wanted.begin(), wanted.end(), same)) return chosen ? model::KeyHold::kDouble : model::KeyHold::kNone;
  const auto fault = std::find_if(faults.begin(), faults.end(), same);
  if (fault == faults.end()) return model::KeyHold::kHeld;
  switch (fault->trouble) {
    case platform::HotkeyTrouble::kTaken:
      return model::KeyHold::kTaken;
    case platform::HotkeyTrouble::kNoSuchKey:
      return model::KeyHold::kMissing;
  }
  return model::KeyHold::kTaken;
}

std::optional<Action> answer(const model::OverlayModel& model, domain::CardAnswer given, bool seen) {
  if (!seen || !model.card || model.rest.before_card) return std::nullopt;
  return AnswerCard{model.card->id, given};
}

std::optional<Action> journey(const model::OverlayModel& model, bool seen) {
  if (!seen || model.journey.size() < 2) return std::nullopt;
  return ToggleJourney{};
}

std::optional<Action> pin(const model::OverlayModel& model) {
  if (!model.pin) return std::nullopt;
  return PinHeard{model.pin->call_id, model.pin->utterance_id};
}

std::optional<Action> mark_heavy(const model::OverlayModel& model) {
  if (!model.header || model.screen == model::Screen::kRinging) return std::nullopt;
  return MarkHeavy{model.header->call_id, !model.heavy};
}

std::optional<Action> find_why(const model::OverlayModel& model) {
  if (model.search.open) return SearchClosed{};
  if (model.screen == model::Screen::kDisconnected) return std::nullopt;
  return SearchOpened{};
}

/// In the pill an offer says what it is, so that it can be answered there. What is covered is shown before it is taken;
/// of a reset that runs there is always a line.
std::optional<Action> reset(const model::OverlayModel& model, bool hidden) {
  const model::RestModel& rest = model.rest;
  const bool something = rest.offer || rest.ask || rest.after;
  if (hidden && something) return ToggleHidden{};
  if ((rest.offer || rest.after) && covers_rest(model)) return ShowRest{};
  if (rest.runs) return rest.runs->extend ? std::optional<Action>(ActForOneself{*rest.runs->extend}) : std::nullopt;
  if (rest.offer) return BeginReset{rest.offer->lengths[rest.offer->chosen].begin};
  if (rest.after) return ActForOneself{rest.after->begin_again};
  if (rest.ask) return BeginReset{rest.ask->lengths[rest.ask->chosen].begin};
  if (rest.ask_later) return ActForOneself{*rest.ask_later};
  return std::nullopt;
}

std::optional<Action> end_reset(const model::OverlayModel& model, bool hidden) {
  const model::RestModel& rest = model.rest;
  if (rest.runs) return ActForOneself{rest.runs->end};
  if (hidden) return std::nullopt;
  const bool something = (rest.offer && rest.offer->turned_down) || rest.after;
  if (something && covers_rest(model)) return ShowRest{};
  if (rest.offer && rest.offer->turned_down) return ActForOneself{*rest.offer->turned_down};
  if (rest.after) return ActForOneself{rest.after->put_away};
  if (rest.asked) return ActForOneself{rest.asked->act};
  if (rest.ask_open) return ToggleAskReset{};
  return std::nullopt;
}

/// Only its hotkey ends it, so without one it does not begin.
std::optional<Action> click_through(const model::OverlayModel& model) {
  if (model.keys.click_through) return LetClicksThrough{false};
  const auto own = std::find_if(model.keys.rows.begin(), model.keys.rows.end(),
                                [](const model::KeyRow& row) { return row.command == Command::kClickThrough; });
  if (own == model.keys.rows.end() || !own->held) return std::nullopt;
  return LetClicksThrough{true};
}

}  // namespace

void declare_keys(base::Settings& settings, KeyChords& chords) {
  settings.section("keys",
                   "Keys that work wherever you type. Written as \"Ctrl+Alt+G\" or \"Super+F9\"; \"\" is none.");
  for (const Binding& binding : kBindings) {
    settings.text(absl::StrCat("keys.", std::string(binding.name)), &(chords.*binding.chord), "chord",
                  std::string(binding.meaning), check_chord);
  }
}

std::string_view name_of(Command command) { return kBindings[static_cast<std::size_t>(command)].name; }

std::optional<Command> command_of(std::string_view name) {
  const auto found =
      std::find_if(kBindings.begin(), kBindings.end(), [&](const Binding& binding) { return binding.name == name; });
  if (found == kBindings.end()) return std::nullopt;
  return found->command;
}

std::vector<platform::Hotkey> hotkeys_of(const KeyChords& chords) {
  std::vector<platform::Hotkey> hotkeys;
  for (const Binding& binding : kBindings) {
    const absl::StatusOr<platform::Chord> chord = platform::parse_chord(chords.*binding.chord);
    if (!chord.ok()) continue;
    const auto same = [&](const platform::Hotkey& other) { return other.chord == *chord; };
    if (std::any_of(hotkeys.begin(), hotkeys.end(), same)) continue;
    hotkeys.push_back({std::string(binding.name), *chord});
  }
  return hotkeys;
}

std::vector<model::KeyState> key_states(const KeyChords& chords, const std::vector<platform::HotkeyFault>& faults) {
  const std::vector<platform::Hotkey> wanted = hotkeys_of(chords);
  std::vector<model::KeyState> states;
  for (const Binding& binding : kBindings) {
    const auto chord = platform::parse_chord(chords.*binding.chord);
    states.push_back(
        {binding.command, chord.ok() ? to_string(*chord) : "", hold_of(binding.name, chord.ok(), wanted, faults)});
  }
  return states;
}

std::optional<Action> action_of(Command command, const model::OverlayModel& model, bool hidden) {
  const bool seen = !hidden && !model.pill;
  switch (command) {
    case Command::kUsed:
      return answer(model, domain::CardAnswer::kUsed, seen);
    case Command::kNotNow:
      return answer(model, domain::CardAnswer::kNotNow, seen);
    case Command::kDoesNotFit:
      return answer(model, domain::CardAnswer::kDoesNotFit, seen);
    case Command::kFindWhy:
      return find_why(model);
    case Command::kJourney:
      return journey(model, seen);
    case Command::kPinHeard:
      return pin(model);
    case Command::kMarkHeavy:
      return mark_heavy(model);
    case Command::kReset:
      return reset(model, hidden);
    case Command::kEndReset:
      return end_reset(model, hidden);
    case Command::kPill:
      return TogglePill{};
    case Command::kHide:
      return ToggleHidden{};
    case Command::kClickThrough:
      return click_through(model);
    case Command::kKeyboard:
      return LendKeyboard{!model.keys.has_keyboard};
    case Command::kKeys:
      return ToggleKeys{};
  }
  return std::nullopt;
}

}  // namespace aandacht::overlay
