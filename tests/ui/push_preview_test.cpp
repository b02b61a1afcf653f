// The console's preview is the card that the agent gets, pixel for pixel.
#include <optional>

#include "client/supervisor/push_view.h"
#include "shared/domain/cards.h"
#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_push.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

/// The card from its caption's left upper corner on, with its frame.
std::vector<render::Pixel> card_in(HeadlessUi& ui, float scale) {
  const auto caption = ui.find("BERICHT VAN KIM BOSCH");
  const auto last = ui.find("Past niet");
  REQUIRE(caption);
  REQUIRE(last);
  const auto px = [&](float length) { return static_cast<int>(length * scale); };
  const int left = static_cast<int>(caption->left) - px(16);
  const int top = static_cast<int>(caption->top) - px(16);
  const int bottom = static_cast<int>(last->bottom) + px(24);
  std::vector<render::Pixel> pixels;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < left + px(348); ++x) pixels.push_back(ui.window().canvas().at(x, y));
  }
  return pixels;
}

}  // namespace

TEST_CASE("the preview of a prompt is the overlay's card, pixel for pixel but for the rounding of round corners",
          "[push]") {
  const auto palette = GENERATE(ui::Palette::kLight, ui::Palette::kDark);
  const float scale = GENERATE(1.0F, 2.0F);
  const model::PushState state = typical_push(model::Language::kDutch);

  domain::Desk desk;
  desk.agent_id = "sanne";
  desk.time = push_noon();
  const domain::Prompt prompt{
      "p", state.supervisor, state.form.text, state.form.reason, false, push_noon() + state.form.time_to_live};
  desk.card = domain::prompt_card(prompt, nullptr);
  desk.card->id = "sanne/1";
  model::Connection connected;
  connected.state = model::ConnectionState::kConnected;
  std::vector<render::Pixel> overlay;
  {
    OverlayFixture fixture(model::make_overlay_model(&desk, connected, {}, model::Language::kDutch, push_noon(),
                                                     absl::UTCTimeZone(), "", {}),
                           {.scale = scale, .palette = palette});
    fixture.ui().leave();
    overlay = card_in(fixture.ui(), scale);
  }
  const model::PushModel model = push_model(state, model::Language::kDutch);
  supervisor::PushFields fields;
  std::vector<supervisor::PushAction> actions;
  PageFixture page([&](supervisor::PageFrame& frame) { supervisor::draw_push(model, fields, frame, actions); },
                   {.scale = scale, .palette = palette, .draws_pixels = true});
  const std::vector<render::Pixel> preview = card_in(page.ui(), scale);
  REQUIRE(overlay.size() == preview.size());
  int different = 0;
  const auto width = static_cast<std::size_t>(348 * scale);
  for (std::size_t i = 0; i < overlay.size(); ++i) {
    if (overlay[i] == preview[i]) continue;
    if (++different == 1) UNSCOPED_INFO("the first that differs is at " << i % width << ", " << i / width);
  }
  CAPTURE(scale, palette == ui::Palette::kDark);
  // The smooth edge of a round corner is computed from where it stands; elsewhere it may round otherwise.
  CHECK(different <= (scale == 1 ? 0 : 8));
}

}  // namespace aandacht::test
