// The table of what tires on its way to the overlay and to its disk.
#include "shared/wire/fatigue_rules.h"

#include <cmath>
#include <functional>
#include <limits>

#include "google/protobuf/stubs/logging.h"
#include "tests/support/catch.h"
#include "tests/support/generate.h"

namespace aandacht::wire {
namespace {

domain::FatigueRules made_up(test::Generate& g) {
  domain::FatigueRules rules;
  for (int i = 0; i <= static_cast<int>(domain::FatigueCause::kHoursIntoShift); ++i) {
    if (g.coin()) continue;
    const double from = g.number(0, 900) / 8.0;
    rules.weights[static_cast<domain::FatigueCause>(i)] = {from, from + g.number(1, 900) / 8.0, g.number(0, 100),
                                                           g.text()};
  }
  rules.suggest_from = g.number(1, 100);
  rules.calm_below = g.number(1, rules.suggest_from);
  rules.real_pause = absl::Seconds(g.number(1, 9999));
  rules.shift_gap = absl::Seconds(g.number(1, 99999));
  rules.half_life = absl::Nanoseconds(g.number(1, 1 << 30));
  rules.heavy_by_agent = g.number(1, 99) / 16.0;
  rules.heavy_by_text = g.number(1, 99) / 16.0;
  rules.median_from_calls = g.number(3, 64);
  rules.offer_gap = absl::Seconds(g.number(0, 9999));
  rules.decline_gap = absl::Seconds(g.number(0, 9999));
  return rules;
}

std::string refusal(const std::function<void(v1::FatigueRules&)>& spoil) {
  v1::FatigueRules message = to_proto(domain::shipped_fatigue_rules());
  spoil(message);
  const absl::Status status = from_proto(message).status();
  CHECK(status.code() == absl::StatusCode::kInvalidArgument);
  return std::string(status.message());
}

}  // namespace

TEST_CASE("every table of what tires comes back unchanged, from its message and from its bytes", "[wire]") {
  test::Generate generate(31);
  for (int round = 0; round < 400; ++round) {
    const domain::FatigueRules rules = made_up(generate);
    const auto back = from_proto(to_proto(rules));
    INFO("round " << round << ": " << back.status());
    REQUIRE(back.ok());
    REQUIRE(*back == rules);
    const auto stored = decode_fatigue_rules(encode(rules));
    REQUIRE(stored.ok());
    REQUIRE(*stored == rules);
  }
}

TEST_CASE("a table that no company could have written is refused with the field's name", "[wire]") {
  constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
  constexpr double kEndless = std::numeric_limits<double>::infinity();
  CHECK(refusal([](auto& m) { m.mutable_weights(0)->set_from(kNoNumber); }) == "weights.from: is no number");
  CHECK(refusal([](auto& m) { m.mutable_weights(0)->set_full(kEndless); }) == "weights.full: is no number");
  CHECK(refusal([](auto& m) { m.mutable_weights(0)->set_full(0); }) == "weights.full: is not above from");
  CHECK(refusal([](auto& m) { m.mutable_weights(0)->set_points(101); }) == "weights.points: is outside 0 to 100");
  CHECK(refusal([](auto& m) { m.mutable_weights(0)->set_points(-1); }) == "weights.points: is outside 0 to 100");
  CHECK(refusal([](auto& m) { *m.add_weights() = m.weights(0); }) == "weights.cause: is there twice");
  CHECK(refusal([](auto& m) { m.mutable_weights(0)->clear_cause(); }) == "weights.cause: is missing");
  CHECK(refusal([](auto& m) { m.mutable_weights(0)->set_cause(static_cast<v1::FatigueCause>(77)); }) ==
        "weights.cause: is not a known value");
  CHECK(refusal([](auto& m) { m.clear_half_life(); }) == "half_life: is not above zero");
  CHECK(refusal([](auto& m) { m.mutable_real_pause()->set_nanos(-1); }).rfind("real_pause: ", 0) == 0);
  CHECK(refusal([](auto& m) { m.set_calm_below(m.suggest_from() + 1); }) == "calm_below: is above suggest_from");
  CHECK(refusal([](auto& m) { m.set_heavy_by_text(-kEndless); }) == "heavy_by_text: is no number");
  CHECK(refusal([](auto& m) { m.set_median_from_calls(0); }) == "median_from_calls: is below 1");
}

TEST_CASE("bytes that are no table are refused or read, never a crash", "[wire]") {
  const google::protobuf::LogSilencer quiet;
  test::Generate generate(32);
  for (int round = 0; round < 1500; ++round) {
    std::string bytes = encode(made_up(generate));
    bytes[static_cast<std::size_t>(generate.number(0, static_cast<int>(bytes.size()) - 1))] =
        static_cast<char>(generate.number(0, 255));
    const auto rules = decode_fatigue_rules(bytes);
    if (!rules.ok()) continue;
    for (const auto& [cause, weight] : rules->weights) REQUIRE(std::isfinite(weight.full - weight.from));
  }
  CHECK_FALSE(decode_fatigue_rules("\xFF\xFF\xFF").ok());
}

}  // namespace aandacht::wire
