// The list of tiny habits that a team gathers and ranks, once a quarter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"

namespace aandacht::domain {

/// A habit on a team's list. Who put it forward is known nowhere.
struct TeamHabit {
  std::string id;
  std::string after;      ///< After I ….
  std::string will;       ///< I will ….
  std::string celebrate;  ///< And then …; may be empty.
  std::string why;        ///< May be empty.
  int points = 0;         ///< Of this quarter's votes; 0 while fewer than three voted.
  int own_rank = 0;       ///< The agent's own choice: 1, 2, 3; 0: none.
  bool shipped = false;   ///< Came with the product; cannot be voted for.

  bool operator==(const TeamHabit&) const = default;
};

struct TeamHabits {
  std::vector<TeamHabit> habits;  ///< Best ranked first; then the shipped ones.
  std::string quarter;            ///< "2026-Q4"
  int voters = 0;                 ///< 0 below three, so that nobody is seen.

  bool operator==(const TeamHabits&) const = default;
};

/// "2026-Q4": sorts as time goes.
[[nodiscard]] std::string quarter_of(absl::CivilDay day);

/// The quarter before that of `day`.
[[nodiscard]] std::string quarter_before(absl::CivilDay day);

/// True when two habits say the same, whatever their case, punctuation and spaces.
[[nodiscard]] bool same_words(std::string_view one, std::string_view other);

}  // namespace aandacht::domain
