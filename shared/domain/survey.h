// What customers answer after a call, on a scale from 1 to 5.
#pragma once

#include "shared/domain/three_es.h"

namespace aandacht::domain {

/// 1 and 2 are low, 3 is the middle, 4 and 5 are high: the two ends of a five-point scale ("bottom two", "top two"), so
/// that an answer stands beside a guess of three steps. Anything else is kUnknown: not asked or not answered.
[[nodiscard]] constexpr Grade grade_of_answer(int answer) {
  if (answer < 1 || answer > 5) return Grade::kUnknown;
  if (answer == 3) return Grade::kMiddle;
  return answer < 3 ? Grade::kLow : Grade::kHigh;
}

}  // namespace aandacht::domain
