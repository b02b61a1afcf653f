// The table of what tires between the domain and own.proto.
#pragma once

#include <string>
#include <string_view>

#include "aandacht/v1/own.pb.h"
#include "absl/status/statusor.h"
#include "shared/domain/fatigue.h"

namespace aandacht::wire {

[[nodiscard]] v1::FatigueRules to_proto(const domain::FatigueRules& rules);

/// INVALID_ARGUMENT with the field's name: a cause that is missing, unknown or there twice, a number that is none, or
/// a figure that a table cannot have (content/fatigue.toml): points outside 0 to 100, `full` not above `from`, a span
/// that is not above zero.
[[nodiscard]] absl::StatusOr<domain::FatigueRules> from_proto(const v1::FatigueRules& message);

/// The stored form, as in encoding.h.
[[nodiscard]] std::string encode(const domain::FatigueRules& rules);

/// INVALID_ARGUMENT: not such a message, or a field that from_proto() refuses.
[[nodiscard]] absl::StatusOr<domain::FatigueRules> decode_fatigue_rules(std::string_view bytes);

}  // namespace aandacht::wire
