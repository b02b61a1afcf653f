// Whys and coach rules between the domain and library.proto.
#pragma once

#include "aandacht/v1/library.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/wire/enums.h"

namespace aandacht::wire {

[[nodiscard]] v1::Why to_proto(const domain::Why& why);

/// Leaves out what the contract does not carry: cooldown, maxima, phases and the place in the file.
[[nodiscard]] v1::CoachRule to_proto(const domain::CoachRule& rule);

/// Never fails now; lengths and missing corners are for the library service to judge.
[[nodiscard]] absl::StatusOr<domain::Why> from_proto(const v1::Why& message);

/// What the contract does not carry keeps its default. INVALID_ARGUMENT: the label is missing or unknown.
[[nodiscard]] absl::StatusOr<domain::CoachRule> from_proto(const v1::CoachRule& message);

}  // namespace aandacht::wire
