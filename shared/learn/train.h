// Multinomial logistic regression over hashed features, made small and calibrated.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/classify/linear_model.h"
#include "shared/learn/examples.h"

namespace aandacht::learn {

struct TrainingOptions {
  std::string name;
  std::string version;
  classify::FeatureOptions features;
  int bucket_bits = 17;
  int epochs = 8;
  double rate = 0.1;       ///< Alpha of FTRL-proximal.
  double l1 = 0;           ///< Of n-grams; makes most weights 0.
  double l2 = 1;           ///< Of n-grams.
  double extra_l2 = 0.1;   ///< Of the caller's features.
  double balance = 0.5;    ///< 0: labels count as often as they occur, 1: every label of a language counts the same.
  std::uint64_t seed = 1;  ///< Of the order of the examples.
};

/// A model before it is made small: `parts.weights` and `parts.scales` are empty.
struct FloatModel {
  classify::ModelParts parts;
  std::vector<float> weights;  ///< [bucket * labels + label].
};

/// FTRL-proximal (McMahan et al., "Ad click prediction: a view from the trenches", KDD 2013) on the softmax loss, one
/// thread; the same examples and options give the same model on the same machine. Labels, languages and extras are
/// those of the examples, in the order of their names.
///
/// INVALID_ARGUMENT: fewer than two labels.
[[nodiscard]] absl::StatusOr<FloatModel> train(std::span<const Example> examples, const TrainingOptions& options);

/// Weights as int8 with one scale a label: max |weight| / 127. A weight moves by at most half its label's scale.
[[nodiscard]] absl::StatusOr<classify::LinearModel> quantise(FloatModel model);

/// Fits temperature and biases of every language to examples that were not trained on, by least weighted log loss
/// (Platt scaling for many labels: Guo et al., "On calibration of modern neural networks", ICML 2017, "vector" without
/// per-label temperature). A language with fewer than 20 examples gets those of all languages together, as does the
/// unknown language. The label with the highest sum may change: calibrate on lines as they will come.
[[nodiscard]] absl::StatusOr<classify::LinearModel> calibrate(const classify::LinearModel& model,
                                                              std::span<const Example> examples);

/// Mean log loss of the wanted labels; examples with a label the model does not know are left out.
[[nodiscard]] double log_loss(const classify::LinearModel& model, std::span<const Example> examples);

}  // namespace aandacht::learn
