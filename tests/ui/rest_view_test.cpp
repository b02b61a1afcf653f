// The agent's own side of the window: ring, causes, offer, reset and what it did.
#include "client/model/strings.h"
#include "client/overlay/keys.h"
#include "client/render/keys.h"
#include "tests/support/catch.h"
#include "tests/ui/example_rest.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;
using overlay::ActForOneself;
using overlay::Action;
using render::Key;

model::OverlayModel with_keyboard(Scene scene) {
  model::OverlayModel model = overlay_model(scene, Language::kDutch);
  model.keys.has_keyboard = true;
  return model;
}

std::string offered_id() { return offered_reset(example_now()).id; }

Key letter(char capital) { return static_cast<Key>(static_cast<int>(Key::kA) + (capital - 'A')); }

}  // namespace

TEST_CASE("each state of the agent's own side shows what it must, in both languages", "[rest]") {
  struct Seen {
    Scene scene;
    Language language;
    std::vector<const char*> texts;
  };
  const auto seen = GENERATE(
      Seen{Scene::kIdle, Language::kDutch, {"Na je eerste gesprek zie je", "Even bijkomen"}},
      Seen{Scene::kElevated, Language::kDutch, {"veel", "Vier zware gesprekken achter elkaar", "Even bijkomen"}},
      Seen{Scene::kElevated, Language::kEnglish, {"a lot", "Four heavy calls in a row", "Take a moment"}},
      Seen{Scene::kCauses,
           Language::kDutch,
           {"Wat de dag vraagt", "vier zware gesprekken", "+36", "drie uur zonder echte pauze",
            "zesenhalf uur aan het werk", "Samen 88 van 100", "Alleen jij ziet dit.", "Sluiten"}},
      Seen{Scene::kCauses, Language::kEnglish, {"four heavy calls in a row", "three hours without a real break"}},
      Seen{Scene::kCausesInCall, Language::kDutch, {"Gerda Hoekstra-Baaij", "02:14", "+36", "Samen 88 van 100"}},
      Seen{Scene::kOfferFits,
           Language::kDutch,
           {"Even bijkomen?", "Vier zware gesprekken achter elkaar.", "Past in de verwachte 63 s", "30 s", "2 min",
            "10 min", "Hoe vol is je hoofd?", "Begin", "Nu niet", "Ctrl+Alt+A: begin."}},
      Seen{Scene::kOfferCosts, Language::kDutch, {"Kost de wachtrij ongeveer"}},
      Seen{Scene::kOfferCosts, Language::kEnglish, {"Costs the queue about", "Not now"}},
      Seen{Scene::kAskReset, Language::kDutch, {"Even bijkomen", "30 s", "Begin", "Nu niet"}},
      Seen{Scene::kResetRuns,
           Language::kDutch,
           {"Een klein gebaar", "Zie het even voor je", "nog 20 seconden", "Langer: 2 minuten", "Stop"}},
      Seen{Scene::kResetBreathes, Language::kEnglish, {"Slow breathing", "in", "10 seconds left", "Stop"}},
      Seen{Scene::kResetStill, Language::kDutch, {"uit", "nog 25 seconden"}},
      Seen{Scene::kResetAsked, Language::kDutch, {"Hoe vol is je hoofd?", "1 is leeg, 5 is vol."}},
      Seen{Scene::kAfterReset, Language::kDutch, {"Dat was het.", "Hoe vol is je hoofd nu?", "Nog 2 minuten"}},
      Seen{Scene::kResetEffects,
           Language::kDutch,
           {"Genoteerd. Alleen jij ziet het.", "Rustig ademen: je hoofd werd gemiddeld", "leger, tussen",
            "Iets aardigs", "het kan nog toeval zijn", "twee keer gedaan."}},
      Seen{Scene::kResetAfterCall, Language::kDutch, {"Straks: 30 seconden voor jou.", "Toch niet", "Rond af"}},
      Seen{Scene::kWrapUp, Language::kDutch, {"Straks even bijkomen"}},
      Seen{Scene::kCallEndsReset,
           Language::kDutch,
           {"Gerda Hoekstra-Baaij", "gaat over", "Er belt iemand. De rest bewaar je voor straks."}},
      Seen{Scene::kPillOffer, Language::kDutch, {"Even bijkomen?"}},
      Seen{Scene::kPillReset, Language::kDutch, {"nog 20 seconden"}});
  OverlayFixture overlay(overlay_model(seen.scene, seen.language), {.height = design_height(seen.scene)});
  INFO(name_of(seen.scene) << "\n" << overlay.ui().text().all());
  for (const char* words : seen.texts) {
    INFO(words);
    CHECK(overlay.ui().sees(words));
  }
}

