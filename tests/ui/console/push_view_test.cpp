#include "client/supervisor/push_view.h"

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_push.h"

namespace aandacht::test {
namespace {

using model::Language;
using supervisor::PushAction;

/// The page with a state, its actions collected.
class PushFixture {
 public:
  explicit PushFixture(const model::PushState& state, PageSize size = {}, Language language = Language::kDutch)
      : model_(push_model(state, language)),
        page_([this](supervisor::PageFrame& frame) { supervisor::draw_push(model_, fields_, frame, actions_); }, size,
              language) {
    fields_.text.set(state.form.text);
    fields_.reason.set(state.form.reason);
    page_.settle();
  }

  HeadlessUi& ui() { return page_.ui(); }
  supervisor::PushFields& fields() { return fields_; }

  template <typename Kind>
  const Kind* did() const {
    for (const PushAction& action : actions_) {
      if (const auto* found = std::get_if<Kind>(&action)) return found;
    }
    return nullptr;
  }

 private:
  model::PushModel model_;
  supervisor::PushFields fields_;
  std::vector<PushAction> actions_;
  PageFixture page_;
};

}  // namespace

TEST_CASE("an empty page says what will appear and what is missing", "[push]") {
  PushFixture page(empty_push());
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Er is nog niemand om iets te sturen"));
  CHECK(page.ui().sees("Wat je stuurt komt hier te staan"));
  CHECK(page.ui().sees("Hier verschijnt de kaart"));
  CHECK(page.ui().sees("Kies nog aan wie."));
}

TEST_CASE("before pushing the page says how many get it, who is away, what is left, and what could be said better",
          "[push]") {
  PushFixture page(typical_push(Language::kDutch));
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Gaat naar 5 collega's. joost is er nu niet"));
  CHECK(page.ui().sees("nog 2 keer iets sturen"));
  CHECK(page.ui().sees("‘je moet’ klinkt als een opdracht."));
  CHECK(page.ui().sees("Zeg wat wij doen, of wat je collega kan doen."));
  CHECK(page.ui().sees("BERICHT VAN KIM BOSCH"));
  CHECK(page.ui().sees("geldt tot 10:10"));
  CHECK(page.ui().sees("1 ingetrokken"));
  PushFixture wide(typical_push(Language::kDutch), {.width = 2200, .height = 900});
  CHECK(wide.ui().sees("1 gebruikt · 1 nu niet · 1 getoond · 1 wacht"));
}

TEST_CASE("the button and Ctrl+Enter push, and a row tells what became of a prompt at each desk", "[push]") {
  PushFixture page(typical_push(Language::kEnglish), {.width = 2200, .height = 900}, Language::kEnglish);
  page.ui().press(render::Key::kEnter, {.ctrl = true});
  CHECK(page.did<supervisor::PushNow>() != nullptr);
  REQUIRE(page.ui().click("We weten van de storing in Zwolle."));
  REQUIRE(page.did<supervisor::SelectPrompt>() != nullptr);
  CHECK(page.did<supervisor::SelectPrompt>()->id == "p1");
  model::PushState selected = typical_push(Language::kEnglish);
  selected.selected = "p1";
  PushFixture details(selected, {}, Language::kEnglish);
  INFO(details.ui().text().all());
  CHECK(details.ui().sees("Kim Bosch, 09:56 · until 10:26"));
  CHECK(details.ui().sees("not now"));
  REQUIRE(details.ui().click("Take back"));
  REQUIRE(details.did<supervisor::RecallPrompt>() != nullptr);
  CHECK(details.did<supervisor::RecallPrompt>()->id == "p1");
}

// A field without a hint took the program with it.
TEST_CASE("what is typed is told, and a template shows its fields in the place of the text", "[push]") {
  PushFixture page(typical_push(Language::kDutch));
  REQUIRE(page.ui().click("Klanten bellen erover."));
  page.ui().type("!");
  CHECK(page.did<supervisor::Typed>() != nullptr);
  PushFixture filled(full_push(Language::kDutch), {.width = 1280, .height = 1100});
  INFO(filled.ui().text().all());
  CHECK(filled.ui().sees("plaats"));
  CHECK_FALSE(filled.ui().sees("Wat wil je laten weten"));
  CHECK(filled.ui().sees("Niet verstuurd, niemand kreeg het"));
}

TEST_CASE("the page holds together in every size, language and state", "[push]") {
  const Language language = GENERATE(Language::kDutch, Language::kEnglish);
  const PageSize size = GENERATE(PageSize{1280, 800}, PageSize{2560, 1440}, PageSize{1280, 800, 2}, PageSize{900, 600});
  for (const model::PushState& state : {empty_push(), typical_push(language), full_push(language)}) {
    PushFixture page(state, size, language);
    const auto text = page.ui().text();
    for (const auto& run : text.runs()) {
      INFO(run.text);
      CHECK(run.rect.right <= static_cast<float>(size.width) * size.scale);
    }
    CHECK(text.sees(language == Language::kDutch ? "Stuur" : "Send"));
  }
}

TEST_CASE("in a small window the list of prompts gives up its times first, and what repeats the last one is not cut",
          "[push]") {
  model::PushState state = typical_push(Language::kDutch);
  state.can_repeat = true;
  PushFixture page(state, {.width = 900, .height = 600});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Haal het vorige terug"));
  CHECK_FALSE(page.ui().sees("Tijd"));
  CHECK(page.ui().sees("1 ingetrokken"));
  REQUIRE(page.ui().click("Haal het vorige terug"));
  CHECK(page.did<supervisor::BringBack>() != nullptr);
}

TEST_CASE("what repeats the last message stands where the other words begin when it goes below", "[push]") {
  model::PushState state = typical_push(Language::kDutch);
  state.can_repeat = true;
  PushFixture page(state, {.width = 690, .height = 600});
  INFO(page.ui().text().all());
  const auto repeat = page.ui().find("Haal het vorige terug");
  const auto push = page.ui().find("Stuur");
  const auto caption = page.ui().find("Aan wie");
  REQUIRE((repeat && push && caption));
  CHECK(repeat->top > push->bottom);
  CHECK(repeat->left == Approx(caption->left).margin(1));
}

TEST_CASE("before the service said who pushes, the card is from the name in the token", "[push]") {
  CHECK(model::push_author("Sofie", "kiosk7") == "Sofie");
  CHECK(model::push_author("", "kiosk7") == "kiosk7");
  CHECK(model::push_author("", "") == "Teamleider");
}

}  // namespace aandacht::test
