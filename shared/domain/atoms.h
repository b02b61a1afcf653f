// Many short strings, looked for in a text at once: the cheap question before the regular expressions.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aandacht::domain {

/// Immutable after creation and safe to use from any number of threads.
class Atoms {
 public:
  static constexpr std::size_t kLeastBytes = 3;

  /// Each atom has kLeastBytes bytes or more.
  explicit Atoms(std::vector<std::string> atoms);

  /// The places in the list of the atoms that occur in `text`, each once, rising. One bit read a byte of the text, and
  /// one comparison for each atom that may begin there.
  [[nodiscard]] std::vector<int> find(std::string_view text) const;

 private:
  static constexpr int kMayBeginBits = 13;

  /// An atom, its first eight bytes as a number to compare at once.
  struct Atom {
    std::uint64_t begin = 0;
    std::uint64_t mask = 0;  ///< Of the bytes that it has.
    int place = 0;           ///< In `atoms_`.
  };

  std::vector<std::string> atoms_;
  std::vector<Atom> sorted_;                                ///< By the hash of the first bytes.
  std::vector<std::uint32_t> begins_;                       ///< [hash]: where they begin in `sorted_`.
  std::bitset<std::size_t{1} << kMayBeginBits> may_begin_;  ///< Mostly none does, and this stays in the cache.
};

}  // namespace aandacht::domain
