// Parts of the page of signs in words: findings, effects, and the whys of a team.
#pragma once

#include <string>

#include "client/model/bilingual.h"
#include "client/model/signs_model.h"

namespace aandacht::model {

/// Instead of questions or whys that the service did not tell yet.
inline constexpr Bilingual kFetching{"Even ophalen …", "Fetching …"};
inline constexpr Bilingual kServiceAway{"De dienst is even weg. Wat je schrijft blijft staan; kijk zo nog eens.",
                                        "The service is away for a moment. What you write stays; look again soon."};

/// "8,1 %" of a part of one.
[[nodiscard]] std::string share_text(double share, Language language);

/// "2 mrt": what fits below an axis.
[[nodiscard]] std::string short_day(absl::CivilDay day, absl::CivilDay today, Language language);

[[nodiscard]] SignFindingRow finding_row(const domain::SignFinding& finding, Language language);

[[nodiscard]] EffectModel effect_of(const domain::SignEffect& effect, Language language, absl::CivilDay today);

/// The whys that the chosen team can tell, or why there are none.
void add_whys(const SignsState& state, SignsModel& model);

}  // namespace aandacht::model
