#include "shared/domain/redaction_spans.h"

#include <algorithm>

namespace aandacht::domain::redaction {

std::vector<RedactedSpan> laid_over(std::vector<RedactedSpan> spans, const std::vector<RedactedSpan>& added) {
  for (RedactedSpan span : added) {
    for (const RedactedSpan& old : spans) {
      if (old.end <= span.begin || old.begin >= span.end) continue;
      span.begin = std::min(span.begin, old.begin);
      span.end = std::max(span.end, old.end);
    }
    std::erase_if(spans, [&](const RedactedSpan& old) { return old.begin < span.end && old.end > span.begin; });
    spans.push_back(span);
  }
  std::sort(spans.begin(), spans.end(), [](const RedactedSpan& a, const RedactedSpan& b) { return a.begin < b.begin; });
  return spans;
}

bool covers(const std::vector<RedactedSpan>& spans, std::size_t begin, std::size_t end) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const RedactedSpan& span) { return span.begin <= begin && span.end >= end; });
}

}  // namespace aandacht::domain::redaction
