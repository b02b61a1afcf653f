// A customer's question as weighed features, and how alike two are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/question_meanings.h"
#include "shared/domain/question_words.h"

namespace aandacht::domain {

/// One feature in 32 bits: its key, and above it how much it tells.
class QuestionFeature {
 public:
  QuestionFeature() = default;
  QuestionFeature(std::uint32_t key, double weight);

  [[nodiscard]] std::uint32_t key() const { return bits_ & 0x1FFFFFFF; }
  [[nodiscard]] float weight() const;
  /// True for what says by itself what is wanted.
  [[nodiscard]] bool suffices() const;

 private:
  std::uint32_t bits_ = 0;
};

/// What is compared of a question.
struct QuestionVector {
  std::vector<QuestionFeature> features;  ///< Each key once, at most 24.
  /// Stems that say what it is about and carry no known meaning, by the place of their feature: a misspelled one may be
  /// set right.
  std::vector<std::pair<std::size_t, std::string>> rare;
};

/// What is wanted weighs 2, what it is about and a why 1.5, what is asked and plain words 1, common words less (see
/// subject_weight()), words whose meaning counts already 0.3 of that.
///
/// \param why_id  the why that these words name; empty: none.
[[nodiscard]] QuestionVector question_vector(const QuestionMeanings& meanings, const std::vector<QuestionWord>& words,
                                             std::string_view why_id);

/// The feature of a stem.
[[nodiscard]] std::uint32_t question_stem_key(std::string_view stem);

}  // namespace aandacht::domain
