// Which exercise comes next.
#include "shared/domain/reset_choice.h"

#include <map>
#include <set>

#include "tests/support/catch.h"
#include "tests/unit/domain/reset_desk.h"

namespace aandacht::domain {
namespace {

/// Has a reset from `seconds` on, asked for in `language`, and tells what it was.
Reset have_reset(ResetDesk& desk, double seconds, const std::string& language = "nl", int before = 0, int after = 0) {
  desk.act(seconds, ResetAsked{absl::Seconds(30), language});
  const std::string id = desk.current().id;
  if (before > 0) desk.act(seconds + 1, FullnessTold{id, false, before});
  Reset had = desk.current();
  desk.answer(seconds + 2, ResetAnswer::kStop);
  if (after > 0) desk.act(seconds + 3, FullnessTold{id, true, after});
  desk.answer(seconds + 4, ResetAnswer::kLeave);
  return had;
}

}  // namespace

TEST_CASE("kinds come in rotation and no wording twice before each has had its turn") {
  ResetDesk desk;
  std::vector<std::string> ids;
  for (int i = 0; i < 9; ++i) ids.push_back(have_reset(desk, i * 10).exercise_id);
  CHECK(ids == std::vector<std::string>{"nl/0-0", "nl/1-0", "nl/2-0", "nl/3-0", "nl/0-1", "nl/1-1", "nl/2-1", "nl/3-1",
                                        "nl/0-0"});
}

TEST_CASE("an exercise is in the language of who asks, or its nearest") {
  ResetDesk desk;
  CHECK(have_reset(desk, 0, "en").exercise_id == "en/0-0");
  CHECK(have_reset(desk, 10, "nl-BE").exercise_id == "nl/1-0");
  CHECK(have_reset(desk, 20, "fr").exercise_id == "nl/2-0");
  CHECK(have_reset(desk, 30, "").exercise_id == "nl/3-0");
}

TEST_CASE("rotation goes on over a change of language") {
  ResetDesk desk;
  std::vector<Exercise> kinds;
  for (int i = 0; i < 4; ++i) kinds.push_back(have_reset(desk, i * 10, i % 2 == 0 ? "nl" : "en").exercise);
  CHECK(std::set<Exercise>(kinds.begin(), kinds.end()).size() == 4);
}

TEST_CASE("without any exercise a reset is thirty seconds of a kind") {
  ResetDesk desk;
  desk.library.exercises.clear();
  const Reset had = have_reset(desk, 0);
  CHECK(had.exercise == Exercise::kInfluence);
  CHECK(had.title.empty());
  CHECK(had.steps.empty());
  CHECK(desk.book().used_exercise_ids.empty());
}

TEST_CASE("a wording that was accepted is remembered, an offer that was declined is not") {
  ResetDesk desk;
  desk.take_call(0);
  desk.answer(101, ResetAnswer::kDecline);
  CHECK(desk.book().used_exercise_ids.empty());
  have_reset(desk, 110);
  CHECK(desk.book().used_exercise_ids == std::vector<std::string>{"nl/0-0"});
}

TEST_CASE("no more than twenty-four wordings are remembered, and still every wording gets its turn") {
  ResetDesk desk;
  for (int i = 0; i < 40; ++i) {
    ResetExercise more;
    more.id = absl::StrCat("nl/more-", i);
    more.language = "nl";
    more.kind = kExercises[i % 4];
    desk.library.exercises.push_back(more);
  }
  std::set<std::string> lately;
  for (int i = 0; i < 48; ++i) lately.insert(have_reset(desk, i * 10).exercise_id);
  CHECK(desk.book().used_exercise_ids.size() == 24);
  CHECK(lately.size() == 48);
}

TEST_CASE("the kind that helps best comes every third time, the others keep their turns") {
  ResetDesk desk;
  // Breathing empties the head by three, the others by nothing or one.
  for (int i = 0; i < 24; ++i) {
    desk.act(i * 10, ResetAsked{absl::Seconds(30), "nl"});
    const bool breathes = desk.current().exercise == Exercise::kBreathing;
    desk.act(i * 10 + 1, FullnessTold{desk.current().id, false, 5});
    desk.answer(i * 10 + 2, ResetAnswer::kStop);
    desk.act(i * 10 + 3, FullnessTold{desk.current().id, true, breathes ? 2 : 5 - i % 2});
    desk.answer(i * 10 + 4, ResetAnswer::kLeave);
  }
  REQUIRE(exercise_effects(desk.book())[3].best);
  std::map<Exercise, int> times;
  for (int i = 24; i < 48; ++i) ++times[have_reset(desk, i * 10).exercise];
  CHECK(times[Exercise::kBreathing] >= 8);
  CHECK(times[Exercise::kBreathing] <= 10);
  for (const Exercise other : {Exercise::kInfluence, Exercise::kKindAct, Exercise::kCustomersEyes}) {
    CHECK(times[other] >= 4);
  }
}

}  // namespace aandacht::domain
