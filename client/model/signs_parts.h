// Parts of the page of signs in words: findings and effects.
#pragma once

#include <string>

#include "client/model/signs_model.h"

namespace aandacht::model {

/// "8,1 %" of a part of one.
[[nodiscard]] std::string share_text(double share, Language language);

/// "2 mrt": what fits below an axis.
[[nodiscard]] std::string short_day(absl::CivilDay day, absl::CivilDay today, Language language);

[[nodiscard]] SignFindingRow finding_row(const domain::SignFinding& finding, Language language);

[[nodiscard]] EffectModel effect_of(const domain::SignEffect& effect, Language language, absl::CivilDay today);

}  // namespace aandacht::model
