// What the page of signs knows, for tests of its view and for the gallery.
#pragma once

#include "client/model/signs_model.h"

namespace aandacht::test {

/// Monday 2 March 2026.
inline constexpr absl::CivilDay kSignsToday = absl::CivilDay(2026, 3, 2);

[[nodiscard]] model::SignsState empty_signs();

/// Six questions; the first is selected, and its sign has been up for five weeks.
[[nodiscard]] model::SignsState typical_signs(model::Language language);

/// A hundred questions with long words, a long draft with everything to mend, and what could not be saved.
[[nodiscard]] model::SignsState full_signs(model::Language language);

/// The tab of whys; `answered`: enough to tell something.
[[nodiscard]] model::SignsState whys_of_team(model::Language language, bool answered = true);

}  // namespace aandacht::test
