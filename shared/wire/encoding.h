// The stored form of domain values: the bytes of their message.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/domain/call.h"
#include "shared/domain/card.h"
#include "shared/domain/customer.h"
#include "shared/domain/desk.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"
#include "shared/domain/reading.h"

namespace aandacht::wire {

/// The same value always gives the same bytes. Text that is not UTF-8 is repaired with U+FFFD: what was stored can
/// always be read again.
[[nodiscard]] std::string encode(const domain::Desk& desk);
[[nodiscard]] std::string encode(const domain::Event& event);
[[nodiscard]] std::string encode(const domain::Customer& customer);
[[nodiscard]] std::string encode(const domain::Why& why);
[[nodiscard]] std::string encode(const domain::Card& card);
[[nodiscard]] std::string encode(const domain::CallSentiment& sentiment);
[[nodiscard]] std::string encode(const domain::Sentiment& sentiment);

/// decode_x(encode(x)) == x, for times in whole nanoseconds. Any bytes are taken.
/// INVALID_ARGUMENT: not such a message, or a field that from_proto() refuses.
[[nodiscard]] absl::StatusOr<domain::Desk> decode_desk(std::string_view bytes);
[[nodiscard]] absl::StatusOr<domain::Event> decode_event(std::string_view bytes);
[[nodiscard]] absl::StatusOr<domain::Customer> decode_customer(std::string_view bytes);
[[nodiscard]] absl::StatusOr<domain::Why> decode_why(std::string_view bytes);
[[nodiscard]] absl::StatusOr<domain::Card> decode_card(std::string_view bytes);
[[nodiscard]] absl::StatusOr<domain::CallSentiment> decode_call_sentiment(std::string_view bytes);
[[nodiscard]] absl::StatusOr<domain::Sentiment> decode_sentiment(std::string_view bytes);

}  // namespace aandacht::wire
