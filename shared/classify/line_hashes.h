// The hashes of a line's features without the words they came from: what sums need.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "shared/classify/features.h"

namespace aandacht::classify {

/// Keeps its room from line to line.
struct LineHashes {
  struct Kind {
    std::size_t end = 0;  ///< Its hashes end here, where the next kind's begin.
    float weight = 0;     ///< Feature::value of each.
  };

  std::vector<std::uint32_t> hashes;  ///< In the order of line_features(); what stands after the last kind is of none.
  std::array<Kind, 3> kinds;          ///< Word n-grams, whole words, character n-grams.
};

/// Of the same features as line_features(). Linear in the letters; allocates only to grow `line`.
void line_hashes(std::span<const std::string_view> words, std::string_view language, const FeatureOptions& options,
                 LineHashes& line);

}  // namespace aandacht::classify
