#include "client/overlay/why_check_turn.h"

#include "tests/support/catch.h"

namespace aandacht::overlay {
namespace {

const absl::CivilDay kMonday(2026, 3, 2);
const domain::WhyCheck kCheck{"nl/terugbetaling", "terugbetaling", "Binnen vijf werkdagen."};

absl::Duration at(int seconds) { return absl::Seconds(seconds); }

TEST_CASE("nothing is asked before the screen has been quiet for a while, and then once", "[why-check]") {
  WhyCheckTurn turn;
  CHECK_FALSE(turn.follow(true, at(100), kMonday));
  CHECK(turn.wakes_in(at(100)) == WhyCheckTurn::kSettled);
  CHECK_FALSE(turn.follow(true, at(107), kMonday));
  CHECK(turn.follow(true, at(108), kMonday));
  CHECK_FALSE(turn.follow(true, at(120), kMonday));
  CHECK_FALSE(turn.wakes_in(at(120)).has_value());
}

TEST_CASE("a call in between begins the quiet anew", "[why-check]") {
  WhyCheckTurn turn;
  CHECK_FALSE(turn.follow(true, at(0), kMonday));
  CHECK_FALSE(turn.follow(false, at(7), kMonday));
  CHECK_FALSE(turn.wakes_in(at(7)).has_value());
  CHECK_FALSE(turn.follow(true, at(60), kMonday));
  CHECK(turn.follow(true, at(68), kMonday));
}

TEST_CASE("what is shown goes by itself, and there is no other that day", "[why-check]") {
  WhyCheckTurn turn;
  CHECK_FALSE(turn.follow(true, at(0), kMonday));
  CHECK(turn.follow(true, at(8), kMonday));
  turn.take(domain::WhyCheckOffer{kCheck, false}, at(9));
  CHECK(turn.shown() == kCheck);
  CHECK(turn.wakes_in(at(9)) == WhyCheckTurn::kStays);
  CHECK_FALSE(turn.follow(true, at(9) + WhyCheckTurn::kStays, kMonday));
  CHECK_FALSE(turn.shown().has_value());
  CHECK_FALSE(turn.follow(true, at(30000), kMonday));
  CHECK_FALSE(turn.wakes_in(at(30000)).has_value());
  CHECK(turn.follow(true, at(90000), kMonday + 1));
}

TEST_CASE("a call takes it away, and it does not come back after the call", "[why-check]") {
  WhyCheckTurn turn;
  CHECK_FALSE(turn.follow(true, at(0), kMonday));
  CHECK(turn.follow(true, at(8), kMonday));
  turn.take(domain::WhyCheckOffer{kCheck, false}, at(9));
  CHECK_FALSE(turn.follow(false, at(12), kMonday));
  CHECK_FALSE(turn.shown().has_value());
  CHECK_FALSE(turn.follow(true, at(400), kMonday));
  CHECK_FALSE(turn.shown().has_value());
}

TEST_CASE("an answer that comes when a call is there shows nothing", "[why-check]") {
  WhyCheckTurn turn;
  CHECK_FALSE(turn.follow(true, at(0), kMonday));
  CHECK(turn.follow(true, at(8), kMonday));
  CHECK_FALSE(turn.follow(false, at(9), kMonday));
  turn.take(domain::WhyCheckOffer{kCheck, false}, at(10));
  CHECK_FALSE(turn.shown().has_value());
}

TEST_CASE("a service that is away, or has nothing to ask, is asked again half an hour later", "[why-check]") {
  WhyCheckTurn turn;
  CHECK_FALSE(turn.follow(true, at(0), kMonday));
  CHECK(turn.follow(true, at(8), kMonday));
  turn.take(absl::UnavailableError("away"), at(9));
  CHECK_FALSE(turn.follow(true, at(100), kMonday));
  CHECK(turn.wakes_in(at(100)) == at(8) + WhyCheckTurn::kTryAgain - at(100));
  CHECK(turn.follow(true, at(8) + WhyCheckTurn::kTryAgain, kMonday));
}

TEST_CASE("who does not want to be asked is not asked again that day", "[why-check]") {
  WhyCheckTurn turn;
  CHECK_FALSE(turn.follow(true, at(0), kMonday));
  CHECK(turn.follow(true, at(8), kMonday));
  turn.take(domain::WhyCheckOffer{std::nullopt, true}, at(9));
  CHECK_FALSE(turn.shown().has_value());
  CHECK_FALSE(turn.follow(true, at(20000), kMonday));
}

}  // namespace
}  // namespace aandacht::overlay
