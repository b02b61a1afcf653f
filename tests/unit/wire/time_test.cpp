#include "shared/wire/time.h"

#include <string>

#include "absl/time/time.h"
#include "shared/wire/desk.h"
#include "tests/support/catch.h"

namespace aandacht::wire {
namespace {

absl::Time at(const char* text) {
  absl::Time time;
  std::string error;
  REQUIRE(absl::ParseTime(absl::RFC3339_full, text, &time, &error));
  return time;
}

TEST_CASE("a time before 1970 keeps its nanoseconds positive", "[wire]") {
  const auto message = to_proto(at("1969-12-31T23:59:59.25Z"));
  CHECK(message.seconds() == -1);
  CHECK(message.nanos() == 250000000);
  CHECK(*from_proto(message) == at("1969-12-31T23:59:59.25Z"));
}

TEST_CASE("the first and the last time of the range come back, and one further is refused", "[wire]") {
  for (const char* text : {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"}) {
    CHECK(*from_proto(to_proto(at(text))) == at(text));
  }
  google::protobuf::Timestamp message;
  message.set_seconds(253402300800);
  CHECK(from_proto(message).status().message() == "is outside the years 1 to 9999");
  message.set_seconds(-62135596801);
  CHECK_FALSE(from_proto(message).ok());
  message.set_seconds(0);
  message.set_nanos(1000000000);
  CHECK_FALSE(from_proto(message).ok());
}

TEST_CASE("a time outside the range is moved to its nearest end", "[wire]") {
  CHECK(from_proto(to_proto(at("9999-12-31T23:59:59Z") + absl::Hours(1))).ok());
  CHECK(from_proto(to_proto(absl::UniversalEpoch() - absl::Hours(24 * 365))).ok());
}

TEST_CASE("a time that never came is absent from the message and back", "[wire]") {
  const v1::Desk message = to_proto(domain::Desk{});
  CHECK_FALSE(message.has_time());
  CHECK_FALSE(message.has_wake_time());
  CHECK(from_proto(message)->time == absl::InfinitePast());
  CHECK(from_proto(message)->wake == absl::InfiniteFuture());
}

TEST_CASE("a day is its midnight in UTC, and any moment of it is that day", "[wire]") {
  const absl::CivilDay day(2024, 2, 29);
  CHECK(to_proto(day).seconds() == absl::ToUnixSeconds(at("2024-02-29T00:00:00Z")));
  CHECK(*day_from_proto(to_proto(at("2024-02-29T23:59:59Z"))) == day);
  CHECK(*day_from_proto(to_proto(absl::CivilDay(1899, 12, 31))) == absl::CivilDay(1899, 12, 31));
}

TEST_CASE("a span keeps its sign and nanoseconds", "[wire]") {
  for (const absl::Duration span : {absl::Milliseconds(-1500), absl::ZeroDuration(), absl::Hours(24 * 150)}) {
    CHECK(*from_proto(to_proto(span)) == span);
  }
  CHECK(to_proto(absl::Milliseconds(-1500)).nanos() == -500000000);
  CHECK(from_proto(to_proto(absl::InfiniteDuration())).ok());
}

TEST_CASE("a span with mixed signs or too long is refused", "[wire]") {
  google::protobuf::Duration message;
  message.set_seconds(1);
  message.set_nanos(-1);
  CHECK_FALSE(from_proto(message).ok());
  message.set_seconds(315576000001);
  message.set_nanos(0);
  CHECK_FALSE(from_proto(message).ok());
}

}  // namespace
}  // namespace aandacht::wire
