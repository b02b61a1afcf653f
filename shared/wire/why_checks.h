// The why check between the domain and why_checks.proto.
#pragma once

#include <optional>

#include "aandacht/v1/why_checks.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/why_check.h"

namespace aandacht::wire {

[[nodiscard]] v1::WhyLevel to_proto(domain::WhyLevel value);
[[nodiscard]] v1::WhyCheckWish to_proto(domain::WhyCheckChoice value);
/// Absent for "unspecified" and for a number that this version does not know.
[[nodiscard]] std::optional<domain::WhyLevel> from_proto(v1::WhyLevel value);
[[nodiscard]] std::optional<domain::WhyCheckChoice> from_proto(v1::WhyCheckWish value);

[[nodiscard]] v1::GetWhyCheckResponse to_proto(const domain::WhyCheckOffer& offer);
[[nodiscard]] domain::WhyCheckOffer from_proto(const v1::GetWhyCheckResponse& message);

[[nodiscard]] v1::GetWhyMapResponse to_proto(const domain::WhyMaps& maps);
/// INVALID_ARGUMENT: an unknown share.
[[nodiscard]] absl::StatusOr<domain::WhyMaps> from_proto(const v1::GetWhyMapResponse& message);

}  // namespace aandacht::wire
