// Calls take resets away: the caller goes first. Used by apply() only.
#pragma once

#include "absl/time/time.h"
#include "shared/domain/desk.h"

namespace aandacht::domain {

/// When the first call that this desk knows of began after `at`, also one that is over; InfiniteFuture: none did.
[[nodiscard]] absl::Time first_call_since(const Desk& desk, absl::Time at);

/// A reset that runs longer than until this call is over with it. Others stay as they are.
void end_for_call(ResetBook& book, absl::Time call);

}  // namespace aandacht::domain
