// The words of a customer's question, ready to be compared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace aandacht::domain {

struct QuestionWord {
  std::string stem;
  double weight = 0;  ///< See subject_weight(); 0 for function words.
};

/// Every word of folded `text` in order, at most 64, by the stem of its regular form; function words as they are.
[[nodiscard]] std::vector<QuestionWord> question_words(std::string_view text, std::string_view language);

/// One of them, until the same thread asks for the next. `word` is folded and has no space.
[[nodiscard]] const QuestionWord& question_word(std::string_view word, std::string_view language);

/// The same for many texts of one language: remembers what it met. One thread.
class QuestionWordReader {
 public:
  explicit QuestionWordReader(std::string_view language) : language_(language) {}

  [[nodiscard]] std::vector<QuestionWord> read(std::string_view text);

 private:
  std::string language_;
  absl::flat_hash_map<std::string, QuestionWord> known_;
};

/// FNV-1a, 29 bits: the same on every machine and in every release.
[[nodiscard]] std::uint32_t question_hash(std::string_view text);

}  // namespace aandacht::domain
