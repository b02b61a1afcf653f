// The overlay without a mouse: from button to button, the list of keys, what is said about both.
#include "client/overlay/keys.h"
#include "client/render/keys.h"
#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Command;
using model::KeyHold;
using model::Language;
using overlay::Action;
using render::Key;

model::WindowState window_state() {
  return {overlay::key_states(overlay::KeyChords(), {}), false, false, false, false};
}

model::OverlayModel with_keys(model::OverlayModel model, const model::WindowState& state) {
  model.keys = model::make_keys(state, model.heavy, model.language);
  for (model::KeyRow& row : model.keys.rows) row.does = overlay::action_of(row.command, model, false).has_value();
  return model;
}

model::OverlayModel on_keyboard(Scene scene) {
  model::WindowState state = window_state();
  state.has_keyboard = true;
  return with_keys(overlay_model(scene, Language::kDutch), state);
}

model::OverlayModel with_list(Scene scene, Language language = Language::kDutch) {
  model::WindowState state = window_state();
  state.list_open = true;
  return with_keys(overlay_model(scene, language), state);
}

/// Presses Tab until Enter would do `wanted`; false when it comes round without it.
bool reach(OverlayFixture& overlay, const Action& wanted) {
  for (int i = 0; i < 30; ++i) {
    overlay.actions().clear();
    overlay.ui().press(Key::kEnter);
    if (overlay.did(wanted)) return true;
    overlay.ui().press(Key::kTab);
  }
  return false;
}

}  // namespace

TEST_CASE("with the keyboard everything that can be clicked can be reached and pressed") {
  struct Reached {
    Scene scene;
    Action action;
  };
  const model::OverlayModel card = overlay_model(Scene::kWeCard, Language::kDutch);
  const model::OverlayModel wrap_up = overlay_model(Scene::kWrapUp, Language::kDutch);
  const std::vector<Reached> all = {
      {Scene::kWeCard, overlay::AnswerCard{card.card->id, domain::CardAnswer::kUsed}},
      {Scene::kWeCard, overlay::AnswerCard{card.card->id, domain::CardAnswer::kNotNow}},
      {Scene::kWeCard, overlay::AnswerCard{card.card->id, domain::CardAnswer::kDoesNotFit}},
      {Scene::kWeCard, overlay::SearchOpened{}},
      {Scene::kWeCard, overlay::ToggleKeys{}},
      {Scene::kWeCard, overlay::ToggleJourney{}},
      {Scene::kWeCard, overlay::TogglePill{}},
      {Scene::kWrapUp, overlay::FinishWrapUp{wrap_up.wrap_up->call_id}},
      {Scene::kIdle, overlay::ChooseLanguage{Language::kEnglish}},
  };
  for (const Reached& each : all) {
    INFO("action " << each.action.index());
    OverlayFixture overlay(on_keyboard(each.scene));
    CHECK(reach(overlay, each.action));
  }
}

TEST_CASE("the order is that of reading, and goes round in both directions") {
  OverlayFixture overlay(on_keyboard(Scene::kWeCard));
  const std::string card = overlay_model(Scene::kWeCard, Language::kDutch).card->id;
  REQUIRE(reach(overlay, overlay::AnswerCard{card, domain::CardAnswer::kUsed}));
  const auto pressed = [&](Key move, render::Modifiers held = {}) {
    overlay.ui().press(move, held);
    overlay.actions().clear();
    overlay.ui().press(Key::kSpace);
    REQUIRE(overlay.actions().size() == 1);
    return overlay.actions()[0];
  };
  CHECK(pressed(Key::kRight) == Action{overlay::AnswerCard{card, domain::CardAnswer::kNotNow}});
  CHECK(pressed(Key::kTab) == Action{overlay::AnswerCard{card, domain::CardAnswer::kDoesNotFit}});
  CHECK(pressed(Key::kTab, {.shift = true}) == Action{overlay::AnswerCard{card, domain::CardAnswer::kNotNow}});
  CHECK(pressed(Key::kLeft) == Action{overlay::AnswerCard{card, domain::CardAnswer::kUsed}});
}

TEST_CASE("lent the keyboard it begins at what is meant most") {
  OverlayFixture overlay(on_keyboard(Scene::kWeCard));
  overlay.ui().press(Key::kEnter);
  const std::string card = overlay_model(Scene::kWeCard, Language::kDutch).card->id;
  CHECK(overlay.did(overlay::AnswerCard{card, domain::CardAnswer::kUsed}));
}

TEST_CASE("Escape gives the keyboard back, once") {
  OverlayFixture overlay(on_keyboard(Scene::kWeCard));
  overlay.ui().press(Key::kEscape);
  CHECK(overlay.did(overlay::LendKeyboard{false}));
}

TEST_CASE("without the keyboard no key does anything and no ring is drawn") {
  OverlayFixture without(with_keys(overlay_model(Scene::kWeCard, Language::kDutch), window_state()));
  const std::uint64_t before = without.ui().pixels_hash();
  for (const Key key : {Key::kTab, Key::kEnter, Key::kSpace, Key::kEscape, Key::kDown}) without.ui().press(key);
  CHECK(without.actions().empty());
  CHECK(without.ui().pixels_hash() == before);
}

TEST_CASE("the ring is seen, and moves") {
  OverlayFixture overlay(on_keyboard(Scene::kWeCard));
  const std::uint64_t first = overlay.ui().pixels_hash();
  overlay.ui().press(Key::kTab);
  const std::uint64_t second = overlay.ui().pixels_hash();
  CHECK(first != second);
  overlay.ui().press(Key::kTab, {.shift = true});
  CHECK(overlay.ui().pixels_hash() == first);
}

