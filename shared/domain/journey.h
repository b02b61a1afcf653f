// What a customer's journey tells the moment the call rings.
#pragma once

#include <optional>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/call.h"
#include "shared/domain/customer.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// Which contact about the same unsolved matter a call at `now` would be; absent when it is the first.
///
/// Counts back over service steps until one ended well (felt positive), or more than 60 days lie between two of them:
/// a rule of thumb of ours, chosen to be silent rather than wrong.
[[nodiscard]] std::optional<RepeatContact> repeat_contact(const Customer& customer, absl::Time now);

/// The days of the contacts that repeat_contact() counts back over, newest first; empty when this is the first.
[[nodiscard]] std::vector<absl::CivilDay> repeated_contacts(const Customer& customer, absl::Time now);

/// The latest promise of the journey that was broken, or whose day passed while it was open; nullptr when there is
/// none.
[[nodiscard]] const Promise* broken_promise(const Customer& customer, absl::Time now);

/// Which opening fits; `customer` absent: an unknown caller.
[[nodiscard]] OpeningOccasion opening_occasion(const std::optional<Customer>& customer, absl::Time now);

}  // namespace aandacht::domain
