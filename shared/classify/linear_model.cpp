#include "shared/classify/linear_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/classify/line_hashes.h"

namespace aandacht::classify {
namespace {

constexpr std::size_t kFewestLabels = 2;
constexpr std::size_t kMostLabels = 64;
constexpr int kMostBucketBits = 22;
constexpr std::size_t kAhead = 24;  // The weights are all over memory; they are asked for this many features before.

// Between these the sums of any line stay far from where a float or double ends, so that probabilities are numbers.
constexpr float kMostExponent = 2;
constexpr float kMostLettersWeight = 100;
constexpr float kMostNumber = 1e6F;
constexpr float kLeastTemperature = 1e-3F;

/// The first number outside least … most, or none at all (NaN), in a sentence; empty: there is none.
std::string outside(const char* name, const std::vector<float>& numbers, float least, float most) {
  const auto fits = [&](float number) { return number >= least && number <= most; };
  const auto wrong = std::find_if_not(numbers.begin(), numbers.end(), fits);
  if (wrong == numbers.end()) return "";
  return absl::StrCat(name, " is ", *wrong, "; it must be from ", least, " to ", most);
}

bool no_name_twice(const std::vector<std::string>& names) {
  return std::set<std::string>(names.begin(), names.end()).size() == names.size();
}

bool options_fit(const FeatureOptions& options) {
  return options.longest_words >= 0 && options.longest_words <= 4 && options.least_letters >= 0 &&
         options.most_letters >= 0 && options.most_letters <= 8;
}

std::string what_does_not_fit(const ModelParts& parts) {
  const std::size_t labels = parts.labels.size();
  const std::size_t languages = parts.languages.size() + 1;
  if (labels < kFewestLabels || labels > kMostLabels) return absl::StrCat("it has ", labels, " labels");
  if (!no_name_twice(parts.labels) || !no_name_twice(parts.languages) || !no_name_twice(parts.extras)) {
    return "a name is used twice";
  }
  if (parts.bucket_bits < 1 || parts.bucket_bits > kMostBucketBits || !options_fit(parts.features)) {
    return "its options are out of range";
  }
  if (parts.weights.size() != labels << parts.bucket_bits || parts.scales.size() != labels ||
      parts.extra_weights.size() != parts.extras.size() * labels || parts.biases.size() != languages * labels ||
      parts.temperatures.size() != languages) {
    return "its sizes do not fit each other";
  }
  for (const std::string& wrong :
       {outside("its length_exponent", {parts.features.length_exponent}, 0, kMostExponent),
        outside("its letters_weight", {parts.features.letters_weight}, 0, kMostLettersWeight),
        outside("a scale", parts.scales, -kMostNumber, kMostNumber),
        outside("a weight of an extra", parts.extra_weights, -kMostNumber, kMostNumber),
        outside("a bias", parts.biases, -kMostNumber, kMostNumber),
        outside("a temperature", parts.temperatures, kLeastTemperature, kMostNumber)}) {
    if (!wrong.empty()) return wrong;
  }
  return "";
}

std::size_t place_of(const std::vector<std::string>& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::vector<Feature>& features_of(const Line& line, const FeatureOptions& options) {
  thread_local std::vector<Feature> features;  // Keeps its room, so that a line costs no allocation.
  line_features(line.words, line.language, options, features);
  return features;
}

using Units = std::array<float, kMostLabels>;
using Counts = std::array<std::int32_t, kMostLabels>;

/// kLabels: how many labels there are, for loops of fixed length; 0: `labels`.
template <std::size_t kLabels>
Counts sums_of(std::span<const std::uint32_t> hashes, const std::int8_t* weights, std::size_t labels, int bits) {
  std::array<std::int32_t, kLabels == 0 ? kMostLabels : kLabels> sums{};
  const std::size_t count = kLabels == 0 ? labels : kLabels;
  const auto row_at = [&](std::size_t at) { return weights + std::size_t{bucket_of(hashes[at], bits)} * count; };
  for (std::size_t at = 0; at < hashes.size(); ++at) {
    if (at + kAhead < hashes.size()) __builtin_prefetch(row_at(at + kAhead));
    const std::int8_t* row = row_at(at);
#pragma GCC unroll 8
    for (std::size_t i = 0; i < count; ++i) sums[i] += row[i];
  }
  Counts all{};
  std::copy_n(sums.begin(), count, all.begin());
  return all;
}

/// The weights of the features, added up: [label].
Counts sums_of(std::span<const std::uint32_t> hashes, const std::int8_t* weights, std::size_t labels, int bits) {
  switch (labels) {
    case 2:
      return sums_of<2>(hashes, weights, labels, bits);
    case 3:
      return sums_of<3>(hashes, weights, labels, bits);
    case 4:
      return sums_of<4>(hashes, weights, labels, bits);
    case 5:
      return sums_of<5>(hashes, weights, labels, bits);
    case 6:
      return sums_of<6>(hashes, weights, labels, bits);
    case 7:
      return sums_of<7>(hashes, weights, labels, bits);
    case 8:
      return sums_of<8>(hashes, weights, labels, bits);
    default:
      return sums_of<0>(hashes, weights, labels, bits);
  }
}

}  // namespace

LinearModel::LinearModel(ModelParts parts) : parts_(std::move(parts)) {}

absl::StatusOr<LinearModel> LinearModel::create(ModelParts parts) {
  if (const std::string wrong = what_does_not_fit(parts); !wrong.empty()) {
    return absl::InvalidArgumentError(absl::StrCat("model '", parts.name, "': ", wrong));
  }
  return LinearModel(std::move(parts));
}

int LinearModel::label_index(std::string_view label) const {
  const std::size_t place = place_of(parts_.labels, label);
  return place == parts_.labels.size() ? -1 : static_cast<int>(place);
}

std::vector<double> LinearModel::sums(const Line& line) const {
  const std::size_t labels = parts_.labels.size();
  thread_local LineHashes hashed;  // Keeps its room, so that a line costs no allocation.
  line_hashes(line.words, line.language, parts_.features, hashed);
  Units units{};
  std::size_t begin = 0;
  for (const auto& [end, weight] : hashed.kinds) {
    const std::span<const std::uint32_t> hashes = std::span(hashed.hashes).subspan(begin, end - begin);
    const Counts counts = sums_of(hashes, parts_.weights.data(), labels, parts_.bucket_bits);
    for (std::size_t i = 0; i < labels; ++i) units[i] += weight * static_cast<float>(counts[i]);
    begin = end;
  }
  std::vector<double> sums(labels);
  for (std::size_t i = 0; i < labels; ++i)
    sums[i] = static_cast<double>(units[i]) * static_cast<double>(parts_.scales[i]);
  for (const Extra& extra : line.extras) {
    const std::size_t place = place_of(parts_.extras, extra.name);
    if (place == parts_.extras.size()) continue;
    for (std::size_t i = 0; i < labels; ++i) {
      sums[i] += static_cast<double>(extra.value) * static_cast<double>(parts_.extra_weights[place * labels + i]);
    }
  }
  return sums;
}

std::vector<double> LinearModel::probabilities(const Line& line) const {
  std::vector<double> result = sums(line);
  const std::size_t language = place_of(parts_.languages, line.language);
  const auto temperature = static_cast<double>(parts_.temperatures[language]);
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i] = (result[i] + static_cast<double>(parts_.biases[language * result.size() + i])) / temperature;
  }
  const double most = *std::max_element(result.begin(), result.end());
  double total = 0;
  for (double& value : result) total += value = std::exp(value - most);
  for (double& value : result) value /= total;
  return result;
}

