// The pages of the agent's own side, drawn and clicked through by their labels.
#include "client/overlay/own_page_view.h"
#include "client/render/keys.h"
#include "tests/support/catch.h"
#include "tests/ui/example_own.h"
#include "tests/ui/layout_checks.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;
using overlay::Action;
using overlay::DoOnPage;
using render::Key;

Action own(domain::OwnAct act) { return DoOnPage{std::move(act)}; }

/// A page in a window that is high enough for all of it, unless told otherwise.
class PageFixture {
 public:
  explicit PageFixture(PageScene scene, ViewSize size = {.height = 3000}, bool keyboard = false)
      : page_(page_model(scene, Language::kDutch)), keyboard_(keyboard) {
    HeadlessUi::Options options;
    options.width = static_cast<int>(static_cast<float>(size.width) * size.scale);
    options.height = static_cast<int>(static_cast<float>(size.height) * size.scale);
    options.scale = size.scale;
    options.draws_pixels = false;
    options.add_fonts = [this, size](ImFontAtlas& atlas, float scale) {
      look_ = ui::make_look(size.palette, scale, atlas, size.text);
    };
    options.apply_style = [this](float) { ui::apply_look(look_); };
    ui_ = std::make_unique<HeadlessUi>(std::move(options),
                                       [this] { overlay::draw_own_page(page_, look_, keyboard_, actions); });
  }

  [[nodiscard]] HeadlessUi& ui() { return *ui_; }
  void show(model::OwnPageModel page) {
    page_ = std::move(page);
    ui_->settle();
  }
  [[nodiscard]] bool did(const Action& action) {
    const bool once = actions.size() == 1 && actions[0] == action;
    actions.clear();
    return once;
  }

  std::vector<Action> actions;

 private:
  model::OwnPageModel page_;
  bool keyboard_;
  ui::Look look_;
  std::unique_ptr<HeadlessUi> ui_;
};

void check_width(PageFixture& page) {
  const DrawnText text = page.ui().text();
  const auto width = static_cast<float>(page.ui().window().size().width);
  REQUIRE_FALSE(text.runs().empty());
  for (const TextRun& run : text.runs()) {
    INFO(run.text);
    CHECK(run.rect.left >= 0);
    CHECK(run.rect.right <= width + 1);
  }
  check_apart(text);
}

}  // namespace

TEST_CASE("every own page fits at every width, scale and text, empty, usual and overfull") {
  const auto scale = GENERATE(1.0F, 2.5F);
  const auto width = GENERATE(300, 460);
  const auto text = GENERATE(12.0F, 22.0F);
  PageFixture page(PageScene::kHabits, {.width = width, .height = 3000, .scale = scale, .text = text});
  for (const PageScene scene : all_page_scenes()) {
    for (const Language language : {Language::kDutch, Language::kEnglish}) {
      INFO(name_of(scene) << " " << width << " at " << scale << ", text " << text);
      page.show(page_model(scene, language));
      check_width(page);
    }
  }
}

TEST_CASE("who watches stays in sight while an own page is open and scrolls") {
  PageFixture page(PageScene::kHabitsFull, {.height = 500});
  model::OwnPageModel shown = page_model(PageScene::kHabitsFull, Language::kDutch);
  shown.watched = model::WatchedModel{"Kim kijkt mee: inwerken nieuwe collega", "sinds 10:02", "", "", {}};
  page.show(shown);
  CHECK(page.ui().sees("Kim kijkt mee: inwerken nieuwe collega"));
  page.ui().scroll(-20);
  CHECK(page.ui().sees("Kim kijkt mee: inwerken nieuwe collega"));
  check_width(page);
}

TEST_CASE("a habit is done, given up after being asked once, and left when that was not meant") {
  PageFixture page(PageScene::kHabits);
  CHECK(page.ui().sees("13 keer gedaan, sinds"));
  REQUIRE(page.ui().click("Net gedaan"));
  CHECK(page.did(own(domain::HabitTicked{})));
  REQUIRE(page.ui().click("Stop ermee"));
  CHECK(page.did(DoOnPage{model::AskSure{"drop"}}));
  page.show(page_model(PageScene::kHabitsFull, Language::kDutch));
  REQUIRE(page.ui().click("Nee, laat zo"));
  CHECK(page.did(DoOnPage{model::AskSure{}}));
  REQUIRE(page.ui().click("Ja, stop"));
  CHECK(page.did(own(domain::HabitDropped{})));
}

