#include "shared/domain/why_check.h"

#include <random>
#include <set>

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

int none() { return 0; }

WhyPicture picture(std::vector<WhyLevel> now, int differing) { return {std::move(now), differing}; }

std::vector<WhyLevel> people(int none_of, int know, int feel, int tell) {
  std::vector<WhyLevel> levels(static_cast<std::size_t>(none_of), WhyLevel::kNone);
  levels.insert(levels.end(), static_cast<std::size_t>(know), WhyLevel::kKnow);
  levels.insert(levels.end(), static_cast<std::size_t>(feel), WhyLevel::kFeel);
  levels.insert(levels.end(), static_cast<std::size_t>(tell), WhyLevel::kTell);
  return levels;
}

TEST_CASE("asked is what is of lately first, then what few answered", "[why-check]") {
  CHECK(choose_why_check({{"a", 0, 0, false}, {"b", 3, 9, false}}, 1) == "b");
  CHECK(choose_why_check({{"a", 1, 4, false}, {"b", 9, 5, false}}, 1) == "a");
}

TEST_CASE("nothing is asked that the agent answered this quarter, nor out of nothing", "[why-check]") {
  CHECK(choose_why_check({{"a", 9, 0, true}, {"b", 0, 7, false}}, 1) == "b");
  CHECK(choose_why_check({{"a", 9, 0, true}}, 1).empty());
  CHECK(choose_why_check({}, 1).empty());
}

TEST_CASE("equals are dealt by the seed, the same for the same seed, whatever their order", "[why-check]") {
  const std::vector<WhyCandidate> one = {{"a", 0, 0, false}, {"b", 0, 0, false}, {"c", 0, 0, false}};
  const std::vector<WhyCandidate> other = {one[2], one[0], one[1]};
  std::set<std::string> dealt;
  for (std::uint64_t seed = 0; seed < 64; ++seed) {
    CHECK(choose_why_check(one, seed) == choose_why_check(other, seed));
    dealt.insert(choose_why_check(one, seed));
  }
  CHECK(dealt.size() == 3);
}

TEST_CASE("fewer than five answers tell nothing", "[why-check]") {
  CHECK(look_at_why({}, picture(people(0, 0, 0, 4), 4), none) == ToldWhy{});
  CHECK(look_at_why({}, picture(people(0, 0, 0, 5), 5), none).people == 5);
}

TEST_CASE("who can tell it feels it and knows it", "[why-check]") {
  const ToldWhy told = look_at_why({}, picture(people(1, 2, 2, 1), 6), none);
  CHECK(told.know == WhyShare::kMost);
  CHECK(told.feel == WhyShare::kSome);
  CHECK(told.tell == WhyShare::kFew);
}

TEST_CASE("what is told does not change for one or two, and for three at once", "[why-check]") {
  const ToldWhy before = look_at_why({}, picture(people(5, 0, 0, 0), 5), none);
  CHECK(look_at_why(before, picture(people(0, 0, 0, 7), 2), none) == before);
  CHECK(look_at_why(before, picture(people(0, 0, 0, 8), 3), none).tell == WhyShare::kMost);
  CHECK(look_at_why(before, picture(people(2, 0, 0, 0), 3), none) == ToldWhy{});
}

TEST_CASE("whatever is tossed, no more can tell it than feel it, nor feel it than know it", "[why-check]") {
  std::mt19937 random(1);
  const auto toss = [&random] { return static_cast<int>(random() % 3) - 1; };
  for (int i = 0; i < 2000; ++i) {
    std::vector<WhyLevel> levels;
    for (unsigned n = 5 + random() % 6; n > 0; --n) levels.push_back(static_cast<WhyLevel>(random() % 4));
    const ToldWhy told = look_at_why({}, picture(levels, 5), toss);
    CHECK(told.tell <= told.feel);
    CHECK(told.feel <= told.know);
  }
}

TEST_CASE("how many answered is told in fives", "[why-check]") {
  CHECK(rounded_people(5) == 5);
  CHECK(rounded_people(9) == 5);
  CHECK(rounded_people(23) == 20);
}

}  // namespace
}  // namespace aandacht::domain
