#include "client/overlay/overlay_view.h"

#include "client/render/keys.h"
#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;

struct Seen {
  Scene scene;
  Language language;
  std::vector<const char*> texts;
};

TEST_CASE("each state shows what it must, in both languages") {
  const auto seen = GENERATE(
      Seen{Scene::kIdle, Language::kDutch, {"Geen gesprek", "verbonden", "waarom …", "English"}},
      Seen{Scene::kIdle, Language::kEnglish, {"No call", "connected", "why …", "Nederlands"}},
      Seen{Scene::kRinging,
           Language::kDutch,
           {"Gerda Hoekstra-Baaij", "GH", "00:06", "gaat over", "klant sinds 2009 · u",
            "4e contact over “Internet valt ’s avonds weg” in 6 weken", "terugbellen over de rekening", "voor vr 12:00",
            "gemist, do 12 nov", "ZO KUN JE BEGINNEN", "“Fijn dat u er bent, mevrouw Hoekstra."}},
      Seen{Scene::kRinging,
           Language::kEnglish,
           {"Margaret O’Sullivan", "ringing", "4th contact about", "by Fri 12:00", "YOU COULD BEGIN WITH"}},
      Seen{Scene::kUnknownCaller, Language::kDutch, {"Onbekend", "+31 6 00 11 02 01"}},
      Seen{
          Scene::kWeCard,
          Language::kDutch,
          {"WIJ HEBBEN DIT, IK DOE DIT", "1 van 4",
           "“Dat hebben wij niet goed gedaan. Ik zoek nu zelf uit wanneer de monteur komt.”",
           "gehoord: “dat doet die andere afdeling”", "Gebruikt", "Nu niet", "Past niet", "02:14", "klant", "Gehoord"}},
      Seen{Scene::kWeCard, Language::kEnglish, {"WE OWN IT, I DO IT", "Used", "Not now", "Doesn’t fit", "customer"}},
      Seen{Scene::kWhyCard, Language::kDutch, {"WAAROM: TIJDVAK MONTEUR", "Het ene huis kost tien minuten"}},
      Seen{Scene::kPromptCard, Language::kDutch, {"BERICHT VAN NOOR", "Veel bellers vragen ernaar."}},
      Seen{Scene::kQuietCall,
           Language::kDutch,
           {"“mijn dochter komt vrijdagmiddag en dan zou ik mee naar de markt”", "vr 20 nov"}},
      Seen{
          Scene::kOnHold, Language::kDutch, {"In de wacht", "00:42", "Nu wordt er niets meegelezen en niets bewaard."}},
      Seen{Scene::kOnHold, Language::kEnglish, {"On hold", "Nothing is read along or stored right now."}},
      Seen{Scene::kSearch, Language::kDutch, {"Tijdvak monteur", "Terugbetaling duurt een week", "Sluiten"}},
      Seen{Scene::kSearchNothing, Language::kDutch, {"Hier is nog geen uitleg voor."}},
      Seen{Scene::kWrapUp,
           Language::kDutch,
           {"afronden", "Beloofd", "dan bel ik u zelf nog even", "voor vr 16:00", "Opgelost?", "Rond af",
            "Sluit vanzelf over 00:48."}},
      Seen{Scene::kWrapUp, Language::kEnglish, {"wrap-up", "Promised", "Finish", "Closes by itself in 00:48."}},
      Seen{Scene::kLostInCall, Language::kDutch, {"geen verbinding, 2 bewaard", "Gebruikt"}},
      Seen{Scene::kConnecting, Language::kDutch, {"Even verbinden", "verbinden …"}},
      Seen{Scene::kDisconnected,
           Language::kDutch,
           {"Geen verbinding met de dienst", "Bellen gaat gewoon door.", "2 antwoorden wachten", "127.0.0.1:7443"}},
      Seen{Scene::kDisconnected, Language::kEnglish, {"No connection to the service", "Calls simply go on."}},
      Seen{Scene::kWithheld, Language::kDutch, {"Onbekend", "nummer onbekend", "gaat over"}},
      Seen{Scene::kSecondCall, Language::kDutch, {"Youssef el Amrani", "gaat over 00:04", "Gerda Hoekstra-Baaij"}},
      Seen{Scene::kSecondCall, Language::kEnglish, {"Priya Raman", "ringing 00:04"}},
      Seen{Scene::kJourney,
           Language::kDutch,
           {"HOE HET GING", "Sluiten", "Hele dag gewacht, monteur kwam niet", "do 12 nov, bezoek, voelde slecht"}},
      Seen{Scene::kOffline, Language::kDutch, {"Geen gesprek", "geen verbinding, 2 bewaard", "waarom …"}},
      Seen{Scene::kOffline, Language::kEnglish, {"No call", "no connection, 2 kept"}},
      Seen{Scene::kExpired,
           Language::kDutch,
           {"Je toegang is verlopen", "2 antwoorden wachten en gaan straks mee.", "Vraag je beheerder", "waarom …",
            "toegang verlopen, 2 bewaard"}},
      Seen{Scene::kExpired, Language::kEnglish, {"Your access has expired", "access expired, 2 kept"}},
      Seen{Scene::kOtherVersion, Language::kDutch, {"De dienst heeft een andere versie", "andere versie, 2 bewaard"}},
      Seen{Scene::kOtherVersion, Language::kEnglish, {"The service has another version", "update Aandacht"}},
      Seen{Scene::kRefused, Language::kDutch, {"De dienst laat dit bureau niet toe", "geen toegang, 2 bewaard"}},
      Seen{Scene::kNeverAdmitted, Language::kDutch, {"De dienst laat dit bureau niet toe", "geen toegang"}},
      Seen{Scene::kPillIdle, Language::kDutch, {"Geen gesprek"}},
      Seen{Scene::kPillInCall, Language::kDutch, {"Gerda Hoekstra-Baaij", "02:14"}},
      Seen{Scene::kPillOffline, Language::kEnglish, {"no connection, 2 kept"}});
  OverlayFixture overlay(overlay_model(seen.scene, seen.language), {.height = design_height(seen.scene)});
  const auto text = overlay.ui().text();
  INFO(name_of(seen.scene) << "\n" << text.all());
  for (const char* wanted : seen.texts) {
    INFO(wanted);
    CHECK(text.sees(wanted));
  }
  CHECK(overlay.actions().empty());
}

