// What is remembered about agents as such: for their own eyes, and forgotten when they ask.
#pragma once

#include <string>

#include "absl/time/time.h"
#include "shared/domain/my_day.h"
#include "shared/domain/three_es.h"

namespace aandacht::store {

/// The agent's guess of the three E's of a call, and what the customer's words said.
struct GuessRecord {
  std::string call_id;
  std::string agent_id;
  absl::Time ended;  ///< When the call ended.
  domain::ThreeEs guess;
  domain::ThreeEs suggested;

  bool operator==(const GuessRecord&) const = default;
};

/// What a customer answered after a call, which this store may not know.
struct SurveyRecord {
  std::string call_id;
  domain::ThreeEs answers;
  absl::Time imported;

  bool operator==(const SurveyRecord&) const = default;
};

/// A habit that somebody of the team put forward. Who, is not kept.
struct TeamHabitRecord {
  std::string id;
  std::string team;
  std::string quarter;  ///< "2026-Q4": in which it was put forward or last voted for.
  std::string after;
  std::string will;
  std::string celebrate;

  bool operator==(const TeamHabitRecord&) const = default;
};

/// A habit of the list with what one agent may know of its votes.
struct RankedHabit {
  TeamHabitRecord habit;
  int points = 0;    ///< Three, two, one for a first, second, third choice.
  int own_rank = 0;  ///< 0: this agent did not choose it.

  bool operator==(const RankedHabit&) const = default;
};

/// A choice of one agent.
struct HabitVote {
  std::string quarter;
  int rank = 1;  ///< 1, 2 or 3.
  std::string habit_id;

  bool operator==(const HabitVote&) const = default;
};

/// How many habits an agent put forward in a quarter; not which.
struct HabitQuota {
  std::string quarter;
  int put_forward = 0;

  bool operator==(const HabitQuota&) const = default;
};

}  // namespace aandacht::store
