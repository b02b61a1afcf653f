// Inside redaction: the spans of one text.
#pragma once

#include <cstddef>
#include <vector>

#include "shared/domain/redaction.h"

namespace aandacht::domain::redaction {

/// `added` laid over `spans`: what overlaps becomes one, of the kind that was added. In order.
[[nodiscard]] std::vector<RedactedSpan> laid_over(std::vector<RedactedSpan> spans,
                                                  const std::vector<RedactedSpan>& added);

/// Whether one of the spans has all of [begin, end).
[[nodiscard]] bool covers(const std::vector<RedactedSpan>& spans, std::size_t begin, std::size_t end);

}  // namespace aandacht::domain::redaction
