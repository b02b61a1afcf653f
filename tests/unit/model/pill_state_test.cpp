#include "client/model/pill_state.h"

#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

absl::Duration at(double seconds) { return absl::Seconds(seconds); }

PillReasons card(const std::string& id) {
  PillReasons reasons;
  reasons.card_id = id;
  return reasons;
}

TEST_CASE("a window that is kept as a column never becomes a pill by itself") {
  PillState pill(false);
  pill.see({}, at(0));
  pill.see({}, at(3600));
  CHECK_FALSE(pill.small());
  CHECK_FALSE(pill.shrinks_at());
}

TEST_CASE("a pill grows for a card and goes back two seconds after it is gone") {
  PillState pill(true);
  pill.see({}, at(0));
  CHECK(pill.small());
  pill.see(card("card-1"), at(10));
  CHECK_FALSE(pill.small());
  CHECK_FALSE(pill.shrinks_at());
  pill.see({}, at(20));
  CHECK_FALSE(pill.small());
  REQUIRE(pill.shrinks_at());
  CHECK(*pill.shrinks_at() == at(22));
  pill.see({}, at(21.9));
  CHECK_FALSE(pill.small());
  pill.see({}, at(22));
  CHECK(pill.small());
}

TEST_CASE("a pill grows while it rings, while an opening is suggested and while something is searched") {
  PillReasons reasons;
  SECTION("ringing") { reasons.ringing_call_id = "call-1"; }
  SECTION("opening") { reasons.opening_call_id = "call-1"; }
  SECTION("searching") { reasons.searching = true; }
  PillState pill(true);
  pill.see(reasons, at(0));
  CHECK_FALSE(pill.small());
  pill.see(reasons, at(600));
  CHECK_FALSE(pill.small());
}

TEST_CASE("the pointer alone does not open a pill, and keeps an open one from going back") {
  PillReasons rests;
  rests.pointer_inside = true;
  PillState pill(true);
  pill.see(rests, at(0));
  CHECK(pill.small());
  pill.see(card("card-1"), at(1));
  pill.see(rests, at(2));
  pill.see(rests, at(60));
  CHECK_FALSE(pill.small());
  CHECK_FALSE(pill.shrinks_at());
  pill.see({}, at(61));
  CHECK_FALSE(pill.small());
  pill.see({}, at(63));
  CHECK(pill.small());
}

TEST_CASE("a pill that was pressed stays open for eight seconds after the pointer has left") {
  PillReasons rests;
  rests.pointer_inside = true;
  PillState pill(true);
  pill.open(at(0));
  pill.see(rests, at(1));
  pill.see({}, at(30));
  pill.see({}, at(37.9));
  CHECK_FALSE(pill.small());
  pill.see({}, at(38));
  CHECK(pill.small());
}

TEST_CASE("what the agent made small does not grow for the same card, but for the next") {
  PillState pill(true);
  pill.see(card("card-1"), at(0));
  pill.toggle();
  CHECK(pill.small());
  pill.see(card("card-1"), at(1));
  CHECK(pill.small());
  pill.see(card("card-2"), at(2));
  CHECK_FALSE(pill.small());
}

TEST_CASE("toggling a pill makes a column that stays, and toggling a column makes a pill") {
  PillState pill(true);
  pill.toggle();
  pill.see({}, at(3600));
  CHECK_FALSE(pill.small());
  pill.toggle();
  CHECK(pill.small());
}

TEST_CASE("a call that went on ringing unseen does not open again the pill it was dismissed from") {
  PillReasons rings;
  rings.ringing_call_id = "call-1";
  PillState pill(false);
  pill.see(rings, at(0));
  pill.toggle();
  pill.see(rings, at(5));
  CHECK(pill.small());
  rings.ringing_call_id = "call-2";
  pill.see(rings, at(6));
  CHECK_FALSE(pill.small());
}

}  // namespace
}  // namespace aandacht::model
