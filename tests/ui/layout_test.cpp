// Nothing clips, nothing overlaps, and what is being read stays where it is.
#include <algorithm>

#include "tests/support/catch.h"
#include "tests/ui/layout_checks.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;

/// The sizes at which everything must fit; the window is as high as a small screen at most.
constexpr int kHigh = 720;

ViewSize view(float scale, int width, float text) {
  return {.width = width, .height = kHigh, .scale = scale, .text = text, .draws_pixels = false};
}

/// What has to be there whatever the size: who, how long, what can be pressed.
std::vector<std::string> indispensable(Scene scene, Language language) {
  const bool dutch = language == Language::kDutch;
  switch (scene) {
    case Scene::kWeCard:
    case Scene::kWhyCard:
    case Scene::kPromptCard:
    case Scene::kFirstTimeCard:
    case Scene::kSecondCall:
    case Scene::kLostInCall:
      return dutch ? std::vector<std::string>{"Gebruikt", "Nu niet", "Past niet"}
                   : std::vector<std::string>{"Used", "Not now", "Doesn’t fit"};
    case Scene::kStory:
      return dutch ? std::vector<std::string>{"Gelezen", "Liever niet"}
                   : std::vector<std::string>{"I’ve read it", "Rather not"};
    case Scene::kWrapUp:
    case Scene::kWrapUpGuessed:
    case Scene::kWrapUpRoutine:
      return {dutch ? "Rond af" : "Finish"};
    case Scene::kSearch:
    case Scene::kSearchNothing:
      return {dutch ? "Sluiten" : "Close"};
    default:
      return {};
  }
}

void check_frame(OverlayFixture& overlay, Scene scene, Language language) {
  const DrawnText text = overlay.ui().text();
  const ImVec2 size = overlay.ui().frame().DisplaySize;
  REQUIRE_FALSE(text.runs().empty());
  check_within(text, size.x, size.y);
  check_apart(text);
  check_uncut(overlay.ui().frame());
  for (const std::string& words : indispensable(scene, language)) {
    INFO(words << " is not in\n" << text.all());
    CHECK(text.sees(words));
  }
}

void check_scene(OverlayFixture& overlay, Scene scene, int width) {
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    for (const Content content : all_contents()) {
      INFO(name_of(scene) << " " << name_of(content) << (language == Language::kDutch ? " nl" : " en") << " " << width
                          << " wide at " << overlay.look().scale << ", text " << overlay.look().body);
      overlay.show(overlay_model(scene, language, content), width, design_height(scene));
      check_frame(overlay, scene, language);
    }
  }
}

TEST_CASE("every state fits at the least and the greatest scale, width and text, empty, usual and overfull") {
  const auto scale = GENERATE(1.0F, 2.5F);
  const auto text = GENERATE(12.0F, 22.0F);
  OverlayFixture overlay(overlay_model(Scene::kIdle, Language::kDutch), view(scale, 300, text));
  std::vector<Scene> scenes = all_scenes();
  for (const Scene pill : pill_scenes()) scenes.push_back(pill);
  for (const Scene scene : scenes) {
    for (const int width : {300, 460}) check_scene(overlay, scene, width);
  }
}

TEST_CASE("a card and the wrap-up fit at every scale, width and text between") {
  const auto scale = GENERATE(1.0F, 1.25F, 1.5F, 2.0F, 2.5F);
  const auto text = GENERATE(12.0F, 15.0F, 18.0F, 22.0F);
  OverlayFixture overlay(overlay_model(Scene::kIdle, Language::kDutch), view(scale, 300, text));
  for (const Scene scene :
       {Scene::kWeCard, Scene::kStory, Scene::kWrapUp, Scene::kWrapUpGuessed, Scene::kWrapUpRoutine}) {
    for (const int width : {300, 340, 380, 460}) check_scene(overlay, scene, width);
  }
}

