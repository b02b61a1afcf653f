// Words that were asked about before, to set misspelled ones right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace aandacht::domain {

/// Found by their trigrams; at most 50,000 words are kept. Not safe to change from two threads at once.
class QuestionSpelling {
 public:
  void add(std::string_view word);
  [[nodiscard]] bool knows(std::string_view word) const;

  /// The known word that `word` is one letter away from (two from nine letters on), when their first letters are the
  /// same; absent when there is none or `word` is known.
  [[nodiscard]] std::optional<std::string> correct(std::string_view word) const;

  [[nodiscard]] std::size_t bytes() const;

 private:
  std::vector<std::string> words_;
  absl::flat_hash_map<std::string, std::uint32_t> places_;
  absl::flat_hash_map<std::uint32_t, std::vector<std::uint32_t>> by_trigram_;
  std::size_t trigrams_ = 0;
};

/// Letters to change, add, leave out or swap with their neighbour (optimal string alignment); `most` + 1 when more.
[[nodiscard]] std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t most);

}  // namespace aandacht::domain
