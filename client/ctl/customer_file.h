// Customers as a file of JSON lines tells them; the format is in docs/commands.md.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "client/ctl/json_fields.h"
#include "shared/domain/customer.h"

namespace aandacht::ctl {

/// One line of a customer file. Without `external_id` (or `id`) the key is derived from the first phone number, else
/// from the name and company: the same line always gives the same key.
///
/// INVALID_ARGUMENT: not JSON, or a field is wrong; the message names the field.
[[nodiscard]] absl::StatusOr<domain::Customer> parse_customer(std::string_view line);

/// The same from an object that is part of something larger; faults go to the object's status.
[[nodiscard]] domain::Customer read_customer(JsonFields& fields);

}  // namespace aandacht::ctl
