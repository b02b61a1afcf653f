// What the agent guessed beside what customers answered.
#pragma once

#include <string>
#include <vector>

#include "client/model/wrap_up_own_model.h"
#include "shared/domain/my_day.h"

namespace aandacht::model {

/// One E of the calls that have both.
struct ExperienceGap {
  std::vector<domain::Grade> guessed;   ///< Oldest first, the latest 12.
  std::vector<domain::Grade> answered;  ///< As many.
  std::vector<std::string> sentences;  ///< One for each answer that was guessed: "Jij dacht “makkelijk”: 6 van de 9 …"
  int calls = 0;                       ///< With both; more than the latest 12.
  int same = 0;                        ///< Of them.

  bool operator==(const ExperienceGap&) const = default;
};

/// Pure. Today's and earlier calls of `day`.
[[nodiscard]] ExperienceGap experience_gap(const domain::MyDay& day, Experience experience, Language language);

}  // namespace aandacht::model
