// What agents do for themselves. Only their own desk ever tells of it.
#pragma once

#include <string>
#include <variant>

#include "absl/time/time.h"
#include "shared/domain/three_es.h"

namespace aandacht::domain {

/// The agent wants a reset; between calls it begins at once, in a wrap-up after it. In a call it changes nothing.
struct ResetAsked {
  absl::Duration length = absl::Seconds(30);
  std::string language;  ///< BCP 47: of the exercise.
  bool operator==(const ResetAsked&) const = default;
};

enum class ResetAnswer { kAccept, kDecline, kExtend, kStop, kLeave };

/// kAccept and kDecline answer an offer, kExtend and kStop a running reset, kLeave takes one that is over off the
/// screen.
struct ResetAnswered {
  std::string reset_id;
  ResetAnswer answer = ResetAnswer::kAccept;
  std::string language;  ///< With kAccept: of the exercise.
  bool operator==(const ResetAnswered&) const = default;
};

/// The private tap: how full is your head.
struct FullnessTold {
  std::string reset_id;
  bool after = false;  ///< Before or after the reset.
  int fullness = 3;    ///< 1 … 5.
  bool operator==(const FullnessTold&) const = default;
};

struct SensitivitySet {
  double sensitivity = 1;  ///< 0.5 … 1.5.
  bool operator==(const SensitivitySet&) const = default;
};

/// The supervisor may see the agent's energy for so long from now; zero ends it.
struct EnergyShared {
  absl::Duration span;  ///< At most 8 hours.
  bool operator==(const EnergyShared&) const = default;
};

/// In the place of the current habit, which is dropped.
struct HabitChosen {
  std::string habit_id;
  std::string after;
  std::string will;
  std::string celebrate;
  bool operator==(const HabitChosen&) const = default;
};

/// Done, or taken back.
struct HabitTicked {
  std::string call_id;  ///< After which call; empty: at another moment.
  bool done = true;
  bool operator==(const HabitTicked&) const = default;
};

/// "Is it routine?"
struct RoutineAnswered {
  bool routine = false;  ///< False: asked again ten repetitions later.
  bool operator==(const RoutineAnswered&) const = default;
};

struct HabitDropped {
  bool operator==(const HabitDropped&) const = default;
};

/// The agent's guess, one E at a time; kUnknown leaves an E as it is.
struct ExperienceGuessed {
  std::string call_id;
  ThreeEs guess;
  bool operator==(const ExperienceGuessed&) const = default;
};

/// Everything that is kept about the agent on this desk is forgotten.
struct OwnSideForgotten {
  bool operator==(const OwnSideForgotten&) const = default;
};

using OwnAct = std::variant<ResetAsked, ResetAnswered, FullnessTold, SensitivitySet, EnergyShared, HabitChosen,
                            HabitTicked, RoutineAnswered, HabitDropped, ExperienceGuessed, OwnSideForgotten>;

}  // namespace aandacht::domain
