// An agent's day and a team's habits as JSON; the shapes are in docs/commands.md.
#pragma once

#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "shared/domain/my_day.h"
#include "shared/domain/team_habits.h"

namespace aandacht::ctl {

[[nodiscard]] Json my_day_json(const domain::MyDay& day, absl::TimeZone zone);
[[nodiscard]] Json team_habit_json(const domain::TeamHabit& habit);

}  // namespace aandacht::ctl
