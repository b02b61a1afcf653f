#include "shared/classify/features.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace aandacht::classify {
namespace {

constexpr std::uint32_t kBasis = 2166136261U;  // FNV-1a, 32 bits.
constexpr std::uint32_t kPrime = 16777619U;
constexpr char kBoundary = '\x01';  // Never in a word, so a boundary is no letter.

constexpr std::uint32_t mixed(std::uint32_t hash, char byte) {
  return (hash ^ static_cast<std::uint8_t>(byte)) * kPrime;
}

std::uint32_t hashed(std::uint32_t seed, std::string_view text) {
  for (const char byte : text) seed = mixed(seed, byte);
  return seed;
}

/// The last bits of FNV-1a hardly depend on the first letters; this spreads them (the finisher of MurmurHash3).
constexpr std::uint32_t spread(std::uint32_t hash) {
  hash ^= hash >> 16;
  hash *= 0x85ebca6bU;
  hash ^= hash >> 13;
  return hash;
}

void add_word_grams(std::span<const std::string_view> words, std::uint32_t seed, int longest,
                    std::vector<Feature>& features) {
  std::array<std::uint32_t, kMostWords> hashes;
  for (std::size_t i = 0; i < words.size(); ++i) hashes[i] = spread(hashed(seed, words[i]));
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint32_t hash = hashes[i];
    const std::size_t most = std::min<std::size_t>(static_cast<std::size_t>(longest), words.size() - i);
    for (std::size_t count = 1; count <= most; ++count) {
      if (count > 1) hash = spread(hash * 31 + hashes[i + count - 1]);
      features.push_back({hash, 0, {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(count)}});
    }
  }
}

/// The n-grams of "<word>": the word with a boundary at both ends.
void add_letter_grams(std::string_view word, std::size_t index, std::uint32_t seed, const FeatureOptions& options,
                      std::vector<Feature>& features) {
  const std::size_t size = word.size() + 2;
  const auto at = [&](std::size_t i) { return i == 0 || i + 1 == size ? kBoundary : word[i - 1]; };
  const auto least = static_cast<std::size_t>(std::max(1, options.least_letters));
  for (std::size_t begin = 0; begin + least <= size; ++begin) {
    std::uint32_t hash = seed;
    const std::size_t end = std::min(size, begin + static_cast<std::size_t>(options.most_letters));
    for (std::size_t i = begin; i < end; ++i) {
      hash = mixed(hash, at(i));
      if (i - begin + 1 >= least) features.push_back({spread(hash), 0, {static_cast<std::uint16_t>(index), 1}});
    }
  }
}

void add_whole(std::span<const std::string_view> words, std::uint32_t seed, std::vector<Feature>& features) {
  for (const std::string_view word : words) features.push_back({spread(hashed(seed, word)), 0, {}});
}

void weigh(std::span<Feature> features, float weight, float length_exponent) {
  if (features.empty()) return;
  const float value = weight / std::pow(static_cast<float>(features.size()), length_exponent);
  for (Feature& feature : features) feature.value = value;
}

}  // namespace

void line_features(std::span<const std::string_view> words, std::string_view language, const FeatureOptions& options,
                   std::vector<Feature>& features) {
  features.clear();
  words = words.first(std::min(words.size(), kMostWords));
  const auto first_whole = std::find_if(words.begin(), words.end(),
                                        [](std::string_view word) { return !word.empty() && word.front() == kWhole; });
  const std::span<const std::string_view> whole(first_whole, words.end());
  words = words.first(words.size() - whole.size());
  const std::uint32_t seed = options.by_language ? hashed(kBasis, language) : kBasis;
  if (options.longest_words > 0) add_word_grams(words, mixed(seed, 'w'), options.longest_words, features);
  const std::size_t word_grams = features.size();
  add_whole(whole, seed, features);
  const std::size_t with_whole = features.size();
  if (options.most_letters > 0) {
    const std::uint32_t letters = mixed(seed, 'c');
    for (std::size_t i = 0; i < words.size(); ++i) add_letter_grams(words[i], i, letters, options, features);
  }
  weigh(std::span(features).first(word_grams), 1, options.length_exponent);
  weigh(std::span(features).subspan(word_grams, with_whole - word_grams), 1, options.length_exponent);
  weigh(std::span(features).subspan(with_whole), options.letters_weight, options.length_exponent);
}

}  // namespace aandacht::classify
