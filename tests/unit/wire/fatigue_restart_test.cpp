// A service that restarts in the middle of a shift counts on where it was.
#include "shared/wire/encoding.h"
#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

/// Eight calls over midnight, some heavy, with a pause; `between` is called after every event.
template <typename Between>
Desk shift_over_midnight(Between between) {
  DeskFixture shift;
  constexpr double kMidnight = 35'200;  // UTC, in seconds after the fixture begins.
  for (int call = 0; call < 8; ++call) {
    const std::string id = absl::StrCat("call-", call);
    const double at = kMidnight - 1500 + 400.0 * call + (call > 5 ? 600 : 0);
    shift.report(at, CallEvent::kRinging, id);
    between(shift.desk);
    shift.report(at + 4, CallEvent::kAnswered, id);
    between(shift.desk);
    if (call % 3 != 0) shift.happen(at + 50, CallMarkedHeavy{id, true});
    between(shift.desk);
    shift.report(at + 300, CallEvent::kEnded, id);
    between(shift.desk);
    shift.happen(at + 330, WrapUpFinished{id});
    between(shift.desk);
  }
  return shift.desk;
}

TEST_CASE("a desk that restarts after every event has the same counters and score as one that did not", "[fatigue]") {
  const Desk steady = shift_over_midnight([](Desk&) {});
  const Desk restarted = shift_over_midnight([](Desk& desk) {
    const absl::StatusOr<Desk> again = wire::decode_desk(wire::encode(desk));
    REQUIRE(again.ok());
    desk = *again;
  });
  CHECK(restarted.fatigue == steady.fatigue);
  CHECK(steady.fatigue.calls_in_shift == 8);
  CHECK(steady.fatigue.calls_since_pause == 2);
  CHECK(steady.fatigue.heavy.size() == 5);
  const FatigueRules rules = shipped_fatigue_rules();
  CHECK(fatigue_score(restarted.fatigue, rules, steady.time) == fatigue_score(steady.fatigue, rules, steady.time));
  CHECK(fatigue_score(steady.fatigue, rules, steady.time).total > 0);
}

}  // namespace
}  // namespace aandacht::domain
