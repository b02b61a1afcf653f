#include "client/supervisor/floor_view.h"
#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_desks.h"

namespace aandacht::test {

TEST_CASE("who asks to follow a call types the reason at once, without pressing the field") {
  model::FloorModel model = selected_floor_model(model::Language::kDutch, model::WatchStage::kNone);
  supervisor::FloorMemory memory;
  std::string reason;
  PageFixture page([&](supervisor::PageFrame& frame) {
    for (const supervisor::FloorAction& action : supervisor::draw_floor(model, memory, frame)) {
      if (const auto* typed = std::get_if<supervisor::ChangeReason>(&action)) reason = typed->reason;
      if (std::holds_alternative<supervisor::AskForReason>(action)) {
        model = selected_floor_model(model::Language::kDutch, model::WatchStage::kAsking);
      }
    }
  });
  REQUIRE(page.ui().click("Kijk mee met dit gesprek"));
  page.settle();
  memory.reason.set("");
  page.ui().type("hulp");
  CHECK(reason == "hulp");
}

TEST_CASE("what somebody does now, and how a column is called, is written whole at every scale") {
  for (const model::Language language : {model::Language::kDutch, model::Language::kEnglish}) {
    const model::FloorModel model = selected_floor_model(language, model::WatchStage::kNone);
    for (const float scale : {1.0F, 1.25F, 1.5F, 1.75F, 2.0F}) {
      supervisor::FloorMemory memory;
      PageFixture page([&](supervisor::PageFrame& frame) { supervisor::draw_floor(model, memory, frame); },
                       {.width = 1080, .height = 800, .scale = scale}, language);  // Of 1280, beside the pages.
      INFO(scale << page.ui().text().all());
      const bool dutch = language == model::Language::kDutch;
      CHECK(page.ui().sees(dutch ? "in de wacht" : "on hold"));
      CHECK(page.ui().sees(dutch ? "Gevoel" : "Sentiment"));
      CHECK(page.ui().count(dutch ? "Kaarten" : "Cards") == 2);  // A column, and of who is selected.
      CHECK(page.ui().sees(dutch ? "Berichten" : "Messages"));
    }
  }
}

}  // namespace aandacht::test
