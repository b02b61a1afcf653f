// Whether an alert rule for words would tell nearly everything that is said.
#pragma once

#include <cstddef>
#include <vector>

#include "shared/domain/alert.h"

namespace aandacht::domain {

/// What of a rule fits too much.
struct AlertBreadth {
  std::vector<std::size_t> phrases;  ///< Places of those that do by themselves.
  bool together = false;             ///< Each is narrow enough, all of them are not.
};

/// Tries the phrases on everyday Dutch and English words, short turns and long turns, which are about nothing that a
/// supervisor needs to hear of. A phrase that fits a text of one letter or digit, or a third of one of these lists,
/// fits too much; phrases together may fit half of one. The third and the half are design choices.
///
/// \param rule  of words, each of its phrases readable; otherwise nothing is found.
[[nodiscard]] AlertBreadth breadth_of(const AlertRule& rule);

}  // namespace aandacht::domain
