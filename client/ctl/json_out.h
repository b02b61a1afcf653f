// Values as JSON, the same in every command; the shapes are in docs/commands.md.
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "nlohmann/json.hpp"
#include "shared/domain/card.h"
#include "shared/domain/customer.h"
#include "shared/domain/library.h"
#include "shared/domain/reading.h"

namespace aandacht::ctl {

using Json = nlohmann::ordered_json;  ///< Keys stay in the order in which they are written.

/// One line, without a line end; ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string to_line(const Json& value);

/// RFC 3339 with milliseconds; null for a moment that did not happen.
[[nodiscard]] Json moment_json(absl::Time time, absl::TimeZone zone);
/// A day without a time is that day, anything else a moment; null when absent.
[[nodiscard]] Json due_json(const std::optional<absl::Time>& due, absl::TimeZone zone);
/// Four decimals, so that a line says what a person can use.
[[nodiscard]] double rounded(double value);

[[nodiscard]] Json sentiment_json(const std::optional<domain::Sentiment>& sentiment);
[[nodiscard]] Json heard_json(const domain::HeardFact& fact);
[[nodiscard]] Json promise_json(const domain::Promise& promise, absl::TimeZone zone);
[[nodiscard]] Json card_json(const domain::Card& card);
[[nodiscard]] Json held_back_json(const domain::Card& card, domain::HoldBackReason reason);
[[nodiscard]] Json customer_json(const domain::Customer& customer, absl::TimeZone zone);
[[nodiscard]] Json why_json(const domain::Why& why);

}  // namespace aandacht::ctl
