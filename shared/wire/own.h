// The agent's own side between the domain and own.proto.
#pragma once

#include "aandacht/v1/own.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"
#include "shared/domain/own_acts.h"
#include "shared/wire/enums.h"

namespace aandacht::wire {

[[nodiscard]] v1::Fatigue to_proto(const domain::Fatigue& fatigue);
[[nodiscard]] v1::TeamLoad to_proto(const domain::TeamLoad& load);
[[nodiscard]] v1::Reset to_proto(const domain::Reset& reset);
[[nodiscard]] v1::ResetBook to_proto(const domain::ResetBook& book);
[[nodiscard]] v1::HabitBook to_proto(const domain::HabitBook& book);
[[nodiscard]] v1::ThreeEs to_proto(const domain::ThreeEs& grades);
[[nodiscard]] v1::OwnAct to_proto(const domain::OwnAct& act);

/// INVALID_ARGUMENT with the field's name: a missing or unknown enumeration, a time or span out of range, a number that
/// is none, or an act that says nothing or something that this version does not know.
[[nodiscard]] absl::StatusOr<domain::Fatigue> from_proto(const v1::Fatigue& message);
[[nodiscard]] absl::StatusOr<domain::TeamLoad> from_proto(const v1::TeamLoad& message);
[[nodiscard]] absl::StatusOr<domain::Reset> from_proto(const v1::Reset& message);
[[nodiscard]] absl::StatusOr<domain::ResetBook> from_proto(const v1::ResetBook& message);
[[nodiscard]] absl::StatusOr<domain::HabitBook> from_proto(const v1::HabitBook& message);
[[nodiscard]] absl::StatusOr<domain::ThreeEs> from_proto(const v1::ThreeEs& message);
[[nodiscard]] absl::StatusOr<domain::OwnAct> from_proto(const v1::OwnAct& message);

}  // namespace aandacht::wire