TEST_CASE("who watches and why is read in the column, behind the list of keys, and by name on the pill") {
  model::OverlayModel model = overlay_model(Scene::kWatched, Language::kDutch);
  REQUIRE(model.watched);
  OverlayFixture overlay(model);
  CHECK(overlay.ui().sees(model.watched->line));
  model.keys.open = true;
  overlay.show(model);
  CHECK(overlay.ui().sees(model.watched->line));
  const model::OverlayModel pill = overlay_model(Scene::kPillWatched, Language::kDutch);
  OverlayFixture small(pill, {.height = design_height(Scene::kPillWatched)});
  CHECK(small.ui().sees(pill.pill->watched));
}

TEST_CASE("a wrap-up with room for it tells what was heard and how it went too") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kDutch), {.height = 1000});
  for (const char* words : {"Gehoord", "Hoe het ging", "Begon ontevreden, eindigde tevreden.", "Opgelost?"}) {
    INFO(words);
    CHECK(overlay.ui().sees(words));
  }
}

TEST_CASE("the line to say is the largest text on the screen") {
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch));
  const auto text = overlay.ui().text();
  const auto* line = text.run_of("“Dat hebben wij");
  REQUIRE(line != nullptr);
  for (const auto& run : text.runs()) {
    if (run.font != line->font) CHECK(run.size < line->size);
  }
}

TEST_CASE("each answer to a card is reported with the card's id") {
  struct Row {
    const char* label;
    domain::CardAnswer answer;
  };
  const auto row = GENERATE(Row{"Gebruikt", domain::CardAnswer::kUsed}, Row{"Nu niet", domain::CardAnswer::kNotNow},
                            Row{"Past niet", domain::CardAnswer::kDoesNotFit});
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch));
  REQUIRE(overlay.ui().click(row.label));
  CHECK(overlay.did(overlay::AnswerCard{"card-1", row.answer}));
}

