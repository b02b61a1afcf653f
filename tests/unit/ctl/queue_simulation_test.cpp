// The price of a reset beside what is played call by call.
#include "client/ctl/queue_simulation.h"

#include <algorithm>
#include <filesystem>

#include "nlohmann/json.hpp"
#include "shared/domain/reset.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

using namespace aandacht;
using nlohmann::json;

namespace {

constexpr absl::Duration kHandling = absl::Seconds(360);
constexpr int kResets = 20000;

double seconds(absl::Duration span) { return absl::ToDoubleSeconds(span); }

}  // namespace

TEST_CASE("the computed price is what thousands of played resets cost, within 15 % or one second", "[queue]") {
  for (const int agents : {5, 10, 25, 50}) {
    for (const double occupancy : {.8, .85, .9, .95}) {
      const domain::Queue queue{agents, occupancy, kHandling};
      const domain::ExtraWait model = domain::extra_wait(queue, absl::Seconds(30));
      const double computed = seconds(model.during + model.after);
      // Long waits are rare and weigh much when nearly everybody is always busy; it takes more resets to see them.
      const int resets = agents >= 25 ? kResets / 2 : kResets;
      const ctl::PlayedResets played = ctl::play_resets(queue, absl::Seconds(30), resets, 5);
      CAPTURE(agents, occupancy, computed, seconds(played.extra_wait), seconds(played.error));
      CHECK(played.resets == resets);
      CHECK(seconds(played.extra_wait) == Approx(computed).epsilon(.15).margin(1));
      CHECK(seconds(played.during) == Approx(seconds(model.during)).epsilon(.1).margin(.2));
      CHECK(played.calls == Approx(agents * occupancy * 30 / 360).epsilon(.05));
    }
  }
}

TEST_CASE("longer resets cost what is computed too", "[queue]") {
  for (const int length : {120, 600}) {
    const domain::Queue queue{10, .85, kHandling};
    const domain::ExtraWait model = domain::extra_wait(queue, absl::Seconds(length));
    const ctl::PlayedResets played = ctl::play_resets(queue, absl::Seconds(length), kResets, 3);
    CAPTURE(length, seconds(played.extra_wait), seconds(played.error));
    CHECK(seconds(played.extra_wait) == Approx(seconds(model.during + model.after)).epsilon(.1));
  }
}

TEST_CASE("when the sentence says that it fits, callers hardly felt it in the play", "[queue]") {
  for (const int agents : {5, 10, 25, 50}) {
    for (const double occupancy : {.8, .85, .9, .95}) {
      const auto price = domain::queue_price({kHandling, occupancy, agents}, absl::Seconds(30));
      REQUIRE(price);
      if (price->cost > absl::ZeroDuration()) continue;
      const ctl::PlayedResets played = ctl::play_resets({agents, occupancy, kHandling}, absl::Seconds(30), 5000, 11);
      CAPTURE(agents, occupancy);
      CHECK(played.extra_wait <= absl::Seconds(10) + 3 * played.error);
      CHECK(played.free_of_cost > .8);
    }
  }
}

TEST_CASE("without a reset the play waits as long as Erlang says", "[queue]") {
  for (const int agents : {1, 5, 25}) {
    const double occupancy = .8;
    const double waiting = domain::waiting_share(agents, agents * occupancy);
    const double mean_wait = waiting * 360 / (agents * (1 - occupancy));
    const ctl::PlayedResets played = ctl::play_resets({agents, occupancy, kHandling}, absl::Seconds(30), kResets, 1);
    CAPTURE(agents, mean_wait, seconds(played.usual_wait));
    CHECK(seconds(played.usual_wait) == Approx(mean_wait).epsilon(.08));
  }
}

TEST_CASE("the same seed plays the same calls", "[queue]") {
  const domain::Queue queue{10, .9, kHandling};
  const ctl::PlayedResets one = ctl::play_resets(queue, absl::Seconds(30), 500, 4);
  const ctl::PlayedResets two = ctl::play_resets(queue, absl::Seconds(30), 500, 4);
  CHECK(one.extra_wait == two.extra_wait);
  CHECK(ctl::play_resets(queue, absl::Seconds(30), 500, 6).extra_wait != one.extra_wait);
}

TEST_CASE("simulate queue prints one object for each team and occupancy, and draws them", "[queue]") {
  const test::TemporaryFolder folder;
  const std::string file = folder.file("queue.png");
  const ctl::Ran ran = ctl::run_ctl(
      {"simulate", "queue", "--occupancy", ".8:.9", "--agents", "5,25", "--resets", "200", "--json", "--plot", file});
  CAPTURE(ran.err);
  REQUIRE(ran.exit == ctl::Exit::kOk);
  const std::vector<std::string> lines = ctl::lines_in(ran.out);
  REQUIRE(lines.size() == 6);
  const json first = json::parse(lines.front());
  CHECK(first["agents"] == 5);
  CHECK(first["occupancy"] == .8);
  CHECK(first["gap"] == 90);
  CHECK(first["fits"] == true);
  CHECK(first["cost_told"] == 0);
  CHECK(first["cost_model"] == Approx(3.7).margin(.1));
  CHECK(std::filesystem::file_size(file) > 10000);
}

TEST_CASE("an occupancy that is none is refused with an example", "[queue]") {
  for (const std::string wrong : {"1.2", "0", "nan", ".999", ".9:.8", "busy", ".8:.9:.95"}) {
    const ctl::Ran ran = ctl::run_ctl({"simulate", "queue", "--occupancy", wrong});
    CHECK(ran.exit == ctl::Exit::kUsage);
    CHECK_THAT(ran.err, Catch::Contains("such as .85 or .8:.95"));
  }
}
