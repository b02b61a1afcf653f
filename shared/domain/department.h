// The part of the company that a turn puts at a distance, said as "we".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/coach_shape.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {

/// "wij van de planning", "we in billing": the first department that is named. Absent when there is none, only "een
/// andere afdeling", the agent's own, or the company's head.
///
/// \param shape  of `text`, which was made from `original`
[[nodiscard]] std::optional<std::string> department_as_we(const TurnShape& shape, const Normalised& text,
                                                          std::string_view original, std::string_view language);

/// "onze monteur", "one of our engineers": the first trade of a colleague that is named; absent when there is none, or
/// only "een collega".
[[nodiscard]] std::optional<std::string> colleague_as_ours(const TurnShape& shape, const Normalised& text,
                                                           std::string_view original, std::string_view language);

}  // namespace aandacht::domain
