// One line as hashed features: word and character n-grams, each pointing back to the words it came from.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace aandacht::classify {

/// Words [first, first + count) of a line.
struct TokenRange {
  std::uint16_t first = 0;
  std::uint16_t count = 0;

  bool operator==(const TokenRange&) const = default;
};

/// A feature that the caller computed: a lexicon's sum, "has a question mark", ….
struct Extra {
  std::string_view name;
  float value = 0;   ///< About -3 … 3; it is not scaled.
  TokenRange words;  ///< Where it was seen; count 0: the whole line, which is evidence of nothing.
};

/// What is classified. Borrows everything.
struct Line {
  std::span<const std::string_view> words;  ///< Folded normalised words; those after the first kMostWords are not read.
  std::string_view language;                ///< BCP 47 primary tag: "nl".
  std::span<const Extra> extras;
};

inline constexpr std::size_t kMostWords = 512;

/// A word that begins with this byte is one feature by itself, without neighbours, letters or evidence: something the
/// caller found in the line. Such words come after all others.
inline constexpr char kWhole = '\x02';

/// Which n-grams are taken, and how they weigh. Part of a model.
struct FeatureOptions {
  int longest_words = 2;         ///< Word n-grams of 1 … this many words; 0: none; at most 4.
  int least_letters = 3;         ///< Character n-grams inside a word with its boundaries, in bytes of folded text …
  int most_letters = 5;          ///< … of least … most; 0: none; at most 8.
  float length_exponent = 0.5F;  ///< A feature weighs 1 / (number of its kind in the line)^this.
  float letters_weight = 1;      ///< Of character n-grams beside word n-grams.
  bool by_language = true;       ///< The same n-gram in two languages is two features.

  bool operator==(const FeatureOptions&) const = default;
};

struct Feature {
  std::uint32_t hash = 0;
  float value = 0;
  TokenRange words;
};

/// Clears `features` and fills it; extras are not part of it. Word n-grams, whole words and character n-grams weigh
/// each by the number of their own kind. Linear in the letters; allocates only to grow `features`.
void line_features(std::span<const std::string_view> words, std::string_view language, const FeatureOptions& options,
                   std::vector<Feature>& features);

/// The bucket of a hash among 2^bits: Fibonacci hashing (Knuth, TAOCP 6.4). 1 <= bits <= 32.
[[nodiscard]] constexpr std::uint32_t bucket_of(std::uint32_t hash, int bits) {
  return (hash * 2654435769U) >> (32 - bits);
}

}  // namespace aandacht::classify
