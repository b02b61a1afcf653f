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

}  // namespace aandacht::test
