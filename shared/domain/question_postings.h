// Which examples have a feature. Used by question_shelf.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace aandacht::domain {

/// An inverted index. Examples have numbers that rise; taking out the oldest or the newest of a list costs no more
/// however long it is.
class QuestionPostings {
 public:
  /// \param number  above every number under this key.
  void add(std::uint32_t key, std::uint32_t number);
  /// Nothing happens when it is not there.
  void remove(std::uint32_t key, std::uint32_t number);

  /// Rising; empty when nothing has it. Good until the next change.
  [[nodiscard]] std::span<const std::uint32_t> find(std::uint32_t key) const;

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct List {
    std::vector<std::uint32_t> numbers;
    std::size_t gone = 0;  ///< From the front.
  };

  absl::flat_hash_map<std::uint32_t, List> lists_;
};

}  // namespace aandacht::domain
