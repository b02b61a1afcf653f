#include <algorithm>
#include <cmath>

#include "shared/learn/train.h"

namespace aandacht::learn {
namespace {

constexpr std::size_t kFewest = 20;  // Examples of a language to fit it by.
constexpr int kSteps = 3000;
constexpr double kRate = 0.1;
constexpr double kTowardsOne = 1e-3;  // Keeps a perfectly separable set from an endless steepness.
constexpr double kLeastSteepness = 0.05;

struct Sums {
  std::vector<double> sums;
  std::size_t wanted = 0;
  double weight = 1;
};

/// probability = softmax(steepness * sum + bias).
struct Fit {
  double steepness = 1;
  std::vector<double> biases;
};

void softmax(std::vector<double>& values) {
  const double most = *std::max_element(values.begin(), values.end());
  double total = 0;
  for (double& value : values) total += value = std::exp(value - most);
  for (double& value : values) value /= total;
}

/// Steepest descent with Adagrad's steps; the loss is convex in what is fitted.
Fit fit(const std::vector<Sums>& examples, std::size_t labels) {
  Fit result{1, std::vector<double>(labels, 0.0)};
  double total = 0;
  for (const Sums& example : examples) total += example.weight;
  std::vector<double> squares(labels + 1, 1e-8);
  std::vector<double> gradient(labels + 1);
  std::vector<double> p(labels);
  for (int step = 0; step < kSteps && total > 0; ++step) {
    std::fill(gradient.begin(), gradient.end(), 0.0);
    for (const Sums& example : examples) {
      for (std::size_t i = 0; i < labels; ++i) p[i] = result.steepness * example.sums[i] + result.biases[i];
      softmax(p);
      for (std::size_t i = 0; i < labels; ++i) {
        const double error = example.weight / total * (p[i] - (i == example.wanted ? 1 : 0));
        gradient[i] += error;
        gradient[labels] += error * example.sums[i];
      }
    }
    gradient[labels] += kTowardsOne * (result.steepness - 1);
    for (std::size_t i = 0; i <= labels; ++i) {
      squares[i] += gradient[i] * gradient[i];
      const double move = kRate * gradient[i] / std::sqrt(squares[i]);
      (i < labels ? result.biases[i] : result.steepness) -= move;
    }
    result.steepness = std::max(result.steepness, kLeastSteepness);
  }
  return result;
}

}  // namespace

absl::StatusOr<classify::LinearModel> calibrate(const classify::LinearModel& model, std::span<const Example> examples) {
  classify::ModelParts parts = model.parts();
  const std::size_t labels = parts.labels.size();
  std::vector<std::vector<Sums>> by_language(parts.languages.size());
  std::vector<Sums> all;
  for (const Example& example : examples) {
    const int wanted = model.label_index(example.label);
    if (wanted < 0) continue;
    const Sums sums{model.sums(ExampleLine(example).line()), static_cast<std::size_t>(wanted), example.weight};
    const auto language = std::find(parts.languages.begin(), parts.languages.end(), example.language);
    if (language != parts.languages.end()) {
      by_language[static_cast<std::size_t>(language - parts.languages.begin())].push_back(sums);
    }
    all.push_back(sums);
  }
  if (all.size() < kFewest) return model;
  const Fit together = fit(all, labels);
  for (std::size_t l = 0; l <= by_language.size(); ++l) {
    const bool enough = l < by_language.size() && by_language[l].size() >= kFewest;
    const Fit fitted = enough ? fit(by_language[l], labels) : together;
    parts.temperatures[l] = static_cast<float>(1 / fitted.steepness);
    for (std::size_t i = 0; i < labels; ++i) {
      parts.biases[l * labels + i] = static_cast<float>(fitted.biases[i] / fitted.steepness);
    }
  }
  return classify::LinearModel::create(std::move(parts));
}

double log_loss(const classify::LinearModel& model, std::span<const Example> examples) {
  double loss = 0;
  double total = 0;
  for (const Example& example : examples) {
    const int wanted = model.label_index(example.label);
    if (wanted < 0) continue;
    const double p = model.probabilities(ExampleLine(example).line())[static_cast<std::size_t>(wanted)];
    loss -= example.weight * std::log(std::max(p, 1e-12));
    total += example.weight;
  }
  return total > 0 ? loss / total : 0;
}

}  // namespace aandacht::learn
