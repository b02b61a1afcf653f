// Many short strings, looked for in a text at once: the cheap question before the regular expressions.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads.
class Atoms {
 public:
  static constexpr std::size_t kLeastBytes = 3;

  /// Each atom has kLeastBytes bytes or more.
  explicit Atoms(std::vector<std::string> atoms);

  /// The places in the list of the atoms that occur in `text`, each once, in no order. One bit read a byte of the text,
  /// a look-up where an atom may begin, and one comparison for each atom that begins with the same three.
  [[nodiscard]] std::vector<int> find(std::string_view text) const;

 private:
  struct Range {
    std::uint32_t begin = 0;  ///< In `sorted_`.
    std::uint32_t end = 0;
  };

  static constexpr int kMayBeginBits = 13;

  std::vector<std::string> atoms_;
  std::vector<int> sorted_;  ///< Places in `atoms_`, by the atoms' first bytes.
  absl::flat_hash_map<std::uint32_t, Range> by_first_bytes_;
  std::bitset<1U << kMayBeginBits> may_begin_;  ///< By the hash of the first bytes: mostly none begins here.
};

}  // namespace aandacht::domain
