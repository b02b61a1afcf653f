#include "client/model/card_fade.h"

#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

absl::Duration at(int milliseconds) { return absl::Milliseconds(milliseconds); }

TEST_CASE("a new card is wholly there within 150 ms and in at most six frames") {
  CardFade fade;
  fade.see("", true, at(0));
  CHECK(fade.presence() == 1);
  fade.see("card-1", true, at(1000));
  absl::Duration now = at(1000);
  int frames = 1;
  double before = fade.presence();
  CHECK(before > 0.2);
  CHECK(before < 1);
  while (fade.next_at()) {
    now = *fade.next_at();
    fade.see("card-1", true, now);
    CHECK(fade.presence() > before);
    before = fade.presence();
    ++frames;
  }
  CHECK(before == 1);
  CHECK(frames <= CardFade::kFrames);
  CHECK(now - at(1000) <= CardFade::kLength);
}

TEST_CASE("a card that comes while somebody is listened to is there at once") {
  CardFade fade;
  fade.see("card-1", false, at(0));
  CHECK(fade.presence() == 1);
  CHECK_FALSE(fade.next_at());
}

TEST_CASE("a fade ends at once when listening begins, and does not come back") {
  CardFade fade;
  fade.see("card-1", true, at(0));
  CHECK(fade.presence() < 1);
  fade.see("card-1", false, at(25));
  CHECK(fade.presence() == 1);
  fade.see("card-1", true, at(50));
  CHECK(fade.presence() == 1);
}

TEST_CASE("the same card does not fade in again, the next one does") {
  CardFade fade;
  fade.see("card-1", true, at(0));
  fade.see("card-1", true, at(500));
  CHECK(fade.presence() == 1);
  fade.see("card-1", true, at(600));
  CHECK(fade.presence() == 1);
  fade.see("card-2", true, at(700));
  CHECK(fade.presence() < 1);
}

TEST_CASE("frames that come late skip steps and never go back") {
  CardFade fade;
  fade.see("card-1", true, at(0));
  fade.see("card-1", true, at(90));
  const double there = fade.presence();
  fade.see("card-1", true, at(90));
  CHECK(fade.presence() == there);
  fade.see("card-1", true, at(400));
  CHECK(fade.presence() == 1);
}

}  // namespace
}  // namespace aandacht::model
