// A model small enough to work out by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/classify/linear_model.h"
#include "tests/support/catch.h"

namespace aandacht::test {

/// Words only, two labels, nothing learned yet; language "nl".
inline classify::ModelParts small_parts() {
  classify::ModelParts parts;
  parts.name = "small";
  parts.version = "small-1";
  parts.labels = {"bad", "fine"};
  parts.features = {.longest_words = 1, .most_letters = 0, .length_exponent = 0};
  parts.bucket_bits = 10;
  parts.weights.assign(2U << 10, 0);
  parts.scales = {0.1F, 0.1F};
  parts.extras = {"question"};
  parts.extra_weights = {0, 0};
  parts.languages = {"nl"};
  parts.biases = {0, 0, 0, 0};
  parts.temperatures = {1, 1};
  return parts;
}

inline void set_weight(classify::ModelParts& parts, std::string_view word, std::size_t label, int units) {
  std::vector<classify::Feature> features;
  classify::line_features(std::vector{word}, "nl", parts.features, features);
  REQUIRE(features.size() == 1);
  parts.weights[classify::bucket_of(features[0].hash, parts.bucket_bits) * parts.labels.size() + label] =
      static_cast<std::int8_t>(units);
}

inline classify::LinearModel made(classify::ModelParts parts) {
  auto model = classify::LinearModel::create(std::move(parts));
  INFO(model.status());
  REQUIRE(model.ok());
  return *std::move(model);
}

}  // namespace aandacht::test
