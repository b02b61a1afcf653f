#include "shared/wire/fatigue_rules.h"

#include <cmath>
#include <limits>

#include "shared/wire/check.h"
#include "shared/wire/own.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

constexpr int kHighestScore = 100;

v1::FatigueWeight to_message(domain::FatigueCause cause, const domain::FatigueWeight& weight) {
  v1::FatigueWeight message;
  message.set_cause(to_proto(cause));
  message.set_from(weight.from);
  message.set_full(weight.full);
  message.set_points(weight.points);
  message.set_reason(weight.reason);
  return message;
}

double number(absl::string_view field, double value, Check& check) {
  if (!std::isfinite(value)) check.fail(field, "is no number");
  return value;
}

absl::Duration above_zero(absl::string_view field, const google::protobuf::Duration& message, Check& check) {
  const auto span = check.take<absl::Duration>(field, from_proto(message));
  if (span <= absl::ZeroDuration()) check.fail(field, "is not above zero");
  return span;
}

void take_weight(const v1::FatigueWeight& message, Check& check, domain::FatigueRules& rules) {
  const domain::FatigueCause cause = check.required("weights.cause", message.cause());
  const domain::FatigueWeight weight{number("weights.from", message.from(), check),
                                     number("weights.full", message.full(), check), message.points(), message.reason()};
  if (weight.full <= weight.from) check.fail("weights.full", "is not above from");
  if (weight.points < 0 || weight.points > kHighestScore) check.fail("weights.points", "is outside 0 to 100");
  if (!rules.weights.emplace(cause, weight).second) check.fail("weights.cause", "is there twice");
}

void take_spans(const v1::FatigueRules& message, Check& check, domain::FatigueRules& rules) {
  rules.real_pause = above_zero("real_pause", message.real_pause(), check);
  rules.shift_gap = above_zero("shift_gap", message.shift_gap(), check);
  rules.half_life = above_zero("half_life", message.half_life(), check);
  rules.offer_gap = check.take("offer_gap", from_proto(message.offer_gap()));
  rules.decline_gap = check.take("decline_gap", from_proto(message.decline_gap()));
}

}  // namespace

v1::FatigueRules to_proto(const domain::FatigueRules& rules) {
  v1::FatigueRules message;
  for (const auto& [cause, weight] : rules.weights) *message.add_weights() = to_message(cause, weight);
  message.set_suggest_from(rules.suggest_from);
  message.set_calm_below(rules.calm_below);
  *message.mutable_real_pause() = to_proto(rules.real_pause);
  *message.mutable_shift_gap() = to_proto(rules.shift_gap);
  *message.mutable_half_life() = to_proto(rules.half_life);
  message.set_heavy_by_agent(rules.heavy_by_agent);
  message.set_heavy_by_text(rules.heavy_by_text);
  message.set_median_from_calls(rules.median_from_calls);
  *message.mutable_offer_gap() = to_proto(rules.offer_gap);
  *message.mutable_decline_gap() = to_proto(rules.decline_gap);
  return message;
}

absl::StatusOr<domain::FatigueRules> from_proto(const v1::FatigueRules& message) {
  Check check;
  domain::FatigueRules rules;
  for (const v1::FatigueWeight& weight : message.weights()) take_weight(weight, check, rules);
  rules.suggest_from = message.suggest_from();
  rules.calm_below = message.calm_below();
  if (rules.calm_below > rules.suggest_from) check.fail("calm_below", "is above suggest_from");
  take_spans(message, check, rules);
  rules.heavy_by_agent = number("heavy_by_agent", message.heavy_by_agent(), check);
  rules.heavy_by_text = number("heavy_by_text", message.heavy_by_text(), check);
  rules.median_from_calls = message.median_from_calls();
  if (rules.median_from_calls < 1) check.fail("median_from_calls", "is below 1");
  return check.result(std::move(rules));
}

std::string encode(const domain::FatigueRules& rules) {
  v1::FatigueRules message = to_proto(rules);
  repair_text(message);
  return message.SerializeAsString();
}

absl::StatusOr<domain::FatigueRules> decode_fatigue_rules(std::string_view bytes) {
  v1::FatigueRules message;
  const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  if (!fits || !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::InvalidArgumentError("these bytes are not a aandacht.v1.FatigueRules");
  }
  return from_proto(message);
}

}  // namespace aandacht::wire