TEST_CASE("an offer without the team's figures says nothing of the queue", "[rest]") {
  OverlayFixture overlay(overlay_model(Scene::kOfferUnknown, Language::kDutch));
  CHECK(overlay.ui().sees("Even bijkomen?"));
  CHECK_FALSE(overlay.ui().sees("wachtrij"));
  CHECK_FALSE(overlay.ui().sees("verwachte"));
}

TEST_CASE("the causes are told by the pointer, by the keyboard and by pressing", "[rest]") {
  OverlayFixture overlay(overlay_model(Scene::kElevated, Language::kDutch));
  const auto word = overlay.ui().find("veel");
  REQUIRE(word);
  CHECK_FALSE(overlay.ui().sees("vier zware gesprekken achter elkaar: +36"));
  overlay.ui().move_to(word->centre().x, word->centre().y);
  CHECK(overlay.ui().sees("vier zware gesprekken achter elkaar: +36"));
  CHECK(overlay.ui().sees("Samen 88 van 100"));
  overlay.ui().click_at(word->centre().x, word->centre().y);
  CHECK(overlay.did(overlay::ToggleCauses{}));
  overlay.ui().leave();
  overlay.show(with_keyboard(Scene::kElevated));
  bool told = overlay.ui().sees("achter elkaar: +36");
  for (int i = 0; i < 12 && !told; ++i) {
    overlay.ui().press(Key::kTab);
    told = overlay.ui().sees("achter elkaar: +36");
  }
  CHECK(told);
  overlay.actions().clear();
  overlay.ui().press(Key::kEnter);
  CHECK(overlay.did(overlay::ToggleCauses{}));
}

TEST_CASE("in a call the ring stands at the end of the last line, and opens its causes under the caller", "[rest]") {
  model::OverlayModel model = overlay_model(Scene::kCausesInCall, Language::kDutch);
  OverlayFixture overlay(model);
  REQUIRE(overlay.ui().click("Sluiten"));
  CHECK(overlay.did(overlay::ToggleCauses{}));
  model.rest.causes_open = false;
  overlay.show(model);
  overlay.actions().clear();
  overlay.ui().click_at(353, 694);
  CHECK(overlay.did(overlay::ToggleCauses{}));
}

TEST_CASE("an offer is answered by mouse: its length, how full the head is, yes and no", "[rest]") {
  const model::OverlayModel model = overlay_model(Scene::kOfferFits, Language::kDutch);
  OverlayFixture overlay(model);
  const auto does = [&](const char* label) {
    overlay.actions().clear();
    REQUIRE(overlay.ui().click(label));
    REQUIRE(overlay.actions().size() == 1);
    return overlay.actions()[0];
  };
  CHECK(does("2 min") == Action{overlay::ChooseResetLength{1}});
  CHECK(does("Nu niet") ==
        Action{ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kDecline, ""}}});
  CHECK(does("Begin") ==
        Action{overlay::BeginReset{{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kAccept, "nl"}}}});
  const auto scale = overlay.ui().find("5");
  REQUIRE(scale);
  overlay.actions().clear();
  overlay.ui().click_at(scale->centre().x, scale->centre().y);
  CHECK(overlay.did(ActForOneself{domain::FullnessTold{offered_id(), false, 5}}));
}