TEST_CASE("another habit is chosen after it was said that it replaces the one of now") {
  PageFixture page(PageScene::kHabits);
  REQUIRE(page.ui().click("Kies deze"));
  CHECK(page.did(DoOnPage{model::AskSure{"choose team-2"}}));
  page.show(page_model(PageScene::kHabitsReplace, Language::kDutch));
  CHECK(page.ui().sees("in de plaats van je gewoonte"));
  REQUIRE(page.ui().click("Ja, kies deze"));
  CHECK(page.did(own(domain::HabitChosen{"team-2", "ik een collega noem", "zeg ik wij", "ik denk: zo hoort het"})));
}

TEST_CASE("three votes are given by clicks, and taken back by the same") {
  PageFixture page(PageScene::kHabits);
  REQUIRE(page.ui().click("3e", 1));
  CHECK(page.did(DoOnPage{model::VoteHabits{{"team-1", "team-3", "team-2"}}}));
  REQUIRE(page.ui().click("1e", 0));
  CHECK(page.did(DoOnPage{model::VoteHabits{{"team-3"}}}));
  REQUIRE(page.ui().click("2e", 1));
  CHECK(page.did(DoOnPage{model::VoteHabits{{"team-1", "team-2"}}}));
}

TEST_CASE("own words are filled in, chosen for oneself, or put on the team's list") {
  PageFixture page(PageScene::kHabitsNone);
  CHECK(page.ui().sees("Je hebt er nog geen."));
  CHECK(page.ui().sees("Nog niemand zette er een op."));
  const auto label = page.ui().find("doe ik … (zeg ik wij)");
  REQUIRE(label);
  page.ui().click_at(label->left + 100, label->bottom + 20);
  for (int frame = 0; frame < 4; ++frame) page.ui().settle();  // Until the field has the keyboard.
  page.ui().type(" en ons");
  page.ui().press(Key::kEnter);
  CHECK(page.did(DoOnPage{model::FillIn{"will", "zeg ik wij en ons"}}));
  REQUIRE(page.ui().click("Kies voor mezelf"));
  CHECK(page.did(own(domain::HabitChosen{"own", "ik een collega noem", "zeg ik wij", "ik denk: zo hoort het"})));
  REQUIRE(page.ui().click("Zet op de lijst van het team"));
  CHECK(page.did(DoOnPage{model::PutHabitForward{}}));
}

TEST_CASE("without the service the own habit works, and the list says what to do") {
  PageFixture page(PageScene::kHabitsAway);
  CHECK(page.ui().sees("Je eigen gewoonte werkt gewoon."));
  REQUIRE(page.ui().click("Net gedaan"));
  CHECK(page.did(own(domain::HabitTicked{})));
  REQUIRE(page.ui().click("Probeer opnieuw"));
  CHECK(page.did(DoOnPage{model::AskPageAgain{}}));
}

TEST_CASE("my day tells calls, resets and what they did, the three E's, what is kept and who looked") {
  PageFixture page(PageScene::kMyDay);
  for (const char* words : {"Gesprekken", "14", "Waarvan zwaar", "2 u 14 min", "hoofd van ",
                            "Jij dacht “ja”: ", "Wat er over jou bewaard is", "412, sinds ", "Wie er keek",
                            "unknown@10.0.4.17", "de tekst van een gesprek", "keek mee met een gesprek: inwerken"}) {
    INFO(words << "\n" << page.ui().text().all());
    CHECK(page.ui().sees(words));
  }
}

