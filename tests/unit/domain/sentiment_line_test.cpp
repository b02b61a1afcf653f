#include "shared/domain/sentiment_line.h"

#include <initializer_list>

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

CallSentiment line_of(std::initializer_list<double> scores) {
  CallSentiment line;
  for (const double score : scores) add_score(line, Sentiment{score, Feeling::kNeutral, 1, "test"});
  return line;
}

}  // namespace

TEST_CASE("One turn is start, end and lowest at once, and has no trend") {
  const CallSentiment line = line_of({-0.5});
  CHECK(line.start == -0.5);
  CHECK(line.end == -0.5);
  CHECK(line.lowest == -0.5);
  CHECK(line.trend == 0);
  CHECK(line.turns == 1);
  CHECK(line.feeling == Feeling::kNegative);
}

TEST_CASE("The end is the mean of the last three turns and decides the feeling") {
  const CallSentiment line = line_of({-0.9, -0.3, 0.3, 0.6, 0.9});
  CHECK(line.start == -0.9);
  CHECK(line.lowest == -0.9);
  CHECK(line.end == Approx(0.6));
  CHECK(line.feeling == Feeling::kPositive);
  CHECK(line_of({0.2}).feeling == Feeling::kPositive);
  CHECK(line_of({0.19}).feeling == Feeling::kNeutral);
  CHECK(line_of({-0.2}).feeling == Feeling::kNegative);
}

TEST_CASE("The end of scores is what the feeling is of, also when the last of them says something else") {
  CHECK(end_of({}) == 0);
  CHECK(end_of({0.5}) == Approx(0.5));
  CHECK(end_of({1, -0.9, -0.6, 0.06}) == Approx(-0.48));
  const CallSentiment line = line_of({-0.9, -0.6, 0.06});
  CHECK(end_of(line.scores) == line.end);
  CHECK(line.feeling == Feeling::kNegative);
}

TEST_CASE("The trend of a straight line is its rise over the call, whatever the weights") {
  CHECK(line_of({-0.5, 0, 0.5}).trend == Approx(1));
  CHECK(line_of({0.5, 0, -0.5}).trend == Approx(-1));
  CHECK(line_of({0.3, 0.3, 0.3}).trend == Approx(0).margin(1e-12));
  CHECK(line_of({-1, 1}).trend == Approx(2));
}

TEST_CASE("A change at the end weighs more in the trend than the same change at the start") {
  const double late = line_of({0, 0, 0, 0, 1}).trend;
  const double early = line_of({-1, 0, 0, 0, 0}).trend;
  CHECK(late > early);
  CHECK(early > 0);
}

TEST_CASE("A long call keeps its latest 64 scores, its first and its lowest") {
  CallSentiment line = line_of({-1});
  for (int i = 0; i < 100; ++i) add_score(line, Sentiment{0.5, Feeling::kPositive, 1, "test"});
  CHECK(line.scores.size() == 64);
  CHECK(line.turns == 101);
  CHECK(line.start == -1);
  CHECK(line.lowest == -1);
}

}  // namespace aandacht::domain
