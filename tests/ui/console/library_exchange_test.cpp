// The library as files on the console's page: what is told before anything is done, and what is asked.
#include "client/supervisor/library_exchange_view.h"
#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_library.h"

namespace aandacht::test {
namespace {

using Act = model::ExchangeButton::Act;
using model::ExchangePhase;
using model::Language;

class ExchangeFixture {
 public:
  explicit ExchangeFixture(const model::ExchangeState& state, Language language = Language::kDutch)
      : model_(model::make_exchange_model(state, language)),
        page_(
            [this](supervisor::PageFrame& frame) {
              supervisor::draw_exchange(model_, fields_, {frame.at, {frame.right(), frame.bottom()}}, frame, actions_);
            },
            {900, 800}, language) {
    page_.settle();
  }

  HeadlessUi& ui() { return page_.ui(); }
  std::optional<Act> pressed() const {
    for (const supervisor::ExchangeAction& action : actions_) {
      if (const auto* act = std::get_if<supervisor::ExchangeAct>(&action)) return act->act;
    }
    return std::nullopt;
  }
  template <typename Kind>
  bool did() const {
    return std::any_of(actions_.begin(), actions_.end(),
                       [](const auto& action) { return std::holds_alternative<Kind>(action); });
  }

 private:
  model::ExchangeModel model_;
  supervisor::ExchangeFields fields_;
  std::vector<supervisor::ExchangeAction> actions_;
  PageFixture page_;
};

}  // namespace

TEST_CASE("an import begins with a folder or one file in it, and only looks", "[library]") {
  ExchangeFixture page(chosen_import());
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Lees bestanden in"));
  CHECK(page.ui().sees("/home/kim/Downloads/aandacht/nl"));
  CHECK(page.ui().sees("De hele map"));
  CHECK_FALSE(page.ui().sees("als concept"));
  page.ui().click("Kijk wat er verandert");
  CHECK(page.pressed() == Act::kLook);
}

TEST_CASE("what would change is told by count and row by row before it is taken, as drafts or live", "[library]") {
  ExchangeFixture page(asked_import());
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("1 nieuw, 1 anders, 2 gelijk. Er is nog niets veranderd."));
  CHECK(page.ui().sees("Waarom nl/terugbetaling"));
  CHECK(page.ui().sees("nl/whys.toml:24"));
  CHECK_FALSE(page.ui().sees("nl/retour"));
  page.ui().click("Lees in als concept");
  CHECK(page.pressed() == Act::kDrafts);
  model::ExchangeState reviewed = asked_import();
  reviewed.four_eyes = true;
  CHECK_FALSE(ExchangeFixture(reviewed).ui().sees("Zet meteen live"));
  CHECK(ExchangeFixture(asked_import(), Language::kEnglish).ui().sees("1 new, 1 changed, 2 the same."));
}

TEST_CASE("with something wrong nothing can be taken: it stands first, with file, line and what to do", "[library]") {
  ExchangeFixture page(wrong_import());
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Er klopt iets niet (2)"));
  CHECK_FALSE(page.ui().sees("als concept"));
  CHECK(page.ui().sees("nl/whys.toml:12: Dit veld mist nog: “Waarom het de klant helpt”. Vul het"));
  page.ui().click("nl/oud.toml:3");
  CHECK(page.did<supervisor::ExchangeSelect>());
  model::ExchangeState other = wrong_import();
  other.selected = 1;
  CHECK(ExchangeFixture(other).ui().sees("nl/oud.toml:3: Hier mist nog “naam”. Geef het er een."));
}

TEST_CASE("files that say something else are replaced only by who says so, and Escape is no", "[library]") {
  ExchangeFixture page(asked_export());
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("bestanden met een andere inhoud: 2."));
  page.ui().press(render::Key::kEscape);
  CHECK(page.pressed() == Act::kClose);
  ExchangeFixture again(asked_export());
  again.ui().click("Vervang ze");
  CHECK(again.pressed() == Act::kWrite);
}

TEST_CASE("what goes on and what went wrong is said in words, with what to do", "[library]") {
  model::ExchangeState state = asked_export();
  state.phase = ExchangePhase::kWriting;
  state.done = 7;
  ExchangeFixture writing(state);
  CHECK(writing.ui().sees("Bezig: 7 van 24 bestanden."));
  writing.ui().click("Stop");
  CHECK(writing.pressed() == Act::kStop);
  state.phase = ExchangePhase::kFailed;
  for (const auto& [failure, words] : {std::pair{model::ExchangeFailure::kAway, "De dienst is er even niet."},
                                       {model::ExchangeFailure::kDiskFull, "De schijf is vol."},
                                       {model::ExchangeFailure::kMayNotWrite, "mag je niets bewaren"},
                                       {model::ExchangeFailure::kNoFolder, "Die map is er niet meer."}}) {
    state.failure = failure;
    ExchangeFixture failed(state);
    INFO(failed.ui().text().all());
    CHECK(failed.ui().sees(words));
    CHECK(failed.ui().sees("Bewaar de bestanden"));
  }
}

TEST_CASE("an export that was stopped says that nothing changed, and one that came halfway how far and how to go on",
          "[library]") {
  model::ExchangeState state = asked_export();
  state.phase = ExchangePhase::kChoose;
  CHECK_FALSE(ExchangeFixture(state).ui().sees("Gestopt"));
  state.stopped = true;
  ExchangeFixture stopped(state);
  INFO(stopped.ui().text().all());
  CHECK(stopped.ui().sees("Gestopt. In deze map is niets veranderd."));
  CHECK(stopped.ui().sees("Bewaar de bestanden"));
  state.stopped = false;
  state.phase = ExchangePhase::kFailed;
  state.failure = model::ExchangeFailure::kPartly;
  state.done = 1;
  state.detail = "nl/whys.toml is there already";
  ExchangeFixture halfway(state, Language::kEnglish);
  INFO(halfway.ui().text().all());
  CHECK(halfway.ui().sees("1 of 3 files are written"));
  CHECK(halfway.ui().sees("once more"));
}

}  // namespace aandacht::test
