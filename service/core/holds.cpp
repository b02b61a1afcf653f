#include "service/core/holds.h"

#include <algorithm>

namespace aandacht::core {

void remember_holds(const domain::Desk& before, const domain::Desk& after, absl::Time time,
                    std::map<std::string, std::vector<HoldSpan>>& holds) {
  for (const domain::Call& was : before.calls) {
    if (was.state != domain::CallState::kOnHold) continue;
    const domain::Call* is = domain::find_call(after, was.id);
    const bool still_held = is != nullptr && is->state == domain::CallState::kOnHold;
    if (!still_held) holds[was.id].push_back({was.held, time});
  }
  std::erase_if(holds, [&](const auto& entry) {
    const auto& ended = after.ended_call_ids;
    return domain::find_call(after, entry.first) == nullptr &&
           std::find(ended.begin(), ended.end(), entry.first) == ended.end();
  });
}

bool said_on_hold(const Seat& seat, const std::string& call_id, absl::Time said) {
  const domain::Call* call = domain::find_call(seat.desk, call_id);
  if (call != nullptr && call->state == domain::CallState::kOnHold && said >= call->held) return true;
  const auto spans = seat.holds.find(call_id);
  if (spans == seat.holds.end()) return false;
  return std::any_of(spans->second.begin(), spans->second.end(),
                     [&](const HoldSpan& span) { return span.from <= said && said < span.to; });
}

}  // namespace aandacht::core
