// What an exercise did, against numbers worked out by hand.
#include <initializer_list>
#include <random>
#include <utility>

#include "shared/domain/reset.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

using Taps = std::initializer_list<std::pair<int, int>>;

void add(ResetBook& book, Exercise kind, Taps taps) {
  for (const auto& [before, after] : taps) {
    Reset reset;
    reset.state = ResetState::kDone;
    reset.exercise = kind;
    reset.full_before = before;
    reset.full_after = after;
    book.past.push_back(reset);
  }
}

const ExerciseEffect& of(const std::vector<ExerciseEffect>& effects, Exercise kind) {
  return effects[static_cast<std::size_t>(kind)];
}

}  // namespace

TEST_CASE("nothing is known without taps, of any of the four") {
  const auto effects = exercise_effects({});
  REQUIRE(effects.size() == 4);
  for (const ExerciseEffect& effect : effects) {
    CHECK(effect.times == 0);
    CHECK_FALSE(effect.best);
  }
  CHECK(effects[0].kind == Exercise::kInfluence);
  CHECK(effects[3].kind == Exercise::kBreathing);
}

TEST_CASE("only a reset that is done, with both taps, counts") {
  ResetBook book;
  add(book, Exercise::kBreathing, {{4, 0}, {0, 2}, {4, 2}});
  add(book, Exercise::kBreathing, {{5, 1}});
  book.past.back().state = ResetState::kNoAnswer;
  CHECK(of(exercise_effects(book), Exercise::kBreathing).times == 1);
}

TEST_CASE("the one that is still on screen counts as soon as it is tapped") {
  ResetBook book;
  add(book, Exercise::kKindAct, {{4, 2}});
  book.current = book.past.back();
  CHECK(of(exercise_effects(book), Exercise::kKindAct).times == 2);
}

TEST_CASE("one pair of taps says as good as nothing: anything is possible") {
  ResetBook book;
  add(book, Exercise::kInfluence, {{4, 2}});
  const ExerciseEffect effect = of(exercise_effects(book), Exercise::kInfluence);
  CHECK(effect.mean == Approx(2));
  CHECK(effect.low == -4);
  CHECK(effect.high == 4);
}

TEST_CASE("mean and interval are those of Student's t") {
  // Differences 2, 1, 3, 0, 2: mean 1.6, sum of squares 5.2, variance 1.3, standard error sqrt(1.3 / 5) = .50990;
  // t(.95, 4) = 2.132, so 1.6 ± 1.0871.
  ResetBook book;
  add(book, Exercise::kBreathing, {{4, 2}, {3, 2}, {5, 2}, {3, 3}, {4, 2}});
  const ExerciseEffect effect = of(exercise_effects(book), Exercise::kBreathing);
  CHECK(effect.times == 5);
  CHECK(effect.mean == Approx(1.6));
  CHECK(effect.low == Approx(0.5129).margin(0.0005));
  CHECK(effect.high == Approx(2.6871).margin(0.0005));
}

TEST_CASE("five times the same answer does not pass for certainty") {
  // Differences all 1: the variance is that of rounding, 1/6, the standard error sqrt(1 / 30) = .18257; ± .3892.
  ResetBook book;
  add(book, Exercise::kBreathing, {{3, 2}, {3, 2}, {3, 2}, {3, 2}, {3, 2}});
  const ExerciseEffect effect = of(exercise_effects(book), Exercise::kBreathing);
  CHECK(effect.low == Approx(0.6108).margin(0.0005));
  CHECK(effect.high == Approx(1.3892).margin(0.0005));
}

TEST_CASE("one kind is best when its interval lies above the mean of the others") {
  ResetBook book;
  add(book, Exercise::kBreathing, {{5, 2}, {5, 3}, {4, 1}, {5, 2}, {4, 2}});  // 3 2 3 3 2: 2.6 ± .522.
  add(book, Exercise::kInfluence, {{3, 2}, {3, 3}, {4, 3}, {3, 3}, {4, 3}});  // 1 0 1 0 1: .6.
  CHECK(of(exercise_effects(book), Exercise::kBreathing).best);
  CHECK_FALSE(of(exercise_effects(book), Exercise::kInfluence).best);
}

TEST_CASE("none is best with too few taps, with nothing to compare, or when they are alike") {
  ResetBook few;
  add(few, Exercise::kBreathing, {{5, 2}, {5, 2}, {5, 2}, {5, 2}});
  add(few, Exercise::kInfluence, {{3, 3}, {3, 3}, {3, 3}, {3, 3}, {3, 3}});
  ResetBook alone;
  add(alone, Exercise::kBreathing, {{5, 2}, {5, 2}, {5, 2}, {5, 2}, {5, 2}});
  add(alone, Exercise::kInfluence, {{3, 3}, {3, 3}, {3, 3}, {3, 3}});
  ResetBook alike;
  add(alike, Exercise::kBreathing, {{4, 2}, {3, 2}, {5, 2}, {3, 3}, {4, 2}});  // 1.6 ± 1.1.
  add(alike, Exercise::kInfluence, {{4, 3}, {4, 3}, {4, 2}, {4, 3}, {4, 3}});  // 1.2.
  for (const ResetBook& book : {few, alone, alike}) {
    for (const ExerciseEffect& effect : exercise_effects(book)) CHECK_FALSE(effect.best);
  }
}

TEST_CASE("none is best when the other's own interval reaches its mean") {
  ResetBook book;
  add(book, Exercise::kBreathing, {{4, 2}, {4, 2}, {4, 2}, {4, 2}, {4, 2}});  // 2 ± .389: above the other's mean.
  add(book, Exercise::kInfluence, {{5, 1}, {4, 4}, {5, 2}, {4, 4}, {4, 4}});  // 1.4 ± 1.86: up to 3.26.
  REQUIRE(of(exercise_effects(book), Exercise::kBreathing).low > 1.4);
  CHECK_FALSE(of(exercise_effects(book), Exercise::kBreathing).best);
}

TEST_CASE("one that makes the head fuller is never best, however bad the others are") {
  ResetBook book;
  add(book, Exercise::kBreathing, {{3, 3}, {3, 3}, {3, 3}, {3, 3}, {3, 3}});
  add(book, Exercise::kInfluence, {{1, 5}, {1, 5}, {1, 5}, {1, 5}, {1, 5}});
  for (const ExerciseEffect& effect : exercise_effects(book)) CHECK_FALSE(effect.best);
}

TEST_CASE("four exercises that do the same are seldom told apart") {
  // 12 pairs of each, from one and the same distribution: a best one is found by chance in one of eighteen books.
  std::mt19937 random(5);
  int found = 0;
  constexpr int kBooks = 2000;
  for (int i = 0; i < kBooks; ++i) {
    ResetBook book;
    for (int each = 0; each < 48; ++each) {
      const int before = 3 + static_cast<int>(random() % 3);
      add(book, static_cast<Exercise>(each % 4), {{before, before - static_cast<int>(random() % 3)}});
    }
    for (const ExerciseEffect& effect : exercise_effects(book)) found += effect.best ? 1 : 0;
  }
  INFO(found << " of " << kBooks);
  CHECK(found < kBooks / 15);
}

}  // namespace aandacht::domain
