// Times that senders give.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {

/// The sender's time, or nothing when it gave none. INVALID_ARGUMENT with the field's name: no time between the years
/// 1970 and 2200.
[[nodiscard]] inline absl::StatusOr<std::optional<absl::Time>> sender_time(const std::string& field, bool given,
                                                                           const google::protobuf::Timestamp& message) {
  if (!given) return std::optional<absl::Time>();
  const absl::StatusOr<absl::Time> time = wire::from_proto(message);
  if (!time.ok()) return absl::InvalidArgumentError(absl::StrCat(field, " ", std::string(time.status().message())));
  if (*time < absl::UnixEpoch())
    return absl::InvalidArgumentError(absl::StrCat(field, " is before 1970; check the clock"));
  // Stored as nanoseconds in 64 bits, which end in 2262.
  if (*time > absl::FromUnixSeconds(7258118400)) {
    return absl::InvalidArgumentError(absl::StrCat(field, " is after 2200; check the clock"));
  }
  return std::optional<absl::Time>(*time);
}

/// How long it waited at the sender: what makes no sense, or is over a month, is taken as the nearest that does.
[[nodiscard]] inline absl::Duration sender_delay(const google::protobuf::Duration& message) {
  const absl::Duration delay = wire::from_proto(message).value_or(absl::ZeroDuration());
  return std::clamp(delay, absl::ZeroDuration(), absl::Hours(31 * 24));
}

/// Both, of a request that has `occur_time` and `delay`. Errors are those of sender_time().
template <typename Request>
[[nodiscard]] absl::StatusOr<core::SenderTime> sender_times(const Request& request) {
  const auto occurred = sender_time("occur_time", request.has_occur_time(), request.occur_time());
  if (!occurred.ok()) return occurred.status();
  return core::SenderTime{*occurred, sender_delay(request.delay())};
}

}  // namespace aandacht::rpc
