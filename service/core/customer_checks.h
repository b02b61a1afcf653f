// What of a customer may be stored.
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "shared/domain/customer.h"

namespace aandacht::core {

inline constexpr std::size_t kMostSteps = 200;

/// INVALID_ARGUMENT: too many steps, or one with a text that is missing or too long.
[[nodiscard]] absl::Status check_journey(const std::vector<domain::JourneyStep>& journey);

/// Brings the numbers to E.164 and the name to what can be shown. INVALID_ARGUMENT: what is wrong, in words that say
/// what to do.
[[nodiscard]] absl::Status prepare(domain::Customer& customer);

}  // namespace aandacht::core