TokenRange LinearModel::evidence(const Line& line, int label, std::size_t most_words) const {
  const std::size_t labels = parts_.labels.size();
  const auto wanted = static_cast<std::size_t>(label);
  std::vector<double> for_label(std::min(line.words.size(), kMostWords), 0.0);
  const auto give = [&](TokenRange words, double amount) {
    for (std::size_t i = words.first; i < words.first + std::size_t{words.count} && i < for_label.size(); ++i) {
      for_label[i] += amount / words.count;
    }
  };
  const auto advantage = [&](auto&& weight_of) {  // Over the mean of the other labels.
    double others = 0;
    for (std::size_t i = 0; i < labels; ++i) others += i == wanted ? 0 : weight_of(i);
    return weight_of(wanted) - others / static_cast<double>(labels - 1);
  };
  for (const Feature& feature : features_of(line, parts_.features)) {
    const std::int8_t* weights = &parts_.weights[bucket_of(feature.hash, parts_.bucket_bits) * labels];
    give(feature.words, static_cast<double>(feature.value) * advantage([&](std::size_t i) {
                          return static_cast<double>(weights[i]) * static_cast<double>(parts_.scales[i]);
                        }));
  }
  for (const Extra& extra : line.extras) {
    const std::size_t place = place_of(parts_.extras, extra.name);
    if (place == parts_.extras.size()) continue;
    give(extra.words, static_cast<double>(extra.value) * advantage([&](std::size_t i) {
                        return static_cast<double>(parts_.extra_weights[place * labels + i]);
                      }));
  }
  TokenRange best;
  double most = 0;
  for (std::size_t first = 0; first < for_label.size(); ++first) {
    if (for_label[first] <= 0) continue;
    double sum = 0;
    for (std::size_t i = first; i < for_label.size() && i - first < most_words; ++i) {
      sum += for_label[i];
      if (sum <= most) continue;
      most = sum;
      best = {static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(i - first + 1)};
    }
  }
  return best;
}

std::shared_ptr<const LinearModel> Models::find_model(const std::string& name) const {
  const auto found = find(name);
  return found == end() ? nullptr : found->second;
}

bool operator==(const Models& left, const Models& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto& a, const auto& b) {
    return a.first == b.first && (a.second == b.second || (a.second && b.second && *a.second == *b.second));
  });
}

}  // namespace aandacht::classify