TEST_CASE("wrap-up is finished with one click") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kEnglish));
  REQUIRE(overlay.ui().click("Finish"));
  CHECK(overlay.did(overlay::FinishWrapUp{"call-1"}));
}

TEST_CASE("between calls the language is one click away") {
  OverlayFixture overlay(overlay_model(Scene::kIdle, Language::kDutch));
  REQUIRE(overlay.ui().click("English"));
  CHECK(overlay.did(overlay::ChooseLanguage{Language::kEnglish}));
}

TEST_CASE("the search opens with a click and tells what is typed") {
  model::OverlayModel model = overlay_model(Scene::kQuietCall, Language::kDutch);
  OverlayFixture overlay(model);
  REQUIRE(overlay.ui().click("waarom …"));
  CHECK(overlay.did(overlay::SearchOpened{}));
  overlay.actions().clear();
  model.search.open = true;
  overlay.show(model);
  overlay.ui().type("te");
  REQUIRE_FALSE(overlay.actions().empty());
  CHECK(overlay.actions().back() == overlay::Action(overlay::SearchChanged{"te"}));
  CHECK(overlay.ui().sees("te"));
}

TEST_CASE("a why is chosen by click, by Enter, or by arrow and Enter") {
  OverlayFixture overlay(overlay_model(Scene::kSearch, Language::kDutch));
  SECTION("click") {
    REQUIRE(overlay.ui().click("Terugbetaling duurt een week"));
    CHECK(overlay.did(overlay::ShowWhy{"why-2"}));
  }
  SECTION("Enter") {
    overlay.ui().press(render::Key::kEnter);
    CHECK(overlay.did(overlay::ShowWhy{"why-0"}));
  }
  SECTION("arrow and Enter") {
    overlay.ui().press(render::Key::kDown);
    overlay.ui().press(render::Key::kEnter);
    CHECK(overlay.did(overlay::ShowWhy{"why-1"}));
  }
  SECTION("the arrow stops at the last one") {
    for (int i = 0; i < 9; ++i) overlay.ui().press(render::Key::kDown);
    overlay.ui().press(render::Key::kEnter);
    CHECK(overlay.did(overlay::ShowWhy{"why-2"}));
  }
}

TEST_CASE("the journey's steps open and close with a click and by Escape") {
  SECTION("a click on its name opens them") {
    OverlayFixture overlay(overlay_model(Scene::kQuietCall, Language::kDutch));
    REQUIRE(overlay.ui().click("reis"));
    CHECK(overlay.did(overlay::ToggleJourney{}));
  }
  SECTION("so does J, when the window has the keyboard and nothing is typed") {
    constexpr auto kJ = static_cast<render::Key>(static_cast<int>(render::Key::kA) + 9);
    OverlayFixture overlay(overlay_model(Scene::kQuietCall, Language::kDutch));
    overlay.ui().press(kJ);
    CHECK(overlay.did(overlay::ToggleJourney{}));
    OverlayFixture searching(overlay_model(Scene::kSearch, Language::kDutch));
    searching.ui().press(kJ);
    CHECK(searching.actions().empty());
  }
  SECTION("the button closes them") {
    OverlayFixture overlay(overlay_model(Scene::kJourney, Language::kDutch));
    REQUIRE(overlay.ui().click("Sluiten"));
    CHECK(overlay.did(overlay::ToggleJourney{}));
  }
  SECTION("so does Escape") {
    OverlayFixture overlay(overlay_model(Scene::kJourney, Language::kDutch));
    overlay.ui().press(render::Key::kEscape);
    CHECK(overlay.did(overlay::ToggleJourney{}));
  }
}

TEST_CASE("a long journey scrolls to its first step, the latest stands at the top") {
  OverlayFixture overlay(overlay_model(Scene::kJourney, Language::kDutch, Content::kOverfull));
  CHECK(overlay.ui().sees("dit gesprek"));
  CHECK_FALSE(overlay.ui().sees("ma 28 sep, telefoon"));
  for (int i = 0; i < 200 && !overlay.ui().sees("ma 28 sep, telefoon"); ++i) overlay.ui().scroll(-1);
  CHECK(overlay.ui().sees("ma 28 sep, telefoon"));
  CHECK_FALSE(overlay.ui().sees("dit gesprek"));
  CHECK(overlay.ui().sees("HOE HET GING"));
}

