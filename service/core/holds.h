// On hold nothing is stored, also not what was said then and comes late.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "service/core/seats.h"
#include "shared/domain/desk.h"

namespace aandacht::core {

/// Remembers the holds that ended between two states of a desk; forgets those of calls that the desk forgot.
void remember_holds(const domain::Desk& before, const domain::Desk& after, absl::Time time,
                    std::map<std::string, std::vector<HoldSpan>>& holds);

/// True when the call is on hold and these words are not from before it, or when they were said during an earlier hold.
[[nodiscard]] bool said_on_hold(const Seat& seat, const std::string& call_id, absl::Time said);

}  // namespace aandacht::core