TEST_CASE("a low window keeps what can be pressed and cuts nothing") {
  const auto text = GENERATE(12.0F, 18.0F, 22.0F);
  OverlayFixture overlay(overlay_model(Scene::kIdle, Language::kDutch), view(1, 300, text));
  for (const Scene scene : all_scenes()) {
    for (const Content content : all_contents()) {
      INFO(name_of(scene) << " " << name_of(content) << ", text " << text);
      overlay.show(overlay_model(scene, Language::kDutch, content), 300, 520);
      check_frame(overlay, scene, Language::kDutch);
    }
  }
}

TEST_CASE("what is shortened is told whole by a note") {
  const auto text = GENERATE(12.0F, 18.0F, 22.0F);
  OverlayFixture overlay(overlay_model(Scene::kIdle, Language::kDutch), view(1, 300, text));
  for (const Scene scene : all_scenes()) {
    if (scene == Scene::kKeyboard) continue;  // The frame around what is chosen lies over the notes.
    for (const Language language : {Language::kDutch, Language::kEnglish}) {
      INFO(name_of(scene) << ", text " << text);
      overlay.show(overlay_model(scene, language, Content::kOverfull), 300, kHigh);
      check_explained(overlay, language);
    }
  }
}

TEST_CASE("the line to say is partly readable in the smallest column however much there is") {
  const auto text = GENERATE(12.0F, 18.0F, 22.0F);
  const auto scene = GENERATE(Scene::kWeCard, Scene::kSecondCall, Scene::kLostInCall);
  OverlayFixture overlay(overlay_model(scene, Language::kDutch, Content::kOverfull), view(1, 300, text));
  for (const int height : {720, 520}) {
    overlay.show(overlay_model(scene, Language::kDutch, Content::kOverfull), 300, height);
    INFO(overlay.ui().text().all());
    CHECK(overlay.ui().sees("“Die arbeids"));
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

TEST_CASE("buttons are at least 32 pixels of the design high at every size of text and scale") {
  const auto scale = GENERATE(1.0F, 2.5F);
  const auto text = GENERATE(12.0F, 22.0F);
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch), view(scale, 300, text));
  for (const float off : {-15.0F, 15.0F}) {
    overlay.actions().clear();
    const auto label = overlay.ui().find("Past niet");
    REQUIRE(label);
    overlay.ui().click_at(label->centre().x, label->centre().y + off * scale);
    CHECK(overlay.did(overlay::AnswerCard{"card-1", domain::CardAnswer::kDoesNotFit}));
  }
}

TEST_CASE("a second call comes and goes and moves nothing of what was there") {
  const auto height = GENERATE(560, 720, 1000);
  OverlayFixture overlay(overlay_model(Scene::kWeCard, Language::kDutch), {.width = 380, .height = height});
  const auto before = overlay.ui().text();
  overlay.show(overlay_model(Scene::kSecondCall, Language::kDutch));
  const auto after = overlay.ui().text();
  CHECK(after.sees("Youssef el Amrani"));
  CHECK(after.sees("gaat over 00:04"));
  for (const auto& run : before.runs()) {
    const auto rect = after.find(run.text);
    INFO(run.text);
    REQUIRE(rect);
    CHECK(rect->left == run.rect.left);
    CHECK(rect->top == run.rect.top);
  }
}

TEST_CASE("a card that fades in is drawn where it will stand") {
  model::OverlayModel model = overlay_model(Scene::kWeCard, Language::kDutch);
  OverlayFixture overlay(model);
  const auto there = overlay.ui().text();
  const auto pixels = overlay.ui().pixels_hash();
  model.card_presence = 0.3;
  overlay.show(model);
  CHECK(overlay.ui().text().lines() == there.lines());
  CHECK(overlay.ui().pixels_hash() != pixels);
  model.card_presence = 1;
  overlay.show(model);
  CHECK(overlay.ui().pixels_hash() == pixels);
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
