#include "client/supervisor/signs_view.h"

#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_signs.h"
#include "tests/ui/layout_checks.h"

namespace aandacht::test {
namespace {

using model::Language;
using supervisor::SignsAction;

/// The page with a state, its actions collected.
class SignsFixture {
 public:
  explicit SignsFixture(const model::SignsState& state, PageSize size = {}, Language language = Language::kDutch)
      : model_(model::make_signs_model(state, language, kSignsToday)),
        page_([this](supervisor::PageFrame& frame) { supervisor::draw_signs(model_, fields_, frame, actions_); }, size,
              language) {
    fields_.text.set(state.draft.text);
    fields_.owner.set(state.draft.owner);
    fields_.up_day = state.draft.up.value_or(kSignsToday);
    page_.settle();
    actions_.clear();
  }

  HeadlessUi& ui() { return page_.ui(); }

  template <typename Kind>
  const Kind* did() const {
    for (const SignsAction& action : actions_) {
      if (const auto* found = std::get_if<Kind>(&action)) return found;
    }
    return nullptr;
  }

 private:
  model::SignsModel model_;
  supervisor::SignFields fields_;
  std::vector<SignsAction> actions_;
  PageFixture page_;
};

// A picture for eyes, where the environment asks for one.
void save(SignsFixture& page, const std::string& name) {
  if (const char* folder = std::getenv("SIGNS_PICTURES")) page.ui().save_png(std::string(folder) + "/" + name + ".png");
}

}  // namespace

TEST_CASE("an empty page of signs says what will appear there", "[signs]") {
  SignsFixture page(empty_signs());
  CHECK(page.ui().sees("Nog geen vraag die terugkomt"));
  CHECK(page.ui().sees("komt hier vanzelf te staan"));
  SignsFixture english(empty_signs(), {}, Language::kEnglish);
  CHECK(english.ui().sees("What customers ask more than once comes here by itself"));
}

TEST_CASE("questions stand with counts and share, the selected one explains itself at the right", "[signs]") {
  SignsFixture page(typical_signs(Language::kDutch), {.height = 1600});
  INFO(page.ui().text().all());
  for (const char* words : {"Waar blijft mijn terugbetaling", "86", "8,1 %", "In hun eigen woorden",
                            "ik heb mijn geld nog steeds niet terug", "Hangt er sinds", "Gedaald met 54 %",
                            "tussen 39 % en 65 %", "niet aangetoond", "5 hele weken"}) {
    INFO(words);
    CHECK(page.ui().sees(words));
  }
  REQUIRE(page.ui().click("Hoe laat komt de monteur"));
  REQUIRE(page.did<supervisor::SelectQuestion>() != nullptr);
  CHECK(page.did<supervisor::SelectQuestion>()->group == "q1");
}

TEST_CASE("a question of two calls is listed without its words", "[signs]") {
  model::SignsState state = typical_signs(Language::kDutch);
  state.selected = "q5";
  state.draft = model::sign_of(state, "q5", domain::SignPlace::kSite);
  SignsFixture page(state, {.height = 1600});
  CHECK(page.ui().sees("Vraag zonder woorden"));
  CHECK(page.ui().sees("minder dan drie gesprekken"));
  CHECK_FALSE(page.ui().sees("klantnummer"));
}

TEST_CASE("a sign is proposed, put up and taken down with a button", "[signs]") {
  model::SignsState state = typical_signs(Language::kDutch);
  SignsFixture up(state, {.height = 1600});
  REQUIRE(up.ui().click("Haal weg"));
  CHECK(up.did<supervisor::TakeSignDown>() != nullptr);
  REQUIRE(up.ui().click("Maak een voorstel"));
  CHECK(up.did<supervisor::ProposeSign>() != nullptr);
  state.draft.state = domain::SignState::kWritten;
  state.dirty = true;
  SignsFixture written(state, {.height = 1600});
  REQUIRE(written.ui().click("Het hangt er"));
  CHECK(written.did<supervisor::PutSignUp>() != nullptr);
  REQUIRE(written.ui().click("Bewaar"));
  CHECK(written.did<supervisor::SaveSign>() != nullptr);
}

TEST_CASE("Ctrl+Enter saves the sign that is written, and does nothing where nothing was", "[signs]") {
  model::SignsState state = typical_signs(Language::kDutch);
  SignsFixture read(state);
  read.ui().press(render::Key::kEnter, {.ctrl = true});
  CHECK(read.did<supervisor::SaveSign>() == nullptr);
  state.dirty = true;
  SignsFixture written(state);
  written.ui().press(render::Key::kEnter, {.ctrl = true});
  CHECK(written.did<supervisor::SaveSign>() != nullptr);
}

TEST_CASE("marks of the plot of weeks have the decimal sign of the window's language", "[signs]") {
  model::SignsState state = typical_signs(Language::kDutch);
  for (domain::SignWeek& week : state.effect->series) {
    week.share *= 0.1;
    week.low *= 0.1;
    week.high *= 0.1;
  }
  SignsFixture dutch(state, {.height = 1800});
  SignsFixture english(state, {.height = 1800}, Language::kEnglish);
  INFO(dutch.ui().text().all());
  INFO(english.ui().text().all());
  CHECK(dutch.ui().sees("0,5"));
  CHECK(english.ui().sees("0.5"));
  CHECK_FALSE(english.ui().sees("0,5"));
}

TEST_CASE("what an editor finds, and that somebody else wrote meanwhile, is said below the text", "[signs]") {
  SignsFixture page(full_signs(Language::kDutch), {.height = 1600});
  for (const char* words :
       {"Vakwoord: “incasso”", "74 woorden; hier passen er 60", "Nog in te vullen", "Iemand anders schreef intussen"}) {
    INFO(words);
    CHECK(page.ui().sees(words));
  }
}

TEST_CASE("too early to say is said with its reason, and without a figure", "[signs]") {
  model::SignsState state = typical_signs(Language::kEnglish);
  state.effect->verdict = domain::SignVerdict::kTooEarly;
  state.effect->too_early = domain::TooEarly::kFewWeeks;
  SignsFixture page(state, {.height = 1600}, Language::kEnglish);
  CHECK(page.ui().sees("Too early to say"));
  CHECK(page.ui().sees("two whole weeks"));
  CHECK_FALSE(page.ui().sees("Fell by"));
}

TEST_CASE("the map of whys has what fewest can tell first, and how many whys tell nothing yet", "[signs]") {
  SignsFixture page(whys_of_team(Language::kDutch));
  INFO(page.ui().text().all());
  for (const char* words : {"Termijnbedrag", "weinig", "de meesten", "10 of meer", "Kan vertellen",
                            "Nog 2 waaroms met minder dan vijf antwoorden", "1e kwartaal 2026", "Vaartbaan"}) {
    INFO(words);
    CHECK(page.ui().sees(words));
  }
  CHECK_FALSE(page.ui().sees("Controlevragen"));
  SignsFixture none(whys_of_team(Language::kDutch, false));
  CHECK(none.ui().sees("Nog te weinig antwoorden"));
  CHECK(none.ui().sees("Minder dan vijf antwoorden"));
  CHECK(SignsFixture(whys_of_team(Language::kEnglish), {}, Language::kEnglish).ui().sees("Q1 2026"));
  REQUIRE(page.ui().click("Wat terugkomt"));
  CHECK(page.did<supervisor::ShowSignsTab>()->tab == model::SignsTab::kQuestions);
}

TEST_CASE("nothing of the page of signs lies over anything else, at every size and in both languages", "[signs]") {
  const auto language = GENERATE(Language::kDutch, Language::kEnglish);
  const auto size = GENERATE(PageSize{}, PageSize{.width = 2560, .height = 1440},
                             PageSize{.width = 1280, .height = 720, .scale = 2}, PageSize{.width = 900, .height = 700});
  const auto state = GENERATE(0, 1, 2, 3, 4);
  const std::vector<model::SignsState> states = {empty_signs(), typical_signs(language), full_signs(language),
                                                 whys_of_team(language), whys_of_team(language, false)};
  PageSize drawn = size;
  drawn.draws_pixels = std::getenv("SIGNS_PICTURES") != nullptr;
  SignsFixture page(states[static_cast<std::size_t>(state)], drawn, language);
  INFO("state " << state << ", " << size.width << " wide at " << size.scale);
  check_apart(page.ui().text());
  save(page, "signs-" + std::to_string(state) + (language == Language::kDutch ? "-nl-" : "-en-") +
                 std::to_string(size.width) + "x" + std::to_string(static_cast<int>(size.scale)));
}

TEST_CASE("a question opens at the place whose sign is up, and else where there is one", "[signs]") {
  model::SignsState state = typical_signs(Language::kDutch);
  domain::ListedSign letter = state.signs[0];
  state.signs[0].sign.state = domain::SignState::kProposed;
  letter.sign.id = "sign-2";
  letter.sign.place = domain::SignPlace::kLetter;
  state.signs.push_back(letter);
  CHECK(model::place_to_open(state, "q0") == domain::SignPlace::kLetter);
  state.signs.back().sign.state = domain::SignState::kDown;
  CHECK(model::place_to_open(state, "q0") == domain::SignPlace::kSite);
  state.signs.erase(state.signs.begin());
  CHECK(model::place_to_open(state, "q0") == domain::SignPlace::kLetter);
  CHECK(model::place_to_open(state, "q1") == domain::SignPlace::kSite);
}

TEST_CASE("a sign whose question stopped coming back stays on the page with its effect", "[signs]") {
  model::SignsState state = typical_signs(Language::kDutch);
  state.questions.questions.erase(state.questions.questions.begin());
  CHECK(model::signs_to_judge(state) == std::vector<std::string>{"sign-1"});
  state.effects["sign-1"] = *state.effect;
  SignsFixture page(state, {.width = 1600, .height = 1600});
  INFO(page.ui().text().all());
  for (const char* words : {"Waar blijft mijn terugbetaling", "· Gedaald met 54 %", "Niet meer bij de vragen",
                            "tussen 39 % en 65 %", "Haal weg"}) {
    INFO(words);
    CHECK(page.ui().sees(words));
  }
  CHECK_FALSE(page.ui().sees("Nog geen waarom in de bibliotheek"));
  state.questions.questions.clear();
  CHECK(SignsFixture(state).ui().sees("Waar blijft mijn terugbetaling"));
}

}  // namespace aandacht::test
