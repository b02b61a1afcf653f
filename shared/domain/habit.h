// One tiny habit at a time: "After I …, I will …" (BJ Fogg, Tiny Habits, 2019). Counted in repetitions, not in days.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace aandacht::domain {

/// The habit that an agent works on.
struct ChosenHabit {
  std::string id;         ///< Of the team's list or the shipped one; "own" for the agent's own words.
  std::string after;      ///< An existing routine.
  std::string will;       ///< The tiny change.
  std::string celebrate;  ///< May be empty.
  absl::Time since = absl::InfinitePast();
  int repetitions = 0;
  int ask_at = 20;           ///< "Is it routine?" is asked from so many repetitions on.
  std::string last_call_id;  ///< The call it was last ticked after: one call ticks once, and can take it back.

  bool operator==(const ChosenHabit&) const = default;
};

/// A habit that became routine.
struct Routine {
  std::string id;
  std::string after;
  std::string will;
  int repetitions = 0;
  absl::Time since = absl::InfinitePast();
  absl::Time routine_since = absl::InfinitePast();

  bool operator==(const Routine&) const = default;
};

/// For the agent's eyes only.
struct HabitBook {
  std::optional<ChosenHabit> current;
  std::vector<Routine> shelf;  ///< Routines won, oldest first, at most 64.

  bool operator==(const HabitBook&) const = default;
};

/// True when it is time to ask "is it routine?".
[[nodiscard]] inline bool asks_routine(const ChosenHabit& habit) { return habit.repetitions >= habit.ask_at; }

}  // namespace aandacht::domain
