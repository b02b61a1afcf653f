// An agent's day and a team's habits as JSON; the shapes are in docs/commands.md.
#pragma once

#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "shared/domain/habit.h"
#include "shared/domain/my_day.h"
#include "shared/domain/team_habits.h"

namespace aandacht::ctl {

/// "low", "middle", "high"; "-" when it is not known.
[[nodiscard]] const char* grade_text(domain::Grade grade);
/// Each by its name, null when it is not known.
[[nodiscard]] Json three_es_json(const domain::ThreeEs& grades);
[[nodiscard]] Json my_day_json(const domain::MyDay& day, absl::TimeZone zone);
[[nodiscard]] Json team_habit_json(const domain::TeamHabit& habit);
/// The habit that the agent works on, or null, and the routines won.
[[nodiscard]] Json habit_book_json(const domain::HabitBook& book, absl::TimeZone zone);

}  // namespace aandacht::ctl
