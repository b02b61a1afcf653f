#include "shared/classify/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "shared/classify/line_hashes.h"

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

// Each put_…() tells `put` the hash of every feature, and where its words begin and how many they are.

template <typename Put>
void put_word_grams(std::span<const std::string_view> words, std::uint32_t seed, std::size_t longest, const Put& put) {
  std::array<std::uint32_t, kMostWords> hashes;
  for (std::size_t i = 0; i < words.size(); ++i) hashes[i] = spread(hashed(seed, words[i]));
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint32_t hash = hashes[i];
    const std::size_t most = std::min(longest, words.size() - i);
    for (std::size_t count = 1; count <= most; ++count) {
      if (count > 1) hash = spread(hash * 31 + hashes[i + count - 1]);
      put(hash, i, count);
    }
  }
}

/// The n-grams of "<word>": the word with a boundary at both ends.
template <typename Put>
void put_letter_grams(std::string_view word, std::size_t index, std::uint32_t seed, const FeatureOptions& options,
                      std::string& bounded, const Put& put) {
  bounded.assign(1, kBoundary).append(word).push_back(kBoundary);
  const auto least = static_cast<std::size_t>(std::max(1, options.least_letters));
  const auto most = static_cast<std::size_t>(options.most_letters);
  for (std::size_t begin = 0; begin + least <= bounded.size(); ++begin) {
    std::uint32_t hash = seed;
    const std::size_t end = std::min(bounded.size(), begin + most);
    for (std::size_t i = begin; i < end; ++i) {
      hash = mixed(hash, bounded[i]);
      if (i - begin + 1 >= least) put(spread(hash), index, 1);
    }
  }
}

/// The features of a line, one kind after the other; `end_kind` is told after each what a line of one such feature
/// gives it.
template <typename Put, typename EndKind>
void put_all(std::span<const std::string_view> words, std::string_view language, const FeatureOptions& options,
             const Put& put, const EndKind& end_kind) {
  const auto first_whole = std::find_if(words.begin(), words.end(),
                                        [](std::string_view word) { return !word.empty() && word.front() == kWhole; });
  const std::span<const std::string_view> whole(first_whole, words.end());
  words = words.first(words.size() - whole.size());
  const std::uint32_t seed = options.by_language ? hashed(kBasis, language) : kBasis;
  if (options.longest_words > 0) {
    put_word_grams(words, mixed(seed, 'w'), static_cast<std::size_t>(options.longest_words), put);
  }
  end_kind(1.0F);
  for (const std::string_view word : whole) put(spread(hashed(seed, word)), 0, 0);
  end_kind(1.0F);
  if (options.most_letters > 0) {
    thread_local std::string bounded;  // Keeps its room.
    const std::uint32_t letters = mixed(seed, 'c');
    for (std::size_t i = 0; i < words.size(); ++i) put_letter_grams(words[i], i, letters, options, bounded, put);
  }
  end_kind(options.letters_weight);
}

float weight_of(std::size_t features, float together, float length_exponent) {
  return features == 0 ? 0 : together / std::pow(static_cast<float>(features), length_exponent);
}

/// No line has more features.
std::size_t most_features(std::span<const std::string_view> words, const FeatureOptions& options) {
  std::size_t letters = 0;
  for (const std::string_view word : words) letters += word.size() + 2;
  return words.size() * (static_cast<std::size_t>(std::max(options.longest_words, 0)) + 1) +
         letters * static_cast<std::size_t>(std::max(options.most_letters, 0));
}

}  // namespace

void line_features(std::span<const std::string_view> words, std::string_view language, const FeatureOptions& options,
                   std::vector<Feature>& features) {
  features.clear();
  std::size_t begin = 0;
  put_all(
      words.first(std::min(words.size(), kMostWords)), language, options,
      [&](std::uint32_t hash, std::size_t first, std::size_t count) {
        features.push_back({hash, 0, {static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(count)}});
      },
      [&](float together) {
        const float value = weight_of(features.size() - begin, together, options.length_exponent);
        for (; begin < features.size(); ++begin) features[begin].value = value;
      });
}

void line_hashes(std::span<const std::string_view> words, std::string_view language, const FeatureOptions& options,
                 LineHashes& line) {
  words = words.first(std::min(words.size(), kMostWords));
  if (const std::size_t most = most_features(words, options); line.hashes.size() < most) line.hashes.resize(most);
  std::uint32_t* next = line.hashes.data();
  std::size_t kind = 0;
  std::size_t begin = 0;
  put_all(
      words, language, options, [&](std::uint32_t hash, std::size_t, std::size_t) { *next++ = hash; },
      [&](float together) {
        const auto end = static_cast<std::size_t>(next - line.hashes.data());
        line.kinds[kind++] = {end, weight_of(end - begin, together, options.length_exponent)};
        begin = end;
      });
}

}  // namespace aandacht::classify
