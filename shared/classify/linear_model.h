// A linear classifier in under a megabyte: int8 weights in hashed buckets, calibrated per language.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/classify/features.h"

namespace aandacht::classify {

/// What a model is made of; plain values. With L labels:
struct ModelParts {
  std::string name;     ///< "sentiment".
  std::string version;  ///< "sentiment-2026-11-22.1"; goes with every score.
  std::vector<std::string> labels;
  FeatureOptions features;
  int bucket_bits = 17;              ///< There are 2^this buckets; 1 … 22.
  std::vector<std::int8_t> weights;  ///< [bucket * L + label], in units of the label's scale.
  std::vector<float> scales;         ///< [label].

  std::vector<std::string> extras;   ///< Names of the caller's features.
  std::vector<float> extra_weights;  ///< [extra * L + label]. They are few and heavy, so they are not quantised.

  /// Calibration: probability = softmax((sum + bias of the language) / temperature of the language).
  /// One more than `languages`: the last is for a language the model was not calibrated on.
  std::vector<std::string> languages;
  std::vector<float> biases;        ///< [language * L + label].
  std::vector<float> temperatures;  ///< [language]; above 0.

  bool operator==(const ModelParts&) const = default;
};

/// Immutable; safe to use from any number of threads.
class LinearModel {
 public:
  /// INVALID_ARGUMENT: sizes that do not fit each other, fewer than 2 or more than 64 labels, a name used twice, a
  /// number that is none or so large that probabilities would be none; the message says which: length_exponent 0 … 2,
  /// letters_weight 0 … 100, temperatures 0.001 … a million, all others at most a million from 0.
  [[nodiscard]] static absl::StatusOr<LinearModel> create(ModelParts parts);

  /// What serialise() wrote. INVALID_ARGUMENT: anything else (not a model, another format's version, cut off, changed),
  /// and parts that create() refuses.
  [[nodiscard]] static absl::StatusOr<LinearModel> parse(std::string_view bytes);

  /// The same bytes on every machine.
  [[nodiscard]] std::string serialise() const;

  [[nodiscard]] const std::string& name() const { return parts_.name; }
  [[nodiscard]] const std::string& version() const { return parts_.version; }
  [[nodiscard]] const std::vector<std::string>& labels() const { return parts_.labels; }
  [[nodiscard]] const ModelParts& parts() const { return parts_; }

  /// The place of a label; -1: there is no such label.
  [[nodiscard]] int label_index(std::string_view label) const;

  /// One for each label, together 1. Extras that the model does not know are ignored.
  [[nodiscard]] std::vector<double> probabilities(const Line& line) const;

  /// The sums before calibration, for training and tests.
  [[nodiscard]] std::vector<double> sums(const Line& line) const;

  /// The words next to each other, at most `most_words`, that speak most for `label` against the other labels; count 0
  /// when none does.
  [[nodiscard]] TokenRange evidence(const Line& line, int label, std::size_t most_words = 8) const;

  bool operator==(const LinearModel& other) const { return parts_ == other.parts_; }

 private:
  explicit LinearModel(ModelParts parts);

  ModelParts parts_;
};

/// Models by name. Equal when their contents are.
class Models : public std::map<std::string, std::shared_ptr<const LinearModel>> {
 public:
  using map::map;

  /// nullptr: there is none.
  [[nodiscard]] std::shared_ptr<const LinearModel> find_model(const std::string& name) const;

  friend bool operator==(const Models& left, const Models& right);
};

}  // namespace aandacht::classify
