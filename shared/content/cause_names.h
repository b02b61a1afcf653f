// How the table of what tires writes its causes.
#pragma once

#include "shared/content/choices.h"
#include "shared/domain/fatigue.h"

namespace aandacht::content {

inline constexpr Choice<domain::FatigueCause> kCauses[] = {{"occupancy", domain::FatigueCause::kOccupancy},
                                                           {"calls-in-a-row", domain::FatigueCause::kCallsInARow},
                                                           {"minutes-in-a-row", domain::FatigueCause::kMinutesInARow},
                                                           {"heavy-calls", domain::FatigueCause::kHeavyCalls},
                                                           {"heavy-in-a-row", domain::FatigueCause::kHeavyInARow},
                                                           {"helpless-calls", domain::FatigueCause::kHelplessCalls},
                                                           {"after-call-work", domain::FatigueCause::kAfterCallWork},
                                                           {"hours-into-shift", domain::FatigueCause::kHoursIntoShift}};

}  // namespace aandacht::content