TEST_CASE("two minutes are an offer accepted and extended once, ten minutes twice", "[rest]") {
  const model::OverlayModel model = overlay_model(Scene::kOfferFits, Language::kEnglish);
  const domain::OwnAct accept = domain::ResetAnswered{offered_id(), domain::ResetAnswer::kAccept, "en"};
  const domain::OwnAct extend = domain::ResetAnswered{offered_id(), domain::ResetAnswer::kExtend, ""};
  REQUIRE(model.rest.offer->lengths.size() == 3);
  CHECK(model.rest.offer->lengths[1].begin == std::vector<domain::OwnAct>{accept, extend});
  CHECK(model.rest.offer->lengths[2].begin == std::vector<domain::OwnAct>{accept, extend, extend});
}

TEST_CASE("an agent asks by themselves: between calls for a length, in a wrap-up for after it", "[rest]") {
  OverlayFixture overlay(overlay_model(Scene::kCalm, Language::kDutch));
  REQUIRE(overlay.ui().click("Even bijkomen"));
  CHECK(overlay.did(overlay::ToggleAskReset{}));
  model::OverlayModel asks = overlay_model(Scene::kAskReset, Language::kDutch);
  asks.rest.ask->chosen = 1;
  overlay.show(asks);
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Begin"));
  CHECK(overlay.did(overlay::BeginReset{{domain::ResetAsked{absl::Minutes(2), "nl"}}}));
  overlay.show(overlay_model(Scene::kWrapUp, Language::kDutch));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Straks even bijkomen"));
  CHECK(overlay.did(ActForOneself{domain::ResetAsked{absl::Seconds(30), "nl"}}));
  overlay.show(overlay_model(Scene::kResetAfterCall, Language::kDutch));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Toch niet"));
  CHECK(overlay.did(ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kDecline, ""}}));
}

TEST_CASE("a reset that runs is made longer and stopped by mouse and by one letter", "[rest]") {
  OverlayFixture overlay(with_keyboard(Scene::kResetRuns));
  const Action extend = ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kExtend, ""}};
  const Action stop = ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kStop, ""}};
  REQUIRE(overlay.ui().click("Langer: 2 minuten"));
  CHECK(overlay.did(extend));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Stop"));
  CHECK(overlay.did(stop));
  overlay.actions().clear();
  overlay.ui().press(letter('E'));
  CHECK(overlay.did(extend));
  overlay.actions().clear();
  overlay.ui().press(letter('S'));
  CHECK(overlay.did(stop));
}

TEST_CASE("without the keyboard no letter answers for the agent", "[rest]") {
  OverlayFixture overlay(overlay_model(Scene::kOfferFits, Language::kDutch));
  for (const char capital : {'B', 'N', 'E', 'S'}) overlay.ui().press(letter(capital));
  CHECK(overlay.actions().empty());
  overlay.show(with_keyboard(Scene::kOfferFits));
  overlay.ui().press(letter('N'));
  CHECK(overlay.did(ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kDecline, ""}}));
}

TEST_CASE("after it the head is told once more, and it can go on or be left", "[rest]") {
  OverlayFixture overlay(with_keyboard(Scene::kAfterReset));
  overlay.ui().press(static_cast<Key>(static_cast<int>(Key::k0) + 2));
  CHECK(overlay.did(ActForOneself{domain::FullnessTold{offered_id(), true, 2}}));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Nog 2 minuten"));
  CHECK(overlay.did(ActForOneself{domain::ResetAsked{absl::Minutes(2), "nl"}}));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Verder"));
  CHECK(overlay.did(ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kLeave, ""}}));
}

