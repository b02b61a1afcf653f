#include "shared/wire/encoding.h"

#include <limits>

#include "absl/strings/str_cat.h"
#include "shared/wire/desk.h"
#include "shared/wire/events.h"
#include "shared/wire/library.h"
#include "shared/wire/records.h"
#include "shared/wire/repair.h"

namespace aandacht::wire {
namespace {

template <typename Message>
std::string write(Message message) {
  repair_text(message);
  return message.SerializeAsString();
}

template <typename Domain, typename Message>
absl::StatusOr<Domain> read(std::string_view bytes, absl::StatusOr<Domain> (*convert)(const Message&)) {
  Message message;
  const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  if (!fits || !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::InvalidArgumentError(absl::StrCat("these bytes are not a ", Message::descriptor()->full_name()));
  }
  return convert(message);
}

}  // namespace

std::string encode(const domain::Desk& desk) { return write(to_proto(desk)); }
std::string encode(const domain::Event& event) { return write(to_proto(event)); }
std::string encode(const domain::Customer& customer) { return write(to_proto(customer)); }
std::string encode(const domain::Why& why) { return write(to_proto(why)); }
std::string encode(const domain::Card& card) { return write(to_proto(card)); }
std::string encode(const domain::CallSentiment& sentiment) { return write(to_proto(sentiment)); }
std::string encode(const domain::Sentiment& sentiment) { return write(to_proto(sentiment)); }

absl::StatusOr<domain::Desk> decode_desk(std::string_view bytes) {
  return read<domain::Desk, v1::Desk>(bytes, from_proto);
}
absl::StatusOr<domain::Event> decode_event(std::string_view bytes) {
  return read<domain::Event, v1::Event>(bytes, from_proto);
}
absl::StatusOr<domain::Customer> decode_customer(std::string_view bytes) {
  return read<domain::Customer, v1::Customer>(bytes, from_proto);
}
absl::StatusOr<domain::Why> decode_why(std::string_view bytes) { return read<domain::Why, v1::Why>(bytes, from_proto); }
absl::StatusOr<domain::Card> decode_card(std::string_view bytes) {
  return read<domain::Card, v1::Card>(bytes, from_proto);
}
absl::StatusOr<domain::CallSentiment> decode_call_sentiment(std::string_view bytes) {
  return read<domain::CallSentiment, v1::CallSentiment>(bytes, from_proto);
}
absl::StatusOr<domain::Sentiment> decode_sentiment(std::string_view bytes) {
  return read<domain::Sentiment, v1::Sentiment>(bytes, from_proto);
}

}  // namespace aandacht::wire
