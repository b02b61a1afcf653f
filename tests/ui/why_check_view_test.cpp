// The why check: one calm row between calls.
#include "client/model/why_check_model.h"

#include <cstdlib>

#include "client/render/keys.h"
#include "tests/support/catch.h"
#include "tests/ui/layout_checks.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;
using overlay::AnswerWhyCheck;
using render::Key;

model::OverlayModel asked(Language language, Scene scene = Scene::kCalm) {
  model::OverlayModel model = overlay_model(scene, language);
  const domain::WhyCheck check =
      language == Language::kDutch
          ? domain::WhyCheck{"nl/terugbetaling", "terugbetaling",
                             "Een terugbetaling staat binnen vijf werkdagen op de rekening."}
          : domain::WhyCheck{"en/refund", "refund", "A refund is in your account within five working days."};
  model.why_check = model::make_why_check(check, language);
  return model;
}

TEST_CASE("the row tells topic, rule, four steps, two ways out and who sees it, in both languages", "[why-check]") {
  OverlayFixture dutch(asked(Language::kDutch));
  for (const char* words : {"Tien seconden", "Terugbetaling", "binnen vijf werkdagen", "Nog niet", "Weet ik", "Voel ik",
                            "Vertel ik", "Vandaag niet", "Nooit meer", "samen met vier collega's"}) {
    INFO(words);
    CHECK(dutch.ui().sees(words));
  }
  OverlayFixture english(asked(Language::kEnglish));
  for (const char* words : {"Ten seconds", "Refund", "Not yet", "Know it", "Feel it", "Can tell it", "Not today",
                            "Never again", "four colleagues"}) {
    INFO(words);
    CHECK(english.ui().sees(words));
  }
}

TEST_CASE("one click answers", "[why-check]") {
  OverlayFixture overlay(asked(Language::kDutch));
  overlay.ui().click("Vertel ik");
  CHECK(overlay.did(AnswerWhyCheck{"nl/terugbetaling", domain::WhyLevel::kTell}));
}

TEST_CASE("one click says not today, another never", "[why-check]") {
  OverlayFixture overlay(asked(Language::kDutch));
  overlay.ui().click("Nooit meer");
  CHECK(overlay.did(AnswerWhyCheck{"nl/terugbetaling", std::nullopt, domain::WhyCheckChoice::kNever}));
  overlay.actions().clear();
  overlay.ui().click("Vandaag niet");
  CHECK(overlay.did(AnswerWhyCheck{"nl/terugbetaling", std::nullopt, domain::WhyCheckChoice::kNotToday}));
}

TEST_CASE("the keys 1 to 4 answer while the window has the keyboard, and not while it has not", "[why-check]") {
  model::OverlayModel model = asked(Language::kDutch);
  OverlayFixture without(model);
  without.ui().press(static_cast<Key>(static_cast<int>(Key::k0) + 2));
  CHECK(without.actions().empty());
  model.keys.has_keyboard = true;
  OverlayFixture with(model);
  with.ui().press(static_cast<Key>(static_cast<int>(Key::k0) + 2));
  CHECK(with.did(AnswerWhyCheck{"nl/terugbetaling", domain::WhyLevel::kKnow}));
}

TEST_CASE("in a call, with an offer, during a reset or with the search open it is not there", "[why-check]") {
  for (const Scene scene : {Scene::kQuietCall, Scene::kOfferFits, Scene::kResetRuns, Scene::kAfterReset, Scene::kCauses,
                            Scene::kSearch, Scene::kStory}) {
    OverlayFixture overlay(asked(Language::kDutch, scene));
    INFO(name_of(scene));
    CHECK_FALSE(overlay.ui().sees("Tien seconden"));
  }
}

TEST_CASE("nothing overlaps or is cut, at every scale, in narrow and low windows", "[why-check]") {
  const auto language = GENERATE(Language::kDutch, Language::kEnglish);
  const auto size = GENERATE(ViewSize{}, ViewSize{.width = 300}, ViewSize{.width = 300, .height = 560},
                             ViewSize{.scale = 2}, ViewSize{.scale = 1.5F, .text = 24}, ViewSize{.width = 520});
  model::OverlayModel model = asked(language);
  model.why_check->topic = "Arbeidsongeschiktheidsverzekeringsvoorwaarden";
  model.why_check->rule =
      "Wie binnen veertien dagen na ontvangst schriftelijk laat weten dat de verzekeringsvoorwaarden niet bevallen, "
      "betaalt over die periode geen premie en krijgt wat al betaald was terug op dezelfde rekening.";
  OverlayFixture overlay(model, size);
  INFO(overlay.ui().text().all());
  const DrawnText text = overlay.ui().text();
  check_within(text, static_cast<float>(size.width) * size.scale, static_cast<float>(size.height) * size.scale);
  check_apart(text);
  check_uncut(overlay.ui().frame());
  check_explained(overlay, language);
  // A picture for eyes, where the environment asks for one.
  if (const char* folder = std::getenv("WHY_PICTURES")) {
    overlay.ui().save_png(std::string(folder) + "/why-" + (language == Language::kDutch ? "nl-" : "en-") +
                          std::to_string(size.width) + "x" + std::to_string(size.height) + "-" +
                          std::to_string(static_cast<int>(size.scale * 10)) + ".png");
  }
}

TEST_CASE("the usual row, for eyes", "[why-check][picture]") {
  const char* folder = std::getenv("WHY_PICTURES");
  if (folder == nullptr) return;
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    for (const ui::Palette palette : {ui::Palette::kLight, ui::Palette::kDark}) {
      OverlayFixture overlay(asked(language), {.palette = palette});
      overlay.ui().save_png(std::string(folder) + "/why-usual-" + (language == Language::kDutch ? "nl" : "en") +
                            (palette == ui::Palette::kDark ? "-dark" : "") + ".png");
    }
  }
}

TEST_CASE("where there is no room for it, it is left out and not squeezed", "[why-check]") {
  OverlayFixture overlay(asked(Language::kDutch), {.width = 300, .height = 360});
  CHECK_FALSE(overlay.ui().sees("Tien seconden"));
}

TEST_CASE("the same row twice is the same frame: nothing moves", "[why-check]") {
  OverlayFixture overlay(asked(Language::kDutch));
  overlay.ui().settle();
  const auto before = overlay.ui().text().all();
  overlay.show(asked(Language::kDutch));
  CHECK(overlay.ui().text().all() == before);
}

}  // namespace
}  // namespace aandacht::test
