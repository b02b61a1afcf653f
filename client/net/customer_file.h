// Customers as a file of JSON lines tells them; the format is in docs/commands.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "client/net/json_fields.h"
#include "shared/domain/customer.h"

namespace aandacht::net {

/// One line of a customer file. Without `external_id` (or `id`) the key is derived from the first phone number, else
/// from the name and company: the same line always gives the same key.
///
/// INVALID_ARGUMENT: not JSON, or a field is wrong; the message names the field.
[[nodiscard]] absl::StatusOr<domain::Customer> parse_customer(std::string_view line);

/// A line, and which fields it brings.
struct CustomerLine {
  domain::Customer customer;
  std::vector<std::string> fields;  ///< Of v1.Customer, `name` first; those that are absent or null are not among them.
};

/// The same, for whoever leaves alone what the line does not say.
[[nodiscard]] absl::StatusOr<CustomerLine> parse_customer_line(std::string_view line);

/// The same from an object that is part of something larger; faults go to the object's status.
[[nodiscard]] domain::Customer read_customer(JsonFields& fields);

}  // namespace aandacht::net
