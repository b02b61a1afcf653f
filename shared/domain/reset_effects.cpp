// What each exercise did for this agent: the mean of the taps before minus after, with a 90 % interval (Student 1908).
#include <algorithm>
#include <cmath>
#include <iterator>

#include "shared/domain/reset.h"

namespace aandacht::domain {
namespace {

constexpr Exercise kKinds[] = {Exercise::kInfluence, Exercise::kKindAct, Exercise::kCustomersEyes,
                               Exercise::kBreathing};
constexpr int kEnoughPairs = 5;

// Quantiles .95 of Student's t with 1 … 30 degrees of freedom, from the table in every textbook of statistics, here
// computed with the inverse of the regularised incomplete beta function.
constexpr double kStudent[] = {6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812,
                               1.796, 1.782, 1.771, 1.761, 1.753, 1.746, 1.740, 1.734, 1.729, 1.725,
                               1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697};

double student(int degrees) { return kStudent[std::min<std::size_t>(degrees, std::size(kStudent)) - 1]; }

// The head's fullness lies between 1 and 5: no mean says more than this.
constexpr double kMost = 4;

// A tap is rounded to a whole number, which alone gives it a variance of 1/12, and the difference of two twice that.
// So five times the same answer does not pass for certainty.
constexpr double kLeastVariance = 1.0 / 6;

std::vector<double> differences(const ResetBook& book, Exercise kind) {
  std::vector<double> found;
  const auto add = [&](const Reset& reset) {
    const bool told = reset.state == ResetState::kDone && reset.full_before > 0 && reset.full_after > 0;
    if (told && reset.exercise == kind) found.push_back(reset.full_before - reset.full_after);
  };
  for (const Reset& reset : book.past) add(reset);
  if (book.current) add(*book.current);
  return found;
}

ExerciseEffect effect_of(Exercise kind, const std::vector<double>& differences) {
  ExerciseEffect effect{kind, static_cast<int>(differences.size()), 0, 0, 0, false};
  if (differences.empty()) return effect;
  const double n = static_cast<double>(differences.size());
  for (const double each : differences) effect.mean += each / n;
  double half = 2 * kMost;
  if (differences.size() > 1) {
    double squares = 0;
    for (const double each : differences) squares += (each - effect.mean) * (each - effect.mean);
    half = student(effect.times - 1) * std::sqrt(std::max(squares / (n - 1), kLeastVariance) / n);
  }
  effect.low = std::max(effect.mean - half, -kMost);
  effect.high = std::min(effect.mean + half, kMost);
  return effect;
}

// Neither interval may hold the other's mean. One of them alone is not enough: of four that do the same one would then
// stand out by chance in every tenth book; so it is one in eighteen (tests/unit/domain/reset_effects_test.cpp).
bool stands_out(const ExerciseEffect& one, const std::vector<ExerciseEffect>& all) {
  if (one.times < kEnoughPairs || one.low <= 0) return false;
  int others = 0;
  for (const ExerciseEffect& other : all) {
    if (other.kind == one.kind || other.times < kEnoughPairs) continue;
    ++others;
    if (one.low <= other.mean || other.high >= one.mean) return false;
  }
  return others > 0;
}

}  // namespace

std::vector<ExerciseEffect> exercise_effects(const ResetBook& book) {
  std::vector<ExerciseEffect> effects;
  for (const Exercise kind : kKinds) effects.push_back(effect_of(kind, differences(book, kind)));
  for (ExerciseEffect& effect : effects) effect.best = stands_out(effect, effects);
  return effects;
}

}  // namespace aandacht::domain