TEST_CASE("the ring is shared for a time, which one click ends") {
  PageFixture page(PageScene::kMyDay);
  REQUIRE(page.ui().click("15 minuten"));
  CHECK(page.did(own(domain::EnergyShared{absl::Minutes(15)})));
  REQUIRE(page.ui().click("Een uur"));
  CHECK(page.did(own(domain::EnergyShared{absl::Hours(1)})));
  REQUIRE(page.ui().click("Deze dienst"));
  REQUIRE(page.actions.size() == 1);
  page.actions.clear();
  page.show(page_model(PageScene::kMyDayShared, Language::kDutch));
  CHECK(page.ui().sees("tot 10:15"));
  CHECK_FALSE(page.ui().sees("15 minuten"));
  REQUIRE(page.ui().click("Stop met delen"));
  CHECK(page.did(own(domain::EnergyShared{absl::ZeroDuration()})));
}

TEST_CASE("how soon the ring is full goes by steps") {
  PageFixture page(PageScene::kMyDay);
  REQUIRE(page.ui().click("+"));
  CHECK(page.did(own(domain::SensitivitySet{1.25})));
  REQUIRE(page.ui().click("−"));
  CHECK(page.did(own(domain::SensitivitySet{0.75})));
}

TEST_CASE("a copy says where it is, and deleting asks once and says what goes and what stays") {
  PageFixture page(PageScene::kMyDay);
  REQUIRE(page.ui().click("Bewaar een kopie"));
  CHECK(page.did(DoOnPage{model::ExportMine{}}));
  REQUIRE(page.ui().click("Wis alles over mij"));
  CHECK(page.did(DoOnPage{model::AskSure{"delete"}}));
  page.show(page_model(PageScene::kMyDayShared, Language::kDutch));
  CHECK(page.ui().sees("Weg gaan je ring"));
  CHECK(page.ui().sees("De kopie staat in"));
  REQUIRE(page.ui().click("Ja, wis alles"));
  CHECK(page.did(DoOnPage{model::DeleteMine{}}));
}

TEST_CASE("a first day, one that is asked for and one without the service say so") {
  PageFixture page(PageScene::kMyDayEmpty);
  CHECK(page.ui().sees("Nog geen gesprekken vandaag."));
  CHECK(page.ui().sees("Nog niemand."));
  page.show(page_model(PageScene::kMyDayAsked, Language::kDutch));
  CHECK(page.ui().sees("Je dag wordt opgehaald."));
  page.show(page_model(PageScene::kMyDayAway, Language::kDutch));
  CHECK(page.ui().sees("De dienst antwoordt nu niet."));
  REQUIRE(page.ui().click("Probeer opnieuw"));
  CHECK(page.did(DoOnPage{model::AskPageAgain{}}));
}

TEST_CASE("a page that is longer than the window scrolls by wheel and by keys, and closes") {
  PageFixture page(PageScene::kMyDay, {.height = 720}, true);
  const auto begin = page.ui().find("Gesprekken");
  REQUIRE(begin);
  page.ui().scroll(-3);
  CHECK((!page.ui().find("Gesprekken") || page.ui().find("Gesprekken")->top < begin->top));
  page.ui().press(Key::kHome);
  CHECK(page.ui().find("Gesprekken")->top == begin->top);
  page.ui().press(Key::kEnd);
  CHECK(page.ui().sees("Wis alles over mij"));
  page.actions.clear();
  REQUIRE(page.ui().click("Sluiten"));
  CHECK(page.did(overlay::CloseOwnPage{}));
  page.ui().press(Key::kEscape);
  CHECK_FALSE(page.actions.empty());
}

TEST_CASE("between calls both pages are a click away, and a ring that is shared can be taken back there") {
  OverlayFixture overlay(overlay_model(Scene::kCalm, Language::kDutch));
  REQUIRE(overlay.ui().click("Mijn dag"));
  CHECK(overlay.did(overlay::OpenOwnPage{model::OwnPage::kMyDay}));
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Kleine gewoonte"));
  CHECK(overlay.did(overlay::OpenOwnPage{model::OwnPage::kHabits}));
  model::OverlayModel shared = overlay_model(Scene::kCalm, Language::kDutch);
  shared.shared = "Gedeeld tot 10:15: stop";
  overlay.show(shared);
  overlay.actions().clear();
  REQUIRE(overlay.ui().click("Gedeeld tot 10:15: stop"));
  CHECK(overlay.did(overlay::ActForOneself{domain::EnergyShared{absl::ZeroDuration()}}));
}

}  // namespace aandacht::test
