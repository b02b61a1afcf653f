// What a reset costs the queue: the formula of the gap, Erlang C, and what the price says and does not say.
#include <cmath>

#include "shared/domain/queue_model.h"
#include "shared/domain/reset.h"
#include "tests/support/catch.h"

using namespace aandacht::domain;

namespace {

TeamLoad load(double occupancy, int agents = 10, absl::Duration handling = absl::Seconds(360)) {
  return {handling, occupancy, agents};
}

double seconds(absl::Duration span) { return absl::ToDoubleSeconds(span); }

double cost(const Queue& queue, absl::Duration length) {
  const ExtraWait extra = extra_wait(queue, length);
  return seconds(extra.during + extra.after);
}

}  // namespace

TEST_CASE("the gap between calls follows from handling time and occupancy", "[queue]") {
  CHECK(seconds(expected_gap(load(.85))) == Approx(63.5).margin(.05));
  CHECK(seconds(expected_gap(load(.90))) == Approx(40).margin(.05));
  CHECK(seconds(expected_gap(load(.923))) == Approx(30).margin(.05));
  CHECK(expected_gap(load(1)) == absl::ZeroDuration());
  CHECK(expected_gap(load(0)) == absl::InfiniteDuration());
}

TEST_CASE("the share of calls that wait is Erlang's", "[queue]") {
  // One server: the load itself. Two: ρ²·2/(1+ρ). The sum of Erlang's formula for the others.
  CHECK(waiting_share(1, .85) == Approx(.85));
  CHECK(waiting_share(2, 1.6) == Approx(2 * .64 / 1.8));
  const auto by_definition = [](int servers, double erlang) {
    double sum = 0;
    double term = 1;
    for (int n = 0; n < servers; ++n) {
      sum += term;
      term *= erlang / (n + 1);
    }
    const double waiting = term * servers / (servers - erlang);
    return waiting / (sum + waiting);
  };
  for (const int servers : {3, 10, 25, 50, 100}) {
    CHECK(waiting_share(servers, servers * .9) == Approx(by_definition(servers, servers * .9)));
  }
  CHECK(waiting_share(2000, 1900) > 0);
  CHECK(waiting_share(2000, 1900) < .1);
  CHECK(waiting_share(4, 4) == 1);
}

TEST_CASE("one agent alone costs what can be reckoned by hand", "[queue]") {
  // Calls come at rate λ; the n-th of them waits until the reset is over, and everybody after it in the busy time that
  // this makes: λT²/2 / (1-ρ).
  const double rho = .8;
  const double lambda = rho / 360;
  for (const double length : {30.0, 120.0, 600.0}) {
    CHECK(cost({1, rho, absl::Seconds(360)}, absl::Seconds(length)) ==
          Approx(lambda * length * length / 2 / (1 - rho)).epsilon(1e-6));
  }
}

TEST_CASE("a reset costs more when it is longer, when the team is busier and when it is smaller", "[queue]") {
  const absl::Duration handling = absl::Seconds(360);
  CHECK(cost({10, .9, handling}, absl::Seconds(30)) < cost({10, .9, handling}, absl::Minutes(2)));
  CHECK(cost({10, .9, handling}, absl::Minutes(2)) < cost({10, .9, handling}, absl::Minutes(10)));
  CHECK(cost({10, .8, handling}, absl::Minutes(2)) < cost({10, .9, handling}, absl::Minutes(2)));
  CHECK(cost({50, .9, handling}, absl::Minutes(2)) < cost({10, .9, handling}, absl::Minutes(2)));
  CHECK(extra_wait({10, .9, handling}, absl::ZeroDuration()).during == absl::ZeroDuration());
}

TEST_CASE("half a minute fits in the gap of an ordinary hour, and does not in a crowded one", "[queue]") {
  const auto ordinary = queue_price(load(.85, 25), absl::Seconds(30));
  REQUIRE(ordinary);
  CHECK(ordinary->cost == absl::ZeroDuration());
  CHECK(seconds(ordinary->gap) == Approx(63.5).margin(.05));
  const auto crowded = queue_price(load(.95, 25), absl::Seconds(30));
  REQUIRE(crowded);
  CHECK(seconds(crowded->cost) == Approx(11.3).margin(.1));
}

TEST_CASE("what fits in the mean gap but is felt by callers is not said to fit", "[queue]") {
  // Alone at 90 %: the gap is 40 s, yet half of the gaps are shorter than 28 s and nobody else answers.
  const auto alone = queue_price(load(.9, 1), absl::Seconds(30));
  REQUIRE(alone);
  CHECK(alone->gap > absl::Seconds(30));
  CHECK(seconds(alone->cost) == Approx(11.25).margin(.05));
  for (const int agents : {1, 2, 5, 10, 25, 50}) {
    for (double occupancy = .5; occupancy < .99; occupancy += .01) {
      for (const int length : {30, 120, 600}) {
        const auto price = queue_price(load(occupancy, agents), absl::Seconds(length));
        REQUIRE(price);
        CAPTURE(agents, occupancy, length);
        CHECK(std::isfinite(seconds(price->cost)));
        if (price->cost > absl::ZeroDuration()) continue;
        REQUIRE(absl::Seconds(length) <= price->gap);
        REQUIRE(cost({agents, occupancy, absl::Seconds(360)}, absl::Seconds(length)) <= length / 3.0);
      }
    }
  }
}

TEST_CASE("nothing is said when the team's figures are not known or make no sense", "[queue]") {
  CHECK_FALSE(queue_price({}, absl::Seconds(30)));
  CHECK_FALSE(queue_price(load(0), absl::Seconds(30)));
  CHECK_FALSE(queue_price(load(1), absl::Seconds(30)));
  CHECK_FALSE(queue_price(load(std::nan("")), absl::Seconds(30)));
  CHECK_FALSE(queue_price(load(.9, 0), absl::Seconds(30)));
  CHECK_FALSE(queue_price(load(.9, 10, absl::ZeroDuration()), absl::Seconds(30)));
  CHECK_FALSE(queue_price(load(.9, 10, absl::Seconds(1)), absl::Seconds(30)));
  CHECK_FALSE(queue_price(load(.9), absl::ZeroDuration()));
}

TEST_CASE("a huge team with short calls is priced as soon as any other, and never cheaper than it is", "[queue]") {
  const auto huge = queue_price(load(.95, 5000, absl::Seconds(5)), absl::Minutes(10));
  REQUIRE(huge);
  CHECK(std::isfinite(seconds(huge->cost)));
  CHECK(huge->cost > absl::ZeroDuration());
  const auto bounded = queue_price(load(.9, 1000), absl::Minutes(10));
  REQUIRE(bounded);
  CHECK(seconds(bounded->cost) >= cost({200, .9, absl::Seconds(360)}, absl::Minutes(10)) - 1e-6);
}
