#include "client/overlay/stage.h"

#include "client/platform/null_window.h"
#include "tests/support/catch.h"

namespace aandacht::overlay {
namespace {

class StageFixture {
 public:
  explicit StageFixture(StageOptions options = {}) : stage_(window_, options) {}

  model::OverlayModel frame(model::OverlayModel model, Moment moment = {}) {
    stage_.direct(model, moment);
    return model;
  }
  [[nodiscard]] int height() const { return window_.size().height; }
  Stage& stage() { return stage_; }
  platform::NullWindow& window() { return window_; }

 private:
  platform::NullWindow window_{{760, 1440}, 2.0F};
  Stage stage_;
};

model::OverlayModel in_call(const std::string& call_id = "call-1") {
  model::OverlayModel model;
  model.screen = model::Screen::kInCall;
  model.header = model::HeaderModel{.call_id = call_id, .name = "Gerda", .initials = "G"};
  model.journey.resize(3);
  return model;
}

model::OverlayModel with_card(const std::string& id) {
  model::OverlayModel model = in_call();
  model.card = model::CardModel{.id = id};
  return model;
}

TEST_CASE("made small, the window becomes 48 pixels of the design high and as wide as before, and back") {
  StageFixture fixture;
  CHECK_FALSE(fixture.frame(in_call()).pill);
  fixture.stage().toggle_pill();
  fixture.frame(in_call());
  CHECK(fixture.window().size() == platform::Size{760, 96});
  CHECK(fixture.frame(in_call()).pill);
  fixture.stage().toggle_pill();
  fixture.frame(in_call());
  CHECK(fixture.window().size() == platform::Size{760, 1440});
  CHECK_FALSE(fixture.frame(in_call()).pill);
}

TEST_CASE("a window that begins as high as a pill grows to the whole column") {
  platform::NullWindow window({380, 48}, 1.0F);
  Stage stage(window, {.as_pill = true});
  model::OverlayModel model;
  stage.direct(model, {});
  CHECK(model.pill);
  CHECK(window.size() == platform::Size{380, 48});
  stage.toggle_pill();
  stage.direct(model, {});
  CHECK(window.size() == platform::Size{380, 720});
}

TEST_CASE("what stands in a column only opens a pill, which goes back eight seconds after it is over") {
  StageFixture fixture({.as_pill = true});
  fixture.frame(in_call());
  REQUIRE(fixture.height() == 96);
  fixture.stage().show_column();
  CHECK(fixture.height() == 1440);
  fixture.frame(in_call());
  fixture.window().advance(absl::Seconds(8));
  fixture.frame(in_call());
  CHECK(fixture.height() == 96);
}

TEST_CASE("a pill grows for a card and asks for the frame in which it goes back") {
  StageFixture fixture({.as_pill = true});
  fixture.frame(in_call());
  REQUIRE(fixture.height() == 96);
  CHECK_FALSE(fixture.stage().wakes_in());
  fixture.frame(with_card("card-1"));
  CHECK(fixture.height() == 1440);
  fixture.window().advance(absl::Seconds(30));
  fixture.frame(with_card("card-1"));
  CHECK_FALSE(fixture.stage().wakes_in());
  fixture.frame(in_call());
  REQUIRE(fixture.stage().wakes_in() == absl::Seconds(2));
  fixture.window().advance(absl::Seconds(2));
  fixture.frame(in_call());
  CHECK(fixture.height() == 96);
  CHECK_FALSE(fixture.stage().wakes_in());
}

TEST_CASE("a second call that rings opens a pill") {
  StageFixture fixture({.as_pill = true});
  fixture.frame(in_call());
  model::OverlayModel model = in_call();
  model.other = model::OtherCall{.call_id = "call-2", .state = domain::CallState::kRinging};
  fixture.frame(model);
  CHECK(fixture.height() == 1440);
}

TEST_CASE("a card fades in between turns, with at most six frames, and not at all while the customer is listened to") {
  StageFixture fixture;
  SECTION("between turns") {
    int frames = 0;
    while (fixture.frame(with_card("card-1")).card_presence < 1) {
      ++frames;
      REQUIRE(fixture.stage().wakes_in());
      fixture.window().advance(*fixture.stage().wakes_in());
      REQUIRE(frames < 7);
    }
    CHECK(frames > 1);
    CHECK_FALSE(fixture.stage().wakes_in());
  }
  SECTION("listening") {
    CHECK(fixture.frame(with_card("card-1"), {.listening = true}).card_presence == 1);
    CHECK_FALSE(fixture.stage().wakes_in());
  }
  SECTION("reduced motion") {
    StageFixture calm({.reduced_motion = true});
    CHECK(calm.frame(with_card("card-1")).card_presence == 1);
    CHECK_FALSE(calm.stage().wakes_in());
  }
}

TEST_CASE("the journey opens for the call on screen only") {
  StageFixture fixture;
  fixture.frame(in_call("call-1"));
  fixture.stage().toggle_journey();
  CHECK(fixture.frame(in_call("call-1")).journey_open);
  SECTION("and closes again") {
    fixture.stage().toggle_journey();
    CHECK_FALSE(fixture.frame(in_call("call-1")).journey_open);
  }
  SECTION("and is closed for the next call and for the first when it comes back") {
    CHECK_FALSE(fixture.frame(in_call("call-2")).journey_open);
    CHECK_FALSE(fixture.frame(in_call("call-1")).journey_open);
  }
  SECTION("and not for a customer without one") {
    model::OverlayModel unknown = in_call("call-1");
    unknown.journey.clear();
    CHECK_FALSE(fixture.frame(unknown).journey_open);
  }
}

TEST_CASE("between calls there is no journey to open") {
  StageFixture fixture;
  fixture.frame({});
  fixture.stage().toggle_journey();
  CHECK_FALSE(fixture.frame({}).journey_open);
  CHECK_FALSE(fixture.frame(in_call()).journey_open);
}

model::OverlayModel resting(domain::ResetState state, bool card = false) {
  domain::Desk desk;
  desk.fatigue.shift_began = desk.fatigue.free_since = absl::FromUnixSeconds(0);
  desk.resets.current = domain::Reset{.id = "r1", .state = state, .accepted = absl::FromUnixSeconds(60)};
  model::OverlayModel model;
  model.rest =
      model::make_rest(desk, domain::shipped_fatigue_rules(), absl::FromUnixSeconds(64), model::Language::kDutch);
  if (card) model.card = model::CardModel{.id = "card-1"};
  return model;
}

TEST_CASE("a pill marks an offer and stays small, and grows for a reset that runs") {
  StageFixture fixture({.as_pill = true});
  fixture.stage().toggle_pill();
  fixture.stage().toggle_pill();
  fixture.frame(resting(domain::ResetState::kRequested));
  const model::OverlayModel offered = fixture.frame(resting(domain::ResetState::kRequested));
  REQUIRE(offered.pill);
  CHECK(offered.pill->mark == model::PillMark::kOffer);
  CHECK(offered.pill->words == "Even bijkomen?");
  fixture.frame(resting(domain::ResetState::kAccepted));
  CHECK_FALSE(fixture.frame(resting(domain::ResetState::kAccepted)).pill);
  // How full the head is after it is told in the column too.
  fixture.window().advance(absl::Seconds(60));
  fixture.frame(resting(domain::ResetState::kDone));
  CHECK_FALSE(fixture.frame(resting(domain::ResetState::kDone)).pill);
  fixture.frame(resting(domain::ResetState::kDeclined));
  fixture.window().advance(absl::Seconds(3));
  fixture.frame(resting(domain::ResetState::kDeclined));
  CHECK(fixture.frame(resting(domain::ResetState::kDeclined)).pill);
}

TEST_CASE("what the agent opened of the ring makes way for a card and for a reset") {
  StageFixture fixture;
  fixture.frame(resting(domain::ResetState::kDeclined));
  fixture.stage().toggle_causes();
  CHECK(fixture.frame(resting(domain::ResetState::kDeclined)).rest.causes_open);
  CHECK_FALSE(fixture.frame(resting(domain::ResetState::kDeclined, true)).rest.causes_open);
  fixture.frame(resting(domain::ResetState::kDeclined));
  fixture.stage().toggle_ask();
  CHECK(fixture.frame(resting(domain::ResetState::kDeclined)).rest.ask_open);
  CHECK_FALSE(fixture.frame(resting(domain::ResetState::kRequested)).rest.ask_open);
}

TEST_CASE("a length that was chosen holds for this offer only, and less motion stills a reset") {
  StageFixture fixture({.reduced_motion = true});
  fixture.frame(resting(domain::ResetState::kRequested));
  fixture.stage().choose_length(2);
  CHECK(fixture.frame(resting(domain::ResetState::kRequested)).rest.offer->chosen == 2);
  fixture.frame(resting(domain::ResetState::kDeclined));
  CHECK(fixture.frame(resting(domain::ResetState::kRequested)).rest.offer->chosen == 0);
  CHECK(fixture.frame(resting(domain::ResetState::kAccepted)).rest.runs->still);
}

}  // namespace
}  // namespace aandacht::overlay
