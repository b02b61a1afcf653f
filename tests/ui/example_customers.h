// A file of customers as the console may have it.
#pragma once

#include "client/model/customers_model.h"

namespace aandacht::test {

/// With a token that may.
[[nodiscard]] model::CustomersState no_customers_file();

/// A CSV of a shop, tried: three rows are refused.
[[nodiscard]] model::CustomersState tried_customers();

/// Forty columns with long names, thousands of refused rows, stored.
[[nodiscard]] model::CustomersState full_customers();

/// A supervisor's token.
[[nodiscard]] model::CustomersState customers_not_allowed();

}  // namespace aandacht::test
