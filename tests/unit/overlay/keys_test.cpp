// What each hotkey does, how chords are set, and how the window is used.
#include "client/overlay/keys.h"

#include "absl/strings/ascii.h"
#include "client/overlay/window_use.h"
#include "client/platform/null_window.h"
#include "tests/support/catch.h"

namespace aandacht::overlay {
namespace {

using model::Command;

model::OverlayModel in_call() {
  model::OverlayModel model;
  model.screen = model::Screen::kInCall;
  model.header = model::HeaderModel{.call_id = "call-1", .name = "Gerda"};
  model.card = model::CardModel{.id = "sanne/1"};
  model.pin = model::PinTarget{"call-1", "u-7"};
  return model;
}

model::OverlayModel idle() { return {}; }

/// A window with its use, seen once in `model`.
struct Used {
  explicit Used(model::OverlayModel seen = in_call()) : model(std::move(seen)) {
    use.hold_keys(KeyChords());
    see();
  }
  void see() { use.see(model, false); }

  platform::NullWindow window{{380, 720}};
  WindowUse use{window, KeyChords()};
  model::OverlayModel model;
};

}  // namespace

TEST_CASE("in a call with a card every key does what it says") {
  Used used;
  const auto does = [&](Command command) { return action_of(command, used.model, false); };
  CHECK(does(Command::kUsed) == Action{AnswerCard{"sanne/1", domain::CardAnswer::kUsed}});
  CHECK(does(Command::kNotNow) == Action{AnswerCard{"sanne/1", domain::CardAnswer::kNotNow}});
  CHECK(does(Command::kDoesNotFit) == Action{AnswerCard{"sanne/1", domain::CardAnswer::kDoesNotFit}});
  CHECK(does(Command::kFindWhy) == Action{SearchOpened{}});
  CHECK_FALSE(does(Command::kJourney));  // There is none.
  used.model.journey.resize(2);
  CHECK(does(Command::kJourney) == Action{ToggleJourney{}});
  CHECK(does(Command::kPinHeard) == Action{PinHeard{"call-1", "u-7"}});
  CHECK(does(Command::kMarkHeavy) == Action{MarkHeavy{"call-1", true}});
  CHECK(does(Command::kPill) == Action{TogglePill{}});
  CHECK(does(Command::kHide) == Action{ToggleHidden{}});
  CHECK(does(Command::kClickThrough) == Action{LetClicksThrough{true}});
  CHECK(does(Command::kKeyboard) == Action{LendKeyboard{true}});
  CHECK(does(Command::kKeys) == Action{ToggleKeys{}});
}

namespace {

model::OverlayModel with_reset(domain::ResetState state) {
  const absl::Time now = absl::FromUnixSeconds(1000);
  domain::Desk desk;
  desk.resets.current = domain::Reset{.id = "r1", .state = state};
  desk.resets.current->accepted = now;
  model::OverlayModel model;
  model.rest = model::make_rest(desk, domain::shipped_fatigue_rules(), now, model::Language::kDutch);
  return model;
}

ActForOneself answer_with(domain::ResetAnswer answer) { return {domain::ResetAnswered{"r1", answer, ""}}; }

}  // namespace

TEST_CASE("one key begins, accepts and extends a reset, one declines, stops and leaves it") {
  using domain::ResetState;
  const auto begin = [](const model::OverlayModel& model) { return action_of(Command::kReset, model, false); };
  const auto end = [](const model::OverlayModel& model) { return action_of(Command::kEndReset, model, false); };
  const model::OverlayModel offered = with_reset(ResetState::kRequested);
  CHECK(begin(offered) == Action{BeginReset{{domain::ResetAnswered{"r1", domain::ResetAnswer::kAccept, "nl"}}}});
  CHECK(end(offered) == Action{answer_with(domain::ResetAnswer::kDecline)});
  const model::OverlayModel runs = with_reset(ResetState::kAccepted);
  CHECK(begin(runs) == Action{answer_with(domain::ResetAnswer::kExtend)});
  CHECK(end(runs) == Action{answer_with(domain::ResetAnswer::kStop)});
  const model::OverlayModel over = with_reset(ResetState::kDone);
  CHECK(begin(over) == Action{ActForOneself{domain::ResetAsked{absl::Minutes(2), "nl"}}});
  CHECK(end(over) == Action{answer_with(domain::ResetAnswer::kLeave)});
  const model::OverlayModel nothing = with_reset(ResetState::kDeclined);
  CHECK(begin(nothing) == Action{BeginReset{{domain::ResetAsked{absl::Seconds(30), "nl"}}}});
  CHECK_FALSE(end(nothing));
}

TEST_CASE("a key shows an offer that is covered before it answers it, and always reaches a reset that runs") {
  using domain::ResetState;
  const auto covered = [](model::OverlayModel model, const std::string& by) {
    if (by == "card") model.card = model::CardModel{.id = "sanne/1"};
    if (by == "search") model.search.open = true;
    if (by == "keys") model.keys.open = true;
    if (by == "causes") model.rest.causes_open = true;
    return model;
  };
  const std::string by = GENERATE("card", "search", "keys", "causes");
  INFO(by);
  for (const ResetState state : {ResetState::kRequested, ResetState::kDone}) {
    const model::OverlayModel model = covered(with_reset(state), by);
    CHECK(action_of(Command::kReset, model, false) == Action{ShowRest{}});
    CHECK(action_of(Command::kEndReset, model, false) == Action{ShowRest{}});
  }
  const model::OverlayModel runs = covered(with_reset(ResetState::kAccepted), by);
  CHECK(action_of(Command::kEndReset, runs, false) ==
        action_of(Command::kEndReset, with_reset(ResetState::kAccepted), false));
  model::OverlayModel shown = covered(with_reset(ResetState::kRequested), "card");
  shown.rest.before_card = true;
  CHECK_FALSE(action_of(Command::kReset, shown, false) == Action{ShowRest{}});
  CHECK_FALSE(action_of(Command::kUsed, shown, false));
}

TEST_CASE("in a call no key begins a reset; a hidden window is shown before an offer is answered") {
  CHECK_FALSE(action_of(Command::kReset, in_call(), false));
  CHECK_FALSE(action_of(Command::kEndReset, in_call(), false));
  const model::OverlayModel offered = with_reset(domain::ResetState::kRequested);
  CHECK(action_of(Command::kReset, offered, true) == Action{ToggleHidden{}});
  CHECK_FALSE(action_of(Command::kEndReset, offered, true));
  // What runs can be stopped wherever it is.
  CHECK(action_of(Command::kEndReset, with_reset(domain::ResetState::kAccepted), true));
}

TEST_CASE("between calls no card is answered, nothing pinned and no call heavy") {
  Used used(idle());
  for (const Command command :
       {Command::kUsed, Command::kNotNow, Command::kDoesNotFit, Command::kPinHeard, Command::kMarkHeavy}) {
    CHECK_FALSE(action_of(command, used.model, false).has_value());
    CHECK_FALSE(used.model.keys.rows[static_cast<std::size_t>(command)].does);
  }
  CHECK(used.model.keys.rows[static_cast<std::size_t>(Command::kFindWhy)].does);
}

TEST_CASE("what cannot be seen is not answered: hidden, or a pill") {
  Used used;
  CHECK_FALSE(action_of(Command::kUsed, used.model, true).has_value());
  used.model.pill = model::PillModel{};
  CHECK_FALSE(action_of(Command::kUsed, used.model, false).has_value());
  CHECK(action_of(Command::kPinHeard, used.model, true).has_value());
}

TEST_CASE("a second press takes back: search, heavy, keyboard") {
  Used used;
  used.model.search.open = true;
  used.model.heavy = true;
  used.use.see(used.model, true);
  CHECK(action_of(Command::kFindWhy, used.model, false) == Action{SearchClosed{}});
  CHECK(action_of(Command::kMarkHeavy, used.model, false) == Action{MarkHeavy{"call-1", false}});
  CHECK(action_of(Command::kKeyboard, used.model, false) == Action{LendKeyboard{false}});
}

TEST_CASE("every command has a name, a standard chord that is valid and its own") {
  const std::vector<platform::Hotkey> hotkeys = hotkeys_of(KeyChords());
  CHECK(hotkeys.size() == 14);
  for (const platform::Hotkey& hotkey : hotkeys) {
    const auto command = command_of(hotkey.name);
    REQUIRE(command.has_value());
    CHECK(name_of(*command) == hotkey.name);
    // These belong to the console and to characters of Dutch and Belgian keyboards.
    CHECK(hotkey.chord.key[0] != 'F');
    CHECK_FALSE(absl::ascii_isdigit(static_cast<unsigned char>(hotkey.chord.key[0])));
  }
}

TEST_CASE("the table [keys] sets chords, \"\" is none, and what is wrong is said with its line") {
  KeyChords chords;
  base::Settings settings("test");
  declare_keys(settings, chords);
  REQUIRE(settings.load_text("[keys]\nhide = \"Super+F9\"\npill = \"\"\n", "overlay.toml").ok());
  CHECK(chords.hide == "Super+F9");
  CHECK(hotkeys_of(chords).size() == 13);
  CHECK(key_states(chords, {})[static_cast<std::size_t>(Command::kPill)].hold == model::KeyHold::kNone);
  const absl::Status wrong = settings.load_text("[keys]\n\nused = \"Ctrl+\"\n", "overlay.toml");
  CHECK_THAT(std::string(wrong.message()), Catch::StartsWith("overlay.toml:3: keys.used names no key"));
  CHECK_FALSE(settings.load_text("[keys]\nuse = \"F9\"\n", "overlay.toml").ok());
}

TEST_CASE("of two commands with one chord the first has it") {
  KeyChords chords;
  chords.keys = chords.used;
  const auto states = key_states(chords, {});
  CHECK(states[static_cast<std::size_t>(Command::kUsed)].hold == model::KeyHold::kHeld);
  CHECK(states[static_cast<std::size_t>(Command::kKeys)].hold == model::KeyHold::kDouble);
}

TEST_CASE("clicks go through only as long as a key can end it") {
  Used used;
  used.use.let_clicks_through(true);
  used.see();
  CHECK(used.window.lets_clicks_through());
  CHECK(used.model.keys.note.find("Ctrl+Alt+J") != std::string::npos);
  CHECK(action_of(Command::kClickThrough, used.model, false) == Action{LetClicksThrough{false}});
  used.window.refuse_hotkeys({{"click_through", platform::HotkeyTrouble::kTaken}});
  used.see();
  CHECK_FALSE(used.window.lets_clicks_through());
  CHECK_FALSE(action_of(Command::kClickThrough, used.model, false).has_value());
}

TEST_CASE("a hidden window comes back for a call that rings, not for a card") {
  Used used(idle());
  used.use.toggle_hidden();
  CHECK_FALSE(used.window.is_shown());
  used.model.card = model::CardModel{.id = "sanne/2"};
  used.see();
  CHECK_FALSE(used.window.is_shown());
  used.model.screen = model::Screen::kRinging;
  used.model.header = model::HeaderModel{.call_id = "call-2", .name = "Youssef"};
  used.see();
  CHECK(used.window.is_shown());
  used.use.toggle_hidden();
  used.see();
  CHECK_FALSE(used.window.is_shown());  // Hidden while it rings, it stays so.
}

TEST_CASE("the list gives way to a new card, and what was wrong is said until it was read") {
  Used used;
  used.window.refuse_hotkeys({{"hide", platform::HotkeyTrouble::kTaken}});
  used.see();
  CHECK_FALSE(used.model.keys.note.empty());
  used.use.toggle_list();
  used.see();
  CHECK(used.model.keys.open);
  used.model.card = model::CardModel{.id = "sanne/2"};
  used.see();
  CHECK_FALSE(used.model.keys.open);
  CHECK_FALSE(used.model.keys.note.empty());
  used.use.toggle_list();
  used.use.toggle_list();
  used.see();
  CHECK(used.model.keys.note.empty());
}

}  // namespace aandacht::overlay
