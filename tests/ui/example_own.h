// Pages of the agent's own side: usual, empty, away, overfull.
#pragma once

#include <string>
#include <vector>

#include "client/model/own_page.h"

namespace aandacht::test {

enum class PageScene {
  kHabits,
  kHabitsNone,     ///< None chosen, nothing on the list, and something is filled in.
  kHabitsAway,     ///< The service is away; the own habit works.
  kHabitsReplace,  ///< Another one was pressed, and another thing was to be given up.
  kHabitsFull,
  kMyDay,
  kMyDayEmpty,
  kMyDayAsked,
  kMyDayAway,
  kMyDayShared,  ///< The ring is shared, a copy was made, and deleting is asked once.
  kMyDayFull,
};

[[nodiscard]] std::vector<PageScene> all_page_scenes();
[[nodiscard]] std::string name_of(PageScene scene);
[[nodiscard]] model::OwnPageModel page_model(PageScene scene, model::Language language);

}  // namespace aandacht::test
