#include "shared/domain/atoms.h"

#include <algorithm>
#include <numeric>

namespace aandacht::domain {
namespace {

std::uint32_t first_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  return byte(0) << 16U | byte(1) << 8U | byte(2);
}

// Fibonacci hashing.
std::size_t hash_of(std::uint32_t first, int bits) { return first * 2654435769U >> (32 - bits); }

}  // namespace

Atoms::Atoms(std::vector<std::string> atoms) : atoms_(std::move(atoms)), sorted_(atoms_.size()) {
  std::iota(sorted_.begin(), sorted_.end(), 0);
  const auto atom = [&](int place) -> const std::string& { return atoms_[static_cast<std::size_t>(place)]; };
  std::sort(sorted_.begin(), sorted_.end(), [&](int a, int b) { return atom(a) < atom(b); });
  for (std::uint32_t i = 0; i < sorted_.size(); ++i) {
    const std::uint32_t key = first_bytes(atom(sorted_[i]));
    may_begin_.set(hash_of(key, kMayBeginBits));
    by_first_bytes_.try_emplace(key, Range{i, i}).first->second.end = i + 1;
  }
}

std::vector<int> Atoms::find(std::string_view text) const {
  std::vector<int> found;
  for (std::size_t at = 0; at + kLeastBytes <= text.size(); ++at) {
    const std::uint32_t first = first_bytes(text.substr(at, kLeastBytes));
    if (!may_begin_[hash_of(first, kMayBeginBits)]) continue;
    const auto range = by_first_bytes_.find(first);
    if (range == by_first_bytes_.end()) continue;
    for (std::uint32_t i = range->second.begin; i < range->second.end; ++i) {
      const int place = sorted_[i];
      if (text.substr(at).starts_with(atoms_[static_cast<std::size_t>(place)])) found.push_back(place);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace aandacht::domain
