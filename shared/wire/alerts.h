// Alerts and their rules between the domain and alerts.proto.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aandacht/v1/alerts.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/alert.h"
#include "shared/domain/alert_check.h"

namespace aandacht::wire {

[[nodiscard]] v1::AlertKind to_proto(domain::AlertKind value);
[[nodiscard]] v1::AlertSpeaker to_proto(domain::AlertSpeaker value);
[[nodiscard]] v1::AlertState to_proto(domain::AlertStage value);
/// Absent for "unspecified" and for a number that this version does not know.
[[nodiscard]] std::optional<domain::AlertKind> from_proto(v1::AlertKind value);
[[nodiscard]] std::optional<domain::AlertSpeaker> from_proto(v1::AlertSpeaker value);
[[nodiscard]] std::optional<domain::AlertStage> from_proto(v1::AlertState value);

/// Without who owns it by id and which teams that is: these are the service's.
[[nodiscard]] v1::AlertRule to_proto(const domain::AlertRule& rule);
/// INVALID_ARGUMENT with the field's name: a missing or unknown enumeration, or a time out of range.
[[nodiscard]] absl::StatusOr<domain::AlertRule> from_proto(const v1::AlertRule& message);

[[nodiscard]] v1::Alert to_proto(const domain::Alert& alert);
[[nodiscard]] absl::StatusOr<domain::Alert> from_proto(const v1::Alert& message);

[[nodiscard]] v1::AlertRuleProblem to_proto(const domain::AlertProblem& problem);

/// The stored form, with the limits of to_proto(). INVALID_ARGUMENT: not such bytes.
[[nodiscard]] std::string encode(const domain::AlertRule& rule);
[[nodiscard]] absl::StatusOr<domain::AlertRule> decode_alert_rule(std::string_view bytes);

}  // namespace aandacht::wire
