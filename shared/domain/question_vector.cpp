#include "shared/domain/question_vector.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "shared/domain/question_words.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostFeatures = 24;
constexpr double kWantWeight = 2;
constexpr double kWhy = 1.5;
constexpr double kCarries = 0.3;
constexpr std::size_t kRareLetters = 5;
constexpr unsigned kKeyBits = 29;

// What a weight is kept as, in three bits.
constexpr std::array<float, 8> kWeights = {kWantWeight, 1.5, 1, 0.55, 0.3, 0.25, 0.15, 0.05};

double weight_of(MeaningKind kind) {
  switch (kind) {
    case MeaningKind::kWant:
      return kWantWeight;
    case MeaningKind::kAbout:
      return 1.5;
    case MeaningKind::kAsk:
      return 1;
  }
  return 1;
}

std::size_t nearest(double weight) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < kWeights.size(); ++i) {
    if (std::abs(kWeights[i] - weight) < std::abs(kWeights[best] - weight)) best = i;
  }
  return best;
}

}  // namespace

QuestionFeature::QuestionFeature(std::uint32_t key, double weight)
    : bits_((key & 0x1FFFFFFF) | (static_cast<std::uint32_t>(nearest(weight)) << kKeyBits)) {}

float QuestionFeature::weight() const { return kWeights[bits_ >> kKeyBits]; }

bool QuestionFeature::suffices() const { return weight() == kWeights[0]; }

std::uint32_t question_stem_key(std::string_view stem) { return question_hash(std::string("s ").append(stem)); }

QuestionVector question_vector(const QuestionMeanings& meanings, const std::vector<QuestionWord>& words,
                               std::string_view why_id) {
  QuestionVector vector;
  const auto add = [&](std::uint32_t key, double weight) {
    const auto same = [&](const QuestionFeature& known) { return known.key() == key; };
    const bool known = std::any_of(vector.features.begin(), vector.features.end(), same);
    if (known || vector.features.size() >= kMostFeatures) return false;
    vector.features.emplace_back(key, weight);
    return true;
  };
  std::vector<std::string_view> stems;
  for (const QuestionWord& word : words) stems.push_back(word.stem);
  std::vector<bool> carries(stems.size());
  for (const QuestionMeanings::Meaning& meaning : meanings.find(stems, carries)) {
    add(meaning.id, weight_of(meaning.kind));
  }
  if (!why_id.empty()) add(question_hash(std::string("w ").append(why_id)), kWhy);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].weight <= 0) continue;
    if (!add(question_stem_key(stems[i]), words[i].weight * (carries[i] ? kCarries : 1))) continue;
    const bool rare =
        !carries[i] && words[i].weight == 1 && stems[i].size() >= kRareLetters && !meanings.knows(stems[i]);
    if (rare) vector.rare.emplace_back(vector.features.size() - 1, stems[i]);
  }
  return vector;
}

}  // namespace aandacht::domain