TEST_CASE("a card and a call win over a reset that runs", "[rest]") {
  model::OverlayModel model = overlay_model(Scene::kResetRuns, Language::kDutch);
  model.card = overlay_model(Scene::kPromptCard, Language::kDutch).card;
  OverlayFixture overlay(model);
  CHECK(overlay.ui().sees("Gebruikt"));
  CHECK_FALSE(overlay.ui().sees("Zie het even voor je"));
  // It is not gone: calls are held off.
  CHECK(overlay.ui().sees("Een klein gebaar: nog 20 seconden"));
  REQUIRE(overlay.ui().click("Stop"));
  CHECK(overlay.did(ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kStop, ""}}));
  domain::Desk desk;
  desk.resets.current = running_reset(domain::Exercise::kBreathing, absl::Seconds(4), example_now(), Language::kDutch);
  desk.calls.push_back({.id = "call-1", .state = domain::CallState::kRinging, .from = "+31600110201"});
  overlay.show(model::make_overlay_model(&desk, {}, {}, Language::kDutch, example_now(), absl::UTCTimeZone()));
  CHECK(overlay.ui().sees("gaat over"));
  CHECK_FALSE(overlay.ui().sees("Rustig ademen"));
}

TEST_CASE("behind search, keys or causes a reset that runs says what is left and can be stopped", "[rest]") {
  model::OverlayModel model = overlay_model(Scene::kResetRuns, Language::kDutch);
  SECTION("search") { model.search.open = true; }
  SECTION("keys") { model.keys.open = true; }
  SECTION("causes") { model.rest.causes_open = true; }
  OverlayFixture overlay(model);
  INFO(overlay.ui().text().all());
  CHECK(overlay.ui().sees("Een klein gebaar: nog 20 seconden"));
  REQUIRE(overlay.ui().click("Stop"));
  CHECK(overlay.did(ActForOneself{domain::ResetAnswered{offered_id(), domain::ResetAnswer::kStop, ""}}));
}

TEST_CASE("an offer that the agent wants to see stands before the card", "[rest]") {
  model::OverlayModel model = overlay_model(Scene::kOfferFits, Language::kDutch);
  model.card = overlay_model(Scene::kPromptCard, Language::kDutch).card;
  OverlayFixture overlay(model);
  CHECK_FALSE(overlay.ui().sees("Even bijkomen?"));
  model.rest.before_card = true;
  overlay.show(model);
  CHECK(overlay.ui().sees("Even bijkomen?"));
  CHECK_FALSE(overlay.ui().sees("Gebruikt"));
}

TEST_CASE("the breath moves the picture and none of the words; a still one does not move at all", "[rest]") {
  const auto at = [](double seconds, bool still) {
    model::OverlayModel model = running_model(domain::Exercise::kBreathing, absl::Seconds(seconds), Language::kDutch);
    model.rest.runs->still = still;
    model.rest.runs->gone = 0;
    return model;
  };
  OverlayFixture overlay(at(17.0, false));
  const auto before = overlay.ui().text();
  const auto moving = overlay.ui().pixels_hash();
  overlay.show(at(17.5, false));
  CHECK(overlay.ui().text().lines() == before.lines());
  CHECK(overlay.ui().pixels_hash() != moving);
  overlay.show(at(17.0, true));
  const auto still = overlay.ui().pixels_hash();
  overlay.show(at(17.5, true));
  CHECK(overlay.ui().pixels_hash() == still);
}

TEST_CASE("while a line is read, and when the next one comes, nothing else of a reset moves", "[rest]") {
  OverlayFixture overlay(running_model(domain::Exercise::kInfluence, absl::Seconds(8), Language::kDutch));
  const auto stop = overlay.ui().find("Stop");
  const auto title = overlay.ui().find("Jouw helft");
  REQUIRE((stop && title));
  for (const int seconds : {1, 12, 22, 29}) {
    overlay.show(running_model(domain::Exercise::kInfluence, absl::Seconds(seconds), Language::kDutch));
    CHECK(overlay.ui().find("Stop")->top == stop->top);
    CHECK(overlay.ui().find("Jouw helft")->top == title->top);
  }
}

}  // namespace aandacht::test
