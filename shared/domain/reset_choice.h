// Which exercise comes next. Used by apply() only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/reset.h"

namespace aandacht::domain {

/// The kind that comes next: the one that was used longest ago, and every third time the one that helps this agent
/// best, when that is known. \param known  every exercise of the library, in any language: tells kinds from ids.
[[nodiscard]] Exercise next_kind(const ResetBook& book, const std::vector<ResetExercise>& known);

/// The wording of this kind in `language` that was used longest ago, unused ones first in the order of `known` from the
/// latest on; in another language when there is none in this one. nullptr when there is none at all; else points into
/// `known`.
[[nodiscard]] const ResetExercise* next_wording(const ResetBook& book, Exercise kind, const std::string& language,
                                                const std::vector<ResetExercise>& known);

}  // namespace aandacht::domain
