// The overlay is held by the empty part of its top.
#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {

TEST_CASE("pressing the empty top of the window drags it, anywhere else it does not") {
  OverlayFixture overlay(overlay_model(Scene::kWeCard, model::Language::kDutch));
  overlay.ui().click_at(190, 8);
  CHECK(overlay.did(overlay::DragWindow{}));
  overlay.actions().clear();
  overlay.ui().advance(absl::Seconds(1));
  overlay.ui().click_at(190, 400);
  CHECK(overlay.actions().empty());
  overlay.ui().advance(absl::Seconds(1));
  overlay.ui().click_at(190, 8, 1);  // The right button.
  CHECK(overlay.actions().empty());
}

TEST_CASE("a double click at the top puts the window back") {
  OverlayFixture overlay(overlay_model(Scene::kIdle, model::Language::kDutch));
  overlay.ui().click_at(190, 8);
  overlay.ui().click_at(190, 8);
  CHECK(overlay.actions() == std::vector<overlay::Action>{overlay::DragWindow{}, overlay::DockWindowAgain{}});
}

TEST_CASE("the bar that tells so is there only while the pointer is") {
  OverlayFixture overlay(overlay_model(Scene::kQuietCall, model::Language::kDutch));
  const std::uint64_t without = overlay.ui().pixels_hash();
  overlay.ui().move_to(190, 8);
  CHECK(overlay.ui().pixels_hash() != without);
  overlay.ui().leave();
  CHECK(overlay.ui().pixels_hash() == without);
}

}  // namespace aandacht::test
