// Three E's in three clicks, and the habit in one.
#include "client/overlay/overlay_view.h"
#include "client/render/keys.h"
#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using domain::Grade;
using model::Language;
using overlay::ActForOneself;
using overlay::Action;
using render::Key;

Key digit(int number) { return static_cast<Key>(static_cast<int>(Key::k0) + number); }

Action guess(Grade effectiveness, Grade ease, Grade emotion) {
  return ActForOneself{domain::ExperienceGuessed{"call-1", {effectiveness, ease, emotion}}};
}

model::OverlayModel lent(model::OverlayModel model) {
  model.keys.has_keyboard = true;
  return model;
}

}  // namespace

TEST_CASE("three clicks answer the three questions, each its own") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kDutch));
  REQUIRE(overlay.ui().click("deels"));
  REQUIRE(overlay.ui().click("moeilijk"));
  REQUIRE(overlay.ui().click("goed"));
  REQUIRE(overlay.actions().size() == 3);
  CHECK(overlay.actions()[0] == guess(Grade::kMiddle, Grade::kUnknown, Grade::kUnknown));
  CHECK(overlay.actions()[1] == guess(Grade::kUnknown, Grade::kLow, Grade::kUnknown));
  CHECK(overlay.actions()[2] == guess(Grade::kUnknown, Grade::kUnknown, Grade::kHigh));
}

TEST_CASE("another click changes a guess, the same one does nothing") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUpGuessed, Language::kDutch));
  REQUIRE(overlay.ui().click("ja"));
  CHECK(overlay.actions().empty());
  REQUIRE(overlay.ui().click("nee"));
  CHECK(overlay.did(guess(Grade::kLow, Grade::kUnknown, Grade::kUnknown)));
}

TEST_CASE("finishing skips all of it") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kDutch));
  REQUIRE(overlay.ui().click("Rond af"));
  CHECK(overlay.did(overlay::FinishWrapUp{"call-1"}));
}

TEST_CASE("the customer's words are set beside a guess, and never before it") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kDutch));
  CHECK_FALSE(overlay.ui().sees("woorden: "));
  overlay.show(overlay_model(Scene::kWrapUpGuessed, Language::kDutch));
  CHECK(overlay.ui().count("woorden: ") == 2);
  CHECK(overlay.ui().sees("woorden: ja"));
}

TEST_CASE("a guess moves nothing: the next click lands where it was aimed") {
  const int width = GENERATE(300, 380, 460);
  OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kDutch), {.width = width});
  model::OverlayModel guessed = overlay_model(Scene::kWrapUp, Language::kDutch);
  model::ExperienceRow& first = guessed.wrap_up->own.experience[0];
  first.guess = Grade::kHigh;
  first.answered = "Opgelost? ja";
  first.suggested = "woorden: nee";
  const auto before = overlay.ui().find("makkelijk");
  overlay.show(guessed);
  REQUIRE(before);
  CHECK(overlay.ui().find("makkelijk")->top == before->top);
  CHECK(overlay.ui().find("makkelijk")->left == before->left);
}

TEST_CASE("with the keyboard the digits answer; without it they do nothing") {
  OverlayFixture overlay(lent(overlay_model(Scene::kWrapUp, Language::kDutch)));
  overlay.ui().press(digit(3));
  overlay.ui().press(digit(5));
  overlay.ui().press(digit(7));
  REQUIRE(overlay.actions().size() == 3);
  CHECK(overlay.actions()[0] == guess(Grade::kHigh, Grade::kUnknown, Grade::kUnknown));
  CHECK(overlay.actions()[1] == guess(Grade::kUnknown, Grade::kMiddle, Grade::kUnknown));
  CHECK(overlay.actions()[2] == guess(Grade::kUnknown, Grade::kUnknown, Grade::kLow));
  OverlayFixture without(overlay_model(Scene::kWrapUp, Language::kDutch));
  without.ui().press(digit(3));
  CHECK(without.actions().empty());
}

TEST_CASE("a habit is ticked by its words, and taken back by them") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUpRoutine, Language::kDutch));
  REQUIRE(overlay.ui().click("Nadat ik een collega noem, zeg ik wij"));
  CHECK(overlay.did(ActForOneself{domain::HabitTicked{"call-1", true}}));
  overlay.show(overlay_model(Scene::kWrapUpGuessed, Language::kDutch));
  CHECK(overlay.ui().sees("Ik denk: zo hoort het. 13 keer gedaan."));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Nadat ik een collega noem, zeg ik wij"));
  CHECK(overlay.did(ActForOneself{domain::HabitTicked{"call-1", false}}));
}

TEST_CASE("after twenty times it asks once, with two answers") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUpRoutine, Language::kDutch));
  REQUIRE(overlay.ui().click("Nog niet"));
  CHECK(overlay.did(ActForOneself{domain::RoutineAnswered{false}}));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Ja, routine"));
  CHECK(overlay.did(ActForOneself{domain::RoutineAnswered{true}}));
  overlay.show(overlay_model(Scene::kWrapUpGuessed, Language::kDutch));
  CHECK_FALSE(overlay.ui().sees("Gaat het al vanzelf?"));
}

TEST_CASE("in a low window the shapes answer too, and say what they mean") {
  OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kDutch), {.width = 300});
  overlay.show(overlay_model(Scene::kWrapUp, Language::kDutch), 300, 520);
  REQUIRE_FALSE(overlay.ui().sees("deels"));
  const auto question = overlay.ui().find("Opgelost?");
  REQUIRE(question);
  const float right = 300 - 16 - 17;
  overlay.ui().move_to(right, (question->top + question->bottom) / 2);
  CHECK(overlay.ui().sees("ja"));
  overlay.ui().click_at(right, (question->top + question->bottom) / 2);
  CHECK(overlay.did(guess(Grade::kHigh, Grade::kUnknown, Grade::kUnknown)));
}

}  // namespace aandacht::test