TEST_CASE("when the card that was answered is gone the keyboard is where it was, at what is nearest") {
  OverlayFixture overlay(on_keyboard(Scene::kWeCard));
  const std::string card = overlay_model(Scene::kWeCard, Language::kDutch).card->id;
  REQUIRE(reach(overlay, overlay::AnswerCard{card, domain::CardAnswer::kUsed}));
  overlay.show(on_keyboard(Scene::kQuietCall));
  overlay.actions().clear();
  overlay.ui().press(Key::kEnter);
  CHECK(overlay.actions().size() == 1);
}

TEST_CASE("typing into the search keeps its own keys, and Escape closes it before the keyboard goes back") {
  OverlayFixture overlay(on_keyboard(Scene::kSearch));
  overlay.ui().press(Key::kDown);
  overlay.actions().clear();
  overlay.ui().press(Key::kEscape);
  CHECK(overlay.did(overlay::SearchClosed{}));
}

TEST_CASE("a why can be searched for and read in the wrap-up too") {
  model::OverlayModel model = overlay_model(Scene::kWrapUp, Language::kDutch);
  model.search = overlay_model(Scene::kSearch, Language::kDutch).search;
  OverlayFixture overlay(model);
  CHECK(overlay.ui().sees("Tijdvak monteur"));
  model.search = {};
  model.card = overlay_model(Scene::kWhyCard, Language::kDutch).card;
  model.card->budget.clear();
  overlay.show(model);
  CHECK(overlay.ui().sees("Het ene huis kost tien minuten"));
  model.card.reset();
  overlay.show(model);
  CHECK(overlay.ui().sees("Rond af"));
}

TEST_CASE("the list names every command with its key, in both languages") {
  OverlayFixture dutch(with_list(Scene::kWeCard));
  for (const char* seen : {"Toetsen", "Ctrl+Alt+G", "Kaart gebruikt", "Zoek een waarom", "Zet vast wat net gezegd is",
                           "Dit gesprek is zwaar", "Verberg of toon", "Klik erdoorheen", "Ctrl+Alt+Space"}) {
    INFO(seen);
    CHECK(dutch.ui().sees(seen));
  }
  CHECK_FALSE(dutch.ui().sees("Past niet"));  // The card waits behind it.
  OverlayFixture english(with_list(Scene::kWeCard, Language::kEnglish));
  for (const char* seen : {"Keys", "Card used", "Find a why", "Pin what was just said", "This call is heavy"}) {
    INFO(seen);
    CHECK(english.ui().sees(seen));
  }
}

TEST_CASE("a line of the list is pressed with the mouse; what does nothing now is not") {
  OverlayFixture call(with_list(Scene::kWeCard));
  REQUIRE(call.ui().click("Dit gesprek is zwaar"));
  CHECK(call.did(overlay::RunCommand{Command::kMarkHeavy}));
  OverlayFixture idle(with_list(Scene::kIdle));
  REQUIRE(idle.ui().click("Kaart gebruikt"));
  CHECK(idle.actions().empty());
  REQUIRE(idle.ui().click("Sluiten"));
  CHECK(idle.did(overlay::ToggleKeys{}));
}

TEST_CASE("a key that another program has is named in one quiet line, and in the list") {
  overlay::KeyChords chords;
  chords.pill = "";
  model::WindowState state{overlay::key_states(chords, {{"hide", platform::HotkeyTrouble::kTaken}})};
  OverlayFixture line(with_keys(overlay_model(Scene::kIdle, Language::kDutch), state));
  CHECK(line.ui().sees("Ctrl+Alt+H hoort al bij een ander programma."));
  state.list_open = true;
  OverlayFixture list(with_keys(overlay_model(Scene::kIdle, Language::kDutch), state));
  CHECK(list.ui().sees("Ctrl+Alt+H bezet"));
  CHECK(list.ui().sees("geen toets"));
  state.list_open = false;
  state.list_was_read = true;
  OverlayFixture read(with_keys(overlay_model(Scene::kIdle, Language::kDutch), state));
  CHECK_FALSE(read.ui().sees("Ctrl+Alt+H"));
}

TEST_CASE("clicks that go through are said with the key that ends it, and seen at the edge") {
  model::WindowState state = window_state();
  OverlayFixture overlay(with_keys(overlay_model(Scene::kIdle, Language::kDutch), state));
  const std::uint64_t before = overlay.ui().pixels_hash();
  state.click_through = true;
  overlay.show(with_keys(overlay_model(Scene::kIdle, Language::kDutch), state));
  CHECK(overlay.ui().sees("Klikken gaat erdoorheen. Ctrl+Alt+J zet het uit."));
  CHECK(overlay.ui().pixels_hash() != before);
}

TEST_CASE("a heavy call is noted where only the agent sees it") {
  model::OverlayModel model = overlay_model(Scene::kWeCard, Language::kDutch);
  model.heavy = true;
  OverlayFixture overlay(with_keys(model, window_state()));
  CHECK(overlay.ui().sees("Zwaar gesprek, genoteerd. Alleen jij ziet dit."));
  model::WindowState state = window_state();
  state.list_open = true;
  overlay.show(with_keys(model, state));
  CHECK(overlay.ui().sees("Toch niet zwaar"));
}

}  // namespace aandacht::test
