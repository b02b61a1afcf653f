// An agent's day and a team's habits between the domain and own.proto, habits.proto.
#pragma once

#include "aandacht/v1/habits.pb.h"
#include "aandacht/v1/own.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/my_day.h"
#include "shared/domain/team_habits.h"

namespace aandacht::wire {

[[nodiscard]] v1::ExperienceRow to_proto(const domain::CallExperience& experience);
[[nodiscard]] v1::LookRow to_proto(const domain::Look& look);
[[nodiscard]] v1::GetMyDayResponse to_proto(const domain::MyDay& day);
[[nodiscard]] v1::ListTeamHabitsResponse to_proto(const domain::TeamHabits& habits);

/// INVALID_ARGUMENT with the field's name: a missing or unknown enumeration, or a time or span out of range.
[[nodiscard]] absl::StatusOr<domain::CallExperience> from_proto(const v1::ExperienceRow& message);
[[nodiscard]] absl::StatusOr<domain::MyDay> from_proto(const v1::GetMyDayResponse& message);
[[nodiscard]] domain::TeamHabits from_proto(const v1::ListTeamHabitsResponse& message);

}  // namespace aandacht::wire
