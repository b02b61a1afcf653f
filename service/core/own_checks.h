// What agents may say of themselves.
#pragma once

#include "absl/status/status.h"
#include "shared/domain/own_acts.h"

namespace aandacht::core {

/// INVALID_ARGUMENT: a number out of its range, a length that no reset has, or words that are missing or too long; says
/// what to send instead.
[[nodiscard]] absl::Status check(const domain::OwnAct& act);

/// Control characters and bytes that are not UTF-8 do not reach a desk.
void make_presentable(domain::OwnAct& act);

}  // namespace aandacht::core
