// Times, spans and days between the domain and the contracts.
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "google/protobuf/duration.pb.h"
#include "google/protobuf/timestamp.pb.h"

namespace aandacht::wire {

/// True for a time that a Timestamp can hold; infinite times are left out of messages.
[[nodiscard]] bool is_finite(absl::Time time);

/// Rounds down to the nanosecond; a time outside the years 1 to 9999 is moved to the nearest end.
[[nodiscard]] google::protobuf::Timestamp to_proto(absl::Time time);

/// 00:00 UTC of the day.
[[nodiscard]] google::protobuf::Timestamp to_proto(absl::CivilDay day);

/// Rounds toward zero to the nanosecond; a span over 10 000 years is cut to it.
[[nodiscard]] google::protobuf::Duration to_proto(absl::Duration span);

/// INVALID_ARGUMENT: outside the years 1 to 9999, or nanoseconds outside 0 … 999 999 999.
[[nodiscard]] absl::StatusOr<absl::Time> from_proto(const google::protobuf::Timestamp& message);

/// The UTC day that the time lies in. INVALID_ARGUMENT as above.
[[nodiscard]] absl::StatusOr<absl::CivilDay> day_from_proto(const google::protobuf::Timestamp& message);

/// INVALID_ARGUMENT: over 10 000 years, or nanoseconds out of range or of the other sign.
[[nodiscard]] absl::StatusOr<absl::Duration> from_proto(const google::protobuf::Duration& message);

}  // namespace aandacht::wire
