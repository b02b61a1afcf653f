// What the page of tiny habits knows of the team's list. The agent's own habit is on the desk.
#pragma once

#include <optional>

#include "client/model/my_day_data.h"
#include "shared/domain/team_habits.h"

namespace aandacht::model {

/// What became of a habit that the agent put forward.
enum class PutForward {
  kNot,
  kUnderWay,
  kDone,
  kSameWords,    ///< The list has it already.
  kNoMore,       ///< The list is full, or this agent put five forward in this quarter.
  kWrong,        ///< Words are missing or too long.
  kUnavailable,  ///< The service is away.
};

struct HabitsData {
  Asked asked = Asked::kNot;
  std::optional<domain::TeamHabits> list;  ///< As last told; also while it is asked for again.
  PutForward put_forward = PutForward::kNot;
  Asked voted = Asked::kNot;

  bool operator==(const HabitsData&) const = default;
};

}  // namespace aandacht::model
