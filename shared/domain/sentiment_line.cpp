#include "shared/domain/sentiment_line.h"

#include <algorithm>
#include <numeric>

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostScores = 64;
constexpr std::ptrdiff_t kEndTurns = 3;
constexpr double kClearly = 0.2;

}  // namespace

double end_of(const std::vector<double>& scores) {
  if (scores.empty()) return 0;
  const auto count = std::min<std::ptrdiff_t>(kEndTurns, std::ssize(scores));
  return std::accumulate(scores.end() - count, scores.end(), 0.0) / static_cast<double>(count);
}

namespace {

double trend_of(const std::vector<double>& scores) {
  if (scores.size() < 2) return 0;
  double weights = 0;
  double mean_x = 0;
  double mean_y = 0;
  const double last = static_cast<double>(scores.size() - 1);
  const auto position = [&](std::size_t i) { return static_cast<double>(i) / last; };
  const auto weight = [&](std::size_t i) { return 1 + 2 * position(i); };
  for (std::size_t i = 0; i < scores.size(); ++i) {
    weights += weight(i);
    mean_x += weight(i) * position(i);
    mean_y += weight(i) * scores[i];
  }
  mean_x /= weights;
  mean_y /= weights;
  double covariance = 0;
  double variance = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    covariance += weight(i) * (position(i) - mean_x) * (scores[i] - mean_y);
    variance += weight(i) * (position(i) - mean_x) * (position(i) - mean_x);
  }
  return std::clamp(covariance / variance, -2.0, 2.0);
}

}  // namespace

void add_score(CallSentiment& line, const Sentiment& turn) {
  if (line.turns == 0) {
    line.start = turn.score;
    line.lowest = turn.score;
  }
  ++line.turns;
  line.lowest = std::min(line.lowest, turn.score);
  line.scores.push_back(turn.score);
  if (line.scores.size() > kMostScores) line.scores.erase(line.scores.begin());
  line.end = end_of(line.scores);
  line.trend = trend_of(line.scores);
  line.feeling = line.end <= -kClearly  ? Feeling::kNegative
                 : line.end >= kClearly ? Feeling::kPositive
                                        : Feeling::kNeutral;
}

}  // namespace aandacht::domain
