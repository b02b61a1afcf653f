#include "shared/wire/time.h"

#include <algorithm>
#include <cstdint>

#include "absl/status/status.h"

namespace aandacht::wire {
namespace {

// The range that google/protobuf/timestamp.proto and duration.proto allow.
constexpr std::int64_t kFirstSecond = -62135596800;  // 0001-01-01T00:00:00Z
constexpr std::int64_t kLastSecond = 253402300799;   // 9999-12-31T23:59:59Z
constexpr std::int64_t kLongestSpan = 315576000000;  // seconds
constexpr std::int32_t kLastNanosecond = 999999999;

}  // namespace

bool is_finite(absl::Time time) { return time != absl::InfinitePast() && time != absl::InfiniteFuture(); }

google::protobuf::Timestamp to_proto(absl::Time time) {
  const absl::Time first = absl::FromUnixSeconds(kFirstSecond);
  const absl::Time last = absl::FromUnixSeconds(kLastSecond) + absl::Nanoseconds(kLastNanosecond);
  const absl::Time within = std::clamp(time, first, last);
  google::protobuf::Timestamp message;
  message.set_seconds(absl::ToUnixSeconds(within));
  const absl::Duration rest = within - absl::FromUnixSeconds(message.seconds());
  message.set_nanos(static_cast<std::int32_t>(absl::ToInt64Nanoseconds(rest)));
  return message;
}

google::protobuf::Timestamp to_proto(absl::CivilDay day) { return to_proto(absl::FromCivil(day, absl::UTCTimeZone())); }

google::protobuf::Duration to_proto(absl::Duration span) {
  absl::Duration rest = std::clamp(span, absl::Seconds(-kLongestSpan), absl::Seconds(kLongestSpan));
  google::protobuf::Duration message;
  message.set_seconds(absl::IDivDuration(rest, absl::Seconds(1), &rest));
  message.set_nanos(static_cast<std::int32_t>(absl::ToInt64Nanoseconds(rest)));
  return message;
}

absl::StatusOr<absl::Time> from_proto(const google::protobuf::Timestamp& message) {
  if (message.seconds() < kFirstSecond || message.seconds() > kLastSecond) {
    return absl::InvalidArgumentError("is outside the years 1 to 9999");
  }
  if (message.nanos() < 0 || message.nanos() > kLastNanosecond) {
    return absl::InvalidArgumentError("has nanoseconds outside 0 to 999999999");
  }
  return absl::FromUnixSeconds(message.seconds()) + absl::Nanoseconds(message.nanos());
}

absl::StatusOr<absl::CivilDay> day_from_proto(const google::protobuf::Timestamp& message) {
  const absl::StatusOr<absl::Time> time = from_proto(message);
  if (!time.ok()) return time.status();
  return absl::ToCivilDay(*time, absl::UTCTimeZone());
}

absl::StatusOr<absl::Duration> from_proto(const google::protobuf::Duration& message) {
  if (message.seconds() < -kLongestSpan || message.seconds() > kLongestSpan) {
    return absl::InvalidArgumentError("is longer than 10000 years");
  }
  if (message.nanos() < -kLastNanosecond || message.nanos() > kLastNanosecond) {
    return absl::InvalidArgumentError("has nanoseconds outside -999999999 to 999999999");
  }
  if ((message.seconds() < 0 && message.nanos() > 0) || (message.seconds() > 0 && message.nanos() < 0)) {
    return absl::InvalidArgumentError("has seconds and nanoseconds of different signs");
  }
  return absl::Seconds(message.seconds()) + absl::Nanoseconds(message.nanos());
}

}  // namespace aandacht::wire
