// Ticking a habit, and taking a tick back.
#include "tests/support/catch.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::domain {
namespace {

struct Habit : DeskFixture {
  Habit() { happen(0, OwnActed{HabitChosen{"own", "I hang up", "breathe out", ""}}); }

  int tick(const std::string& call_id, bool done = true) {
    happen(++seconds, OwnActed{HabitTicked{call_id, done}});
    return desk.habits.current->repetitions;
  }

  double seconds = 0;
};

}  // namespace

TEST_CASE_METHOD(Habit, "A call ticks once, and can take its tick back", "[habit]") {
  CHECK(tick("c1") == 1);
  CHECK(tick("c1") == 1);
  CHECK(tick("c1", false) == 0);
  CHECK(tick("c1") == 1);
}

TEST_CASE_METHOD(Habit, "A tick between calls that is taken back leaves the tick of the call", "[habit]") {
  tick("c1");
  CHECK(tick("") == 2);
  CHECK(tick("", false) == 1);
  CHECK(desk.habits.current->last_call_id == "c1");
  CHECK(tick("c1") == 1);
  CHECK(tick("c1", false) == 0);
}

TEST_CASE_METHOD(Habit, "A tick between calls does not let the call before it tick again", "[habit]") {
  tick("c1");
  tick("");
  CHECK(tick("c1") == 2);
}

}  // namespace aandacht::domain
