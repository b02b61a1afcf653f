#include "client/supervisor/library_view.h"

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_library.h"

namespace aandacht::test {
namespace {

using model::Language;
using supervisor::LibraryAction;

/// The page with a state, its actions collected.
class LibraryFixture {
 public:
  explicit LibraryFixture(const model::LibraryState& state, PageSize size = {}, Language language = Language::kDutch)
      : model_(library_model(state, language)),
        fields_(library_fields(state)),
        page_([this](supervisor::PageFrame& frame) { supervisor::draw_library(model_, fields_, frame, actions_); },
              size, language) {
    page_.settle();
  }

  HeadlessUi& ui() { return page_.ui(); }

  template <typename Kind>
  const Kind* did() const {
    for (const LibraryAction& action : actions_) {
      if (const auto* found = std::get_if<Kind>(&action)) return found;
    }
    return nullptr;
  }

 private:
  model::LibraryModel model_;
  supervisor::LibraryFields fields_;
  std::vector<LibraryAction> actions_;
  PageFixture page_;
};

}  // namespace

TEST_CASE("an empty library says what will appear, and an item is chosen from the list", "[library]") {
  LibraryFixture empty(empty_library());
  CHECK(empty.ui().sees("Hier komen de waaroms"));
  CHECK(empty.ui().sees("Kies links iets"));
  LibraryFixture page(typical_library(Language::kDutch));
  INFO(page.ui().text().all());
  page.ui().click("bezorgtijd");
  REQUIRE(page.did<supervisor::SelectItem>() != nullptr);
  CHECK(page.did<supervisor::SelectItem>()->key.second == "nl/bezorgtijd");
}

TEST_CASE("in the smallest window the list keeps the language of its rows, and the kind gives way", "[library]") {
  LibraryFixture page(typical_library(Language::kDutch), {900, 600});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Taal"));
  CHECK_FALSE(page.ui().sees("Soort"));
}

TEST_CASE("a draft stands beside the other language, says what to mend, and can be put live", "[library]") {
  LibraryFixture page(typical_library(Language::kDutch), {1600, 1400});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Concept · versie 2, Kim Bosch · nu wordt versie 1 gebruikt"));
  CHECK(page.ui().sees("Ernaast: het Engels"));
  CHECK(page.ui().sees("I can tell you on which day it arrives."));
  CHECK(page.ui().sees("(Engels: nog leeg)"));
  CHECK(page.ui().sees("“bedrag” is een vakwoord."));
  page.ui().click("Zet live");
  REQUIRE(page.did<supervisor::DoItem>() != nullptr);
  CHECK(page.did<supervisor::DoItem>()->act == model::LibraryButton::Act::kPublish);
}

TEST_CASE("in the smallest window three rows or more stand beside the item that is open", "[library]") {
  // What the list of pages leaves of 900 x 600.
  LibraryFixture page(typical_library(Language::kDutch), {700, 600});
  const auto text = page.ui().text();
  INFO(text.all());
  for (const char* row : {"refund", "bezorgtijd", "hun-fout"}) CHECK(text.sees(row));
  CHECK(text.sees("Onderwerp"));
  CHECK(text.sees("Zet live"));
  CHECK(text.sees("Nieuw"));
}

TEST_CASE("what stands beside an item is a press away, and what has nothing beside it can be begun there",
          "[library]") {
  LibraryFixture pair(typical_library(Language::kDutch), {1600, 1400});
  pair.ui().click("Open het Engels");
  REQUIRE(pair.did<supervisor::SelectItem>() != nullptr);
  CHECK(pair.did<supervisor::SelectItem>()->key.second == "en/terugbetaling");
  LibraryFixture alone(lonely_library(Language::kDutch), {1600, 1400});
  INFO(alone.ui().text().all());
  CHECK(alone.ui().sees("In het Engels is dit er nog niet."));
  CHECK_FALSE(alone.ui().sees("Ernaast"));
  alone.ui().click("Begin in het Engels");
  CHECK(alone.did<supervisor::BeginOther>() != nullptr);
  model::LibraryState taken = lonely_library(Language::kEnglish);
  taken.begin_refused = "nl/geld is there already.";
  CHECK(LibraryFixture(taken, {1600, 1400}, Language::kEnglish).ui().sees("nl/geld is there already."));
  // Nothing is said while it is not known, and nothing can stand beside what was never saved.
  model::LibraryState asked = lonely_library(Language::kDutch);
  asked.lacks_twin = false;
  CHECK_FALSE(LibraryFixture(asked, {1600, 1400}).ui().sees("is dit er nog niet"));
  model::LibraryState fresh = lonely_library(Language::kDutch);
  fresh.form = model::new_item(domain::ItemKind::kWhy, "nl", "nl/nieuw");
  CHECK_FALSE(LibraryFixture(fresh, {1600, 1400}).ui().sees("Begin in het"));
}

TEST_CASE("the other language of an item is what it says it translates, or else what the service says", "[library]") {
  model::LibraryForm form = *typical_library(Language::kDutch).form;
  CHECK(model::twin_of(form).empty());
  form.view.translations = {"de/geld", "en/refund"};
  CHECK(model::twin_of(form) == "en/refund");
  form.mine.set({"translates", content::Field::Shape::kText, "en/money", {}});
  CHECK(model::twin_of(form) == "en/money");
  form.mine.set({"translates", content::Field::Shape::kText, "de/geld", {}});
  CHECK(model::twin_of(form) == "en/refund");
}

TEST_CASE("what was typed is reported with its field, and is not lost when it could not be saved", "[library]") {
  LibraryFixture page(full_library(Language::kDutch), {1600, 1400});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Niet bewaard: de dienst is er even niet"));
  CHECK(page.ui().sees("Bewaar concept"));
  CHECK_FALSE(page.ui().sees("Zet live"));
}

TEST_CASE("Ctrl+Enter saves the item that is written, and does nothing where nothing was", "[library]") {
  LibraryFixture written(full_library(Language::kDutch), {1600, 1400});
  written.ui().press(render::Key::kEnter, {.ctrl = true});
  REQUIRE(written.did<supervisor::DoItem>() != nullptr);
  CHECK(written.did<supervisor::DoItem>()->act == model::LibraryButton::Act::kSave);
  LibraryFixture read(typical_library(Language::kDutch), {1600, 1400});
  read.ui().press(render::Key::kEnter, {.ctrl = true});
  CHECK(read.did<supervisor::DoItem>() == nullptr);
}

TEST_CASE("both changed the same words: theirs and mine are shown and one is chosen", "[library]") {
  LibraryFixture page(conflicting_library(Language::kDutch), {1600, 1000});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Sanne veranderde dezelfde woorden"));
  page.ui().click("Neem die van Sanne");
  REQUIRE(page.did<supervisor::TakeText>() != nullptr);
  CHECK(page.did<supervisor::TakeText>()->name == "customer");
  CHECK(page.did<supervisor::TakeText>()->text ==
        "We kijken eerst na of het bedrag klopt. Zo krijgt u binnen vijf dagen het goede bedrag.");
  page.ui().click("Klaar, bewaar");
  CHECK(page.did<supervisor::MergeDone>() != nullptr);
}

TEST_CASE("the card stands as the agent will see it, and versions tell who did what", "[library]") {
  model::LibraryState state = typical_library(Language::kDutch);
  state.tab = model::LibraryTab::kPreview;
  LibraryFixture preview(state);
  INFO(preview.ui().text().all());
  CHECK(preview.ui().sees("Het is uw geld"));
  state.tab = model::LibraryTab::kHistory;
  state.compared = 1;
  LibraryFixture history(state, {1600, 1000}, Language::kEnglish);
  INFO(history.ui().text().all());
  CHECK(history.ui().sees("version 1, Amir · Live"));
  CHECK(history.ui().sees("korter"));
  CHECK(history.ui().sees("+"));
  history.ui().click("Make a draft of this");
  CHECK(history.did<supervisor::RestoreVersion>() != nullptr);
}

TEST_CASE("two forms are merged as the service's rule says, and what nobody else touched needs no choosing",
          "[library]") {
  model::LibraryForm form = *typical_library(Language::kDutch).form;
  model::set_from_area(form.mine, content::fields_of(domain::ItemKind::kWhy)[3], "geld terug\nteruggave\nvoorschot");
  domain::ItemView theirs = form.view;
  content::ItemText changed = form.base;
  changed.set({"example", content::Field::Shape::kText, "Zoals Sanne het zei.", {}});
  theirs.newest->number = 3;
  theirs.newest->body = content::write_item(changed);
  const model::LibraryForm both = model::merged(form, theirs);
  CHECK_FALSE(both.merge.has_value());
  CHECK(both.base_version == 3);
  CHECK(both.mine.text("example") == "Zoals Sanne het zei.");
  CHECK(both.mine.find("synonyms")->list == std::vector<std::string>{"geld terug", "teruggave", "voorschot"});
}

TEST_CASE("a draft over what was shipped does not say that it is in use", "[library]") {
  model::LibraryState state = typical_library(Language::kDutch);
  state.form->view.in_force.reset();
  LibraryFixture shipped(state);
  CHECK(shipped.ui().sees("Concept · versie 2, Kim Bosch · nu wordt de meegeleverde tekst gebruikt"));
  state.form->view.newest->state = domain::ItemState::kLive;
  state.form->view.in_force = state.form->view.newest;
  LibraryFixture live(state);
  CHECK(live.ui().sees("Live · versie 2, Kim Bosch · wordt nu gebruikt"));
}

TEST_CASE("the history of what nobody changed yet says so in words", "[library]") {
  model::LibraryState state = typical_library(Language::kDutch);
  state.form->view.newest.reset();
  state.form->view.in_force.reset();
  state.versions.clear();
  state.tab = model::LibraryTab::kHistory;
  LibraryFixture page(state);
  CHECK(page.ui().sees("Hier is nog niets aan veranderd"));
}

TEST_CASE("after a clean merge and then a clash nobody is told that both changes stand in it", "[library]") {
  model::LibraryState state = typical_library(Language::kDutch);
  const content::FieldShape customer{"customer", content::Field::Shape::kText, false, false};
  const content::FieldShape example{"example", content::Field::Shape::kText, false, false};
  const auto saved_by = [&](const char* who, std::int64_t number, const content::FieldShape& shape, const char* words) {
    domain::ItemView view = state.form->view;
    content::ItemText item = state.form->base;
    model::set_from_area(item, shape, words);
    view.newest->number = number;
    view.newest->steps.back().who.name = who;
    view.newest->body = content::write_item(item);
    return view;
  };
  model::set_from_area(state.form->mine, customer, "We kijken het na.");
  model::take_merge(state, saved_by("Sanne", 3, example, "Zoals Sanne het zei."));
  REQUIRE_FALSE(state.form->merge.has_value());
  CHECK(state.merged_with == "Sanne");
  model::take_merge(state, saved_by("Bas", 4, customer, "Iets heel anders."));
  REQUIRE(state.form->merge.has_value());
  state.form->merge.reset();  // A person chose.
  LibraryFixture page(state);
  INFO(page.ui().text().all());
  CHECK_FALSE(page.ui().sees("Beide veranderingen"));
}

}  // namespace aandacht::test
