#include "shared/learn/train.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace aandacht::learn {
namespace {

constexpr float kSmoothing = 1;  // Beta of FTRL-proximal.

/// Weights as FTRL-proximal keeps them: worked out from the gradients' sums when they are read.
class Weights {
 public:
  Weights(std::size_t count, double rate, double l1, double l2)
      : sums_(count),
        squares_(count),
        rate_(static_cast<float>(rate)),
        l1_(static_cast<float>(l1)),
        l2_(static_cast<float>(l2)) {}

  [[nodiscard]] float at(std::size_t i) const {
    const float sum = sums_[i];
    if (std::abs(sum) <= l1_) return 0;
    return (std::copysign(l1_, sum) - sum) / ((kSmoothing + std::sqrt(squares_[i])) / rate_ + l2_);
  }

  void learn(std::size_t i, float gradient, float weight) {
    const float square = squares_[i] + gradient * gradient;
    sums_[i] += gradient - (std::sqrt(square) - std::sqrt(squares_[i])) / rate_ * weight;
    squares_[i] = square;
  }

  [[nodiscard]] std::vector<float> all() const {
    std::vector<float> weights(sums_.size());
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = at(i);
    return weights;
  }

 private:
  std::vector<float> sums_;
  std::vector<float> squares_;
  float rate_;
  float l1_;
  float l2_;
};

std::size_t place_of(const std::vector<std::string>& sorted, const std::string& name) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), name) - sorted.begin());
}

class Trainer {
 public:
  Trainer(std::span<const Example> examples, classify::ModelParts parts, const TrainingOptions& options)
      : examples_(examples),
        parts_(std::move(parts)),
        options_(options),
        labels_(parts_.labels.size()),
        grams_(labels_ << parts_.bucket_bits, options.rate, options.l1, options.l2),
        extras_(parts_.extras.size() * labels_, options.rate, 0, options.extra_l2),
        biases_(parts_.languages.size() * labels_, options.rate, 0, 0),
        probabilities_(labels_),
        read_(labels_) {
    weigh_classes();
  }

  FloatModel run() {
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(options_.seed);
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (const std::size_t i : order) learn(examples_[i]);
    }
    parts_.extra_weights = extras_.all();
    parts_.biases = biases_.all();
    add_unknown_language();
    return {std::move(parts_), grams_.all()};
  }

 private:
  struct Touched {
    Weights* weights;
    std::size_t first;
    float value;
  };

  void weigh_classes() {
    std::map<std::string, std::map<std::string, double>> totals;
    for (const Example& example : examples_) totals[example.language][example.label] += example.weight;
    for (const auto& [language, by_label] : totals) {
      double total = 0;
      for (const auto& label : by_label) total += label.second;
      for (const auto& [label, weight] : by_label) {
        const double even = total / static_cast<double>(by_label.size());
        class_weights_[{language, label}] = weight > 0 ? std::pow(even / weight, options_.balance) : 0;
      }
    }
  }

  void touch(Weights& weights, std::size_t place, float value) {
    touched_.push_back({&weights, place * labels_, value});
  }

  void learn(const Example& example) {
    const ExampleLine holder(example);
    const classify::Line line = holder.line();
    classify::line_features(line.words, line.language, parts_.features, features_);
    touched_.clear();
    for (const classify::Feature& f : features_)
      touch(grams_, classify::bucket_of(f.hash, parts_.bucket_bits), f.value);
    for (const classify::Extra& e : line.extras) touch(extras_, place_of(parts_.extras, std::string(e.name)), e.value);
    touch(biases_, place_of(parts_.languages, example.language), 1);
    read_.resize(touched_.size() * labels_);
    predict();
    const std::size_t wanted = place_of(parts_.labels, example.label);
    const auto weight = static_cast<float>(example.weight * class_weights_.at({example.language, example.label}));
    for (std::size_t i = 0; i < labels_; ++i) {
      const float gradient = weight * (probabilities_[i] - (i == wanted ? 1.0F : 0.0F));
      for (std::size_t t = 0; t < touched_.size(); ++t) {
        touched_[t].weights->learn(touched_[t].first + i, gradient * touched_[t].value, read_[t * labels_ + i]);
      }
    }
  }

  void predict() {
    std::fill(probabilities_.begin(), probabilities_.end(), 0.0F);
    for (std::size_t t = 0; t < touched_.size(); ++t) {
      for (std::size_t i = 0; i < labels_; ++i) {
        read_[t * labels_ + i] = touched_[t].weights->at(touched_[t].first + i);
        probabilities_[i] += touched_[t].value * read_[t * labels_ + i];
      }
    }
    const float most = *std::max_element(probabilities_.begin(), probabilities_.end());
    float total = 0;
    for (float& p : probabilities_) total += p = std::exp(p - most);
    for (float& p : probabilities_) p /= total;
  }

  /// The mean over the languages.
  void add_unknown_language() {
    const std::size_t languages = parts_.languages.size();
    for (std::size_t i = 0; i < labels_; ++i) {
      float sum = 0;
      for (std::size_t l = 0; l < languages; ++l) sum += parts_.biases[l * labels_ + i];
      parts_.biases.push_back(sum / static_cast<float>(languages));
    }
    parts_.temperatures.assign(languages + 1, 1.0F);
  }

  std::span<const Example> examples_;
  classify::ModelParts parts_;
  const TrainingOptions& options_;
  std::size_t labels_;
  Weights grams_;
  Weights extras_;
  Weights biases_;
  std::map<std::pair<std::string, std::string>, double> class_weights_;
  std::vector<classify::Feature> features_;
  std::vector<Touched> touched_;
  std::vector<float> probabilities_;
  std::vector<float> read_;  ///< Weights as they were read, [touched * labels + label].
};

}  // namespace

absl::StatusOr<FloatModel> train(std::span<const Example> examples, const TrainingOptions& options) {
  std::set<std::string> labels;
  std::set<std::string> languages;
  std::set<std::string> extras;
  for (const Example& example : examples) {
    labels.insert(example.label);
    languages.insert(example.language);
    for (const NamedValue& extra : example.extras) extras.insert(extra.name);
  }
  if (labels.size() < 2) return absl::InvalidArgumentError("there is nothing to tell apart: fewer than two labels");
  classify::ModelParts parts;
  parts.name = options.name;
  parts.version = options.version;
  parts.features = options.features;
  parts.bucket_bits = options.bucket_bits;
  parts.labels.assign(labels.begin(), labels.end());
  parts.languages.assign(languages.begin(), languages.end());
  parts.extras.assign(extras.begin(), extras.end());
  return Trainer(examples, std::move(parts), options).run();
}

absl::StatusOr<classify::LinearModel> quantise(FloatModel model) {
  constexpr float kLargest = 127;
  const std::size_t labels = model.parts.labels.size();
  std::vector<float> most(labels, 0.0F);
  for (std::size_t i = 0; i < model.weights.size(); ++i) {
    most[i % labels] = std::max(most[i % labels], std::abs(model.weights[i]));
  }
  model.parts.scales.resize(labels);
  for (std::size_t i = 0; i < labels; ++i) model.parts.scales[i] = most[i] > 0 ? most[i] / kLargest : 1.0F;
  model.parts.weights.resize(model.weights.size());
  for (std::size_t i = 0; i < model.weights.size(); ++i) {
    const float units = model.weights[i] / model.parts.scales[i % labels];
    model.parts.weights[i] = static_cast<std::int8_t>(std::lround(std::clamp(units, -kLargest, kLargest)));
  }
  return classify::LinearModel::create(std::move(model.parts));
}

}  // namespace aandacht::learn