TEST_CASE("a card that comes while the journey is read waits, and the way to it is one button") {
  model::OverlayModel model = overlay_model(Scene::kWeCard, Language::kDutch);
  model.journey_open = true;
  OverlayFixture overlay(model);
  CHECK(overlay.ui().sees("HOE HET GING"));
  CHECK_FALSE(overlay.ui().sees("Gebruikt"));
  REQUIRE(overlay.ui().click("Er wacht een kaart"));
  CHECK(overlay.did(overlay::ToggleJourney{}));
}

TEST_CASE("pressing a pill opens it wherever it is pressed, and a column is made small with one click") {
  SECTION("pill") {
    OverlayFixture overlay(overlay_model(Scene::kPillInCall, Language::kDutch), {.width = 380, .height = 48});
    const float x = GENERATE(2.0F, 190.0F, 378.0F);
    overlay.ui().click_at(x, 24);
    CHECK(overlay.did(overlay::OpenPill{}));
  }
  SECTION("column") {
    OverlayFixture overlay(overlay_model(Scene::kIdle, Language::kDutch));
    const auto hint = overlay.ui().find("waarom …");
    REQUIRE(hint);
    overlay.ui().click_at(380 - 16 - 20, hint->centre().y);
    CHECK(overlay.did(overlay::TogglePill{}));
  }
}

TEST_CASE("Enter without a result chooses nothing") {
  OverlayFixture overlay(overlay_model(Scene::kSearchNothing, Language::kDutch));
  overlay.ui().press(render::Key::kEnter);
  CHECK(overlay.actions().empty());
}

TEST_CASE("the search closes by Escape and by its button") {
  OverlayFixture overlay(overlay_model(Scene::kSearch, Language::kDutch));
  SECTION("Escape") {
    overlay.ui().press(render::Key::kEscape);
    CHECK(overlay.did(overlay::SearchClosed{}));
  }
  SECTION("button") {
    REQUIRE(overlay.ui().click("Sluiten"));
    CHECK(overlay.did(overlay::SearchClosed{}));
  }
}

TEST_CASE("at most 200 bytes are typed into the search") {
  model::OverlayModel model = overlay_model(Scene::kSearch, Language::kDutch);
  model.search.text = std::string(300, 'a');
  OverlayFixture overlay(model);
  overlay.ui().type(std::string(50, 'b'));
  CHECK(std::string(overlay.look().search.text.data()).size() == 200);
}

TEST_CASE("what is shortened explains itself when the pointer rests on it") {
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch));
  const auto budget = overlay.ui().find("1 van 4");
  REQUIRE(budget);
  CHECK_FALSE(overlay.ui().sees("kaart 1 van de hooguit 4 in dit gesprek"));
  overlay.ui().move_to(budget->centre().x, budget->centre().y);
  CHECK(overlay.ui().sees("kaart 1 van de hooguit 4 in dit gesprek"));
  const auto evidence = overlay.ui().find("gehoord:");
  overlay.ui().move_to(evidence->centre().x, evidence->centre().y);
  CHECK(overlay.ui().sees("regel nl/blame-department"));
}

TEST_CASE("the journey tells its steps when the pointer rests on its name") {
  OverlayFixture overlay(overlay_model(Scene::kQuietCall, Language::kDutch));
  const auto journey = overlay.ui().find("reis");
  REQUIRE(journey);
  overlay.ui().move_to(journey->centre().x, journey->centre().y);
  CHECK(overlay.ui().sees("do 12 nov: Hele dag gewacht, monteur kwam niet"));
}

TEST_CASE("an unchanged model is the same picture, and nothing asks for more frames") {
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch));
  const auto before = overlay.ui().pixels_hash();
  const auto frames = overlay.ui().stats().frames;
  overlay.ui().advance(absl::Minutes(1));
  CHECK(overlay.ui().stats().frames == frames);
  overlay.ui().settle();
  CHECK(overlay.ui().pixels_hash() == before);
}

}  // namespace
}  // namespace aandacht::test
