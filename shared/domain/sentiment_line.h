// The customer's sentiment over one call.
#pragma once

#include "shared/domain/call.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

/// Takes one more customer turn into the line.
///
/// start: the first score. end: the mean of the last three. lowest: the least. feeling: of the end, negative at or
/// below -0.2, positive at or above 0.2. trend: the slope of the weighted least-squares line over the kept scores, with
/// turn positions scaled to 0 … 1 and weight 1 + 2·position, so that the end weighs three times the start; cut off at
/// ±2. At most 64 scores are kept; older ones leave the trend but not start and lowest.
void add_score(CallSentiment& line, const Sentiment& turn);

/// What `end` is of these scores, oldest first: the mean of the last three, or of as many as there are; 0 of none.
[[nodiscard]] double end_of(const std::vector<double>& scores);

}  // namespace aandacht::domain
