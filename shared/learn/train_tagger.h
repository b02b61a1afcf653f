// Training of classify::Tagger.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/classify/tagger.h"

namespace aandacht::learn {

/// A line whose words are labelled.
struct TaggedLine {
  classify::TokenFeatures features;
  std::vector<int> labels;  ///< One for each word: places in TaggerTraining::labels.
  double weight = 1;
};

struct TaggerTraining {
  std::string name;
  std::string version;
  std::vector<std::string> labels;
  int bucket_bits = 16;
  int epochs = 20;
  double rate = 0.2;       ///< Of AdaGrad.
  double l2 = 0.01;        ///< Of every weight, each time its feature is seen.
  int least_seen = 1;      ///< Words that must have a feature before it is learned.
  int models = 1;          ///< So many are trained, each in another order, and their weights averaged.
  double dropout = 0;      ///< The share of a word's features that is left out each time it is learned from; below 1.
  std::uint64_t seed = 1;  ///< Of each line's draws, its place and what is left out; the next model takes the next.
};

/// Maximises the lines' likelihood (Lafferty et al., ICML 2001) by AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011),
/// one thread, the weights of the later half of the epochs averaged, then rounds the weights to int8; the same lines
/// and options give the same tagger on the same machine. Features that are left out now and then keep others from
/// being learned too little beside them (Sutton, Sindelar and McCallum, HLT-NAACL 2006; Srivastava et al., JMLR 15,
/// 2014).
///
/// INVALID_ARGUMENT: fewer than two labels, no line, a label that does not exist or not one for each word, a dropout
/// below 0 or not below 1.
[[nodiscard]] absl::StatusOr<classify::Tagger> train_tagger(std::span<const TaggedLine> lines,
                                                            const TaggerTraining& options);

}  // namespace aandacht::learn
