#include "client/ready/duty.h"

#include "tests/support/catch.h"

namespace aandacht::ready {
namespace {

constexpr absl::Duration kBegan = absl::Hours(5);

absl::Duration at(double seconds) { return kBegan + absl::Seconds(seconds); }

}  // namespace

TEST_CASE("the ready command is due when the time is over, and an extension puts it off") {
  Duty duty(at(0), absl::Seconds(30), {});
  CHECK(duty.due_in(at(10)) == absl::Seconds(20));
  duty.put_off(at(10), absl::Minutes(2));
  CHECK(duty.due_in(at(30)) == absl::Seconds(100));
  CHECK(duty.due_in(at(130)) == absl::ZeroDuration());
}

TEST_CASE("what was called in is due at once and cannot be put off again") {
  Duty duty(at(0), absl::Seconds(30), {});
  duty.call_in(at(5));
  duty.put_off(at(6), absl::Minutes(10));
  CHECK(duty.due_in(at(6)) <= absl::ZeroDuration());
}

TEST_CASE("a ready command that fails comes again with growing waits, and is given up after the longest time") {
  Duty duty(at(0), absl::Seconds(30), {absl::Seconds(1), absl::Seconds(4), absl::Minutes(1)});
  duty.failed(at(30));
  CHECK(duty.due_in(at(30)) == absl::Seconds(1));
  duty.failed(at(31));
  duty.failed(at(33));
  CHECK(duty.due_in(at(33)) == absl::Seconds(4));
  duty.failed(at(37));
  CHECK(duty.due_in(at(37)) == absl::Seconds(4));
  CHECK_FALSE(duty.hopeless(at(89)));
  CHECK(duty.hopeless(at(91)));
}

TEST_CASE("a machine that slept past the end is ready as soon as it wakes up") {
  const Duty duty(at(0), absl::Seconds(30), {});
  CHECK(duty.due_in(at(8 * 3600)) < absl::ZeroDuration());
  CHECK_FALSE(duty.hopeless(at(8 * 3600)));
}

}  // namespace aandacht::ready
