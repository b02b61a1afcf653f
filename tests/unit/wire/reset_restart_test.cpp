// A service that restarts in the middle of a reset goes on where it was.
#include "shared/wire/encoding.h"
#include "tests/support/catch.h"
#include "tests/unit/domain/reset_desk.h"

namespace aandacht::domain {
namespace {

void restart(ResetDesk& desk) {
  const absl::StatusOr<Desk> again = wire::decode_desk(wire::encode(desk.desk));
  REQUIRE(again.ok());
  REQUIRE(*again == desk.desk);
  desk.desk = *again;
}

}  // namespace

TEST_CASE("a desk that restarts between any two steps of a reset ends up as one that did not") {
  const auto day = [](ResetDesk& desk, auto between) {
    desk.take_call(0);
    between(desk);
    const std::string id = desk.current().id;
    desk.act(102, FullnessTold{id, false, 4});
    between(desk);
    desk.answer(103, ResetAnswer::kAccept);
    between(desk);
    desk.answer(110, ResetAnswer::kExtend);
    between(desk);
    desk.wait_until(223);
    between(desk);
    desk.act(225, FullnessTold{id, true, 2});
    between(desk);
    desk.wait_until(300);
    between(desk);
    desk.take_call(1300);
    between(desk);
    desk.answer(1401, ResetAnswer::kDecline);
  };
  ResetDesk restarted;
  ResetDesk steady;
  day(restarted, [](ResetDesk& desk) { restart(desk); });
  day(steady, [](ResetDesk&) {});
  CHECK(restarted.desk == steady.desk);
  CHECK(steady.book().past.size() == 2);
}

}  // namespace aandacht::domain
