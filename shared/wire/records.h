// Customers, their journeys and promises, and sentiment scores between the domain and records.proto.
#pragma once

#include "aandacht/v1/records.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/customer.h"
#include "shared/domain/reading.h"
#include "shared/wire/enums.h"

namespace aandacht::wire {

[[nodiscard]] v1::Promise to_proto(const domain::Promise& promise);
[[nodiscard]] v1::JourneyStep to_proto(const domain::JourneyStep& step);
[[nodiscard]] v1::Customer to_proto(const domain::Customer& customer);
[[nodiscard]] v1::Sentiment to_proto(const domain::Sentiment& sentiment);

/// INVALID_ARGUMENT with the field's name: an unknown enumeration, a time out of range, or a journey step without day
/// or stage. Left out: a promise is open, a step felt neutral. Lengths and phone notation are not looked at.
[[nodiscard]] absl::StatusOr<domain::Promise> from_proto(const v1::Promise& message);
[[nodiscard]] absl::StatusOr<domain::JourneyStep> from_proto(const v1::JourneyStep& message);
[[nodiscard]] absl::StatusOr<domain::Customer> from_proto(const v1::Customer& message);
[[nodiscard]] absl::StatusOr<domain::Sentiment> from_proto(const v1::Sentiment& message);

}  // namespace aandacht::wire
