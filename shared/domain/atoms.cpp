#include "shared/domain/atoms.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace aandacht::domain {
namespace {

constexpr std::size_t kAtOnce = sizeof(std::uint64_t);

std::uint64_t bytes_at(const char* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof(bytes));
  return bytes;
}

// Fibonacci hashing of the first three bytes.
std::size_t hash_of(const char* text, int bits) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  return (byte(0) << 16U | byte(1) << 8U | byte(2)) * 2654435769U >> (32 - bits);
}

}  // namespace

Atoms::Atoms(std::vector<std::string> atoms) : atoms_(std::move(atoms)) {
  std::vector<std::pair<std::size_t, Atom>> all;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    std::string begin = atoms_[i].substr(0, kAtOnce);
    std::string mask(begin.size(), '\xff');
    begin.resize(kAtOnce);
    mask.resize(kAtOnce);
    all.emplace_back(hash_of(atoms_[i].data(), kMayBeginBits),
                     Atom{bytes_at(begin.data()), bytes_at(mask.data()), static_cast<int>(i)});
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  begins_.assign((std::size_t{1} << kMayBeginBits) + 1, 0);
  for (const auto& [hash, atom] : all) {
    may_begin_.set(hash);
    ++begins_[hash + 1];
    sorted_.push_back(atom);
  }
  for (std::size_t hash = 1; hash < begins_.size(); ++hash) begins_[hash] += begins_[hash - 1];
}

std::vector<int> Atoms::find(std::string_view text) const {
  std::vector<int> found;
  std::string padded;  // So that eight bytes can be read everywhere.
  padded.reserve(text.size() + kAtOnce);
  padded.append(text).append(kAtOnce, '\0');
  for (std::size_t at = 0; at + kLeastBytes <= text.size(); ++at) {
    const std::size_t hash = hash_of(&padded[at], kMayBeginBits);
    if (!may_begin_[hash]) continue;
    const std::uint64_t here = bytes_at(&padded[at]);
    for (std::uint32_t i = begins_[hash]; i < begins_[hash + 1]; ++i) {
      const Atom& atom = sorted_[i];
      if ((here & atom.mask) != atom.begin) continue;
      const std::string& whole = atoms_[static_cast<std::size_t>(atom.place)];
      if (whole.size() <= kAtOnce || text.substr(at).starts_with(whole)) found.push_back(atom.place);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace aandacht::domain
