// Quarters, the words of habits, and answers on five steps.
#include "shared/domain/team_habits.h"
#include "shared/domain/survey.h"
#include "tests/support/catch.h"

using namespace aandacht::domain;

TEST_CASE("a quarter begins in January, April, July and October, and sorts as time goes") {
  CHECK(quarter_of(absl::CivilDay(2026, 1, 1)) == "2026-Q1");
  CHECK(quarter_of(absl::CivilDay(2026, 3, 31)) == "2026-Q1");
  CHECK(quarter_of(absl::CivilDay(2026, 4, 1)) == "2026-Q2");
  CHECK(quarter_of(absl::CivilDay(2026, 12, 31)) == "2026-Q4");
  CHECK(quarter_of(absl::CivilDay(2026, 12, 31)) < quarter_of(absl::CivilDay(2027, 1, 1)));
}

TEST_CASE("the quarter before is that of three months ago, on every day of the month") {
  CHECK(quarter_before(absl::CivilDay(2026, 1, 1)) == "2025-Q4");
  CHECK(quarter_before(absl::CivilDay(2026, 5, 31)) == "2026-Q1");
  CHECK(quarter_before(absl::CivilDay(2026, 12, 31)) == "2026-Q3");
}

TEST_CASE("habits say the same whatever their case, punctuation and spaces, and not with another word") {
  CHECK(same_words("Ik adem uit", " ik ADEM  uit."));
  CHECK(same_words("Eén slok", "eén slok!"));
  CHECK_FALSE(same_words("Ik adem uit", "Ik adem in"));
}

TEST_CASE("one and two are low, three is the middle, four and five are high, nothing else is an answer") {
  CHECK(grade_of_answer(0) == Grade::kUnknown);
  CHECK(grade_of_answer(1) == Grade::kLow);
  CHECK(grade_of_answer(2) == Grade::kLow);
  CHECK(grade_of_answer(3) == Grade::kMiddle);
  CHECK(grade_of_answer(4) == Grade::kHigh);
  CHECK(grade_of_answer(5) == Grade::kHigh);
  CHECK(grade_of_answer(6) == Grade::kUnknown);
  CHECK(grade_of_answer(-1) == Grade::kUnknown);
}
