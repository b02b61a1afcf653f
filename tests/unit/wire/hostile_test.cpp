// Bytes and messages from anywhere: a clear error or a value, never a crash.
#include <string>

#include "google/protobuf/stubs/logging.h"
#include "shared/wire/desk.h"
#include "shared/wire/encoding.h"
#include "shared/wire/events.h"
#include "shared/wire/records.h"
#include "tests/support/catch.h"
#include "tests/support/generate.h"

namespace aandacht::wire {
namespace {

std::string message_of(const absl::Status& status) {
  CHECK(status.code() == absl::StatusCode::kInvalidArgument);
  return std::string(status.message());
}

void decode_all(const std::string& bytes) {
  (void)decode_desk(bytes);
  (void)decode_event(bytes);
  (void)decode_customer(bytes);
  (void)decode_why(bytes);
  (void)decode_card(bytes);
}

TEST_CASE("random bytes are refused or read, never a crash", "[wire]") {
  const google::protobuf::LogSilencer quiet;
  test::Generate generate(21);
  for (int round = 0; round < 3000; ++round) decode_all(generate.bytes(generate.number(0, 200)));
  CHECK_FALSE(decode_desk("\xFF\xFF\xFF").ok());
}

TEST_CASE("a stored desk with flipped, cut or doubled bytes is refused or read, never a crash", "[wire]") {
  const google::protobuf::LogSilencer quiet;
  test::Generate generate(22);
  for (int round = 0; round < 1500; ++round) {
    std::string bytes = encode(generate.desk());
    if (bytes.empty()) continue;
    const int last = static_cast<int>(bytes.size()) - 1;
    for (int flips = generate.number(1, 4); flips > 0; --flips) {
      bytes[static_cast<std::size_t>(generate.number(0, last))] = static_cast<char>(generate.number(0, 255));
    }
    if (generate.coin()) bytes.resize(static_cast<std::size_t>(generate.number(0, last)));
    decode_all(bytes);
  }
}

TEST_CASE("a value that is not UTF-8 in a message of another program is refused with the message's name", "[wire]") {
  const google::protobuf::LogSilencer quiet;
  const auto desk = decode_desk(std::string("\x0A\x01\xFF", 3));
  CHECK(message_of(desk.status()) == "these bytes are not a aandacht.v1.Desk");
}

TEST_CASE("a wrong field is named by its path", "[wire]") {
  v1::Desk desk;
  desk.add_calls()->set_state(v1::CALL_STATE_RINGING);
  v1::JourneyStep& step = *[&] {
    v1::DeskCall* call = desk.add_calls();
    call->set_state(v1::CALL_STATE_ENDED);
    return call->mutable_customer()->add_journey();
  }();
  step.set_stage(v1::JOURNEY_STAGE_BUY);
  CHECK(message_of(from_proto(desk).status()) == "calls[1].customer.journey[0].day: is missing");
  step.mutable_day()->set_nanos(-1);
  CHECK(message_of(from_proto(desk).status()) ==
        "calls[1].customer.journey[0].day: has nanoseconds outside 0 to 999999999");
}

TEST_CASE("an enumeration that is missing or from a newer version is refused", "[wire]") {
  v1::Card card;
  CHECK(message_of(from_proto(card).status()) == "kind: is missing");
  card.set_kind(static_cast<v1::CardKind>(77));
  CHECK(message_of(from_proto(card).status()) == "kind: is not a known value");
  card.set_kind(v1::CARD_KIND_WE);
  card.set_label(static_cast<v1::CoachLabel>(-3));
  CHECK(message_of(from_proto(card).status()) == "label: is not a known value");
}

TEST_CASE("an enumeration that may be left out takes its documented value", "[wire]") {
  v1::Event message;
  message.mutable_call_reported()->set_event(v1::CALL_EVENT_RINGING);
  const auto event = from_proto(message);
  REQUIRE(event.ok());
  CHECK(std::get<domain::CallReported>(event->what).direction == domain::CallDirection::kIncoming);

  v1::Customer customer;
  customer.add_journey()->set_stage(v1::JOURNEY_STAGE_USE);
  customer.mutable_journey(0)->mutable_day();
  customer.mutable_journey(0)->mutable_promise();
  const auto read = from_proto(customer);
  REQUIRE(read.ok());
  CHECK(read->address_form == domain::AddressForm::kUnknown);
  CHECK(read->journey[0].felt == domain::Feeling::kNeutral);
  CHECK(read->journey[0].promise->state == domain::PromiseState::kOpen);
}

TEST_CASE("an event or change that says nothing is refused", "[wire]") {
  CHECK(message_of(from_proto(v1::Event()).status()) == "kind: is missing or not known");
  CHECK(message_of(from_proto(v1::DeskChange()).status()) == "kind: is missing or not known");
}

}  // namespace
}  // namespace aandacht::wire
