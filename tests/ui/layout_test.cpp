// Nothing clips, nothing overlaps, and what is being read stays where it is.
#include <algorithm>
#include <map>

#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;

template <typename Text>
void check_within(const Text& text, float width, float height) {
  for (const auto& run : text.runs()) {
    INFO(run.text << " at " << run.rect.left << ", " << run.rect.top << " to " << run.rect.right);
    CHECK(run.rect.left >= 0);
    CHECK(run.rect.top >= 0);
    CHECK(run.rect.right <= width + 1);
    CHECK(run.rect.bottom <= height + 1);
  }
}

template <typename Text>
void check_apart(const Text& text) {
  const auto& runs = text.runs();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (std::size_t k = i + 1; k < runs.size(); ++k) {
      const auto& a = runs[i].rect;
      const auto& b = runs[k].rect;
      const float wide = std::min(a.right, b.right) - std::max(a.left, b.left);
      const float high = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
      INFO(runs[i].text << " / " << runs[k].text);
      CHECK((wide <= 1.5F || high <= 2.5F));
    }
  }
}

TEST_CASE("every state fits at every width and scale, with the longest words too") {
  const auto scale = GENERATE(1.0F, 1.5F, 2.0F);
  const auto width = GENERATE(300, 380, 460);
  const auto height = GENERATE(720, 460);
  const ViewSize size{.width = width, .height = height, .scale = scale};
  OverlayFixture overlay(overlay_model(Scene::kIdle, Language::kDutch), size);
  for (const Scene scene : all_scenes()) {
    for (const Language language : {Language::kDutch, Language::kEnglish}) {
      for (const bool long_words : {false, true}) {
        overlay.show(long_words ? long_words_model(scene, language) : overlay_model(scene, language));
        INFO(name_of(scene) << (long_words ? " long " : " ") << width << " x " << height << " at " << scale);
        const auto text = overlay.ui().text();
        REQUIRE_FALSE(text.runs().empty());
        check_within(text, static_cast<float>(width) * scale, static_cast<float>(height) * scale);
        check_apart(text);
      }
    }
  }
}

TEST_CASE("in the narrowest column every button and every state keeps its whole words") {
  struct Row {
    Scene scene;
    std::vector<const char*> dutch;
    std::vector<const char*> english;
  };
  const auto row = GENERATE(
      Row{Scene::kWeCard, {"Gebruikt", "Nu niet", "Past niet", "verbonden"}, {"Used", "Not now", "Doesn’t fit"}},
      Row{Scene::kWrapUp, {"Rond af", "Sluit vanzelf over 00:48.", "afronden"}, {"Finish", "wrap-up"}},
      Row{Scene::kOnHold, {"in de wacht", "In de wacht"}, {"on hold"}}, Row{Scene::kSearch, {"Sluiten"}, {"Close"}},
      Row{Scene::kRinging, {"gaat over"}, {"ringing"}},
      Row{Scene::kDisconnected, {"geen verbinding, 2 bewaard"}, {"no connection, 2 kept"}});
  OverlayFixture overlay(overlay_model(row.scene, Language::kDutch), {.width = 300});
  for (const char* words : row.dutch) CHECK(overlay.ui().sees(words));
  overlay.show(overlay_model(row.scene, Language::kEnglish));
  for (const char* words : row.english) CHECK(overlay.ui().sees(words));
}

TEST_CASE("a long line to say is shown whole while there is room for it") {
  OverlayFixture overlay(long_words_model(Scene::kWeCard, Language::kDutch), {.width = 380, .height = 720});
  CHECK(overlay.ui().sees("veranderingen na.”"));
}

TEST_CASE("the answers of a card are on the screen however long its words are") {
  const auto height = GENERATE(420, 560, 720, 1000);
  const auto scene = GENERATE(Scene::kWeCard, Scene::kWhyCard, Scene::kPromptCard);
  OverlayFixture overlay(long_words_model(scene, Language::kDutch), {.width = 380, .height = height});
  INFO(overlay.ui().text().all());
  CHECK(overlay.ui().sees("Gebruikt"));
  CHECK(overlay.ui().sees("Past niet"));
  REQUIRE(overlay.ui().click("Past niet"));
  CHECK(overlay.actions().size() == 1);
}

TEST_CASE("a card that comes moves nothing of what was there") {
  const auto height = GENERATE(560, 720, 1000);
  const auto scene = GENERATE(Scene::kWeCard, Scene::kWhyCard);
  OverlayFixture overlay(overlay_model(Scene::kQuietCall, Language::kDutch), {.width = 380, .height = height});
  const auto before = overlay.ui().text();
  overlay.show(overlay_model(scene, Language::kDutch));
  const auto after = overlay.ui().text();
  for (const auto& run : before.runs()) {
    const auto rect = after.find(run.text);
    if (!rect || run.text.starts_with("Gehoord")) continue;  // What the card covers is gone; its title may follow.
    INFO(run.text);
    CHECK(rect->left == run.rect.left);
    CHECK(rect->top == run.rect.top);
  }
  for (const char* stays : {"Gerda Hoekstra-Baaij", "terugbellen over de rekening", "waarom …", "verbonden"}) {
    CHECK(after.sees(stays));
  }
}

TEST_CASE("something new that is heard moves nothing of what was heard before") {
  model::OverlayModel model = overlay_model(Scene::kQuietCall, Language::kDutch);
  OverlayFixture overlay(model, {.width = 380, .height = 1000});
  const auto before = overlay.ui().find("ik slaap er niet van");
  model.heard.insert(model.heard.begin(), model::HeardRow{"“en nu dit nog”", "", false});
  overlay.show(model);
  REQUIRE(overlay.ui().sees("en nu dit nog"));
  CHECK(overlay.ui().find("ik slaap er niet van")->top == before->top);
}

TEST_CASE("what can be pressed is at least 32 pixels high") {
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch));
  const auto label = overlay.ui().find("Nu niet");
  REQUIRE(label);
  for (const float off : {-15.0F, 15.0F}) {
    overlay.actions().clear();
    overlay.ui().click_at(label->centre().x, label->centre().y + off);
    CHECK(overlay.did(overlay::AnswerCard{"card-1", domain::CardAnswer::kNotNow}));
  }
}

TEST_CASE("notes stay inside the window wherever the pointer rests") {
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch), {.width = 300, .height = 460});
  for (float y = 4; y < 460; y += 12) {
    for (const float x : {20.0F, 60.0F, 150.0F, 280.0F}) {
      overlay.ui().move_to(x, y);
      check_within(overlay.ui().text(), 300, 460);
    }
  }
}

TEST_CASE("every palette shows the same words in the same places") {
  const auto light = OverlayFixture(overlay_model(Scene::kWrapUp, Language::kDutch)).ui().text();
  for (const ui::Palette palette : {ui::Palette::kDark, ui::Palette::kHighContrast}) {
    OverlayFixture overlay(overlay_model(Scene::kWrapUp, Language::kDutch), {.palette = palette});
    CHECK(overlay.ui().text().lines() == light.lines());
  }
}

}  // namespace
}  // namespace aandacht::test
