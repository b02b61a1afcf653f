// The words of a customer's question, ready to be compared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aandacht::domain {

struct QuestionWord {
  std::string stem;
  double weight = 0;  ///< See subject_weight(); 0 for function words.
};

/// Every word of folded `text` in order, by the stem of its regular form; function words as they are.
[[nodiscard]] std::vector<QuestionWord> question_words(std::string_view text, std::string_view language);

/// FNV-1a, 29 bits: the same on every machine and in every release.
[[nodiscard]] std::uint32_t question_hash(std::string_view text);

}  // namespace aandacht::domain
